import { isMap, isPair, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';
import { listNumberFacts, type RawPath } from './raw-entries.ts';
import type { Dataset } from './source.ts';

export interface ReplacedFacts {
  readonly text: string;
  /** What is different now, a line each. */
  readonly changes: readonly string[];
}

/**
 * A limit's YAML with the facts that follow from its numbers exchanged: shape, ranges, columns, gaps and
 * the accounting. Every other line, comments too, stays as it is.
 * @throws SyntaxError where the text is no YAML mapping
 */
export function replaceNumberFacts(
  text: string,
  dataset: Dataset,
  files: readonly RawPath[],
): ReplacedFacts {
  const facts = listNumberFacts(dataset, files);
  const changes: string[] = [];
  let changed = text;
  for (const key of ['shape', 'massRange', 'mass', 'value', 'parameter'] as const)
    changed = replaceKey(changed, [key], facts[key], changes);
  changed = replaceKey(changed, ['gaps'], keepReasons(text, dataset.gaps), changes);
  const { raw } = facts['provenance'] as { raw: unknown };
  changed = replaceKey(changed, ['provenance', 'raw'], raw, changes);
  return { text: changed, changes };
}

/** The gaps, each with the reason that the text has for the same window: a person knows more than a file. */
function keepReasons(text: string, gaps: Dataset['gaps']): unknown[] {
  const known: unknown = parseDocument(text).get('gaps');
  const old = isSeq(known) ? (known.toJSON() as { from?: unknown; to?: unknown }[]) : [];
  return gaps.map(
    (gap) => old.find(({ from, to }) => from === gap.from && to === gap.to) ?? { ...gap },
  );
}

/** One key of the text exchanged, added before the provenance, or taken away where there is no value. */
function replaceKey(
  text: string,
  path: readonly [string] | readonly [string, string],
  value: unknown,
  changes: string[],
): string {
  const document = parseDocument(text);
  const root: unknown = document.contents;
  if (!isMap(root)) throw new SyntaxError('A limit is a YAML mapping.');
  const parent = path.length === 1 ? root : document.get(path[0]);
  const key = path.at(-1) ?? '';
  if (!isMap(parent)) throw new SyntaxError(`A limit has ${path[0]}.`);
  const pair = findPair(parent, key);
  const before: unknown = pair === undefined ? undefined : (document.toJS() as unknown);
  const old = path.reduce<unknown>(
    (data, step) => (data as Record<string, unknown> | undefined)?.[step],
    before,
  );
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty && pair === undefined) return text;
  if (JSON.stringify(withoutDefaults(old)) === JSON.stringify(value)) return text;
  changes.push(`${path.join('.')}: ${tell(old)} → ${isEmpty ? 'none' : tell(value)}`);
  const [from, to] = pair === undefined ? startOf(root, 'provenance', text) : linesOf(pair, text);
  const indent = ' '.repeat(2 * (path.length - 1));
  const written = isEmpty
    ? ''
    : stringify({ [key]: value }, { lineWidth: 100, aliasDuplicateObjects: false }).replaceAll(
        /^(?=.)/gmu,
        indent,
      );
  return `${text.slice(0, from)}${written}${text.slice(to)}`;
}

const findPair = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);

/** From the beginning of the key's line to the end of its value's last line. */
function linesOf(pair: Pair, text: string): [number, number] {
  const [start] = rangeOf(pair.key);
  const [, end] = rangeOf(pair.value);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A block ends at the line end after it, a plain value within its line.
  const to = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  return [from, to === 0 ? text.length : to];
}

const rangeOf = (node: unknown): [number, number] => {
  const range =
    typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const [start, end] = Array.isArray(range) ? (range as number[]) : [];
  if (start === undefined || end === undefined)
    throw new SyntaxError('A key of the limit has no value.');
  return [start, end];
};

/** The place where a key begins, else the end of the text. */
function startOf(root: YAMLMap, key: string, text: string): [number, number] {
  const pair = findPair(root, key);
  const at = pair === undefined ? text.length : linesOf(pair, text)[0];
  return [at, at];
}

/** A scale that says what is understood anyway is no difference. */
function withoutDefaults(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key, one]) => key !== 'scale' || one !== 'linear'),
  );
}

function tell(value: unknown): string {
  if (!Array.isArray(value))
    return typeof value === 'string' ? value : value === undefined ? 'none' : JSON.stringify(value);
  const sources = value.filter(
    (one): one is { path: string; written: number } =>
      typeof one === 'object' && one !== null && 'path' in one && 'written' in one,
  );
  if (sources.length > 0)
    return sources.map(({ path, written }) => `${path} (${String(written)} rows)`).join(' and ');
  return value.every((one) => typeof one === 'number')
    ? value.join(' to ')
    : value.length === 1
      ? '1 entry'
      : `${String(value.length)} entries`;
}
