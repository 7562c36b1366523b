import { describe, expect, it } from 'vitest';
import type { Ring } from '../../../src/core/curve/geometry.ts';
import { isInside, listOutlines } from '../../../src/core/curve/outlines.ts';
import { polyline } from '../../fixtures/curves.ts';

/** A closed rectangle between two masses and two values. */
const rectangle = (role: Ring['role'], m0: number, m1: number, v0: number, v1: number): Ring => ({
  role,
  ...polyline([m0, v0], [m1, v0], [m1, v1], [m0, v1], [m0, v0]),
});

/** Points without the noise of logarithms. */
const rounded = (ring: readonly (readonly [number, number])[] | undefined): number[][] =>
  (ring ?? []).map((point) => point.map((one) => Number(one.toFixed(9))));

describe('the outlines of a limit', () => {
  it('of a contour are its outer rings in decades, each with the holes that lie in it', () => {
    const outlines = listOutlines({
      kind: 'contour',
      rings: [
        rectangle('outer', 1, 1000, 1e-6, 1e-2),
        rectangle('hole', 10, 100, 1e-5, 1e-4),
        rectangle('outer', 1e4, 1e6, 1e-6, 1e-2),
        rectangle('hole', 1e5, 2e5, 1e-5, 1e-4),
        rectangle('outer', 1e7, 1e8, 1e-6, 1e-2),
      ],
    });
    expect(outlines.map(({ outer }) => rounded(outer)[0])).toEqual([
      [0, -6],
      [4, -6],
      [7, -6],
    ]);
    expect(outlines.map(({ holes }) => holes.map((hole) => rounded(hole)[0]))).toEqual([
      [[1, -5]],
      [[5, -5]],
      [],
    ]);
  });
  it('do not repeat the first point at the end, nor a point that stands twice', () => {
    const ring: Ring = { role: 'outer', ...polyline([1, 1], [10, 1], [10, 1], [10, 10], [1, 1]) };
    expect(rounded(listOutlines({ kind: 'contour', rings: [ring] })[0]?.outer)).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });
  it('of a ratio map have the hole that its contour leaves', () => {
    const at = [-1, -0.5, 0, 0.5, 1].map((log) => 10 ** log);
    // Excluded where the ratio is below one: everywhere but in the middle.
    const cells = at.flatMap((m) => at.map((g) => ({ m, g, r: m === 1 && g === 1 ? 10 : 0.1 })));
    const [outline, ...others] = listOutlines({
      kind: 'ratio-map',
      cells: {
        mass: Float64Array.from(cells, ({ m }) => m),
        coupling: Float64Array.from(cells, ({ g }) => g),
        ratio: Float64Array.from(cells, ({ r }) => r),
      },
    });
    expect(others).toEqual([]);
    expect(outline?.holes).toHaveLength(1);
    expect(isInside([0, 0], outline?.outer ?? [])).toBe(true);
    expect(isInside([0, 0], outline?.holes[0] ?? [])).toBe(true);
    expect(isInside([0.4, 0.4], outline?.holes[0] ?? [])).toBe(false);
  });
  it('of an interval go along the floor and back along the ceiling, and end where an edge does', () => {
    const outlines = listOutlines({
      kind: 'interval',
      strips: [
        {
          lower: polyline([1, 1e-6], [10, 1e-7], [100, 1e-6]),
          upper: polyline([1, 1e-3], [100, 1e-3]),
        },
        { lower: polyline([1e3, 1e-6], [1e4, 1e-6]), upper: polyline([1e3, 1e-5], [1e4, 1e-4]) },
      ],
    });
    expect(outlines.map(({ outer }) => rounded(outer))).toEqual([
      [
        [0, -6],
        [1, -7],
        [2, -6],
        [2, -3],
        [1, -3],
        [0, -3],
      ],
      [
        [3, -6],
        [4, -6],
        [4, -4],
        [3, -5],
      ],
    ]);
    expect(outlines.map(({ holes }) => holes)).toEqual([[], []]);
  });
  it('are none for what is open above or below, tested at single masses, or excludes nothing', () => {
    const line = polyline([1, 1e-3], [10, 1e-4]);
    for (const geometry of [
      { kind: 'one-sided', side: 'above', segments: [line] },
      { kind: 'points', side: 'above', points: line },
      { kind: 'grid', slices: [{ parameter: 1, ...line }], gaps: [] },
      { kind: 'band', strips: [{ lower: line, upper: line }] },
      { kind: 'line', segments: [line] },
    ] as const)
      expect(listOutlines(geometry)).toEqual([]);
  });
});

describe('the inside of a ring', () => {
  // Like a U: between its arms is outside.
  const ring = [
    [0, 0],
    [6, 0],
    [6, 5],
    [4, 5],
    [4, 2],
    [1, 2],
    [2, 5],
    [0, 5],
  ] as const;
  it('has what an odd number of edges separates from far away', () => {
    for (const point of [
      [3, 1],
      [1, 4],
      [5, 4],
      [0.5, 0.5],
      [1.3, 3.5],
    ] as const)
      expect(isInside(point, ring), String(point)).toBe(true);
    for (const point of [
      [3, 3],
      [3, 6],
      [3, -1],
      [-1, 3],
      [7, 1],
      [1.7, 3.5],
      [2, 4.9],
      [-1, 0.5],
    ] as const)
      expect(isInside(point, ring), String(point)).toBe(false);
  });
  it('is empty without points', () => {
    expect(isInside([0, 0], [])).toBe(false);
  });
});
