import { numberColumn } from '../../formats/limit-table.ts';
import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const massOrder: LoneLimitRule = {
  name: 'mass-order',
  description: 'Masses never decrease inside a segment or edge: a curve is a function of mass.',
  scope: 'limit-alone',
  *check(limit) {
    if (limit.shape === 'contour' || limit.shape === 'grid' || limit.shape === 'ratio-map') return;
    const mass = numberColumn(limit.table, 'mass');
    for (const part of listParts(limit)) {
      for (let row = part.from + 1; row < part.to; row++) {
        const [before, here] = [mass[row - 1] ?? NaN, mass[row] ?? NaN];
        if (here >= before) continue;
        yield {
          ...atRow(limit, row),
          found: `mass ${String(here)} after ${String(before)}${part.name === '' ? '' : ` in ${part.name}`}`,
          expected: 'masses that never decrease',
          fix: 'sort the rows (and name the transform), begin a new segment, or store a contour',
          ...(isDescending(mass.subarray(part.from, part.to))
            ? { repair: { kind: 'reverse-parts' } as const }
            : {}),
        };
        break;
      }
    }
  },
};

const isDescending = (mass: Float64Array): boolean =>
  mass.every((here, i) => i === 0 || here <= (mass[i - 1] ?? NaN));
