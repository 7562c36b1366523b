import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import { numberColumn } from '../formats/limit-table.ts';
import type { LimitTable } from '../formats/limit-table.ts';
import { valueColumnName } from '../lint/decode.ts';
import { applyPowerLaw, findColumnLaw } from '../quantities.ts';
import type { Column } from '../schema/index.ts';

/** How the numbers of a limit differ from what they were. */
export interface NumberChange {
  /** Rows before and now. */
  readonly rowsBefore: number;
  readonly rows: number;
  /** Rows at the same place whose numbers changed, rows that came and rows that went. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** The largest ratio between old and new value, never below one, and the mass it is at [plane's unit]. */
  readonly largest?: { readonly factor: number; readonly mass: number };
  /** Where no mass is what it was but the rows correspond: the largest ratio between old and new mass. */
  readonly massFactor?: number;
}

/** Two values closer than this are one: rounding of a conversion. */
const SAME = 1e-11;

/** One row, its numbers in the quantities of the plane. */
interface Row {
  /** What names the row: segment, edge, ring, mass, and the second coordinate of a map. */
  readonly key: string;
  readonly mass: number;
  readonly value: number;
  /** Every other number: expected limits, bands, edges of bins. */
  readonly rest: string;
}

/**
 * Compares the numbers of a limit in the quantities of its plane, so that writing the same numbers in
 * another unit changes nothing and a wrong unit set right does. Rows are paired by part and mass;
 * where hardly any mass is the same and there are as many rows, by their order. Undefined when nothing
 * changed.
 */
export function compareNumbers(
  before: Limit,
  old: Catalogue,
  after: Limit,
  now: Catalogue,
): NumberChange | undefined {
  const plane = now.planes.get(after.plane);
  const [was, is] = [readRows(before, old, plane), readRows(after, now, plane)];
  const paired = pairByKey(was, is);
  const isShifted =
    was.length === is.length && paired.length < is.length / 2 && before.shape === after.shape;
  const pairs = isShifted ? is.map((row, i): Pair => [was[i] ?? row, row]) : paired;
  const different = pairs.filter(([a, b]) => !isSameRow(a, b));
  const added = is.length - pairs.length;
  const removed = was.length - pairs.length;
  if (different.length + added + removed === 0) return undefined;
  const largest = findLargest(different);
  const massFactor = Math.max(1, ...different.map(([a, b]) => ratio(a.mass, b.mass)));
  return {
    rowsBefore: was.length,
    rows: is.length,
    changed: different.length,
    added,
    removed,
    ...(largest === undefined ? {} : { largest }),
    ...(massFactor > 1 + SAME ? { massFactor } : {}),
  };
}

type Pair = readonly [before: Row, after: Row];

function readRows(limit: Limit, catalogue: Catalogue, plane: PlaneEntry | undefined): Row[] {
  const { table } = limit;
  const valueName = limit.shape === 'ratio-map' ? 'ratio' : 'value';
  const placeName = limit.shape === 'ratio-map' ? valueColumnName(limit) : 'parameter';
  const mass = readColumn(limit, 'mass', limit.mass, plane?.x.quantity, catalogue, plane);
  const value =
    valueName === 'ratio'
      ? numberColumn(table, valueName)
      : readColumn(limit, valueName, limit.value, plane?.y.quantity, catalogue, plane);
  const names = table.columns.filter((name) => !['mass', valueName].includes(name));
  const isPlace = (name: string): boolean =>
    ['segment', 'ring', placeName].includes(name) || table.words.has(name);
  const join = (row: number, chosen: readonly string[]): string =>
    chosen.map((name) => `${name} ${cell(table, name, row)}`).join();
  const [places, rest] = [names.filter(isPlace), names.filter((name) => !isPlace(name))];
  return Array.from({ length: table.length }, (_, row) => ({
    key: `${join(row, places)} ${(mass[row] ?? 0).toPrecision(11)}`,
    mass: mass[row] ?? 0,
    value: value[row] ?? 0,
    rest: join(row, rest),
  }));
}

const cell = (table: LimitTable, name: string, row: number): string =>
  String(table.words.get(name)?.[row] ?? table.numbers.get(name)?.[row] ?? '');

/** A column in the plane's quantity where it converts, else as in the file with logarithms undone. */
function readColumn(
  limit: Limit,
  name: string,
  column: Column,
  target: string | undefined,
  { quantities }: Catalogue,
  plane: PlaneEntry | undefined,
): Float64Array {
  const law = target && findColumnLaw(column, target, quantities, plane?.parameters ?? {});
  return numberColumn(limit.table, name).map((raw) => {
    const plain = column.scale === 'log10' ? 10 ** raw : raw;
    return law ? applyPowerLaw(law, plain) : plain;
  });
}

/** Rows of the same key, the first with the first where a key is there more than once. */
function pairByKey(before: readonly Row[], after: readonly Row[]): Pair[] {
  const waiting = Map.groupBy(before, ({ key }) => key);
  return after.flatMap((row): Pair[] => {
    const old = waiting.get(row.key)?.shift();
    return old === undefined ? [] : [[old, row]];
  });
}

const isSameRow = (a: Row, b: Row): boolean =>
  a.rest === b.rest && isSame(a.mass, b.mass) && isSame(a.value, b.value);

const isSame = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));

/** The larger over the smaller of two positive numbers; 1 where there is no such ratio. */
function ratio(a: number, b: number): number {
  const factor = Math.max(a / b, b / a);
  return a > 0 && b > 0 && Number.isFinite(factor) ? factor : 1;
}

function findLargest(pairs: readonly Pair[]): NumberChange['largest'] {
  let largest: NumberChange['largest'];
  for (const [{ value: old }, { value, mass }] of pairs) {
    const factor = ratio(old, value);
    if (factor > Math.max(1 + SAME, largest?.factor ?? 1)) largest = { factor, mass };
  }
  return largest;
}
