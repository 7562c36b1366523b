import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry } from '../../../src/core/curve/geometry.ts';
import type { Piece } from '../../../src/core/curve/piece.ts';
import { listExactPieces, listPieces } from '../../../src/core/curve/pieces.ts';
import { isInside } from '../../../src/core/curve/outlines.ts';
import { arbitraryCurve, polyline, PROPERTY } from '../../fixtures/curves.ts';

/** Whether a point is inside any piece, edges included. */
function isExcluded(pieces: readonly Piece[], mass: number, value: number): boolean {
  const [x, y] = [Math.log10(mass), Math.log10(value)];
  return pieces.some(({ x0, x1, lower0, lower1, upper0, upper1 }) => {
    if (x < x0 || x > x1) return false;
    const t = (x - x0) / (x1 - x0);
    const lower = lower0 === -Infinity ? -Infinity : lower0 + (lower1 - lower0) * t;
    const upper = upper0 === Infinity ? Infinity : upper0 + (upper1 - upper0) * t;
    return lower <= y && y <= upper;
  });
}

type Edge = readonly [from: readonly [number, number], to: readonly [number, number]];

/** Whether two edges cross away from their ends. */
function doCross([a, b]: Edge, [c, d]: Edge): boolean {
  const turn = (p: Edge[0], q: Edge[0], r: Edge[0]): number =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

describe('the pieces of a limit', () => {
  it('are open above a one-sided limit that excludes above', () => {
    const pieces = listPieces({
      kind: 'one-sided',
      side: 'above',
      segments: [polyline([1, 1e-3], [10, 1e-4])],
    });
    expect(isExcluded(pieces, 3, 1)).toBe(true);
    expect(isExcluded(pieces, 3, 1e-5)).toBe(false);
  });

  it('are open below a one-sided limit that excludes below', () => {
    const pieces = listPieces({
      kind: 'one-sided',
      side: 'below',
      segments: [polyline([1, 1e-3], [10, 1e-4])],
    });
    expect(isExcluded(pieces, 3, 1)).toBe(false);
    expect(isExcluded(pieces, 3, 1e-5)).toBe(true);
  });

  it('join floor and ceiling only at masses where both exist', () => {
    const pieces = listPieces({
      kind: 'interval',
      strips: [
        {
          lower: polyline([1, 1e-6], [10, 1e-6]),
          upper: polyline([2, 1e-4], [5, 1e-4], [20, 1e-4]),
        },
      ],
    });
    expect(isExcluded(pieces, 1.5, 1e-5)).toBe(false);
    expect(isExcluded(pieces, 3, 1e-5)).toBe(true);
    expect(isExcluded(pieces, 15, 1e-5)).toBe(false);
    expect(isExcluded(pieces, 3, 1e-3)).toBe(false);
  });

  it('end where floor and ceiling cross', () => {
    const pieces = listPieces({
      kind: 'interval',
      strips: [
        { lower: polyline([1, 1e-6], [100, 1e-2]), upper: polyline([1, 1e-2], [100, 1e-6]) },
      ],
    });
    expect(pieces).toHaveLength(1);
    expect(pieces[0]?.x1).toBeCloseTo(1, 14);
    expect(isExcluded(pieces, 50, 1e-4)).toBe(false);
  });

  it('of a contour with a hole leave the hole out', () => {
    const square = (m0: number, m1: number, v0: number, v1: number): Geometry => ({
      kind: 'contour',
      rings: [{ role: 'outer', ...polyline([m0, v0], [m1, v0], [m1, v1], [m0, v1], [m0, v0]) }],
    });
    const outer = square(1, 1000, 1e-6, 1e-2);
    const inner = square(10, 100, 1e-5, 1e-3);
    if (outer.kind !== 'contour' || inner.kind !== 'contour') throw new Error('not contours');
    const pieces = listPieces({ kind: 'contour', rings: [...outer.rings, ...inner.rings] });
    expect(isExcluded(pieces, 5, 1e-4)).toBe(true);
    expect(isExcluded(pieces, 30, 1e-4)).toBe(false);
    expect(isExcluded(pieces, 30, 3e-6)).toBe(true);
    expect(isExcluded(pieces, 500, 1e-4)).toBe(true);
    expect(isExcluded(pieces, 2000, 1e-4)).toBe(false);
  });

  it('of a ratio map follow the contour where the ratio is one', () => {
    const masses = [1, 10, 100];
    const couplings = [1e-6, 1e-5, 1e-4, 1e-3];
    const cells = masses.flatMap((m) => couplings.map((c) => ({ m, c, r: c <= 1e-5 ? 10 : 0.1 })));
    const pieces = listPieces({
      kind: 'ratio-map',
      cells: {
        mass: Float64Array.from(cells, ({ m }) => m),
        coupling: Float64Array.from(cells, ({ c }) => c),
        ratio: Float64Array.from(cells, ({ r }) => r),
      },
    });
    // Half way between 1e-5 (ratio 10) and 1e-4 (ratio 0.1) in the logarithm.
    expect(isExcluded(pieces, 10, 10 ** -4.51)).toBe(false);
    expect(isExcluded(pieces, 10, 10 ** -4.49)).toBe(true);
    expect(isExcluded(pieces, 10, 2e-3)).toBe(false);
  });

  it('begin where floor and ceiling cross, and are none where the floor lies above', () => {
    const [piece, ...others] = listPieces({
      kind: 'interval',
      strips: [
        { lower: polyline([1, 1e-2], [100, 1e-6]), upper: polyline([1, 1e-6], [100, 1e-2]) },
        { lower: polyline([200, 1e-2], [300, 1e-2]), upper: polyline([200, 1e-3], [300, 1e-3]) },
        { lower: polyline([400, 1e-3], [500, 1e-2]), upper: polyline([400, 1e-3], [500, 1e-3]) },
      ],
    });
    expect(others).toEqual([]);
    expect(piece?.x0).toBeCloseTo(1, 14);
    expect(piece?.x1).toBeCloseTo(2, 14);
    expect(piece?.lower1).toBeCloseTo(-6, 14);
    expect(piece?.upper1).toBeCloseTo(-2, 14);
  });

  it('are kept where floor and ceiling meet at one end, a region that closes in a point', () => {
    const [piece] = listPieces({
      kind: 'interval',
      strips: [{ lower: polyline([1, 1e-4], [10, 1e-6]), upper: polyline([1, 1e-4], [10, 1e-2]) }],
    });
    expect(piece).toMatchObject({ x0: 0, x1: 1, lower0: -4, upper0: -4 });
  });

  it('lie in order of height between the edges of a contour, slab by slab, sides of one mass left out', () => {
    // A triangle that widens from a point at 1 to 100, once around each way.
    const corners = [
      [1, 1e-4],
      [100, 1e-6],
      [100, 1e-2],
      [1, 1e-4],
    ] as const;
    for (const points of [corners, corners.toReversed()]) {
      const pieces = listPieces({
        kind: 'contour',
        rings: [{ role: 'outer', ...polyline(...points) }],
      });
      expect(pieces).toEqual([{ x0: 0, x1: 2, lower0: -4, lower1: -6, upper0: -4, upper1: -2 }]);
    }
  });

  it('of any contour hold what the even-odd rule holds', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 7 }), (corners) => {
        const closed = [...corners, ...corners.slice(0, 1)];
        const ring = polyline(...closed.map(([x, y]) => [10 ** x, 10 ** y] as const));
        // Edges that cross are cut only where they begin and end: such a contour is refused before it comes here.
        const edges = closed.slice(1).map((end, i) => [closed[i] ?? end, end] as const);
        fc.pre(!edges.some((a, i) => edges.slice(i + 1).some((b) => doCross(a, b))));
        const pieces = listPieces({ kind: 'contour', rings: [{ role: 'outer', ...ring }] });
        for (let x = 0.37; x < 12; x += 1) {
          for (let y = 0.41; y < 12; y += 1)
            expect(isExcluded(pieces, 10 ** x, 10 ** y)).toBe(isInside([x, y], corners));
        }
      }),
      { ...PROPERTY, numRuns: 40 },
    );
  });

  it('are worked out once', () => {
    const geometry: Geometry = {
      kind: 'one-sided',
      side: 'above',
      segments: [polyline([1, 1e-3], [10, 1e-4])],
    };
    expect(listPieces(geometry)).toBe(listPieces(geometry));
  });

  it('are none for tested points, grids, bands and lines', () => {
    const line = polyline([1, 1e-3], [10, 1e-4]);
    expect(listPieces({ kind: 'points', side: 'above', points: line })).toEqual([]);
    expect(listPieces({ kind: 'line', segments: [line] })).toEqual([]);
    expect(listPieces({ kind: 'band', strips: [{ lower: line, upper: line }] })).toEqual([]);
    expect(listPieces({ kind: 'grid', slices: [{ parameter: 1, ...line }], gaps: [] })).toEqual([]);
  });

  it('never lie outside the masses of the curve', () => {
    fc.assert(
      fc.property(arbitraryCurve, (line) => {
        const pieces = listPieces({ kind: 'one-sided', side: 'above', segments: [line] });
        const [from, to] = [line.mass[0] ?? NaN, line.mass.at(-1) ?? NaN];
        for (const { x0, x1 } of pieces) {
          expect(x0).toBeGreaterThanOrEqual(Math.log10(from));
          expect(x1).toBeLessThanOrEqual(Math.log10(to));
          expect(x0).toBeLessThan(x1);
        }
      }),
      PROPERTY,
    );
  });

  it('interpolate log–log: a power law between two points is exact', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (power, t) => {
          const curve = (m: number): number => 1e-4 * m ** power;
          const mass = 10 ** (2 * t);
          const pieces = listPieces({
            kind: 'one-sided',
            side: 'above',
            segments: [polyline([1, curve(1)], [100, curve(100)])],
          });
          expect(isExcluded(pieces, mass, curve(mass) * (1 + 1e-9))).toBe(true);
          expect(isExcluded(pieces, mass, curve(mass) * (1 - 1e-9))).toBe(false);
        },
      ),
      PROPERTY,
    );
  });
});

