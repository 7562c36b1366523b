import { describe, expect, it } from 'vitest';
import { listHatchLines } from '../../src/figures/hatch-lines.ts';

const square = (left: number): readonly (readonly [number, number])[] => [
  [left, 0],
  [left + 10, 0],
  [left + 10, 10],
  [left, 10],
];

describe('listHatchLines', () => {
  it('draws diagonals of the bounding box at their distance from each other', () => {
    const lines = listHatchLines([square(0)], 2);
    const sums = lines.map(([[x, y] = [NaN, NaN]]) => x + y);
    for (const [i, [a = [NaN, NaN], b = [NaN, NaN]]] of lines.entries()) {
      expect(a[0] + a[1]).toBeCloseTo(b[0] + b[1], 9);
      for (const value of [...a, ...b]) expect(value >= -1e-9 && value <= 10 + 1e-9).toBe(true);
      if (i > 0) expect((sums[i] ?? NaN) - (sums[i - 1] ?? NaN)).toBeCloseTo(2 * Math.SQRT2, 9);
    }
    expect(lines.length).toBe(7);
  });

  it('continues a line in the region beside it', () => {
    const sumsOf = (left: number): Set<string> =>
      new Set(listHatchLines([square(left)], 2).map(([[x, y] = [NaN, NaN]]) => (x + y).toFixed(6)));
    const shared = [...sumsOf(0)].filter((sum) => sumsOf(10).has(sum));
    expect(shared.length).toBeGreaterThan(2);
  });

  it('draws nothing over nothing', () => {
    expect(listHatchLines([], 2)).toEqual([]);
  });
});
