import { parse } from 'yaml';
import { ExceptionList } from '../../schema/index.ts';
import { compareExceptions } from '../exceptions.ts';

/**
 * The text of the exceptions file in its order; comments stay with the entry below them. Undefined where
 * the file is not a plain list.
 */
export function sortExceptions(text: string): string | undefined {
  const lines = text.replace(/\n+$/, '').split('\n');
  const starts = lines.flatMap((line, i) => (line.startsWith('- ') ? [i] : []));
  const first = starts[0];
  if (first === undefined) return undefined;
  // A comment belongs to the entry below it; the lines above the first comment-free gap are the head.
  const begins = starts.map((start) => {
    let begin = start;
    while (begin > 0 && (lines[begin - 1] ?? '').startsWith('#')) begin -= 1;
    return begin;
  });
  const headEnd = lines.slice(0, first).lastIndexOf('') + 1;
  begins[0] = Math.max(headEnd, begins[0] ?? 0);
  const chunks = begins.map((begin, i) =>
    lines
      .slice(begin, begins[i + 1] ?? lines.length)
      .join('\n')
      .replace(/\n+$/, ''),
  );
  const entries = chunks.map((chunk) => ({
    chunk,
    entry: ExceptionList.safeParse(parse(chunk)).data?.[0],
  }));
  const sorted = entries.toSorted((a, b) =>
    a.entry === undefined || b.entry === undefined ? 0 : compareExceptions(a.entry, b.entry),
  );
  if (entries.some(({ entry }) => entry === undefined)) return undefined;
  const head = lines.slice(0, begins[0]);
  return `${[...head, ...sorted.map(({ chunk }) => chunk)].join('\n')}\n`;
}