describe('what holds at single masses', () => {
  const open = { upper0: Infinity, upper1: Infinity };
  it('is a segment of one row, and both rows of a vertical step, open as the limit is', () => {
    const segments = [
      polyline([1, 1e-2]),
      polyline([10, 1e-3], [100, 1e-3], [100, 1e-5], [1000, 1e-5]),
    ];
    expect(listExactPieces({ kind: 'one-sided', side: 'above', segments })).toEqual([
      { x0: 0, x1: 0, lower0: -2, lower1: -2, ...open },
      { x0: 2, x1: 2, lower0: -3, lower1: -3, ...open },
      { x0: 2, x1: 2, lower0: -5, lower1: -5, ...open },
    ]);
    expect(
      listExactPieces({ kind: 'one-sided', side: 'below', segments: segments.slice(0, 1) }),
    ).toEqual([{ x0: 0, x1: 0, lower0: -Infinity, lower1: -Infinity, upper0: -2, upper1: -2 }]);
  });
  it('is every tested mass but zero, which no logarithm has', () => {
    const points = polyline([0, 1e-1], [1, 1e-2], [10, 1e-3]);
    const pieces = listExactPieces({ kind: 'points', side: 'above', points });
    expect(pieces.map(({ x0, lower0 }) => [x0, lower0])).toEqual([
      [0, -2],
      [1, -3],
    ]);
  });
  it('is the one mass that both edges of a strip reach', () => {
    const strips = [
      { lower: polyline([1, 1e-6], [10, 1e-5]), upper: polyline([10, 1e-2], [100, 1e-3]) },
      { lower: polyline([100, 1e-6], [1000, 1e-5]), upper: polyline([10, 1e-2], [100, 1e-3]) },
    ];
    expect(listExactPieces({ kind: 'interval', strips })).toEqual([
      { x0: 1, x1: 1, lower0: -5, lower1: -5, upper0: -2, upper1: -2 },
      { x0: 2, x1: 2, lower0: -6, lower1: -6, upper0: -3, upper1: -3 },
    ]);
  });
  it('is a single value where floor and ceiling are equal there, and nothing where the floor is above', () => {
    const touch = (floor: number, mass = 10): unknown[] =>
      listExactPieces({
        kind: 'interval',
        strips: [
          {
            lower: polyline([mass / 10, 1e-6], [mass, floor]),
            upper: polyline([mass, 1e-2], [100, 1e-3]),
          },
        ],
      });
    expect(touch(1e-2)).toHaveLength(1);
    expect(touch(1e-1)).toEqual([]);
    expect(touch(1e-3, 0)).toEqual([]);
  });
  it('is nothing where edges share a range of masses or none, nor of other shapes', () => {
    const strips = [
      { lower: polyline([1, 1e-6], [10, 1e-6]), upper: polyline([1, 1e-2], [10, 1e-2]) },
      { lower: polyline([1, 1e-6], [10, 1e-6]), upper: polyline([20, 1e-2], [30, 1e-2]) },
    ];
    expect(listExactPieces({ kind: 'interval', strips })).toEqual([]);
    expect(listExactPieces({ kind: 'line', segments: [polyline([1, 1])] })).toEqual([]);
    const rings = [{ role: 'outer' as const, ...polyline([1, 1], [1, 2], [2, 2], [1, 1]) }];
    expect(listExactPieces({ kind: 'contour', rings })).toEqual([]);
  });
});
