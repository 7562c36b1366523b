import { findColumnLaw } from '../../quantities.ts';
import { atKey } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const planeTransform: LoneLimitRule = {
  name: 'plane-transform',
  description:
    'A limit’s quantities turn exactly into those of every plane it stands on: nothing else may be compared.',
  scope: 'limit-alone',
  *check(limit, { catalogue }) {
    const { quantities } = catalogue;
    const stands = [
      { id: limit.plane, path: ['plane'] },
      ...limit.alsoOn.map(({ plane }, i) => ({ id: plane, path: ['alsoOn', i, 'plane'] })),
    ];
    for (const { id, path } of stands) {
      const plane = catalogue.planes.get(id);
      if (plane === undefined) continue;
      for (const [axis, column] of [
        [plane.x, limit.mass],
        [plane.y, limit.value],
      ] as const) {
        if (!quantities.has(axis.quantity) || !quantities.has(column.quantity)) continue;
        const unit = quantities.get(column.quantity)?.unit ?? column.unit;
        const law = findColumnLaw({ ...column, unit }, axis.quantity, quantities, plane.parameters);
        if (law !== undefined) continue;
        yield {
          ...atKey(limit, ...path),
          found: `${column.quantity} on a plane of ${axis.quantity}`,
          expected: 'a quantity with an exact relation to the plane’s, at the plane’s parameters',
          fix: 'choose the plane of that quantity, or declare the relation in content/quantities with its source',
        };
      }
    }
    if (new Set(stands.map(({ id }) => id)).size < stands.length) {
      yield {
        ...atKey(limit, 'alsoOn'),
        found: 'the same plane twice',
        expected: 'each plane once',
        fix: 'remove the repeated plane',
      };
    }
  },
};
