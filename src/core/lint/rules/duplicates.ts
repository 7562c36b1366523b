import type { Limit } from '../../catalogue.ts';
import { numberColumn } from '../../formats/limit-table.ts';
import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';
import { recall } from '../recall.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

export const duplicates: CatalogueRule = {
  name: 'duplicates',
  description:
    'No two limits hold the same numbers on one plane, and no row repeats the row before it.',
  scope: 'catalogue',
  *check(context) {
    const seen = new Map<string, Limit[]>();
    for (const limit of context.catalogue.limits.values()) {
      const { text } = limit.table;
      // Texts are compared only where they are as long.
      const key = `${limit.plane} ${limit.value.quantity} ${String(text.length)}`;
      const alike = seen.get(key) ?? [];
      seen.set(key, [...alike, limit]);
      const twin = alike.findLast(({ table }) => table.text === text);
      if (twin !== undefined) {
        yield {
          ...atRow(limit, 0),
          found: `the same numbers as ${twin.id}`,
          expected: 'one dataset per published result',
          fix: 'remove one of the two; where a result holds on another plane too, use alsoOn',
        };
      }
      yield* recall(context, 'repeated rows', [limit], () => [...listRepeatedRows(limit)]);
    }
  },
};

function* listRepeatedRows(limit: Limit): Generator<Finding> {
  if (limit.shape === 'grid' || limit.shape === 'ratio-map') return;
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
