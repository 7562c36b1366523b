import type { z } from 'zod';
import type { Message } from '../core/message.ts';
import type { YamlSource } from './yaml-source.ts';

/** Turns the issues of one file into messages with lines, found, expected and fix. */
export function describeIssues(error: z.ZodError, file: string, source: YamlSource): Message[] {
  return error.issues.flatMap((issue) => describeIssue(issue, file, source, []));
}

type Issue = z.ZodError['issues'][number];

function describeIssue(
  issue: Issue,
  file: string,
  source: YamlSource,
  prefix: readonly (string | number)[],
): Message[] {
  const path = [
    ...prefix,
    ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
  ];
  const at = path.length === 0 ? 'the file' : path.join('.');
  const base = { rule: 'schema', severity: 'error', file } as const;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...base,
      line: source.lineOf([...path, key]),
      found: `the unknown key ${[...path, key].join('.')}`,
      expected: 'only the keys of the schema',
      fix: 'remove the key, or correct its spelling',
    }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that fails deepest is the one the author meant.
    const branch = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
    if (branch !== undefined && depth(branch) > 0) {
      return branch.flatMap((inner) => describeIssue(inner, file, source, path));
    }
    return [
      {
        ...base,
        line: source.lineOf(path),
        found: `${at} = ${show(issue.input)}`,
        expected: issue.errors.flatMap((inner) => inner.map(expectation)).join(', or '),
        fix: `correct ${at}`,
      },
    ];
  }
  if (
    issue.input === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  ) {
    return [
      {
        ...base,
        line: source.lineOf(path),
        found: `no ${at}`,
        expected: `${at}: ${issue.code === 'invalid_type' ? issue.expected : expectation(issue)}`,
        fix: `add ${at}`,
      },
    ];
  }
  return [
    {
      ...base,
      line: source.lineOf(path),
      found: `${at} = ${show(issue.input)}`,
      expected: expectation(issue),
      fix: `correct ${at}`,
    },
  ];
}

/** What Zod expected, without the words every one of its messages begins with. */
export const expectation = ({ message }: { readonly message: string }): string =>
  message.replace(/^Invalid (input|option): expected /, '');

const depth = (issues: readonly Issue[]): number =>
  Math.max(
    0,
    ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)),
  );

/** A value as it may stand in a message: short JSON. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
