import { describe, expect, it } from 'vitest';
import { isCurve, listCrossings } from '../../../src/core/lint/curve-crossings.ts';
import { makeLimit } from '../../fixtures/make-catalogue.ts';

describe('listCrossings', () => {
  it('gives the value at a point once, and interpolates log–log between two', () => {
    const limit = makeLimit({ rows: '1,1,1e-3 1,4,4e-3 1,8,1e-3' });
    expect(listCrossings(limit, 4)).toEqual([4e-3]);
    expect(listCrossings(limit, 2)[0]).toBeCloseTo(2e-3, 12);
    expect(listCrossings(limit, 9)).toEqual([]);
    expect(listCrossings(limit, 0.5)).toEqual([]);
  });
  it('gives both ends of a step and both edges of a region', () => {
    expect(listCrossings(makeLimit({ rows: '1,1,1e-3 1,2,1e-3 1,2,5e-3 1,3,5e-3' }), 2)).toEqual([
      1e-3, 5e-3,
    ]);
    expect(listCrossings(makeLimit({ shape: 'interval' }), 2)).toHaveLength(2);
    expect(listCrossings(makeLimit({ shape: 'contour' }), 1.5)).toHaveLength(2);
  });
  it('does not join points', () => {
    const limit = makeLimit({ shape: 'points' });
    expect(listCrossings(limit, 2)).toEqual([2e-3]);
    expect(listCrossings(limit, 1.5)).toEqual([]);
  });
});

describe('isCurve', () => {
  it('is true of everything but grids and maps', () => {
    expect(isCurve(makeLimit())).toBe(true);
    expect(isCurve(makeLimit({ shape: 'contour' }))).toBe(true);
    expect(isCurve(makeLimit({ shape: 'grid' }))).toBe(false);
    expect(isCurve(makeLimit({ shape: 'ratio-map' }))).toBe(false);
  });
});
