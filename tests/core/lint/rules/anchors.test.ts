import { describe, expect, it } from 'vitest';
import { anchors } from '../../../../src/core/lint/rules/anchors.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

const anchor = { mass: 2, value: 2e-3, within: 0.01, where: 'abstract' };

describe('anchors', () => {
  it('accepts a value that the curve reproduces, at a point or between two', () => {
    expect(lintLimit(anchors, { anchors: [anchor] })).toBe('');
    // Log–log between 1e-3 at 1 and 2e-3 at 2 GeV.
    expect(lintLimit(anchors, { anchors: [{ ...anchor, mass: 1.5, value: 1.5e-3 }] })).toBe('');
  });
  it('refuses a value that it does not reproduce within the tolerance', () => {
    expect(lintLimit(anchors, { anchors: [{ ...anchor, value: 1.5e-3, within: 0.2 }] })).toBe(
      `limits/vector/babar-2014-dark-photon.yaml anchors.0  error  anchors
  found     0.00200 at mass 2 GeV, a factor 1.33 from what the paper says
  expected  0.0015 at 2 (abstract) within 20 %
  fix       compare unit, quantity, confidence level and channel with the paper; or correct the anchor`,
    );
  });
  it('refuses a mass that the curve does not reach, and one in a gap', () => {
    expect(lintLimit(anchors, { anchors: [{ ...anchor, mass: 20 }] })).toContain(
      'found     no value at mass 20 GeV',
    );
    const rows = '1,1,1e-3 1,2,1e-3 2,4,1e-3 2,5,1e-3';
    expect(lintLimit(anchors, { rows, anchors: [{ ...anchor, mass: 3 }] })).toContain('no value');
  });
  it('compares in the native units, logarithms undone', () => {
    const limit = {
      mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
      value: { quantity: 'epsilon', unit: '1', scale: 'log10' },
      rows: '1,1000,-3 1,2000,-2.69897',
    } as const;
    expect(lintLimit(anchors, { ...limit, anchors: [{ ...anchor, mass: 2000 }] })).toBe('');
    expect(lintLimit(anchors, { ...limit, anchors: [anchor] })).toContain('no value at mass 2 MeV');
  });
  it('takes the nearer edge of a region', () => {
    const at = (value: number): string =>
      lintLimit(anchors, { shape: 'interval', anchors: [{ ...anchor, value }] });
    expect(at(1e-4)).toBe('');
    expect(at(1e-5)).toBe('');
    expect(at(5e-5)).toContain('0.000100 at mass 2 GeV');
  });
  it('knows a search for a massless particle', () => {
    const rows = '0,1e-3 1,2e-3';
    const massless = { ...anchor, mass: 0, value: 1e-3 };
    expect(lintLimit(anchors, { shape: 'points', rows, anchors: [massless] })).toBe('');
  });
  it('refuses anchors of grids and maps, which have no one value at a mass', () => {
    expect(lintLimit(anchors, { shape: 'grid', anchors: [anchor] })).toContain(
      'found     an anchor of a limit with shape grid',
    );
  });
});
