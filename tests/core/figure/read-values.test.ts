import { describe, expect, it } from 'vitest';
import { findHolder, readMark, readValues } from '../../../src/core/figure/read-values.ts';
import { makeSeries, makeSpec } from './make-series.ts';

describe('readMark', () => {
  it('reads a curve log–log between its points and nowhere else', () => {
    const mark = makeSeries().mark;
    expect(readMark(mark, 0.1)).toEqual([[1e-3]]);
    expect(readMark(mark, 9)).toEqual([[1e-3]]);
    expect(readMark(mark, Math.sqrt(0.1))[0]?.[0]).toBeCloseTo(Math.sqrt(1e-7), 12);
    expect(readMark(mark, 0.099)).toEqual([]);
    expect(readMark(mark, 9.01)).toEqual([]);
  });

  it('takes the stronger end of a vertical step', () => {
    const segments = [
      [
        [1, 5],
        [2, 5],
        [2, 3],
        [3, 3],
      ] as const,
    ];
    expect(readMark({ kind: 'segments', side: 'above', segments }, 2)).toEqual([[3]]);
    expect(readMark({ kind: 'segments', side: 'below', segments }, 2)).toEqual([[5]]);
  });

  it('reads floor and ceiling of an island where both are there', () => {
    const strips = [
      {
        lower: [
          [1, 1],
          [4, 1],
        ] as const,
        upper: [
          [2, 9],
          [6, 9],
        ] as const,
      },
    ];
    expect(readMark({ kind: 'strips', strips }, 3)).toEqual([[1, 9]]);
    expect(readMark({ kind: 'strips', strips }, 1.5)).toEqual([]);
    expect(readMark({ kind: 'strips', strips }, 5)).toEqual([]);
  });

  it('reads the stretches of a ring with a hole', () => {
    const square = (from: number, to: number) =>
      [
        [from, from],
        [to, from],
        [to, to],
        [from, to],
        [from, from],
      ] as const;
    const mark = { kind: 'rings', rings: [square(1, 9), square(3, 5)] } as const;
    expect(readMark(mark, 2)).toEqual([[1, 9]]);
    expect(readMark(mark, 4)).toEqual([
      [1, 3],
      [5, 9],
    ]);
    expect(readMark(mark, 9.5)).toEqual([]);
  });

  it('reads a tested point at its mass only, a massless one too', () => {
    const mark = {
      kind: 'markers',
      points: [
        [0, 7],
        [2, 8],
      ],
    } as const;
    expect(readMark(mark, 0)).toEqual([[7]]);
    expect(readMark(mark, 1)).toEqual([]);
  });
});

it('readValues lists the strongest first', () => {
  const weak = makeSeries({
    limit: 'weak',
    mark: {
      kind: 'segments',
      side: 'above',
      segments: [
        [
          [0.1, 1],
          [10, 1],
        ],
      ],
    },
  });
  const spec = makeSpec({ series: [weak, makeSeries()] });
  expect(readValues(spec, 1).map(({ series }) => series.limit)).toEqual(['limit', 'weak']);
});

it('readValues puts the largest first where the axis runs the other way', () => {
  const flat = (limit: string, value: number) =>
    makeSeries({
      limit,
      mark: {
        kind: 'segments',
        side: 'below',
        segments: [
          [
            [0.1, value],
            [10, value],
          ],
        ],
      },
    });
  const spec = makeSpec({ series: [flat('weak', 2), flat('strong', 500)] });
  const turned = { ...spec, y: { ...spec.y, isReversed: true } };
  expect(readValues(turned, 1).map(({ series }) => series.limit)).toEqual(['strong', 'weak']);
});

it('readValues takes a tested point when the pointer is as good as there', () => {
  const series = [
    makeSeries({
      mark: {
        kind: 'markers',
        points: [
          [1, 3],
          [5, 4],
        ],
      },
    }),
  ];
  expect(readValues(makeSpec({ series }), 1.001)).toMatchObject([{ values: [3], testedAt: 1 }]);
  expect(readValues(makeSpec({ series }), 1.2)).toEqual([]);
});

describe('findHolder', () => {
  const flat = (limit: string, value: number, changes = {}) =>
    makeSeries({
      limit,
      enters: ['laboratory', 'ee'],
      mark: {
        kind: 'segments',
        side: 'above',
        segments: [
          [
            [0.1, value],
            [10, value],
          ],
        ],
      },
      ...changes,
    });

  it('is the lowest of what enters the combination, ties going to the earlier', () => {
    const series = [
      flat('late', 1, { year: 2020 }),
      flat('early', 1, { year: 2010 }),
      flat('replaced', 0.1, { isSuperseded: true }),
      flat('outside', 0.1, { enters: [] }),
      flat('weak', 2),
    ];
    expect(findHolder(makeSpec({ series }), 'ee', 1)?.series.limit).toBe('early');
    expect(findHolder(makeSpec({ series }), 'ee', 11)).toBeUndefined();
  });
});
