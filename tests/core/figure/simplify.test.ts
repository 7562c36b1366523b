import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PixelPath, PixelPoint } from '../../../src/core/figure/axis-scale.ts';
import { distanceToSegment, simplifyPath } from '../../../src/core/figure/simplify.ts';

const coordinate = fc.double({ min: 0, max: 900, noNaN: true });
const anyPath = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 80 });
const risingPath = anyPath.map((path) => path.toSorted((a, b) => a[0] - b[0]));

function distanceToPath(point: PixelPoint, path: PixelPath): number {
  let nearest = Infinity;
  for (let i = 1; i < path.length; i++) {
    const [start, end] = [path[i - 1], path[i]];
    if (start === undefined || end === undefined) continue;
    nearest = Math.min(nearest, distanceToSegment(point, start, end));
  }
  return nearest;
}

describe('simplifyPath', () => {
  it('keeps both ends and the extremes of any path', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const kept = simplifyPath(path, { tolerancePx: 5, columnPx: 3 });
        const values = kept.map((i) => path[i]?.[1] ?? NaN);
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(path.length - 1);
        expect(Math.min(...values)).toBe(Math.min(...path.map((p) => p[1])));
        expect(Math.max(...values)).toBe(Math.max(...path.map((p) => p[1])));
      }),
    );
  });

  it('leaves every dropped point within the tolerance', () => {
    fc.assert(
      fc.property(
        risingPath,
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (path, tolerancePx) => {
          const columnPx = tolerancePx / 2;
          const kept = simplifyPath(path, { tolerancePx, columnPx }).map(
            (i): PixelPoint => path[i] ?? [0, 0],
          );
          for (const point of path) {
            expect(distanceToPath(point, kept)).toBeLessThanOrEqual(tolerancePx + columnPx + 1e-9);
          }
        },
      ),
    );
  });

  it('reduces a straight line to its ends', () => {
    const line = Array.from({ length: 100 }, (_, i) => [i, 2 * i] as const);
    expect(simplifyPath(line, { tolerancePx: 0.25, columnPx: 0 })).toEqual([0, 99]);
  });

  it('keeps a closed ring closed', () => {
    const ring = Array.from({ length: 41 }, (_, i) => {
      const angle = ((i % 40) * Math.PI) / 20;
      return [Math.cos(angle) * 50, Math.sin(angle) * 50] as const;
    });
    const kept = simplifyPath(ring, { tolerancePx: 1, columnPx: 1 });
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(40);
    expect(kept.length).toBeGreaterThan(8);
    expect(kept.length).toBeLessThan(41);
  });
});
