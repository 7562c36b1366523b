import { numberColumn } from '../../formats/limit-table.ts';
import { valueColumnName } from '../decode.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const positiveValues: LoneLimitRule = {
  name: 'positive-values',
  description:
    'Couplings and rates are above zero and masses not below: curves are joined in log–log space.',
  scope: 'limit-alone',
  *check(limit) {
    const valueName = valueColumnName(limit);
    if (limit.value.scale === 'linear') {
      const values = numberColumn(limit.table, valueName);
      const row = values.findIndex((value) => value <= 0);
      if (row !== -1) {
        yield {
          ...atRow(limit, row),
          found: `${valueName} ${String(values[row])}`,
          expected: 'a number above zero',
          fix: 'a missing limit is an absent row; a logarithm needs scale: log10',
        };
      }
    }
    if (limit.mass.scale === 'linear') {
      const masses = numberColumn(limit.table, 'mass');
      const row = masses.findIndex((mass) => mass < 0);
      if (row !== -1) {
        yield {
          ...atRow(limit, row),
          found: `mass ${String(masses[row])}`,
          expected: 'a mass that is not negative',
          fix: 'correct the mass; a logarithm needs scale: log10',
        };
      }
    }
  },
};
