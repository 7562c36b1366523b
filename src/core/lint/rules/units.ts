import type { Column } from '../../schema/index.ts';
import { findUnitFactor } from '../../units.ts';
import { atKey } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const units: LoneLimitRule = {
  name: 'units',
  description: 'A column’s unit is one its quantity allows, and the mass column holds a mass.',
  scope: 'limit-alone',
  *check(limit, { catalogue }) {
    const columns: [string, Column | undefined][] = [
      ['mass', limit.mass],
      ['value', limit.value],
      ['parameter', limit.parameter],
    ];
    for (const [name, column] of columns) {
      const quantity = catalogue.quantities.get(column?.quantity ?? '');
      if (column === undefined || quantity === undefined) continue;
      if (
        !quantity.units.includes(column.unit) ||
        findUnitFactor(column.unit, quantity.unit) === undefined
      ) {
        yield {
          ...atKey(limit, name, 'unit'),
          found: `the unit ${column.unit} for ${quantity.id}`,
          expected: quantity.units.join(', '),
          fix: 'write the unit the numbers are in; add it to the quantity if it is right',
        };
      }
      if (name === 'mass' && quantity.role !== 'mass') {
        yield {
          ...atKey(limit, name, 'quantity'),
          found: `the quantity ${quantity.id}, a ${quantity.role}`,
          expected: 'a mass',
          fix: 'name the quantity of the mass column',
        };
      }
    }
  },
};
