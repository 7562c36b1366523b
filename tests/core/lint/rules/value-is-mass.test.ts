import { describe, expect, it } from 'vitest';
import { valueIsMass } from '../../../../src/core/lint/rules/value-is-mass.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('value-is-mass', () => {
  it('accepts a coupling, also one that grows with the mass', () => {
    expect(lintLimit(valueIsMass)).toBe('');
    expect(lintLimit(valueIsMass, { rows: '1,1,1e-3 1,2,2e-3 1,3,3e-3 1,4,4.1e-3' })).toBe('');
  });
  it('finds the mass column taken for the coupling', () => {
    expect(lintLimit(valueIsMass, { rows: '1,0.1,0.1 1,0.2,0.2 1,0.3,0.3 1,0.4,0.4' })).toBe(
      `limits/vector/babar-2014-dark-photon.csv :2  error  value-is-mass
  found     values that are the masses, all 4 of them
  expected  the coupling that the source states at each mass
  fix       take the column of the coupling; check provenance.raw.columns`,
    );
  });
  it('finds the mass in another unit', () => {
    expect(
      lintLimit(valueIsMass, {
        mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
        rows: '1,100,100 1,200,200 1,300,300 1,400,400',
      }),
    ).toContain('found     values that are 1000 times the masses [GeV], all 4 of them');
  });
  it('accepts three points, which may lie on a line, and computed targets, which may be one', () => {
    expect(lintLimit(valueIsMass, { rows: '1,1,1e-3 1,2,2e-3 1,3,3e-3' })).toBe('');
    const rows = '1,1,1e-3 1,2,2e-3 1,3,3e-3 1,4,4e-3';
    expect(lintLimit(valueIsMass, { shape: 'line', rows })).toBe('');
    expect(lintLimit(valueIsMass, { rows })).toContain('0.001000 times the masses');
  });
});
