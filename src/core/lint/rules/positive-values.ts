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
          fix: looksLogarithmic(values)
            ? `all values look like logarithms: write scale: log10 in value, if the source gives log10 (${String(values[row])} is then ${(10 ** (values[row] ?? NaN)).toPrecision(2)})`
            : 'a missing limit is an absent row, never zero or less',
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
          fix: 'these may be logarithms: write scale: log10 in mass, if the source gives log10; else correct the mass',
        };
      }
    }
  },
};

/** Logarithms of couplings: below zero, and closer together than couplings would be. */
const looksLogarithmic = (values: Float64Array): boolean =>
  values.length > 1 && values.every((value) => value < 0 && value > -40);
