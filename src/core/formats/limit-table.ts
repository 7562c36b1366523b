import type { Repair } from '../lint/repair.ts';
import type { Shape } from '../schema/index.ts';
import { parseDecimal } from './parse-decimal.ts';
import { isStrictNumber } from './strict-number.ts';

/** The numbers of one limit as published, column by column. */
export interface LimitTable {
  /** Header as written. */
  readonly columns: readonly string[];
  /** Rows, without the header. */
  readonly length: number;
  /** Numeric columns; NaN never occurs. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  /** Word columns: `edge` and `role`. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** The file as written, digits as given. */
  readonly text: string;
}

/** Columns of the CSV of a shape, in their order. */
export interface ShapeColumns {
  readonly required: readonly string[];
  /** Groups that come whole or not at all. */
  readonly optional: readonly (readonly string[])[];
}

/** Columns of each shape (docs/data-guidelines.md). */
export const SHAPE_COLUMNS: Readonly<Record<Shape, ShapeColumns>> = {
  'one-sided': {
    required: ['segment', 'mass', 'value'],
    optional: [['expected'], ['lo1', 'hi1'], ['lo2', 'hi2'], ['massLow', 'massHigh']],
  },
  interval: { required: ['segment', 'edge', 'mass', 'value'], optional: [] },
  contour: { required: ['ring', 'role', 'mass', 'value'], optional: [] },
  points: { required: ['mass', 'value'], optional: [['expected'], ['massLow', 'massHigh']] },
  grid: { required: ['mass', 'parameter', 'value'], optional: [] },
  'ratio-map': { required: ['mass', 'coupling', 'ratio'], optional: [] },
  band: { required: ['segment', 'edge', 'mass', 'value'], optional: [] },
  line: { required: ['segment', 'mass', 'value'], optional: [] },
};

const WORDS: Readonly<Record<string, readonly string[]>> = {
  edge: ['lower', 'upper'],
  role: ['outer', 'hole'],
};

/** Columns that number a part of the result: integers from one, in order. */
const PART_COLUMNS: ReadonlySet<string> = new Set(['segment', 'ring']);

/** A fault in the CSV text. `line` counts from one, the header being line one. */
export interface TableFault {
  readonly rule: 'csv-columns' | 'strict-numbers';
  readonly line: number;
  /** First character of the cell, counted from one. */
  readonly column?: number;
  readonly repair?: Repair;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** Reads the CSV of a limit of the given shape; the table is absent when there is any fault. */
export function parseLimitTable(
  text: string,
  shape: Shape,
): { table?: LimitTable; faults: TableFault[] } {
  const faults: TableFault[] = [];
  const byteFault = findByteFault(text);
  if (byteFault !== undefined) return { faults: [byteFault] };
  const columns = (/^[^\n]*/.exec(text)?.[0] ?? '').split(',');
  const columnFault = findColumnFault(columns, shape);
  if (columnFault !== undefined) return { faults: [columnFault] };
  const table = readSoundRows(text, columns);
  if (table !== undefined && table.length <= (MOST_ROWS[shape] ?? Infinity))
    return { table, faults };

  // Something is wrong: read again, slowly, to say what and where.
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();

  const length = lines.length - 1;
  if (length < 1) {
    return {
      faults: [
        {
          rule: 'csv-columns',
          line: 1,
          found: 'a header and no rows',
          expected: 'at least one row of numbers',
          fix: 'add the numbers, or remove the limit and mark its search as data wanted',
        },
      ],
    };
  }
  const most = MOST_ROWS[shape];
  if (most !== undefined && length > most) {
    return {
      faults: [
        {
          rule: 'csv-columns',
          line: most + 2,
          found: `${String(length)} rows`,
          expected: `at most ${String(most)} rows of shape ${shape}`,
          fix: 'keep the outline of the published region; a scan of points is a grid or a ratio-map',
        },
      ],
    };
  }
  const numbers = new Map<string, Float64Array>();
  const words = new Map<string, string[]>();
  for (const column of columns) {
    if (column in WORDS) words.set(column, []);
    else numbers.set(column, new Float64Array(length));
  }
  for (let row = 0; row < length; row++) {
    if (faults.length > MOST_FAULTS) break;
    const line = row + 2;
    const cells = (lines[row + 1] ?? '').split(',');
    if (cells.length !== columns.length) {
      faults.push({ rule: 'csv-columns', line, ...describeRow(lines[row + 1] ?? '', columns) });
      continue;
    }
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? '';
      const allowed = WORDS[column];
      if (allowed !== undefined) {
        if (!allowed.includes(cell)) {
          faults.push({
            rule: 'strict-numbers',
            line,
            ...locateCell(cells, index, allowed.includes(cell.trim())),
            found: `"${cell}" in the column ${column}`,
            expected: allowed.join(' or '),
            fix: `write ${allowed.join(' or ')}`,
          });
        }
        words.get(column)?.push(cell);
        continue;
      }
      const value = Number(cell);
      const isPart = PART_COLUMNS.has(column);
      if (
        !isStrictNumber(cell) ||
        !Number.isFinite(value) ||
        (isPart && !/^[1-9]\d*$/.test(cell))
      ) {
        faults.push({
          rule: 'strict-numbers',
          line,
          ...locateCell(cells, index, isStrictNumber(cell.trim())),
          found: `"${cell}" in the column ${column}`,
          expected: isPart
            ? 'a whole number, counted from 1'
            : 'a plain decimal number like 1.5e-3',
          fix: isPart ? 'number the parts 1, 2, 3, …' : adviseCell(cell),
        });
      }
      const target = numbers.get(column);
      if (target !== undefined) target[row] = value;
    }
  }
  if (faults.length > 0) return { faults };
  return { table: { columns, length, numbers, words, text }, faults };
}

