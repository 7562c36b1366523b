import { isStrictNumber } from '../../formats/strict-number.ts';
import {
  DECIMAL_COMMA,
  describeDialect,
  findDialect,
  isNoNumber,
  joinUnits,
  readCommentHeader,
  splitCells,
  stripComment,
  type Dialect,
} from '../../formats/split-columns.ts';
import type { Problem, SourceRow, SourceTable } from '../source.ts';

export type TablesOrProblem =
  { readonly tables: readonly SourceTable[] } | { readonly problem: Problem };

/** A text cut into lines, comments set apart. */
export interface TextLine {
  /** Counted from one. */
  readonly line: number;
  /** Without its comment; empty where there is nothing else. */
  readonly text: string;
  /** What stands behind its comment mark. */
  readonly comment?: string;
}

const LONGEST_LINE = 4096;
const MOST_COLUMNS = 50;

/** Lines of a text whatever its line ends. */
export const cutLines = (text: string): TextLine[] =>
  text.split(/\r\n|\r|\n/u).map((written, i): TextLine => {
    const kept = stripComment(written);
    const comment = kept === written.trim() ? '' : findComment(written);
    return { line: i + 1, text: kept, ...(comment === '' ? {} : { comment }) };
  });

const findComment = (written: string): string =>
  written
    .slice(Math.max(written.search(/#|%|\/\//u), 0))
    .replace(/^(?:#|%|\/\/)+:?\s*/u, '')
    .trim();

/**
 * A text of columns, separated by tabs, semicolons, commas or blanks. The digits are kept as written.
 * A row that is neither numbers nor a header is a problem; a cell that says “no number” is empty.
 */
export function readColumnsText(file: string, text: string): TablesOrProblem {
  const lines = cutLines(text);
  const fail = (line: number | undefined, found: string, expected: string, fix: string) => ({
    problem: { file, ...(line === undefined ? {} : { line }), found, expected, fix },
  });
  const filled = lines.filter(({ text: { length } }) => length > 0);
  const long = filled.find(({ text: { length } }) => length > LONGEST_LINE);
  if (long !== undefined)
    return fail(
      long.line,
      `${String(long.text.length)} characters in a line`,
      'a row of numbers',
      'write one row per line',
    );
  const dialect = settleDialect(filled);
  const comments = lines.flatMap(({ comment, text: kept }) =>
    kept === '' && comment !== undefined ? [comment] : [],
  );
  const rows: SourceRow[] = [];
  const titles: string[] = [];
  let header: { readonly line: number; readonly cells: readonly string[] } | undefined;
  let startsBlock = false;
  for (const { line, text: kept, comment } of lines) {
    if (kept === '') {
      startsBlock ||= comment === undefined && rows.length > 0;
      continue;
    }
    const cells = splitCells(kept, dialect);
    if (rows.length === 0 && isHeader(cells)) {
      if (header !== undefined) titles.push(header.cells.join(' ').trim());
      header = { line, cells };
      continue;
    }
    const width = rows[0]?.cells.length ?? Math.max(cells.length, header?.cells.length ?? 0);
    const fault = findFault(cells, width, dialect);
    if (fault !== undefined) return fail(line, ...fault);
    rows.push({
      line,
      cells: Array.from({ length: width }, (_, i) => {
        const cell = cells[i] ?? '';
        return isNoNumber(cell) ? '' : cell;
      }),
      ...(startsBlock ? { startsBlock: true as const } : {}),
    });
    startsBlock = false;
  }
  const width = rows[0]?.cells.length ?? 0;
  if (rows.length === 0)
    return fail(
      header?.line,
      header === undefined
        ? 'no row of numbers'
        : `"${quote(header.cells.join(' '))}" and no row of numbers`,
      'a mass and a value in each row',
      'export the numbers as text, a row per point',
    );
  if (width < 2 || width > MOST_COLUMNS)
    return fail(
      rows[0]?.line,
      width === 1 ? 'one column' : `${String(width)} columns`,
      `two to ${String(MOST_COLUMNS)} columns`,
      'export mass and value side by side, a row per point',
    );
  const names = nameColumns(header?.cells, comments, width, dialect);
  const named = header === undefined || names === header.cells ? [] : [header.cells.join(' ')];
  const table: SourceTable = {
    name: 'numbers',
    columns: Array.from({ length: width }, (_, at) => {
      const name = names?.[at]?.trim();
      return { at, ...(name === undefined || name === '' ? {} : { header: name }) };
    }),
    rows,
    facts: [describeDialect(dialect), ...comments, ...titles, ...named],
  };
  return { tables: [table] };
}

/** The dialect of the rows; tabs that stand for blanks in only some of the rows are blanks. */
function settleDialect(filled: readonly TextLine[]): Dialect {
  const dialect = findDialect(filled);
  if (dialect.separator === ' ') return dialect;
  const blank: Dialect = { separator: ' ', hasDecimalComma: false };
  const sample = filled.slice(0, 200);
  const isPlain = (line: TextLine): boolean =>
    splitCells(line.text, blank).every((cell) => isStrictNumber(cell) || isNoNumber(cell));
  const widths = new Set(sample.filter(isPlain).map(({ text }) => splitCells(text, blank).length));
  const isBlank = dialect.separator === '\t' && widths.size === 1 && sample.some(isPlain);
  const isWhole = sample.every((line) => isPlain(line) || isHeader(splitCells(line.text, blank)));
  return isBlank && isWhole ? blank : dialect;
}

/** True for a row of words. Cells without a number may stand beside them. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => !isNoNumber(cell) && /\p{L}/u.test(cell)) &&
  cells.every((cell) => !isStrictNumber(cell) && !/^[+-]?[\d.,]+[eEdD][^\p{L}]*$/u.test(cell));

function findFault(
  cells: readonly string[],
  width: number,
  { separator, hasDecimalComma }: Dialect,
): [found: string, expected: string, fix: string] | undefined {
  const bad = cells.find((cell) => !isStrictNumber(cell) && !isNoNumber(cell));
  if (bad !== undefined) {
    const found = `"${quote(bad)}"`;
    const expected = 'a plain decimal number like 1.5e-3';
    if (DECIMAL_COMMA.test(bad) && hasDecimalComma)
      return [
        `${found}: decimal commas`,
        'decimal points: the digits are kept as they are written',
        'write decimal points and separate columns by tabs, semicolons or blanks',
      ];
    if (/^[+-]?[\d.]+[dD][+-]?\d+$/u.test(bad))
      return [`${found}: an exponent of Fortran`, expected, 'write e for d in the exponents'];
    if (/[−–]/u.test(bad))
      return [`${found}: a typographic minus`, expected, 'write - (the hyphen of the keyboard)'];
    return [found, expected, 'correct the row, or begin it with # if it is a comment'];
  }
  if (cells.length > width || (cells.length < width && separator === ' '))
    return [
      cells.length === 1 ? '1 number' : `${String(cells.length)} numbers`,
      `${String(width)} as in the first row`,
      'complete the row, or begin it with # if it does not belong to the table',
    ];
  return undefined;
}

/** Names for exactly the columns there are, from a row of words or from the last comment that fits. */
function nameColumns(
  header: readonly string[] | undefined,
  comments: readonly string[],
  width: number,
  dialect: Dialect,
): readonly string[] | undefined {
  if (header !== undefined) {
    if (header.length <= width && dialect.separator !== ' ') return header;
    if (header.length === width) return header;
    const joined = joinUnits(header);
    return joined.length === width ? joined : undefined;
  }
  return comments
    .toReversed()
    .map(
      (comment) =>
        cutAfterUnits(comment, width) ??
        cutRemark(comment, width) ??
        readCommentHeader(comment, width, dialect),
    )
    .find((names) => names !== undefined);
}

/** `m4 (GeV) Ue4^2 90% CL …`: names and then a remark, where the first is a mass with its unit. */
function cutRemark(comment: string, width: number): string[] | undefined {
  const words = comment.slice(0, 300).split(/\s+/u);
  if (!/^m\w{0,10}$/iu.test(words[0] ?? '') || !/^[[(][kMGT]?eV[\])]$/u.test(words[1] ?? ''))
    return undefined;
  const names = joinUnits(words).slice(0, width);
  return names.length === width ? names : undefined;
}

/** `mass [eV] photon coupling [GeV^-1]`: a name for each column, each with its unit behind it. */
function cutAfterUnits(comment: string, width: number): string[] | undefined {
  if (comment.length > 300) return undefined;
  const names = comment
    .split(/(?<=\])/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isNamed = names.every((name) => /^[^[\]]*\p{L}[^[\]]*\[[^[\]]+\]$/u.test(name));
  return names.length === width && isNamed ? names : undefined;
}

const quote = (text: string): string =>
  `${text.replaceAll(/\p{C}/gu, '').slice(0, 40)}${text.length > 40 ? '…' : ''}`;
