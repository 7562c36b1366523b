import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerEnvelope } from '../../../src/core/combine/envelope.ts';
import type { LogRegion } from '../../../src/core/combine/regions.ts';
import { uniteRegions } from '../../../src/core/combine/regions.ts';
import { isInside, listOutlines } from '../../../src/core/curve/outlines.ts';
import { arbitraryChains, chainOf, envelopeAt, polyline, PROPERTY } from '../../fixtures/curves.ts';

const TOP = 0;

const island = (m0: number, m1: number, v0: number, v1: number) =>
  listOutlines({
    kind: 'interval',
    strips: [{ lower: polyline([m0, v0], [m1, v0]), upper: polyline([m0, v1], [m1, v1]) }],
  });

/** Area of a region in decades squared, holes taken out. */
const area = ({ outer, holes }: LogRegion): number => {
  const ringArea = (ring: LogRegion['outer']): number =>
    Math.abs(
      ring.reduce((sum, [x, y], i) => {
        const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
        return sum + (x * ny - nx * y) / 2;
      }, 0),
    );
  return ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);
};

const openLimit = lowerEnvelope([chainOf('a', polyline([1, 1e-2], [100, 1e-2]))]);

describe('the union of regions', () => {
  it('of nothing is nothing', () => {
    expect(uniteRegions([], [], TOP)).toEqual([]);
  });

  it('of an open limit reaches the top', () => {
    const [region, ...others] = uniteRegions(openLimit, [], TOP);
    expect(others).toEqual([]);
    expect(region?.openAbove).toBe(true);
    expect(region && area(region)).toBeCloseTo(4, 12);
  });

  it('keeps an island below the envelope apart', () => {
    const regions = uniteRegions(openLimit, island(2, 20, 1e-6, 1e-5), TOP);
    expect(regions.map(({ openAbove }) => openAbove).sort()).toEqual([false, true]);
  });

  it('joins an island that reaches into the open region, and does not count the overlap twice', () => {
    const regions = uniteRegions(openLimit, island(2, 20, 1e-4, 1e-1), TOP);
    expect(regions).toHaveLength(1);
    expect(regions[0] && area(regions[0])).toBeCloseTo(4 + 2, 10);
  });

  it('does not show an island inside the open region', () => {
    const regions = uniteRegions(openLimit, island(2, 20, 2e-2, 1e-1), TOP);
    expect(regions).toHaveLength(1);
    expect(regions[0]?.holes).toEqual([]);
    expect(regions[0] && area(regions[0])).toBeCloseTo(4, 12);
  });

  it('keeps a hole that four islands enclose', () => {
    const frame = [
      island(1, 1000, 1e-6, 1e-5),
      island(1, 1000, 1e-3, 1e-2),
      island(1, 10, 1e-6, 1e-2),
      island(100, 1000, 1e-6, 1e-2),
    ];
    const [region, ...others] = uniteRegions([], frame.flat(), TOP);
    expect(others).toEqual([]);
    expect(region?.holes).toHaveLength(1);
    expect(region?.openAbove).toBe(false);
    expect(region && area(region)).toBeCloseTo(3 * 4 - 1 * 2, 10);
  });

  it('of an island inside an open region, standing on its floor or not, is the open region as it was', () => {
    const corners = [
      [0, -2],
      [2, -2],
      [2, TOP],
      [0, TOP],
    ];
    for (const inside of [island(2, 20, 2e-2, 1e-1), island(2, 20, 1e-2, 1e-1)])
      expect(uniteRegions(openLimit, inside, TOP)).toEqual([
        { outer: corners, holes: [], openAbove: true },
      ]);
  });

  it('keeps an island beside an open region apart, however high it lies', () => {
    for (const beside of [island(1e-3, 0.5, 0.1, 0.5), island(200, 1e3, 0.1, 0.5)])
      expect(uniteRegions(openLimit, beside, TOP)).toHaveLength(2);
  });

  it('adds what an island holds on either side of a peak of the floor', () => {
    const peak = lowerEnvelope([chainOf('a', polyline([1, 1e-4], [10, 1e-1], [100, 1e-4]))]);
    const [alone] = uniteRegions(peak, [], TOP);
    // In decades: the floor is −1 − 3|x − 1|, the island goes from x = 0.5 to 1.5, from −3 to −2.
    const regions = uniteRegions(peak, island(10 ** 0.5, 10 ** 1.5, 1e-3, 1e-2), TOP);
    expect(regions).toHaveLength(1);
    expect(alone && area(alone)).toBeCloseTo(1 * 2 + 3, 10);
    const added = regions[0] && alone && area(regions[0]) - area(alone);
    // All of its height within a third of the peak, then what the floor leaves: from 1 down to 1/2.
    expect(added).toBeCloseTo(2 / 3 + 2 * ((1 / 6) * ((1 + 0.5) / 2)), 10);
  });

  it('is open above where it touches the top along a stretch, not at a point', () => {
    const tip = listOutlines({
      kind: 'contour',
      rings: [{ role: 'outer', ...polyline([1, 1e-2], [10, 1e-2], [3, 1], [1, 1e-2]) }],
    });
    expect(uniteRegions([], tip, TOP).map(({ openAbove }) => openAbove)).toEqual([false]);
  });

  it('holds exactly the points that one of its parts holds', () => {
    const grid = (steps: number) => fc.integer({ min: 0, max: steps });
    const arbitraryIsland = fc
      .tuple(grid(55), fc.integer({ min: 1, max: 8 }), grid(70), fc.integer({ min: 1, max: 8 }))
      .map(([m, width, v, height]) => ({
        x0: -2 + m / 20,
        x1: -2 + (m + width) / 20,
        y0: -8 + v / 20,
        y1: -8 + (v + height) / 20,
      }));
    fc.assert(
      fc.property(
        arbitraryChains,
        fc.array(arbitraryIsland, { maxLength: 6 }),
        (chains, islands) => {
          const envelope = lowerEnvelope(chains.slice(0, 3));
          const regions = uniteRegions(
            envelope,
            islands.map(({ x0, x1, y0, y1 }) => ({
              outer: [
                [x0, y0],
                [x1, y0],
                [x1, y1],
                [x0, y1],
              ],
              holes: [],
            })),
            TOP,
          );
          for (const { x0, x1, y0, y1 } of islands) {
            for (const x of [x0 - 0.013, x0 + 0.013, x1 - 0.013, x1 + 0.013]) {
              for (const y of [y0 - 0.017, y0 + 0.017, y1 - 0.017, y1 + 0.017]) {
                const floor = envelopeAt(envelope, x);
                if (Math.abs(y - floor) < 1e-6) continue;
                const isHeld =
                  y > floor ||
                  islands.some((one) => one.x0 < x && x < one.x1 && one.y0 < y && y < one.y1);
                const isDrawn = regions.some(
                  ({ outer, holes }) =>
                    isInside([x, y], outer) && !holes.some((hole) => isInside([x, y], hole)),
                );
                expect(isDrawn).toBe(isHeld);
              }
            }
          }
        },
      ),
      { ...PROPERTY, numRuns: 60 },
    );
  });
});
