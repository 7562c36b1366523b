import { expect, it } from 'vitest';
import { convertMark } from '../../../src/core/figure/convert-mark.ts';
import { makeSeries } from './make-series.ts';

const same = { factor: 1, power: 1 };

it('a decreasing horizontal law keeps curves rising', () => {
  const converted = convertMark(makeSeries().mark, { x: { factor: 1, power: -1 }, y: same });
  expect(converted).toEqual({
    kind: 'segments',
    side: 'above',
    segments: [
      [
        [0.111111111111, 1e-3],
        [1, 1e-4],
        [10, 1e-3],
      ],
    ],
  });
});

it('a line that excludes nothing gets no side', () => {
  const line = { kind: 'segments', segments: [[[1, 2] as const]] } as const;
  expect(convertMark(line, { x: same, y: { factor: 1, power: -1 } })).toEqual({
    kind: 'segments',
    segments: [[[1, 0.5]]],
  });
});

it('rings and points only move', () => {
  const laws = { x: same, y: { factor: 1, power: 2 } };
  const ring = [
    [1, 2],
    [2, 2],
    [1, 3],
    [1, 2],
  ] as const;
  expect(convertMark({ kind: 'rings', rings: [ring] }, laws)).toEqual({
    kind: 'rings',
    rings: [
      [
        [1, 4],
        [2, 4],
        [1, 9],
        [1, 4],
      ],
    ],
  });
  expect(convertMark({ kind: 'markers', points: [[0, 3]] }, laws)).toEqual({
    kind: 'markers',
    points: [[0, 9]],
  });
});
