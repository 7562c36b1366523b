import type { Limit } from '../catalogue.ts';
import { numberColumn } from '../formats/limit-table.ts';
import { listParts } from './parts.ts';

/** True for shapes that are drawn as lines: their values at a mass can be read off. */
export const isCurve = ({ shape }: Limit): boolean => shape !== 'grid' && shape !== 'ratio-map';

/**
 * Every value that the lines of a limit take at a mass, interpolated log–log between neighbouring rows: one
 * for a curve, two or more for a region, none outside. Points are not joined.
 * @param mass [unit of the mass column]
 * @returns values [unit of the value column]
 */
export function listCrossings(limit: Limit, mass: number): number[] {
  const decode = (column: 'mass' | 'value'): ((row: number) => number) => {
    const numbers = numberColumn(limit.table, column);
    return limit[column].scale === 'log10'
      ? (row) => 10 ** (numbers[row] ?? NaN)
      : (row) => numbers[row] ?? NaN;
  };
  const [massAt, valueAt] = [decode('mass'), decode('value')];
  const values: number[] = [];
  for (const { from, to } of listParts(limit)) {
    for (let row = from; row < to; row++) {
      const here = massAt(row);
      if (isEqual(here, mass)) {
        values.push(valueAt(row));
        continue;
      }
      if (limit.shape === 'points' || row + 1 >= to) continue;
      const next = massAt(row + 1);
      if (isEqual(next, mass) || (here - mass) * (next - mass) >= 0) continue;
      const share = Math.log(mass / here) / Math.log(next / here);
      values.push(valueAt(row) ** (1 - share) * valueAt(row + 1) ** share);
    }
  }
  return values;
}

/** Masses that differ only by the rounding of a logarithm are the same. */
const isEqual = (a: number, b: number): boolean => a === b || Math.abs(a / b - 1) < 1e-9;
