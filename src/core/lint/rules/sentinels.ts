import { numberColumn } from '../../formats/limit-table.ts';
import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

/** A rail stands at least this far from the curve it closes. */
const JUMP = 30;

export const sentinels: LoneLimitRule = {
  name: 'sentinels',
  description:
    '“No limit” is never a number: rails such as 1e5 or 1 at the ends of a curve and masses like 1e-29 are not data.',
  scope: 'limit-alone',
  *check(limit) {
    if (limit.mass.scale === 'linear') {
      const masses = numberColumn(limit.table, 'mass');
      const row = masses.findIndex((mass) => mass > 0 && mass < 1e-20);
      if (row !== -1) {
        yield {
          ...atRow(limit, row),
          found: `mass ${String(masses[row])}`,
          expected: 'a mass, or 0 for a search for a massless particle',
          fix: 'drop the row and account for it in provenance.raw (sentinel marks no limit)',
        };
      }
    }
    if (limit.value.scale === 'log10' || limit.shape === 'grid' || limit.shape === 'ratio-map')
      return;
    const value = numberColumn(limit.table, 'value');
    for (const { from, to } of listParts(limit)) {
      if (to - from < 3) continue;
      for (const [end, step] of [
        [from, 1],
        [to - 1, -1],
      ] as const) {
        const rail = value[end] ?? NaN;
        let neighbour = end + step;
        while (value[neighbour] === rail && neighbour > from && neighbour < to - 1)
          neighbour += step;
        const inside = value[neighbour] ?? NaN;
        if (!isPowerOfTen(rail) || rail < 1e-2 || rail / inside < JUMP) continue;
        yield {
          ...atRow(limit, end),
          found: `value ${String(rail)} beside ${String(inside)}`,
          expected: 'a published limit',
          fix: 'drop the row and account for it in provenance.raw (rail that closes a polygon)',
        };
      }
    }
  },
};

const isPowerOfTen = (value: number): boolean =>
  value > 0 && Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-12;
