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
} from '../formats/split-columns.ts';
import { isStrictNumber } from '../formats/strict-number.ts';
import { cutProblems, type OwnCurveProblem } from './own-curve-problem.ts';

/** A row of a reader's numbers; one that is missing is NaN. */
export interface OwnRow {
  /** `line 7` of a text, `point 7` of JSON. */
  readonly at: string;
  readonly values: readonly number[];
}

/** Numbers in columns, before anything is known about them. */
export interface RawTable {
  readonly name?: string;
  readonly header?: readonly string[];
  /** Stretches between blank lines; every row has as many values as there are columns, at least two. */
  readonly segments: readonly (readonly OwnRow[])[];
  /** What the text was taken for, in words. */
  readonly format: string;
}

export interface TablesRead {
  readonly tables: readonly RawTable[];
  readonly problems: readonly OwnCurveProblem[];
}

const MOST_POINTS = 20_000;
const LONGEST_TEXT = 2_000_000;
const MOST_COLUMNS = 50;
/** No row of numbers is longer, and no name of a column worth reading. */
const LONGEST_LINE = 4096;
const LONGEST_HEADER = 120;

/** The tables of numbers in a text; none where it is too large or holds none. */
export function readTables(text: string): TablesRead {
  if (text.length > LONGEST_TEXT)
    return refuse(
      `${String(text.length)} characters`,
      'at most two million, which is 2 MB of digits',
    );
  const trimmed = text.replace(/^\uFEFF/u, '').trimStart();
  if (trimmed === '') return refuse('no text', 'two columns of numbers');
  const read = /^[[{]/u.test(trimmed) ? readJson(trimmed) : readLines(text);
  const points = read.tables
    .flatMap(({ segments }) => segments)
    .reduce((sum, rows) => sum + rows.length, 0);
  if (points > MOST_POINTS)
    return refuse(
      `${String(points)} points`,
      `at most ${String(MOST_POINTS)}: a figure has fewer pixels`,
    );
  if (read.tables.length === 0 && read.problems.length === 0)
    return refuse('no row of numbers', 'two columns of numbers');
  return { tables: read.tables, problems: cutProblems(read.problems) };
}

const refuse = (found: string, expected: string, at?: string): TablesRead => ({
  tables: [],
  problems: [{ severity: 'error', ...(at === undefined ? {} : { at }), found, expected }],
});

function readLines(text: string): TablesRead {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .map((written, i) => ({ at: `line ${String(i + 1)}`, written, text: stripComment(written) }));
  const filled = lines.filter(({ text: { length } }) => length > 0 && length <= LONGEST_LINE);
  const dialect = findDialect(filled);
  const problems: OwnCurveProblem[] = [];
  const segments: OwnRow[][] = [];
  let header: string[] | undefined;
  let comment: string | undefined;
  let columns: number | undefined;
  let part: OwnRow[] = [];
  for (const line of lines) {
    if (line.text === '') {
      const remark = line.written.trim();
      if (columns === undefined && remark !== '')
        comment = remark.replace(/^(?:#|%|\/\/)+\s*/u, '');
      // A comment between numbers is no gap.
      if (remark !== '') continue;
      if (part.length > 0) segments.push(part);
      part = [];
      continue;
    }
    if (line.text.length > LONGEST_LINE) {
      const found = `${String(line.text.length)} characters in a line`;
      problems.push({ severity: 'error', at: line.at, found, expected: 'a row of numbers' });
      continue;
    }
    const cells = splitCells(line.text, dialect);
    const values = cells.map((cell) => readCell(cell, dialect));
    if (columns === undefined && values.every((value) => value === undefined)) {
      header = cells;
      continue;
    }
    columns ??= values.length;
    const fault = findRowFault(cells, values, columns);
    if (fault === undefined)
      part.push({ at: line.at, values: values.map((value) => value ?? NaN) });
    else problems.push({ severity: 'error', at: line.at, ...fault });
  }
  if (part.length > 0) segments.push(part);
  if (columns === undefined || segments.length === 0) {
    return problems.length > 0
      ? { tables: [], problems }
      : refuse('no row of numbers', 'two columns of numbers');
  }
  if (columns < 2 || columns > MOST_COLUMNS) {
    const found = columns === 1 ? 'one column' : `${String(columns)} columns`;
    return refuse(found, `two to ${String(MOST_COLUMNS)}`);
  }
  const named =
    header === undefined
      ? readCommentHeader(comment, columns, dialect)
      : header.length === columns
        ? header
        : joinUnits(header);
  if (named !== undefined && named.length !== columns) {
    problems.push({
      severity: 'warning',
      found: `a header of ${String(named.length)} names above ${String(columns)} columns`,
      expected: 'a name for each column; the names are not used',
    });
  }
  return {
    tables: [
      {
        ...(named?.length === columns ? { header: named.map(tidyHeader) } : {}),
        segments: joinLonely(segments, problems),
        format: describeDialect(dialect),
      },
    ],
    problems,
  };
}

const tidyHeader = (name: string): string =>
  name.slice(0, LONGEST_HEADER).replaceAll(/\s+/gu, ' ').replaceAll(/\p{C}/gu, '').trim();

/** A number, NaN for a word or an empty cell that stands for none, undefined for anything else. */
function readCell(cell: string, { hasDecimalComma }: Dialect): number | undefined {
  if (isNoNumber(cell)) return NaN;
  let text = cell.replace(/^[−–]/u, '-').replace(/([eE])[−–]/u, '$1-');
  if (hasDecimalComma && DECIMAL_COMMA.test(text)) text = text.replace(',', '.');
  // Fortran writes 1.0D-3.
  text = text.replace(/^([+-]?[\d.]+)[dD]([+-]?\d+)$/u, '$1e$2');
  if (!isStrictNumber(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function findRowFault(
  cells: readonly string[],
  values: readonly (number | undefined)[],
  columns: number,
): Pick<OwnCurveProblem, 'found' | 'expected'> | undefined {
  const bad = values.indexOf(undefined);
  if (bad !== -1)
    return { found: quote(cells[bad] ?? ''), expected: 'a finite number like 1.5e-3' };
  if (cells.length === columns) return undefined;
  return { found: count(cells.length), expected: `${count(columns)} as in the first row` };
}

const count = (cells: number): string => (cells === 1 ? '1 number' : `${String(cells)} numbers`);

const quote = (text: string): string =>
  `"${text.replaceAll(/\p{C}/gu, '').slice(0, 40)}${text.length > 40 ? '…' : ''}"`;

/** A text with a blank line after every number has no gaps. */
function joinLonely(segments: OwnRow[][], problems: OwnCurveProblem[]): OwnRow[][] {
  if (segments.length < 3 || segments.some((rows) => rows.length > 1)) return segments;
  problems.push({
    severity: 'warning',
    found: 'a blank line between every two rows',
    expected: 'blank lines only at gaps; here they are taken for none',
  });
  return [segments.flat()];
}

function readJson(text: string): TablesRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('a text that begins like JSON and is none', 'JSON, or columns of numbers');
  }
  const problems: OwnCurveProblem[] = [];
  const several =
    Array.isArray(value) && value.length > 0 && value.every(hasLists) ? value : [value];
  const tables = several.flatMap((one: unknown) => readJsonTable(one, problems));
  if (tables.length === 0 && problems.length === 0)
    return refuse(
      'JSON of another form',
      'an array of pairs, an array of objects, or an object with an array for each column',
    );
  return { tables, problems };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for an object with an array for each of at least two columns. */
const hasLists = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).filter((one) => Array.isArray(one)).length > 1;

function readJsonTable(value: unknown, problems: OwnCurveProblem[]): RawTable[] {
  if (Array.isArray(value))
    return value.some(isRecord) ? readObjects(value, problems) : readPairs(value, problems);
  if (!isRecord(value)) return [];
  const name = ['name', 'label', 'title']
    .map((key) => value[key])
    .find((one) => typeof one === 'string');
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  if (lists.length < 2 || lists.length > MOST_COLUMNS) return [];
  const length = Math.max(...lists.map(([, list]) => list.length));
  if (lists.some(([, list]) => list.length !== length)) {
    problems.push({
      severity: 'error',
      found: 'arrays of different lengths',
      expected: 'a number in each for every point',
    });
    return [];
  }
  const rows = Array.from({ length: Math.min(length, MOST_POINTS + 1) }, (_, i) =>
    lists.map(([, list]) => list[i]),
  );
  const tables = makeJsonTable(
    rows,
    problems,
    lists.map(([key]) => key),
  );
  return tables.map((table) => (typeof name === 'string' ? { ...table, name } : table));
}

function readObjects(value: readonly unknown[], problems: OwnCurveProblem[]): RawTable[] {
  const first = value.find(isRecord) ?? {};
  const keys = Object.keys(first).filter(
    (key) => first[key] === null || typeof first[key] === 'number',
  );
  if (keys.length < 2 || keys.length > MOST_COLUMNS) return [];
  const rows = value.map((one) => keys.map((key) => (isRecord(one) ? one[key] : one)));
  return makeJsonTable(rows, problems, keys);
}

function readPairs(value: readonly unknown[], problems: OwnCurveProblem[]): RawTable[] {
  const first = value.find((one) => Array.isArray(one));
  const columns: number = first === undefined ? 0 : first.length;
  if (columns < 2 || columns > MOST_COLUMNS) return [];
  return makeJsonTable(
    value.map((one: unknown) => (one === null ? Array.from({ length: columns }, () => null) : one)),
    problems,
    undefined,
    columns,
  );
}

function makeJsonTable(
  rows: readonly unknown[],
  problems: OwnCurveProblem[],
  header: readonly string[] | undefined,
  columns = header?.length ?? 0,
): RawTable[] {
  const kept = rows.flatMap((row, i): OwnRow[] => {
    const at = `point ${String(i + 1)}`;
    const values =
      Array.isArray(row) && row.length === columns ? row.map(readJsonNumber) : [undefined];
    if (values.every((value) => value !== undefined)) return [{ at, values }];
    problems.push({
      severity: 'error',
      at,
      found: 'something else',
      expected: `${count(columns)}, or null where there is none`,
    });
    return [];
  });
  return kept.length === 0
    ? []
    : [
        {
          ...(header === undefined ? {} : { header: header.map(tidyHeader) }),
          segments: [kept],
          format: 'JSON',
        },
      ];
}

/** JSON knows no NaN, so that null, or a word in its place, stands for a number that is missing. */
function readJsonNumber(value: unknown): number | undefined {
  if (value === null) return NaN;
  if (typeof value === 'string') return readCell(value, { separator: ' ', hasDecimalComma: false });
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
