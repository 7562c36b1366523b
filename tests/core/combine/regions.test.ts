import { describe, expect, it } from 'vitest';
import { lowerEnvelope } from '../../../src/core/combine/envelope.ts';
import type { LogRegion } from '../../../src/core/combine/regions.ts';
import { uniteRegions } from '../../../src/core/combine/regions.ts';
import { listOutlines } from '../../../src/core/curve/outlines.ts';
import { chainOf, polyline } from '../../fixtures/curves.ts';

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
});
