import type { z } from 'zod';
import type { Message } from '../core/message.ts';
import { parseYaml } from './yaml-source.ts';
import { describeIssues } from './zod-messages.ts';

/** One YAML file of the content folder, and what is wrong with it. */
export interface YamlRead<T> {
  readonly value: T;
  readonly messages: readonly Message[];
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** Reads a YAML file that may be absent, empty or faulty: `none` stands for its value then. */
export function readYamlFile<T>(
  texts: ReadonlyMap<string, string>,
  file: string,
  schema: z.ZodType<T>,
  none: T,
): YamlRead<T> {
  const text = texts.get(file);
  if (text === undefined) return { value: none, messages: [], lineOf: () => undefined };
  const source = parseYaml(text);
  const { lineOf } = source;
  if (source.faults.length > 0) {
    const messages = source.faults.map((fault): Message => ({
      rule: 'yaml-syntax',
      severity: 'error',
      file,
      line: fault.line,
      found: fault.text,
      expected: 'valid YAML 1.2, each key once',
      fix: fault.fix,
    }));
    return { value: none, messages, lineOf };
  }
  const parsed = schema.safeParse(source.data ?? none, { reportInput: true });
  return parsed.success
    ? { value: parsed.data, messages: [], lineOf }
    : { value: none, messages: describeIssues(parsed.error, file, source), lineOf };
}
