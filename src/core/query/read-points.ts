import { isStrictNumber } from '../formats/strict-number.ts';

/** A point as a file gives it; the mass in the file's unit. */
export interface PointRow {
  /** Counted from one, comments, blank lines and the header included. */
  readonly line: number;
  readonly mass: number;
  readonly value: number;
  readonly fault?: undefined;
}

/** A row that is not a point. */
export interface PointFault {
  /** Counted from one, comments, blank lines and the header included. */
  readonly line: number;
  readonly fault: { readonly found: string; readonly expected: string };
}

/** Where mass and value stand in a row. */
interface Layout {
  readonly cells: number;
  readonly mass: number;
  readonly value: number;
}

const TWO_COLUMNS: Layout = { cells: 2, mass: 0, value: 1 };

/** No row of numbers is longer; a file without line ends must not fill the memory. */
const LONGEST_LINE = 4096;

/**
 * Reads points piece by piece: a mass and a value in each row, separated by a comma, a semicolon, a tab or
 * blanks. Text after `#` and rows that begin with `%` or `//` are comments. A header is optional; one of more than
 * two columns has to name `mass` and `value`. A row that is not a point becomes a fault with its line,
 * and the rest is still read.
 */
export class PointsReader {
  #rest = '';
  #line = 0;
  #isStarted = false;
  /** Undefined after a header that does not say where the numbers are. */
  #layout: Layout | undefined = TWO_COLUMNS;

  /** The rows that end in this piece of text. */
  *read(text: string): Generator<PointRow | PointFault> {
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const row = this.#readLine(this.#rest + text.slice(from, end));
      this.#rest = '';
      from = end + 1;
      if (row !== undefined) yield row;
    }
    this.#rest = (this.#rest + text.slice(from)).slice(0, LONGEST_LINE + 1);
  }

  /** The last row, where no line end follows it. */
  *end(): Generator<PointRow | PointFault> {
    if (this.#rest === '') return;
    const row = this.#readLine(this.#rest);
    this.#rest = '';
    if (row !== undefined) yield row;
  }

  #readLine(written: string): PointRow | PointFault | undefined {
    this.#line += 1;
    const line = this.#line;
    if (written.length > LONGEST_LINE) {
      return makeFault(
        line,
        `more than ${String(LONGEST_LINE)} characters`,
        'a mass and a value in each line',
      );
    }
    const text = stripComment(line === 1 ? written.replace(/^\uFEFF/, '') : written);
    if (text === '') return undefined;
    const cells = splitRow(text);
    if (!this.#isStarted) {
      this.#isStarted = true;
      if (isHeader(cells)) {
        this.#layout = readHeader(cells);
        if (this.#layout !== undefined) return undefined;
        return makeFault(
          line,
          `the header ${quote(text)}`,
          'one column named mass and one named value; without them no row can be read',
        );
      }
    }
    return this.#layout && readRow(cells, line, this.#layout);
  }
}

/** The rows of a text that is there as a whole. */
export function* readPoints(text: string): Generator<PointRow | PointFault> {
  const reader = new PointsReader();
  yield* reader.read(text);
  yield* reader.end();
}

function stripComment(text: string): string {
  const hash = text.indexOf('#');
  const kept = (hash === -1 ? text : text.slice(0, hash)).trim();
  return kept.startsWith('%') || kept.startsWith('//') ? '' : kept;
}

/** Cells of a row; the first separator found of tab, comma and semicolon counts, else blanks. */
function splitRow(text: string): string[] {
  for (const separator of ['\t', ',', ';']) {
    if (text.includes(separator)) return text.split(separator).map((cell) => cell.trim());
  }
  return text.split(/\s+/);
}

/** True when no cell is a number, nor a word that stands for one that is missing. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.every(
    (cell) => /[a-zA-Z\u0370-\u03ff]/.test(cell) && !isStrictNumber(cell) && !isNoNumber(cell),
  );

const isNoNumber = (cell: string): boolean => /^[+-]?(nan|na|inf|infinity|null|none)$/i.test(cell);

function readHeader(cells: readonly string[]): Layout | undefined {
  const names = cells.map((cell) => cell.replaceAll('"', '').toLowerCase());
  const [mass, value] = [names.indexOf('mass'), names.indexOf('value')];
  if (mass !== -1 && value !== -1) return { cells: cells.length, mass, value };
  // Two columns with other names: mass first, unless the names say otherwise.
  if (cells.length !== 2 || value === 0 || mass === 1) return undefined;
  return TWO_COLUMNS;
}

function readRow(cells: readonly string[], line: number, layout: Layout): PointRow | PointFault {
  if (cells.length !== layout.cells) {
    const count = cells.length === 1 ? '1 cell' : `${String(cells.length)} cells`;
    const wanted =
      layout.cells === 2 ? '2: a mass and a value' : `${String(layout.cells)} as in the header`;
    return makeFault(line, count, wanted);
  }
  const [mass = '', value = ''] = [cells[layout.mass], cells[layout.value]];
  const [massNumber, valueNumber] = [readNumber(mass), readNumber(value)];
  if (massNumber === undefined || valueNumber === undefined) {
    const [name, cell] = massNumber === undefined ? ['mass', mass] : ['value', value];
    return makeFault(line, `${quote(cell)} as ${name}`, 'a plain decimal number like 1.5e-3');
  }
  return { line, mass: massNumber, value: valueNumber };
}

/** A plain, finite decimal number; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (!isStrictNumber(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const makeFault = (line: number, found: string, expected: string): PointFault => ({
  line,
  fault: { found, expected },
});

const quote = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
