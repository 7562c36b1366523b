import { decodeColumn, valueColumnName } from '../decode.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

/** Fewer points may lie on a straight line by themselves. */
const FEWEST = 4;
/** Digits of a file are rounded, masses and couplings each in their own way. */
const TOLERANCE = 1e-3;

export const valueIsMass: LoneLimitRule = {
  name: 'value-is-mass',
  description:
    'The coupling is not the mass, nor a multiple of it: such a column was taken from the wrong place. Computed targets may be straight lines.',
  scope: 'limit-alone',
  *check(limit, { catalogue: { quantities } }) {
    if (limit.status === 'target' || limit.shape === 'grid' || limit.shape === 'ratio-map') return;
    const mass = decodeColumn(limit, 'mass', limit.mass, quantities);
    const value = decodeColumn(limit, valueColumnName(limit), limit.value, quantities);
    if (mass === undefined || value === undefined) return;
    const masses = new Set<number>();
    let [least, most] = [Infinity, 0];
    for (const [row, at] of mass.entries()) {
      if (!(at > 0)) continue;
      masses.add(at);
      const ratio = (value[row] ?? NaN) / at;
      [least, most] = [Math.min(least, ratio), Math.max(most, ratio)];
      if (most > least * (1 + TOLERANCE)) return;
    }
    if (masses.size < FEWEST) return;
    yield {
      ...atRow(limit, 0),
      found: `values that are ${Math.abs(least - 1) < TOLERANCE ? 'the masses' : `${least.toPrecision(4)} times the masses [GeV]`}, all ${String(limit.table.length)} of them`,
      expected: 'the coupling that the source states at each mass',
      fix: 'take the column of the coupling; check provenance.raw.columns',
    };
  },
};
