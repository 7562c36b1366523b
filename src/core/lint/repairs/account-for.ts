import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { Transform } from '../../schema/index.ts';

/** The metadata with the accounting brought up to date, or why it stays as it is. */
export type Accounted =
  { readonly text: string; readonly declined?: undefined } | { readonly declined: string };

/**
 * The YAML of a limit whose `provenance.raw` accounts for a transform of the rows: named among the
 * transforms, and the rows of the CSV counted as written. Everything else stays byte for byte.
 * @param rows rows of the CSV after the transform
 */
export function accountFor(text: string, transform: Transform, rows: number): Accounted {
  const document = parseDocument(text);
  const raw: unknown = document.getIn(['provenance', 'raw'], true);
  if (!isSeq(raw)) return { declined: 'provenance.raw cannot be read' };
  // What this project computes has no raw source.
  if (raw.items.length === 0) return { text };
  const [source, ...others] = raw.items;
  if (!isMap(source)) return { declined: 'provenance.raw cannot be read' };
  if (others.length > 0)
    return { declined: 'the numbers come from several raw sources: say which one it was' };
  const written: unknown = source.get('written', true);
  if (!isScalar(written) || typeof written.value !== 'number' || !written.range)
    return { declined: 'provenance.raw has no number of rows written' };
  const edits = [
    { at: written.range, text: String(rows) },
    ...nameTransform(text, source, transform, written.range),
  ];
  const changed = applyEdits(text, edits);
  return isAsMeant(changed, transform, rows)
    ? { text: changed }
    : { declined: 'the accounting is written in a way that only a person can extend' };
}

interface Edit {
  readonly at: readonly [from: number, to: number, ...rest: number[]];
  readonly text: string;
}

/** Later edits first, so that places stay what they are. */
const applyEdits = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.at[0] - a.at[0])
    .reduce((at, edit) => at.slice(0, edit.at[0]) + edit.text + at.slice(edit.at[1]), text);

function nameTransform(
  text: string,
  source: YAMLMap,
  transform: Transform,
  written: readonly [number, number, ...number[]],
): Edit[] {
  const list: unknown = source.get('transforms', true);
  if (!isSeq(list)) {
    const gap = source.flow === true ? ', ' : `\n${indentOf(text, written[0])}`;
    return [{ at: [written[1], written[1]], text: `${gap}transforms: [${transform}]` }];
  }
  const last = list.items.at(-1);
  if (!isScalar(last) || !last.range) return [];
  const names = list.items.map((item) => (isScalar(item) ? item.value : undefined));
  if (names.includes(transform)) return [];
  if (names.length === 1 && last.value === 'none') return [{ at: last.range, text: transform }];
  const end = last.range[1];
  const gap = list.flow === true ? ', ' : `\n${indentOf(text, last.range[0], '-')}- `;
  return [{ at: [end, end], text: `${gap}${transform}` }];
}

/** Blanks before the key (or the hyphen) of the line a place is in; a hyphen before a key counts as a blank. */
function indentOf(text: string, at: number, mark?: '-'): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const pattern = mark === '-' ? /^\s*/ : /^[\s-]*/;
  return (pattern.exec(line)?.[0] ?? '').replaceAll('-', ' ');
}

/** Reads the result again: an edit that did not do what it should is not written. */
function isAsMeant(text: string, transform: Transform, written: number): boolean {
  const document = parseDocument(text);
  if (document.errors.length > 0) return false;
  const transforms: unknown = document.getIn(['provenance', 'raw', 0, 'transforms'], true);
  return (
    document.getIn(['provenance', 'raw', 0, 'written']) === written &&
    isSeq(transforms) &&
    transforms.items.some((item) => isScalar(item) && item.value === transform)
  );
}
