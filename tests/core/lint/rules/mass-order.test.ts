import { describe, expect, it } from 'vitest';
import { massOrder } from '../../../../src/core/lint/rules/mass-order.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('mass-order', () => {
  it('accepts masses that never decrease, steps included', () => {
    expect(lintLimit(massOrder, { rows: '1,1,1e-3 1,2,2e-3 1,2,1e-3 1,3,1e-3' })).toBe('');
  });
  it('lets each segment and edge begin anew', () => {
    expect(lintLimit(massOrder, { rows: '1,1,1e-3 1,2,2e-3 2,1,1e-3 2,3,1e-3' })).toBe('');
    expect(lintLimit(massOrder, { shape: 'interval' })).toBe('');
  });
  it('leaves contours, grids and maps alone', () => {
    expect(lintLimit(massOrder, { shape: 'contour' })).toBe('');
    expect(lintLimit(massOrder, { shape: 'grid' })).toBe('');
    expect(lintLimit(massOrder, { shape: 'ratio-map', rows: '3,1e-4,0.5 1,1e-3,2' })).toBe('');
  });
  it('points at the first mass that falls, once per segment', () => {
    expect(lintLimit(massOrder, { rows: '1,1,1e-3 1,3,2e-3 1,2,1e-3 1,1,1e-3 2,5,1e-3 2,4,1e-3' }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  mass-order
        found     mass 2 after 3 in segment 1
        expected  masses that never decrease
        fix       sort the rows (and name the transform), begin a new segment, or store a contour
      limits/vector/babar-2014-dark-photon.csv :7  error  mass-order
        found     mass 4 after 5 in segment 2
        expected  masses that never decrease
        fix       sort the rows (and name the transform), begin a new segment, or store a contour"
    `);
  });
  it('names the edge that turns back', () => {
    expect(
      lintLimit(massOrder, {
        shape: 'interval',
        rows: '1,lower,1,1e-5 1,lower,3,1e-5 1,upper,3,1e-4 1,upper,1,1e-4',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :5  error  mass-order
        found     mass 1 after 3 in segment 1, edge upper
        expected  masses that never decrease
        fix       sort the rows (and name the transform), begin a new segment, or store a contour"
    `);
  });
  it('names no part where there is none', () => {
    expect(lintLimit(massOrder, { shape: 'points', rows: '2,1e-3 1,1e-3' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  mass-order
        found     mass 1 after 2
        expected  masses that never decrease
        fix       sort the rows (and name the transform), begin a new segment, or store a contour"
    `);
  });
});