/** Of a table that is broken all over, the first faults say enough. */
const MOST_FAULTS = 100;

/** Shapes whose edges are compared with each other: five times the largest of them that was published. */
const MOST_ROWS: Readonly<Partial<Record<Shape, number>>> = {
  interval: 40_000,
  band: 40_000,
  contour: 20_000,
};

/** What is wrong with a row that has not as many cells as there are columns. */
function describeRow(
  text: string,
  columns: readonly string[],
): Pick<TableFault, 'found' | 'expected' | 'fix'> {
  const cells = text.split(',').length;
  const expected = `${String(columns.length)} cells (${columns.join(', ')})`;
  if (text.trim() === '')
    return { found: 'an empty line', expected, fix: 'remove the line; a gap is a new segment' };
  if (/^\s*(?:#|%|\/\/)/.test(text))
    return { found: 'a comment', expected, fix: 'move it to notes in the metadata' };
  const found = cells === 1 ? '1 cell' : `${String(cells)} cells`;
  if (cells > columns.length && /\d,\d/.test(text))
    return {
      found,
      expected,
      fix: 'write decimal points; a comma always separates two cells, also inside a number',
    };
  if (/[;\t]/.test(text))
    return { found, expected, fix: 'separate the cells by commas, and write decimal points' };
  return { found, expected, fix: 'write one number per column, separated by single commas' };
}

/** How to write a cell that is no number, as far as it can be seen what it was meant to be. */
function adviseCell(cell: string): string {
  const bare = cell.trim();
  if (bare !== cell && isStrictNumber(bare))
    return 'remove the blanks around the number (npm run check -- --fix does)';
  if (/^["'].*["']$/.test(bare)) return 'remove the quotes';
  if (/[−–—‐]/.test(bare))
    return 'write the minus sign as a hyphen: this one comes from a typeset text';
  if (/\d['’_\s]\d{3}/.test(bare)) return 'remove the mark between thousands';
  if (isStrictNumber(bare)) return 'correct the exponent: no computer holds this number';
  if (/e{2}|\d\s*(?:[×x*·]\s*)?10\s*\^/i.test(bare))
    return 'correct the number: a power of ten is written as in 1.58e-2';
  return 'write the digits as published; a missing value is an absent row, never a word';
}

/** Where a cell begins in its line, and the repair where only blanks around it are wrong. */
const locateCell = (
  cells: readonly string[],
  index: number,
  isBlankOnly: boolean,
): Pick<TableFault, 'column' | 'repair'> => ({
  column: cells.slice(0, index).join(',').length + (index === 0 ? 1 : 2),
  ...(isBlankOnly && cells[index] !== cells[index]?.trim()
    ? { repair: { kind: 'trim-cells' } }
    : {}),
});

/** The table of a text where every row and number is as it should be, else undefined. */
function readSoundRows(text: string, columns: readonly string[]): LimitTable | undefined {
  const bodyStart = text.indexOf('\n') + 1;
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  if (bodyStart === 0 || bodyStart >= end) return undefined;
  let length = 1;
  for (
    let at = text.indexOf('\n', bodyStart);
    at !== -1 && at < end;
    at = text.indexOf('\n', at + 1)
  )
    length += 1;
  const numbers = new Map<string, Float64Array>();
  const words = new Map<string, string[]>();
  for (const column of columns) {
    if (column in WORDS) words.set(column, []);
    else numbers.set(column, new Float64Array(length));
  }
  const readers = columns.map((column) => makeCellReader(column, numbers, words));
  let from = bodyStart;
  for (let row = 0; row < length; row++) {
    const found = text.indexOf('\n', from);
    const lineEnd = found === -1 ? end : found;
    for (const [i, read] of readers.entries()) {
      const comma = text.indexOf(',', from);
      const isLast = i === readers.length - 1;
      if (isLast ? comma !== -1 && comma < lineEnd : comma === -1 || comma > lineEnd)
        return undefined;
      const to = isLast ? lineEnd : comma;
      if (!read(text, from, to, row)) return undefined;
      from = to + 1;
    }
  }
  return { columns, length, numbers, words, text };
}

/** Reads a cell of a column into its row; false where it is not as it should be. */
function makeCellReader(
  column: string,
  numbers: ReadonlyMap<string, Float64Array>,
  words: ReadonlyMap<string, string[]>,
): (text: string, from: number, to: number, row: number) => boolean {
  const list = words.get(column);
  const allowed = WORDS[column];
  if (list !== undefined && allowed !== undefined) {
    return (text, from, to) => {
      const word = allowed.find((one) => one.length === to - from && text.startsWith(one, from));
      if (word !== undefined) list.push(word);
      return word !== undefined;
    };
  }
  const target = numbers.get(column);
  const isPart = PART_COLUMNS.has(column);
  return (text, from, to, row) => {
    const value = parseDecimal(text, from, to);
    if (target === undefined || !Number.isFinite(value)) return false;
    target[row] = value;
    return !isPart || /^[1-9]\d*$/.test(text.slice(from, to));
  };
}

/**
 * The table of a text that is known to have none but sound rows: its numbers are read when they are first
 * asked for.
 */
export function deferLimitTable(
  text: string,
  shape: Shape,
  { columns, length }: Pick<LimitTable, 'columns' | 'length'>,
): LimitTable {
  let parsed: LimitTable | undefined;
  const parse = (): LimitTable => {
    parsed ??= parseLimitTable(text, shape).table;
    if (parsed === undefined) throw new Error('A table that was read before cannot be read.');
    return parsed;
  };
  return {
    columns,
    length,
    get numbers() {
      return parse().numbers;
    },
    get words() {
      return parse().words;
    },
    text,
  };
}

/** What spreadsheets leave behind and no terminal shows: a byte order mark, carriage returns. */
function findByteFault(text: string): TableFault | undefined {
  const isMarked = text.startsWith('\uFEFF');
  const carriageReturn = text.indexOf('\r');
  if (!isMarked && carriageReturn === -1) return undefined;
  return {
    rule: 'csv-columns',
    line: isMarked ? 1 : text.slice(0, carriageReturn).split('\n').length,
    found: isMarked ? 'a byte order mark' : 'a carriage return',
    expected: 'UTF-8 without a byte order mark, lines that end in a line feed only',
    fix: 'save the file as plain UTF-8 with Unix line ends (npm run check -- --fix does)',
    repair: { kind: 'plain-text' },
  };
}

function findColumnFault(columns: readonly string[], shape: Shape): TableFault | undefined {
  const { required, optional } = SHAPE_COLUMNS[shape];
  const expected = [
    ...required,
    ...optional.filter((group) => group.every((column) => columns.includes(column))).flat(),
  ];
  if (columns.length === expected.length && columns.every((name, i) => name === expected[i])) {
    return undefined;
  }
  const trimmed = columns.map((name) => name.trim());
  const isBlankOnly =
    trimmed.join() !== columns.join() && findColumnFault(trimmed, shape) === undefined;
  const choices = optional.map((group) => `[${group.join(',')}]`).join('');
  return {
    rule: 'csv-columns',
    line: 1,
    found: describeHeader(columns),
    expected: `${required.join(',')}${choices === '' ? '' : ` ${choices}`}`,
    fix: isBlankOnly
      ? 'leave out the blanks around the names (npm run check -- --fix does)'
      : adviseHeader(columns, shape),
    ...(isBlankOnly ? { repair: { kind: 'trim-cells' } } : {}),
  };
}

const describeHeader = (columns: readonly string[]): string =>
  columns.join('') === '' ? 'no header' : shorten(columns.join(','));

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** How to get to the right header, as far as it can be seen what was meant. */
function adviseHeader(columns: readonly string[], shape: Shape): string {
  const text = columns.join(',');
  const { required, optional } = SHAPE_COLUMNS[shape];
  const header = required.join(',');
  if (text.trim() === '') return `write ${header} and the numbers below`;
  if (text.includes('"')) return 'remove the quotes around names and numbers';
  if (columns.length === 1 && /[;\t]/.test(text))
    return 'separate the columns by commas, and write decimal points';
  if (columns.every((cell) => isStrictNumber(cell.trim())))
    return `write ${header} as the first line, above the numbers`;
  const known = new Set([...required, ...optional.flat()]);
  const strange = columns.filter((name) => !known.has(name));
  if (strange.length > 0 && required.every((name) => columns.includes(name)))
    return `remove the column ${strange.map(shorten).join(', ')}; remarks belong into notes of the metadata`;
  return `write the header of a limit with shape ${shape}, or correct the shape`;
}

/** Numeric column of a parsed table; every shape's required columns are always there. */
export function numberColumn(table: LimitTable, name: string): Float64Array {
  const column = table.numbers.get(name);
  if (column === undefined) throw new Error(`The table has no numeric column "${name}".`);
  return column;
}

/** Word column of a parsed table. */
export function wordColumn(table: LimitTable, name: string): readonly string[] {
  const column = table.words.get(name);
  if (column === undefined) throw new Error(`The table has no word column "${name}".`);
  return column;
}
