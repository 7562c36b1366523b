import { numberColumn } from '../../formats/limit-table.ts';
import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const closedRings: LoneLimitRule = {
  name: 'closed-rings',
  description: 'A ring has at least three corners and repeats its first point last.',
  scope: 'limit-alone',
  *check(limit) {
    if (limit.shape !== 'contour') return;
    const mass = numberColumn(limit.table, 'mass');
    const value = numberColumn(limit.table, 'value');
    for (const { name, from, to } of listParts(limit)) {
      const isClosed = mass[from] === mass[to - 1] && value[from] === value[to - 1];
      if (isClosed && to - from >= 4) continue;
      yield {
        ...atRow(limit, to - 1),
        found: isClosed ? `${String(to - from)} rows in ${name}` : `an open end of ${name}`,
        expected: isClosed
          ? 'three corners and the first of them again'
          : `the first point again: ${String(mass[from])},${String(value[from])}`,
        fix: 'close the ring (transform close-ring), or store the curve as one-sided',
        ...(isClosed || to - from < 3 ? {} : { repair: { kind: 'close-rings' } as const }),
      };
    }
  },
};
