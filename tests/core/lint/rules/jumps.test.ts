import { describe, expect, it } from 'vitest';
import { jumps } from '../../../../src/core/lint/rules/jumps.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('jumps', () => {
  it('accepts a curve that fluctuates from bin to bin by less than a factor of ten', () => {
    expect(lintLimit(jumps, { rows: '1,1,1e-3 1,1.001,7e-3 1,1.002,1e-3 1,1.003,6e-3' })).toBe('');
  });
  it('accepts a steep curve whose points lie far apart', () => {
    expect(lintLimit(jumps, { rows: '1,1,1e-3 1,2,1e-5 1,3,1e-7' })).toBe('');
  });
  it('finds a step of more than a factor of ten between close masses', () => {
    expect(lintLimit(jumps, { rows: '1,1,1e-3 1,1.01,1.5e-5 1,1.02,1.4e-5' })).toBe(
      `limits/vector/babar-2014-dark-photon.csv :3  error  jumps
  found     values 0.001 to 0.000015, 1.8 dex, between masses 1 to 1.01
  expected  neighbouring points within a factor of ten
  fix       compare with the source; begin a new segment after a gap, or add jumps: [{at: 1.01, why: …}]`,
    );
  });
  it('finds a wrong exponent between points that are not as close, once', () => {
    expect(lintLimit(jumps, { rows: '1,1,1.5e-3 1,1.3,1.58e-2 1,1.6,1.6e-3' })).toBe(
      `limits/vector/babar-2014-dark-photon.csv :3  error  jumps
  found     value 0.0158 at mass 1.3, 1.0 dex from its neighbours
  expected  neighbouring points within a factor of ten
  fix       compare with the source; begin a new segment after a gap, or add jumps: [{at: 1.3, why: …}]`,
    );
  });
  it('does not compare across a gap', () => {
    expect(lintLimit(jumps, { rows: '1,1,1e-3 1,1.01,1e-3 2,1.02,1e-5 2,1.03,1e-5' })).toBe('');
  });
  it('reads logarithms and other units as what they mean', () => {
    const mass = { quantity: 'mass-dark-photon', unit: 'MeV' };
    const value = { quantity: 'epsilon', unit: '1', scale: 'log10' } as const;
    expect(lintLimit(jumps, { mass, value, rows: '1,1000,-3 1,1010,-4.5' })).toContain('1.5 dex');
    expect(lintLimit(jumps, { mass, value, rows: '1,1000,-3 1,1010,-3.5' })).toBe('');
  });
  it('is silenced by a note at the mass of either row', () => {
    const rows = '1,1,1e-3 1,1.01,1.5e-5 1,1.02,1.4e-5';
    expect(lintLimit(jumps, { rows, jumps: [{ at: 1.01, why: 'a threshold' }] })).toBe('');
    expect(lintLimit(jumps, { rows, jumps: [{ at: 1, why: 'a threshold' }] })).toBe('');
  });
  it('refuses a note where nothing jumps', () => {
    expect(lintLimit(jumps, { jumps: [{ at: 2, why: 'a threshold' }] })).toBe(
      `limits/vector/babar-2014-dark-photon.yaml jumps.0  error  jumps
  found     a note on a jump at 2
  expected  a jump there
  fix       remove the note, or correct its mass`,
    );
  });
  it('lets the sides of a region be as steep as they like, not its middle', () => {
    const lower = '1,lower,1,1e-2 1,lower,1.01,1e-5';
    const rest = '1,lower,1.02,1e-5 1,lower,1.03,1e-2 1,upper,1,1e-1 1,upper,1.03,1e-1';
    expect(lintLimit(jumps, { shape: 'interval', rows: `${lower} ${rest}` })).toBe('');
    expect(
      lintLimit(jumps, {
        shape: 'interval',
        rows: `${lower} 1,lower,1.013,1e-7 1,lower,1.017,1e-7 ${rest}`,
      }),
    ).toContain('2.0 dex');
  });
  it('leaves contours and grids alone, which may turn as they like', () => {
    const rows = '1,outer,1,1e-5 1,outer,1.01,1e-2 1,outer,2,1e-4 1,outer,1,1e-5';
    expect(lintLimit(jumps, { shape: 'contour', rows })).toBe('');
    expect(lintLimit(jumps, { shape: 'grid' })).toBe('');
  });
});
