import { describe, expect, it } from 'vitest';
import { listChoices, nameChoice } from '../../../src/components/contribute/decisions.ts';
import { decide, writeDecision } from '../../../src/components/contribute/show-understanding.ts';
import { makePlane, QUANTITIES } from '../../fixtures/make-catalogue.ts';

const CONTEXT = {
  plane: makePlane(),
  quantities: new Map(QUANTITIES.map((quantity) => [quantity.id, quantity])),
};
const FILE = { columns: 3, tables: ['Table 1', 'Table 2'] };

describe('decisions about a file', () => {
  it('are numbers for columns and words for the rest, and an empty answer takes one back', () => {
    expect(decide({}, 'massColumn', '2')).toEqual({ massColumn: 2 });
    expect(decide({}, 'massColumn', '0')).toEqual({});
    expect(decide({ massUnit: 'GeV' }, 'massUnit', 'MeV')).toEqual({ massUnit: 'MeV' });
    expect(decide({ massUnit: 'GeV', rails: 'drop' }, 'massUnit', ' ')).toEqual({ rails: 'drop' });
    expect(decide({}, 'columns', 'lower=2, upper=3')).toEqual({ columns: { lower: 2, upper: 3 } });
    expect(writeDecision({ columns: { lower: 2, upper: 3 } }, 'columns')).toBe('lower=2, upper=3');
  });

  it('offer what the plane and the file allow', () => {
    expect(listChoices('massUnit', FILE, CONTEXT)).toEqual(['MeV', 'GeV']);
    expect(listChoices('valueQuantity', FILE, CONTEXT)).toEqual(['epsilon', 'epsilon-squared']);
    expect(listChoices('massColumn', FILE, undefined)).toEqual(['1', '2', '3']);
    expect(listChoices('massUnit', FILE, undefined)).toEqual([]);
    expect(listChoices('table', { columns: 2, tables: ['Only'] }, CONTEXT)).toEqual([]);
  });

  it('are read in words', () => {
    expect(nameChoice('valueQuantity', 'epsilon', CONTEXT)).toBe('kinetic mixing (ε)');
    expect(nameChoice('valueUnit', '1', CONTEXT)).toBe('none');
    expect(nameChoice('massColumn', '2', CONTEXT)).toBe('column 2');
    expect(nameChoice('shape', 'contour', CONTEXT)).toBe('a closed region');
    expect(nameChoice('table', 'toString', CONTEXT)).toBe('toString');
  });
});
