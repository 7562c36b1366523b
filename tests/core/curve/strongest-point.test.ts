import { describe, expect, it } from 'vitest';
import { mustGet } from '../../../src/core/catalogue.ts';
import { findStrongestPoint } from '../../../src/core/curve/strongest-point.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import { makeCatalogue, makeLimit } from '../../fixtures/make-catalogue.ts';

function find(overrides: LimitOverrides) {
  const limit = makeLimit(overrides);
  const catalogue = makeCatalogue({ limits: [limit] });
  return findStrongestPoint(limit, mustGet(catalogue.planes, 'dark-photon-visible'), catalogue);
}

describe('the strongest point of a limit', () => {
  it('is the lowest value of a curve that excludes above, over all segments', () => {
    expect(find({ rows: '1,1,4e-3 1,2,2e-3 2,3,1e-3 2,4,3e-3' })).toEqual({
      mass: 3,
      value: 1e-3,
      side: 'above',
    });
  });
  it('is the highest value of one that excludes below', () => {
    expect(find({ excludes: 'below', rows: '1,1,4e-3 1,2,5e-3' })).toEqual({
      mass: 2,
      value: 5e-3,
      side: 'below',
    });
  });
  it('is converted to the quantities of the plane', () => {
    const value = { quantity: 'epsilon-squared', unit: '1' };
    expect(find({ value, rows: '1,1,4e-6 1,2,1e-6' })?.value).toBeCloseTo(1e-3, 12);
  });
  it('is the floor of a closed region and of an interval', () => {
    expect(find({ shape: 'contour' })).toMatchObject({ value: 1e-5, side: 'above' });
    expect(find({ shape: 'interval' })).toMatchObject({ value: 1e-5, side: 'above' });
  });
  it('is the lowest of the tested masses, and of a grid with its parameter', () => {
    expect(find({ shape: 'points', rows: '1,3e-3 2,2e-3' })).toMatchObject({
      mass: 2,
      value: 2e-3,
    });
    expect(find({ shape: 'grid', rows: '1,1e-12,3e-3 3,1e-12,3e-3 1,1e-11,1e-3' })).toMatchObject({
      mass: 1,
      value: 1e-3,
      parameter: 1e-11,
    });
  });
  it('is the first of several that are equally strong', () => {
    expect(find({ rows: '1,1,2e-3 1,2,1e-3 2,3,1e-3 2,4,3e-3' })?.mass).toBe(2);
    expect(find({ excludes: 'below', rows: '1,1,4e-3 1,2,5e-3 1,3,5e-3 1,4,1e-3' })).toMatchObject({
      mass: 2,
      value: 5e-3,
    });
  });
  it('is never on the edge of a hole, where less is excluded', () => {
    const rows =
      '1,outer,1,1e-4 1,outer,9,1e-4 1,outer,5,1e-2 1,outer,1,1e-4 ' +
      '2,hole,4,1e-5 2,hole,6,1e-5 2,hole,5,1e-3 2,hole,4,1e-5';
    expect(find({ shape: 'contour', rows })?.value).toBe(1e-4);
  });
  it('does not exist for a ratio map, nor where the limit has no place on the plane', () => {
    expect(find({ shape: 'ratio-map' })).toBeUndefined();
    expect(find({ value: { quantity: 'lifetime', unit: 's' } })).toBeUndefined();
  });
  it('does not exist for bands and lines, which exclude nothing', () => {
    expect(find({ shape: 'band' })).toBeUndefined();
    expect(find({ shape: 'line' })).toBeUndefined();
  });
});
