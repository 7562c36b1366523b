import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropPath } from '../../../src/core/figure/crop-path.ts';
import type { Path } from '../../../src/core/figure/figure-spec.ts';
import { readMark } from '../../../src/core/figure/read-values.ts';

const x = { scale: 'log', range: [1, 10] } as const;
const y = { scale: 'log', range: [1, 10] } as const;

describe('cropPath', () => {
  it('keeps a path that lies inside as it is', () => {
    const path: Path = [
      [1, 1],
      [5, 9],
      [10, 2],
    ];
    expect(cropPath(path, x, y)).toBe(path);
  });

  it('keeps only the ends of what stays outside on one side', () => {
    const path: Path = [
      [0.1, 5],
      [0.2, 5],
      [0.3, 5],
      [2, 5],
      [20, 5],
      [30, 5],
      [40, 5],
    ];
    expect(cropPath(path, x, y)).toEqual([
      [0.1, 5],
      [0.3, 5],
      [2, 5],
      [20, 5],
      [40, 5],
    ]);
  });

  it('keeps the way round a corner', () => {
    const path: Path = [
      [0.5, 0.5],
      [0.5, 20],
      [20, 20],
      [20, 0.5],
      [0.5, 0.5],
    ];
    expect(cropPath(path, x, y)).toEqual(path);
  });

  it('changes no value that can be seen', () => {
    const number = fc.double({ min: 0.01, max: 100, noNaN: true });
    const ring = fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(ring, fc.double({ min: 1.001, max: 9.999, noNaN: true }), (points, mass) => {
        const first = points[0] ?? [1, 1];
        const closed: Path = [...points, first];
        const inside = (path: Path): number[] =>
          readMark({ kind: 'rings', rings: [path] }, mass)
            .flat()
            .filter((value) => value > 1 && value < 10);
        expect(inside(cropPath(closed, x, y))).toEqual(inside(closed));
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
