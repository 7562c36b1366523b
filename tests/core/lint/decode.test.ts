import { describe, expect, it } from 'vitest';
import { decodeColumn, valueColumnName } from '../../../src/core/lint/decode.ts';
import { makeLimit, QUANTITIES } from '../../fixtures/make-catalogue.ts';

const quantities = new Map(QUANTITIES.map((quantity) => [quantity.id, quantity]));

describe('decodeColumn', () => {
  it('converts to the canonical unit of the quantity', () => {
    const limit = makeLimit({ mass: { quantity: 'mass-dark-photon', unit: 'MeV' } });
    expect(decodeColumn(limit, 'mass', limit.mass, quantities)).toEqual(
      Float64Array.of(1e-3, 2e-3, 3e-3),
    );
  });
  it('undoes logarithms before it converts', () => {
    const mass = { quantity: 'mass-dark-photon', unit: 'MeV', scale: 'log10' } as const;
    const limit = makeLimit({ mass, rows: '1,3,1e-3 1,4,1e-3' });
    expect(decodeColumn(limit, 'mass', limit.mass, quantities)).toEqual(Float64Array.of(1, 10));
  });
  it('gives nothing for a unit or a quantity it does not know', () => {
    const limit = makeLimit();
    const decode = (quantity: string, unit: string): Float64Array | undefined =>
      decodeColumn(limit, 'mass', { quantity, unit, scale: 'linear' }, quantities);
    expect(decode('mass-dark-photon', 'ps')).toBeUndefined();
    expect(decode('mass-of-nothing', 'GeV')).toBeUndefined();
  });
});

describe('valueColumnName', () => {
  it('is coupling in maps and value elsewhere', () => {
    expect(valueColumnName(makeLimit({ shape: 'ratio-map' }))).toBe('coupling');
    expect(valueColumnName(makeLimit())).toBe('value');
  });
});
