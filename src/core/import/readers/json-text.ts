/** A number of a JSON text with its digits as written. */
export class JsonNumber {
  readonly digits: string;
  readonly line: number;

  constructor(digits: string, line: number) {
    this.digits = digits;
    this.line = line;
  }
}

/** What a JSON text holds. Objects are maps, so that no key can reach a prototype. */
export type JsonValue =
  JsonNumber | string | boolean | null | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

export interface JsonFault {
  readonly line: number;
  readonly found: string;
}

const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const WORD = /true|false|null|NaN|-?Infinity/uy;

type Container =
  | { readonly kind: 'array'; readonly items: JsonValue[] }
  | { readonly kind: 'object'; readonly items: Map<string, JsonValue>; key?: string };

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'separator' | 'nothing';

/**
 * Parses JSON and keeps the digits of its numbers, which JSON.parse does not. `NaN` and `Infinity`, which
 * Python writes, stand for null. Without recursion, and not deeper than 64 levels.
 */
export function parseJson(
  text: string,
): { readonly value: JsonValue } | { readonly fault: JsonFault } {
  const stack: Container[] = [];
  let root: JsonValue | undefined;
  let line = 1;
  let at = 0;
  // What may come next.
  let expects = 'value' as Expected;
  const fail = (found: string) => ({ fault: { line, found } });
  const put = (value: JsonValue): void => {
    const top = stack.at(-1);
    if (top === undefined) root = value;
    else if (top.kind === 'array') top.items.push(value);
    else top.items.set(top.key ?? '', value);
    expects = top === undefined ? 'nothing' : 'separator';
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < text.length) {
    const letter = text[at] ?? '';
    if (letter === '\n') line += 1;
    if (letter === ' ' || letter === '\n' || letter === '\r' || letter === '\t') {
      at += 1;
      continue;
    }
    const top = stack.at(-1);
    if (expects === 'nothing') return fail(`“${letter}” after the end`);
    if (expects === 'separator') {
      at += 1;
      if (letter === ',') expects = top?.kind === 'array' ? 'value' : 'key';
      else if (letter === (top?.kind === 'array' ? ']' : '}')) {
        stack.pop();
        if (top !== undefined) put(top.items);
      } else return fail(`“${letter}” where a comma or the end belongs`);
      continue;
    }
    if (letter === '}' && expects === 'key-or-end' && top !== undefined) {
      at += 1;
      stack.pop();
      put(top.items);
      continue;
    }
    if (expects === 'key' || expects === 'key-or-end') {
      const key = take(STRING);
      if (key === undefined || top?.kind !== 'object')
        return fail(`“${letter}” where a key belongs`);
      top.key = JSON.parse(key) as string;
      while (/[ \n\r\t]/u.test(text[at] ?? '')) {
        if (text[at] === '\n') line += 1;
        at += 1;
      }
      if (text[at] !== ':') return fail('a key without a colon');
      at += 1;
      expects = 'value';
      continue;
    }
    if (letter === ']' && expects === 'value-or-end' && top !== undefined) {
      at += 1;
      stack.pop();
      put(top.items);
      continue;
    }
    if (letter === '[' || letter === '{') {
      if (stack.length >= DEEPEST) return fail(`more than ${String(DEEPEST)} levels`);
      at += 1;
      stack.push(
        letter === '[' ? { kind: 'array', items: [] } : { kind: 'object', items: new Map() },
      );
      expects = letter === '[' ? 'value-or-end' : 'key-or-end';
      continue;
    }
    if (letter === '"') {
      const string = take(STRING);
      if (string === undefined) return fail('a string that does not end');
      put(JSON.parse(string) as string);
      continue;
    }
    const word = take(WORD);
    if (word !== undefined) {
      put(word === 'true' ? true : word === 'false' ? false : null);
      continue;
    }
    const digits = take(NUMBER);
    if (digits === undefined) return fail(`“${letter}” where a value belongs`);
    put(new JsonNumber(digits, line));
  }
  return root === undefined || stack.length > 0
    ? fail('JSON that ends too early')
    : { value: root };
}

export const getKey = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  value instanceof Map ? (value as ReadonlyMap<string, JsonValue>).get(key) : undefined;

export const listItems = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : [];

/** A string, or a number's digits. */
export const readText = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : value instanceof JsonNumber ? value.digits : undefined;

/** Line of the first number inside, as far as it is near. */
export function findLine(value: JsonValue | undefined, depth = 4): number | undefined {
  if (value instanceof JsonNumber) return value.line;
  if (depth === 0) return undefined;
  const items =
    value instanceof Map
      ? [...(value as ReadonlyMap<string, JsonValue>).values()]
      : listItems(value).slice(0, 4);
  for (const item of items) {
    const line = findLine(item, depth - 1);
    if (line !== undefined) return line;
  }
  return undefined;
}
