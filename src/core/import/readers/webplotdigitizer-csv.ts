import { isStrictNumber } from '../../formats/strict-number.ts';
import { isNoNumber, splitCells, type Dialect } from '../../formats/split-columns.ts';
import type { SourceRow, SourceTable } from '../source.ts';
import { cutLines, type TablesOrProblem, type TextLine } from './columns-text.ts';

/** More data sets are no figure. */
const MOST_COLUMNS = 200;

const COMMAS: Dialect = { separator: ',', hasDecimalComma: false };

export interface DigitiserHeader {
  /** Names of the data sets, each above the first of its two columns. */
  readonly names: readonly string[];
  readonly width: number;
  /** Those below the header. */
  readonly lines: readonly TextLine[];
}

/**
 * Names of data sets, each above two columns, then `X, Y` for each; or one row of names like `data x, data y`.
 * Undefined for any other text.
 */
export function findDigitiserHeader(text: string): DigitiserHeader | undefined {
  // Most texts are none: their first lines tell.
  const head = cutLines(text.slice(0, 20_000)).filter((line) => line.text !== '');
  const [first = [], second = []] = head.slice(0, 2).map((line) => splitCells(line.text, COMMAS));
  const pairs = first.map((cell) => /^(.{1,80}?)[ _.-]([xy])$/iu.exec(cell));
  const isNamed =
    pairs.length > 2 &&
    isPaired(pairs.map((pair) => pair?.[2] ?? '')) &&
    pairs.length <= MOST_COLUMNS;
  const isTitled =
    isPaired(second) &&
    second.length <= MOST_COLUMNS &&
    !first.some((cell) => isStrictNumber(cell));
  if (!isNamed && !isTitled) return undefined;
  const lines = cutLines(text).filter((line) => line.text !== '');
  return isNamed
    ? { names: pairs.map((pair) => pair?.[1] ?? ''), width: pairs.length, lines: lines.slice(1) }
    : { names: first, width: second.length, lines: lines.slice(2) };
}

/** True for x and y by turns. */
const isPaired = (cells: readonly string[]): boolean =>
  cells.length > 0 &&
  cells.length % 2 === 0 &&
  cells.every((cell, i) => cell.toLowerCase() === (i % 2 === 0 ? 'x' : 'y'));

/** What WebPlotDigitizer exports of all data sets at once: a table for each pair of columns. */
export function readDigitiserCsv(
  file: string,
  { names, width, lines }: DigitiserHeader,
): TablesOrProblem {
  const split = lines.map(({ line, text }) => ({ line, all: splitCells(text, COMMAS) }));
  const wide = split.find(({ all }) => all.length > width);
  if (wide !== undefined)
    return {
      problem: {
        file,
        line: wide.line,
        found: `${String(wide.all.length)} cells`,
        expected: `at most ${String(width)}, two for each data set`,
        fix: 'correct the row, or export the data again',
      },
    };
  const tables: SourceTable[] = [];
  for (let set = 0; set < width / 2; set++) {
    const rows: SourceRow[] = [];
    for (const { line, all } of split) {
      const cells = all.slice(2 * set, 2 * set + 2);
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
