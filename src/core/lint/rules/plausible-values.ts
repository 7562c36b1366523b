import { decodeColumn, valueColumnName } from '../decode.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const plausibleValues: LoneLimitRule = {
  name: 'plausible-values',
  description: 'Numbers lie where their quantity plausibly can: outside, a unit or power slipped.',
  scope: 'limit-alone',
  *check(limit, { catalogue: { quantities } }) {
    const columns = [
      ['mass', limit.mass],
      [valueColumnName(limit), limit.value],
    ] as const;
    for (const [name, column] of columns) {
      const quantity = quantities.get(column.quantity);
      const values = decodeColumn(limit, name, column, quantities);
      if (quantity === undefined || values === undefined) continue;
      const [lowest, highest] = quantity.plausible;
      // Zero and what is below is what the rule positive-values looks for.
      const isAllowed = (value: number): boolean =>
        (value >= lowest && value <= highest) || (value <= 0 && column.scale === 'linear');
      const row = values.findIndex((value) => !isAllowed(value));
      if (row === -1) continue;
      const unit = quantity.unit === '1' ? '' : ` ${quantity.unit}`;
      yield {
        ...atRow(limit, row),
        found: `${name} = ${String(values[row])}${unit}`,
        expected: `${quantity.id} between ${String(lowest)} and ${String(highest)}${unit}`,
        fix: 'check the unit and the scale (linear or log10) in the metadata, and the number itself',
      };
    }
  },
};
