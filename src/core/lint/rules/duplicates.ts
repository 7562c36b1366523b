import { numberColumn } from '../../formats/limit-table.ts';
import type { CatalogueRule } from '../rule.ts';
import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';

export const duplicates: CatalogueRule = {
  name: 'duplicates',
  description:
    'No two limits hold the same numbers on one plane, and no row repeats the row before it.',
  scope: 'catalogue',
  *check({ catalogue }) {
    const seen = new Map<string, string>();
    for (const limit of catalogue.limits.values()) {
      const key = `${limit.plane} ${limit.value.quantity} ${limit.table.text}`;
      const twin = seen.get(key);
      if (twin !== undefined) {
        yield {
          ...atRow(limit, 0),
          found: `the same numbers as ${twin}`,
          expected: 'one dataset per published result',
          fix: 'remove one of the two; where a result holds on another plane too, use alsoOn',
        };
      }
      seen.set(key, limit.id);
      if (limit.shape === 'grid' || limit.shape === 'ratio-map') continue;
      const mass = numberColumn(limit.table, 'mass');
      const value = numberColumn(limit.table, 'value');
      for (const { from, to } of listParts(limit)) {
        for (let row = from + 1; row < to; row++) {
          if (mass[row] !== mass[row - 1] || value[row] !== value[row - 1]) continue;
          yield {
            ...atRow(limit, row),
            found: 'the row before, again',
            expected: 'each point once',
            fix: 'drop the row and account for it in provenance.raw (repeats the row before)',
          };
        }
      }
    }
  },
};
