import { describe, expect, it } from 'vitest';
import { isMassAxis, reaches } from '../../../src/components/compare/share-mass.ts';
import { makeSpec } from '../../core/figure/make-series.ts';

const { x } = makeSpec();

describe('isMassAxis', () => {
  it('is true for masses in GeV only', () => {
    expect(isMassAxis({ ...x, quantity: 'mass-alp', unit: 'GeV' })).toBe(true);
    expect(isMassAxis({ ...x, quantity: 'mass-alp', unit: 'MeV' })).toBe(false);
    expect(isMassAxis({ ...x, quantity: 'lifetime', unit: 'ps' })).toBe(false);
  });
});

describe('reaches', () => {
  it('counts both ends', () => {
    const axis = { ...x, range: [0.1, 10] } as const;
    expect([0.099, 0.1, 1, 10, 11].map((mass) => reaches(axis, mass))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
