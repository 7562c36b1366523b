import { describe, expect, it } from 'vitest';
import { positiveValues } from '../../../../src/core/lint/rules/positive-values.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('positive-values', () => {
  it('accepts values above zero and a mass of zero', () => {
    expect(lintLimit(positiveValues, { rows: '1,0,1e-3 1,1,1e-3' })).toBe('');
  });
  it('accepts negative numbers that are declared as logarithms', () => {
    expect(
      lintLimit(positiveValues, {
        mass: { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'log10' },
        value: { quantity: 'epsilon', unit: '1', scale: 'log10' },
        rows: '1,-1,-3 1,0,0',
      }),
    ).toBe('');
  });
  it('points at a value of zero', () => {
    expect(lintLimit(positiveValues, { rows: '1,1,1e-3 1,2,0' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  positive-values
        found     value 0
        expected  a number above zero
        fix       a missing limit is an absent row, never zero or less"
    `);
  });
  it('points at a negative coupling of a map', () => {
    expect(lintLimit(positiveValues, { shape: 'ratio-map', rows: '1,-4,0.5' }))
      .toMatchInlineSnapshot(`
        "limits/vector/babar-2014-dark-photon.csv :2  error  positive-values
          found     coupling -4
          expected  a number above zero
          fix       a missing limit is an absent row, never zero or less"
      `);
  });
  it('points at a negative mass', () => {
    expect(lintLimit(positiveValues, { rows: '1,-1,1e-3 1,2,1e-3' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :2  error  positive-values
        found     mass -1
        expected  a mass that is not negative
        fix       these may be logarithms: write scale: log10 in mass, if the source gives log10; else correct the mass"
    `);
  });
});
