import { EXCEPTIONS_FILE } from '../core/lint/exceptions.ts';
import type { Message } from '../core/message.ts';
import { ExceptionList } from '../core/schema/index.ts';
import type { Exception } from '../core/schema/index.ts';
import { parseYaml } from './yaml-source.ts';
import { describeIssues } from './zod-messages.ts';

/** The exceptions of a content folder, and what is wrong with the file. */
export interface ExceptionsRead {
  readonly exceptions: readonly Exception[];
  readonly messages: readonly Message[];
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** Reads `exceptions.yaml`; without such a file there are none, and a faulty one silences nothing. */
export function readExceptions(texts: ReadonlyMap<string, string>): ExceptionsRead {
  const text = texts.get(EXCEPTIONS_FILE);
  if (text === undefined) return { exceptions: [], messages: [], lineOf: () => undefined };
  const source = parseYaml(text);
  const { lineOf } = source;
  const file = EXCEPTIONS_FILE;
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
    return { exceptions: [], messages, lineOf };
  }
  // A file of comments only holds no exceptions.
  const parsed = ExceptionList.safeParse(source.data ?? [], { reportInput: true });
  return parsed.success
    ? { exceptions: parsed.data, messages: [], lineOf }
    : { exceptions: [], messages: describeIssues(parsed.error, file, source), lineOf };
}
