import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PixelPath } from '../../../src/core/figure/axis-scale.ts';
import {
  isOverlapping,
  listCorners,
  placeLabels,
  type LabelRequest,
} from '../../../src/core/figure/place-labels.ts';

const size = { width: 400, height: 300 };
const request = (id: string, edge: PixelPath): LabelRequest => ({
  id,
  width: 60,
  height: 14,
  edges: [edge],
  areas: [],
  tolerance: 0.2,
});

describe('placeLabels', () => {
  it('never lets two labels overlap nor leave the frame', () => {
    const point = fc.tuple(
      fc.double({ min: -50, max: 450, noNaN: true }),
      fc.double({ min: -50, max: 350, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { minLength: 2, maxLength: 5 }), { maxLength: 12 }),
        (edges) => {
          const requests = edges.map((edge, i) => request(String(i), edge));
          const placed = placeLabels(
            requests,
            edges.map((path) => ({ path, weight: 1 })),
            size,
          );
          for (const [i, a] of placed.entries()) {
            for (const [x, y] of listCorners(a)) {
              expect(x >= 0 && x <= size.width && y >= 0 && y <= size.height).toBe(true);
            }
            for (const b of placed.slice(i + 1)) expect(isOverlapping(a, b)).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stacks the labels of curves that coincide', () => {
    const edge: PixelPath = [
      [100, 150],
      [300, 150],
    ];
    const requests = Array.from({ length: 8 }, (_, i) => request(String(i), edge));
    const placed = placeLabels(requests, [{ path: edge, weight: 1 }], size);
    expect(placed).toHaveLength(8);
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) expect(isOverlapping(a, b)).toBe(false);
    }
  });

  it('tilts a label along a straight slope', () => {
    const edge: PixelPath = [
      [50, 250],
      [350, 100],
    ];
    const [label] = placeLabels([request('a', edge)], [{ path: edge, weight: 1 }], size);
    expect(label?.angle).toBeCloseTo((Math.atan2(-150, 300) * 180) / Math.PI, 5);
  });

  it('leaves a label out rather than hide curves', () => {
    const hatch = Array.from({ length: 134 }, (_, i): PixelPath => [
      [i * 3, 0],
      [i * 3, 300],
    ]);
    const edge: PixelPath = [
      [0, 150],
      [400, 150],
    ];
    const placed = placeLabels(
      [request('a', edge)],
      hatch.map((path) => ({ path, weight: 1 })),
      size,
    );
    expect(placed).toEqual([]);
  });

  describe('between other curves', () => {
    const at = (y: number, from = 0, to = 400): PixelPath => [
      [from, y],
      [to, y],
    ];
    const own = at(150, 190, 210);
    const obstacles = [
      { id: 'a', path: own, weight: 1 },
      { id: 'b', path: at(141), weight: 1 },
      { id: 'c', path: at(159), weight: 1 },
    ];

    it('says where a label that stands beyond another belongs', () => {
      const [label] = placeLabels([request('a', own)], obstacles, size);
      expect(label?.leader?.[1]).toBe(150);
      expect(Math.abs((label?.y ?? 150) - 150)).toBeGreaterThan(9);
    });

    it('leaves it out where it is optional', () => {
      const optional = { ...request('a', own), tolerance: 0.05, isOptional: true };
      expect(placeLabels([optional], obstacles, size)).toEqual([]);
    });

    it('needs no leader over curves that nobody would take it for', () => {
      const scenery = obstacles.map(({ path, weight }) => ({ path, weight }));
      const [label] = placeLabels([request('a', own)], scenery, size);
      expect(label).toBeDefined();
      expect(label?.leader).toBeUndefined();
    });
  });
});
