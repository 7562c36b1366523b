import { describe, expect, it } from 'vitest';
import { mustGet } from '../../../src/core/catalogue.ts';
import { readValueAt } from '../../../src/core/curve/value-at.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import { GOOD_ROWS, makeCatalogue, makeLimit } from '../../fixtures/make-catalogue.ts';

function read(mass: number, overrides: LimitOverrides = {}) {
  const limit = makeLimit({ rows: '1,1,1e-3 1,4,4e-3 1,4,2e-3 1,8,2e-3', ...overrides });
  const catalogue = makeCatalogue({ limits: [limit] });
  return readValueAt(limit, mustGet(catalogue.planes, 'dark-photon-visible'), catalogue, mass);
}

describe('the value of a limit at a mass', () => {
  it('is the published one at a published mass and straight in between, log–log', () => {
    expect(read(1)?.value).toBeCloseTo(1e-3, 12);
    expect(read(2)?.value).toBeCloseTo(2e-3, 9);
    expect(read(8)).toEqual({ value: 2e-3, side: 'above' });
  });
  it('is the stronger one at a step', () => {
    expect(read(4)?.value).toBe(2e-3);
    expect(read(4, { excludes: 'below' })).toEqual({ value: 4e-3, side: 'below' });
  });
  it('does not exist outside the curve, nor for other shapes', () => {
    expect(read(0.99)).toBeUndefined();
    expect(read(8.01)).toBeUndefined();
    expect(read(2, { shape: 'contour', rows: GOOD_ROWS.contour })).toBeUndefined();
    expect(read(2, { value: { quantity: 'lifetime', unit: 's' } })).toBeUndefined();
  });
});
