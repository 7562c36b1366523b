import { describe, expect, it } from 'vitest';
import { massBelowSqrtS } from '../../../../src/core/lint/rules/mass-below-sqrt-s.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('mass-below-sqrt-s', () => {
  it('accepts masses up to the centre-of-mass energy', () => {
    expect(lintLimit(massBelowSqrtS, { sqrtS: { value: 3, unit: 'GeV' } })).toBe('');
  });
  it('has nothing to say where no energy is stated', () => {
    expect(lintLimit(massBelowSqrtS, {})).toBe('');
  });
  it('lets indirect limits reach beyond the energy', () => {
    expect(
      lintLimit(massBelowSqrtS, { sqrtS: { value: 2, unit: 'GeV' }, signature: 'indirect' }),
    ).toBe('');
  });
  it('leaves a unit it cannot read to another rule', () => {
    expect(
      lintLimit(massBelowSqrtS, {
        sqrtS: { value: 2, unit: 'GeV' },
        mass: { quantity: 'mass-dark-photon', unit: 'ps' },
      }),
    ).toBe('');
  });
  it('converts the masses before it compares', () => {
    expect(
      lintLimit(massBelowSqrtS, {
        sqrtS: { value: 2, unit: 'GeV' },
        mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
      }),
    ).toBe('');
  });
  it('points at the first mass beyond the energy', () => {
    expect(
      lintLimit(massBelowSqrtS, {
        sqrtS: { value: 2.5, unit: 'GeV' },
        rows: '1,1,1e-3 1,2.6,2e-3 1,3,1e-3',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  mass-below-sqrt-s
        found     mass 2.6 GeV
        expected  at most √s = 2.5 GeV
        fix       check mass.unit and sqrtS"
    `);
  });
  it('undoes logarithms before it compares', () => {
    expect(
      lintLimit(massBelowSqrtS, {
        sqrtS: { value: 10, unit: 'GeV' },
        mass: { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'log10' },
        rows: '1,1,1e-3 1,2,1e-3',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  mass-below-sqrt-s
        found     mass 100 GeV
        expected  at most √s = 10 GeV
        fix       check mass.unit and sqrtS"
    `);
  });
});
