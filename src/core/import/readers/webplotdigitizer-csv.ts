import { isStrictNumber } from '../../formats/limit-table.ts';
import { splitCells, type Dialect } from '../../formats/split-columns.ts';
import type { SourceRow, SourceTable } from '../source.ts';
import { cutLines, isNoNumber, type TablesOrProblem, type TextLine } from './columns-text.ts';

const COMMAS: Dialect = { separator: ',', hasDecimalComma: false };

/**
 * Names of data sets, each above two columns, then `X, Y` for each; or one row of names like `data x, data y`.
 * Undefined for any other text.
 */
export function findDigitiserHeader(
  text: string,
): { readonly names: readonly string[]; readonly lines: readonly TextLine[] } | undefined {
  const lines = cutLines(text).filter((line) => line.text !== '');
  const [first, second] = [lines[0], lines[1]].map((line) => splitCells(line?.text ?? '', COMMAS));
  const pairs = (first ?? []).map((cell) => /^(.{1,80}?)[ _.-]([xy])$/iu.exec(cell));
  const isPaired =
    pairs.length > 2 &&
    pairs.length % 2 === 0 &&
    pairs.every((pair, i) => pair?.[2]?.toLowerCase() === (i % 2 === 0 ? 'x' : 'y'));
  if (isPaired) return { names: pairs.map((pair) => pair?.[1] ?? ''), lines: lines.slice(1) };
  if (first === undefined || second === undefined || second.length < 2 || second.length % 2 === 1)
    return undefined;
  const isXy = second.every((cell, i) => cell.toLowerCase() === (i % 2 === 0 ? 'x' : 'y'));
  if (!isXy || first.some(isStrictNumber)) return undefined;
  return { names: first, lines: lines.slice(2) };
}

/** What WebPlotDigitizer exports of all data sets at once: a table for each pair of columns. */
export function readDigitiserCsv(
  file: string,
  { names, lines }: NonNullable<ReturnType<typeof findDigitiserHeader>>,
): TablesOrProblem {
  const width = lines.reduce(
    (most, { text }) => Math.max(most, splitCells(text, COMMAS).length),
    0,
  );
  const count = Math.ceil(Math.max(names.length, width) / 2);
  const tables: SourceTable[] = [];
  for (let set = 0; set < count; set++) {
    const rows: SourceRow[] = [];
    for (const { line, text } of lines) {
      const cells = splitCells(text, COMMAS).slice(2 * set, 2 * set + 2);
      if (cells.every((cell) => cell === '')) continue;
      const bad = cells.find((cell) => !isStrictNumber(cell) && !isNoNumber(cell));
      if (bad !== undefined || cells.length < 2)
        return {
          problem: {
            file,
            line,
            found: bad === undefined ? 'one number of a pair' : `"${bad.slice(0, 40)}"`,
            expected: 'two plain decimal numbers like 1.5e-3',
            fix: 'correct the row, or export the data again',
          },
        };
      rows.push({ line, cells: cells.map((cell) => (isNoNumber(cell) ? '' : cell)) });
    }
    if (rows.length === 0) continue;
    const name = names[2 * set]?.trim() ?? '';
    tables.push({
      name: name === '' ? `data set ${String(set + 1)}` : name,
      columns: [{ at: 2 * set }, { at: 2 * set + 1 }],
      rows,
      facts: [],
    });
  }
  if (tables.length > 0) return { tables };
  return {
    problem: {
      file,
      found: 'data sets without points',
      expected: 'a mass and a value in each row',
      fix: 'export the data of the digitised curve again',
    },
  };
}
