import type { z } from 'zod';
import { suggest } from '../core/lint/suggest.ts';
import type { Message } from '../core/message.ts';
import type { YamlSource } from './yaml-source.ts';

/** Of a file that is wrong all over, the first faults say enough. */
const MOST_MESSAGES = 40;

/**
 * Turns the issues of one file into messages with lines, found, expected and fix.
 * @param schema what the file was read with, to find the key that a misspelt one was meant to be
 */
export function describeIssues(
  error: z.ZodError,
  file: string,
  source: YamlSource,
  schema?: z.ZodType,
): Message[] {
  const messages: Message[] = [];
  for (const issue of error.issues) {
    if (messages.length >= MOST_MESSAGES) break;
    // Of thousands of unknown keys, lines are looked for only for those that are shown.
    const shown =
      issue.code === 'unrecognized_keys'
        ? { ...issue, keys: issue.keys.slice(0, MOST_MESSAGES) }
        : issue;
    for (const message of describeIssue(shown, file, source, [], schema)) messages.push(message);
  }
  return messages;
}

type Issue = z.ZodError['issues'][number];

function describeIssue(
  issue: Issue,
  file: string,
  source: YamlSource,
  prefix: readonly (string | number)[],
  schema: z.ZodType | undefined,
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
      fix: adviseKey(key, listKeys(schema, path)),
    }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that fails deepest is the one the author meant.
    const branch = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
    if (branch !== undefined && depth(branch) > 0) {
      return branch.flatMap((inner) => describeIssue(inner, file, source, path, undefined));
    }
    return [
      {
        ...base,
        line: source.lineOf(path),
        found: issue.input === undefined ? `no ${at}` : `${at} = ${show(issue.input)}`,
        // A union says in its own words what it wants, or its branches do.
        expected:
          issue.message === 'Invalid input'
            ? issue.errors
                .flatMap((inner) => inner.map(expectation))
                .join(', or ')
                .replaceAll(/, received undefined/g, '')
            : issue.message,
        fix: issue.input === undefined ? `add ${at}` : `correct ${at}`,
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
  // A condition on several keys points at the one to add.
  if (issue.code === 'custom' && path.length > 0 && !isThere(source.data, path)) {
    const expected = expectation(issue);
    return [{ ...base, line: source.lineOf(path), found: `no ${at}`, expected, fix: `add ${at}` }];
  }
  const meant =
    issue.code === 'invalid_value' && typeof issue.input === 'string'
      ? suggest(issue.input, issue.values.map(String))
      : undefined;
  return [
    {
      ...base,
      line: source.lineOf(path),
      found: `${at} = ${show(issue.input)}`,
      expected: expectation(issue),
      fix: meant === undefined ? `correct ${at}` : `write ${meant}`,
    },
  ];
}

/** More keys than these say less than the schema. */
const MOST_KEYS = 8;

const adviseKey = (key: string, known: readonly string[]): string => {
  const meant = suggest(key, known);
  return meant === undefined
    ? `remove the key${known.length === 0 || known.length > MOST_KEYS ? '' : ` (there are ${known.join(', ')})`}, or correct its spelling`
    : `write ${meant}`;
};

/** Keys of the map at a path of a schema; none where there is no telling. */
function listKeys(schema: z.ZodType | undefined, path: readonly (string | number)[]): string[] {
  let at: unknown = schema;
  for (const key of [...path, undefined]) {
    at = unwrap(at);
    if (key === undefined) break;
    const { shape, element } = at as { shape?: Record<string, unknown>; element?: unknown };
    at = typeof key === 'number' ? element : shape?.[key];
  }
  const { shape } = (at ?? {}) as { shape?: Record<string, unknown> };
  return Object.keys(shape ?? {});
}

/** A schema without what makes it optional. */
function unwrap(schema: unknown): unknown {
  let at = schema;
  for (;;) {
    const { unwrap: inner, shape, element } = (at ?? {}) as Record<string, unknown>;
    if (shape !== undefined || element !== undefined || typeof inner !== 'function')
      return at ?? {};
    at = inner.call(at);
  }
}

function isThere(data: unknown, path: readonly (string | number)[]): boolean {
  let at = data;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at !== undefined;
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
