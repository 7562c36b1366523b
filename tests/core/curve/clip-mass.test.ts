import { describe, expect, it } from 'vitest';
import { clipMass } from '../../../src/core/curve/clip-mass.ts';
import { polyline } from '../../fixtures/curves.ts';

describe('clipping a curve to masses', () => {
  const line = polyline([1, 1e-2], [100, 1e-6]);

  it('cuts log–log at both ends', () => {
    const clipped = clipMass(line, [2, 50]);
    expect(clipped.mass[0]).toBe(2);
    expect(clipped.mass[1]).toBe(50);
    expect(clipped.value[0]).toBeCloseTo(1e-2 / 4, 12);
    expect(clipped.value[1]).toBeCloseTo(1e-2 / 2500, 12);
  });

  it('leaves nothing outside', () => {
    expect(clipMass(line, [200, 300]).mass).toHaveLength(0);
  });

  it('keeps a point at an end of the range once', () => {
    const three = polyline([1, 1e-2], [10, 1e-3], [100, 1e-6]);
    expect(clipMass(three, [10, 100])).toEqual(polyline([10, 1e-3], [100, 1e-6]));
    expect(clipMass(three, [1, 10])).toEqual(polyline([1, 1e-2], [10, 1e-3]));
  });

  it('keeps what is inside', () => {
    expect(clipMass(line, [0.1, 1000])).toEqual(line);
  });
});
