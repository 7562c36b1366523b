import { describe, expect, it } from 'vitest';
import type { RatioMap } from '../../../src/core/curve/geometry.ts';
import { traceRatioMap } from '../../../src/core/curve/ratio-contour.ts';

/** Rings as lists of points. */
const trace = (map: RatioMap): (readonly [number, number])[][] =>
  traceRatioMap(map).map(({ mass, value }) =>
    Array.from(mass, (m, i) => [m, value[i] ?? NaN] as const),
  );

/** A ratio map on a grid of masses and couplings from a function of their decimal logarithms. */
function sample(ratioOf: (logMass: number, logCoupling: number) => number | undefined, n = 41) {
  const rows: [number, number, number][] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [u, v] = [-1 + (2 * i) / (n - 1), -1 + (2 * j) / (n - 1)];
      const ratio = ratioOf(u, v);
      if (ratio !== undefined) rows.push([10 ** u, 10 ** v, ratio]);
    }
  }
  return {
    mass: Float64Array.from(rows, (row) => row[0]),
    coupling: Float64Array.from(rows, (row) => row[1]),
    ratio: Float64Array.from(rows, (row) => row[2]),
  };
}
const radii = (ring: readonly (readonly [number, number])[]): number[] =>
  ring.map(([m, g]) => Math.hypot(Math.log10(m), Math.log10(g)));

describe('the contour of a ratio map', () => {
  it('follows the line where the ratio is one', () => {
    const rings = trace(sample((u, v) => 10 ** (Math.hypot(u, v) - 0.5)));
    expect(rings).toHaveLength(1);
    for (const radius of radii(rings[0] ?? [])) expect(radius).toBeCloseTo(0.5, 2);
    expect(rings[0]?.at(-1)).toEqual(rings[0]?.[0]);
  });

  it('draws a hole as a second ring', () => {
    const ring = sample((u, v) => 10 ** (Math.abs(Math.hypot(u, v) - 0.6) - 0.2));
    const sizes = trace(ring).map((path) => Math.max(...radii(path)));
    expect(sizes.sort()).toEqual([expect.closeTo(0.4, 1), expect.closeTo(0.8, 1)]);
  });

  it('closes on the last tested cells, never beyond', () => {
    const [ring = []] = trace(sample((u) => (u > 0 ? undefined : 0.1)));
    expect(Math.max(...ring.map(([m]) => m))).toBeCloseTo(1, 12);
  });

  it('leaves out a cell that was not published, up to its neighbours at most', () => {
    const rings = traceRatioMap(sample((u, v) => (u === 0 && v === 0 ? undefined : 0.1), 5));
    expect(rings.map(({ role }) => role)).toEqual(['outer', 'hole']);
    const [, hole = []] = trace(sample((u, v) => (u === 0 && v === 0 ? undefined : 0.1), 5));
    expect(hole.length).toBeGreaterThan(3);
    for (const radius of radii(hole)) {
      expect(radius).toBeGreaterThan(0);
      expect(radius).toBeLessThanOrEqual(0.5);
    }
  });

  it('is empty where nothing is excluded', () => {
    expect(trace(sample(() => 2))).toEqual([]);
  });

  it('does not depend on the order of the cells, and says which rings are holes', () => {
    const map = sample((u, v) => 10 ** (Math.abs(Math.hypot(u, v) - 0.6) - 0.2), 21);
    const turned = {
      mass: map.mass.toReversed(),
      coupling: map.coupling.toReversed(),
      ratio: map.ratio.toReversed(),
    };
    expect(trace(turned)).toEqual(trace(map));
    expect(traceRatioMap(map).map(({ role }) => role)).toEqual(['outer', 'hole']);
    expect(traceRatioMap(map)).toBe(traceRatioMap(map));
  });
});
