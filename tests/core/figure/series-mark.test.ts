import { describe, expect, it } from 'vitest';
import { buildMark, listAreas, listEdges } from '../../../src/core/figure/series-mark.ts';

const line = (mass: number[], value: number[]) => ({
  mass: Float64Array.from(mass),
  value: Float64Array.from(value),
});
const detail = {
  x: { range: [0.01, 10], scale: 'log' },
  y: { range: [1e-6, 1e-1], scale: 'log' },
  size: { width: 900, height: 675 },
  tolerancePx: 0.2,
  columnPx: 0.2,
} as const;

describe('buildMark', () => {
  it('keeps the segments of a limit apart', () => {
    const segments = [line([0.1, 0.2], [1e-3, 1e-3]), line([0.3, 0.4], [1e-3, 1e-3])];
    const mark = buildMark({ kind: 'one-sided', side: 'above', segments }, detail);
    expect(listEdges(mark)).toHaveLength(2);
    expect(listAreas(mark, detail.y)).toHaveLength(2);
  });

  it('fills a one-sided limit up to the end of the axis, or beyond if it leaves it', () => {
    const segments = [line([0.1, 0.2], [1e-3, 1])];
    const mark = buildMark({ kind: 'one-sided', side: 'above', segments }, detail);
    expect(Math.max(...(listAreas(mark, detail.y)[0] ?? []).map(([, y]) => y))).toBe(1);
  });

  it('cuts a strip to the masses both edges have', () => {
    const strips = [{ lower: line([0.1, 1], [1e-5, 1e-5]), upper: line([0.2, 2], [1e-3, 1e-3]) }];
    const mark = buildMark({ kind: 'interval', strips }, detail);
    const masses = (listEdges(mark)[0] ?? []).map(([mass]) => mass);
    expect([Math.min(...masses), Math.max(...masses)]).toEqual([0.2, 1]);
  });

  it('fills nothing for points and lines', () => {
    const points = buildMark({ kind: 'points', side: 'above', points: line([1], [1e-3]) }, detail);
    expect(listAreas(points, detail.y)).toEqual([]);
    const target = buildMark({ kind: 'line', segments: [line([0.1, 1], [1e-5, 1e-4])] }, detail);
    expect(listAreas(target, detail.y)).toEqual([]);
  });

  it('draws a grid as the strongest value of any slice', () => {
    const slices = [
      { parameter: 1, ...line([0.1, 1], [1e-3, 1e-4]) },
      { parameter: 10, ...line([0.1, 1], [1e-4, 1e-3]) },
    ];
    const mark = buildMark({ kind: 'grid', slices, gaps: [] }, detail);
    expect(listEdges(mark)).toEqual([
      [
        [0.1, 1e-4],
        [1, 1e-4],
      ],
    ]);
  });

  it('does not join a grid across a window without a limit', () => {
    const slices = [{ parameter: 1, ...line([0.1, 0.2, 0.8, 1], [1e-3, 1e-3, 1e-3, 1e-3]) }];
    const mark = buildMark({ kind: 'grid', slices, gaps: [[0.3, 0.7]] }, detail);
    expect(listEdges(mark).map((edge) => edge.map(([mass]) => mass))).toEqual([
      [0.1, 0.2],
      [0.8, 1],
    ]);
  });
});
