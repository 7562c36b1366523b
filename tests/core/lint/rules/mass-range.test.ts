import { describe, expect, it } from 'vitest';
import { massRange } from '../../../../src/core/lint/rules/mass-range.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('mass-range', () => {
  it('accepts numbers that span the stated range', () => {
    expect(lintLimit(massRange, {})).toBe('');
  });
  it('allows what rounding to two digits changes', () => {
    expect(lintLimit(massRange, { massRange: [1.019, 2.95] })).toBe('');
  });
  it('converts units before it compares', () => {
    expect(
      lintLimit(massRange, {
        mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
        rows: '1,1000,1e-3 1,3000,1e-3',
      }),
    ).toBe('');
  });
  it('undoes logarithms before it compares', () => {
    expect(
      lintLimit(massRange, {
        mass: { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'log10' },
        massRange: [0.1, 10],
        rows: '1,-1,1e-3 1,1,1e-3',
      }),
    ).toBe('');
  });
  it('accepts a search for a massless particle', () => {
    expect(lintLimit(massRange, { massRange: [0, 0], rows: '1,0,1e-3' })).toBe('');
  });
  it('leaves a unit it cannot read to another rule', () => {
    expect(lintLimit(massRange, { mass: { quantity: 'mass-dark-photon', unit: 'ps' } })).toBe('');
  });
  it('catches a MeV for a GeV', () => {
    expect(lintLimit(massRange, { mass: { quantity: 'mass-dark-photon', unit: 'MeV' } }))
      .toMatchInlineSnapshot(`
        "limits/vector/babar-2014-dark-photon.yaml massRange  error  mass-range
          found     numbers from 0.001 to 0.003 GeV
          expected  the stated range 1 to 3 GeV within 2 %
          fix       the numbers look like GeV: write unit: GeV in mass"
      `);
  });
  it('catches a lower end that is missing', () => {
    expect(lintLimit(massRange, { massRange: [0.5, 3] })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml massRange  error  mass-range
        found     numbers from 1 to 3 GeV
        expected  the stated range 0.5 to 3 GeV within 2 %
        fix       check mass.unit and mass.scale; if the numbers are right, correct massRange"
    `);
  });
  it('catches an upper end that is missing', () => {
    expect(lintLimit(massRange, { massRange: [1, 3.2] })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml massRange  error  mass-range
        found     numbers from 1 to 3 GeV
        expected  the stated range 1 to 3.2 GeV within 2 %
        fix       check mass.unit and mass.scale; if the numbers are right, correct massRange"
    `);
  });
});
