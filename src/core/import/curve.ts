import type { ColumnFacts, ColumnRole } from './column-facts.ts';
import type { SourceRow, SourceTable } from './source.ts';

/** Columns by the part they play. */
export type Picks = Readonly<Partial<Record<ColumnRole, number>>>;

/** A row that gives a point; digits as written beside the numbers they mean, in the file's unit and scale. */
export interface RawPoint {
  readonly row: SourceRow;
  readonly mass: string;
  readonly value: string;
  readonly massNumber: number;
  readonly valueNumber: number;
  /** Why the curve does not go on from the point before; absent where it does. */
  readonly breakWhy?: string;
}

/** Points of one table in one role, and what became of its other rows. */
export interface Curve {
  readonly source: number;
  readonly file: string;
  readonly table: SourceTable;
  readonly columns: readonly ColumnFacts[];
  readonly picks: Picks;
  readonly edge?: 'lower' | 'upper';
  /** Which region the edge bounds, counted from zero, where there are several. */
  readonly region?: number;
  readonly points: readonly RawPoint[];
  /** Rows left out, by reason. */
  readonly drops: ReadonlyMap<string, number>;
}

/**
 * Takes points out of a curve for a reason.
 * @param cuts true where a row in the midst of the curve that is taken out leaves a gap
 */
export function dropPoints(
  curve: Curve,
  isDropped: (point: RawPoint, index: number) => boolean,
  why: string,
  cuts: boolean,
): Curve {
  const points: RawPoint[] = [];
  let dropped = 0;
  let isCut = false;
  for (const [index, point] of curve.points.entries()) {
    if (isDropped(point, index)) {
      dropped += 1;
      isCut ||= cuts;
      continue;
    }
    points.push(isCut && points.length > 0 ? { ...point, breakWhy: why } : point);
    isCut = false;
  }
  return dropped === 0 ? curve : { ...curve, points, drops: addDrop(curve.drops, why, dropped) };
}

const addDrop = (
  drops: ReadonlyMap<string, number>,
  why: string,
  rows: number,
): ReadonlyMap<string, number> => new Map([...drops, [why, (drops.get(why) ?? 0) + rows]]);

/** The points of a table in the columns picked; rows without mass or value are left out. */
export function takePoints(curve: Omit<Curve, 'points' | 'drops'>, value: number): Curve {
  const { mass, massLow, massHigh } = curve.picks;
  const all = curve.table.rows.map((row): RawPoint => {
    const [low = '', high = ''] = [massLow, massHigh].map((pick) => row.cells[pick ?? -1] ?? '');
    const massText =
      mass === undefined
        ? low === '' || high === ''
          ? ''
          : binCentre(low, high)
        : (row.cells[mass] ?? '');
    const valueText = row.cells[value] ?? '';
    return {
      row,
      mass: massText,
      value: valueText,
      massNumber: massText === '' ? NaN : Number(massText),
      valueNumber: valueText === '' ? NaN : Number(valueText),
      ...(row.startsBlock ? { breakWhy: 'blank line in the source' } : {}),
    };
  });
  const isEmpty = ({ massNumber, valueNumber }: RawPoint): boolean =>
    Number.isNaN(massNumber) || Number.isNaN(valueNumber);
  return dropPoints({ ...curve, points: all, drops: new Map() }, isEmpty, 'no value', true);
}

/** The arithmetic centre of a bin, to twelve digits: what is computed has no digits as given. */
const binCentre = (low: string, high: string): string =>
  String(Number(((Number(low) + Number(high)) / 2).toPrecision(12)));
