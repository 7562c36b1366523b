import { numberColumn } from '../../formats/limit-table.ts';
import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const massSteps: LoneLimitRule = {
  name: 'mass-steps',
  description: 'At most two rows share a mass (a vertical step): a third would have no meaning.',
  scope: 'limit-alone',
  *check(limit) {
    if (limit.shape === 'contour' || limit.shape === 'grid' || limit.shape === 'ratio-map') return;
    const most = limit.shape === 'points' ? 1 : 2;
    const mass = numberColumn(limit.table, 'mass');
    for (const part of listParts(limit)) {
      for (let row = part.from + most; row < part.to; row++) {
        if (mass[row] !== mass[row - most]) continue;
        yield {
          ...atRow(limit, row),
          found: `${String(most + 1)} rows at mass ${String(mass[row])}`,
          expected: most === 1 ? 'each tested mass once' : 'at most two rows at one mass',
          fix: 'keep the two ends of the step, or store a contour',
        };
        break;
      }
    }
  },
};
