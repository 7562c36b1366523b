import { describe, expect, it } from 'vitest';
import type { CombinedFile, CombinedLevel } from '../../../src/core/combine/combined-file.ts';
import { findOpenGaps } from '../../../src/core/combine/open-gaps.ts';
import { makePlane } from '../../fixtures/make-catalogue.ts';

const plane = makePlane({
  x: { quantity: 'mass-dark-photon', range: [0.1, 10] },
  y: { quantity: 'epsilon', range: [1e-8, 1] },
});
const NOTHING: CombinedLevel = { inputs: [], envelope: [], frontier: [], regions: [] };

/** A combined file with the levels of both scopes as given. */
function combined(ee: Partial<CombinedLevel>, laboratory: Partial<CombinedLevel> = {}) {
  const levels = (level: Partial<CombinedLevel>) => ({
    levels: { all: { ...NOTHING, ...level }, '0.90': NOTHING, '0.95': NOTHING },
  });
  return {
    plane: plane.id,
    x: '',
    y: '',
    inputsHash: '',
    scopes: { ee: levels(ee), laboratory: levels(laboratory) },
  } satisfies CombinedFile;
}
const envelope = [
  [
    [0.2, 1e-3],
    [0.5, 1e-4],
    [1, 1.5e-4],
  ],
  [
    [2, 2e-3],
    [3, 4e-3],
    [4, 3e-3],
    [5, 1e-3],
  ],
] as const;
const frontier = [
  { from: 0.2, to: 1, limit: 'a', confidence: 0.9 },
  { from: 2, to: 5, limit: 'b', confidence: 0.9 },
];

describe('the open gaps of a plane', () => {
  it('are what lies between and beyond the limits', () => {
    expect(findOpenGaps(plane, combined({ envelope, frontier }))?.gaps).toEqual([
      { span: [0.1, 0.2], atEnd: true, others: 'none' },
      { span: [1, 2], atEnd: false, others: 'none' },
      { span: [5, 10], atEnd: true, others: 'none' },
    ]);
  });
  it('say what other experiments cover of them', () => {
    const others = [
      [
        [0.05, 1],
        [0.2, 1],
      ],
      [
        [1, 1],
        [1.5, 1],
      ],
    ] as const;
    const gaps = findOpenGaps(plane, combined({ envelope }, { envelope: others }))?.gaps;
    expect(gaps?.map((gap) => gap.others)).toEqual(['all', 'part', 'none']);
  });
  it('are closed by a region too, and by a limit that reaches beyond the axis', () => {
    const outer = [
      [0.9, 1e-5],
      [2.5, 1e-5],
      [2, 1e-4],
      [0.9, 1e-5],
    ] as const;
    const wide = [
      [
        [0.01, 1],
        [0.2, 1],
      ],
      ...envelope,
    ] as const;
    const regions = [{ outer, holes: [], openAbove: false }];
    const found = findOpenGaps(plane, combined({ envelope: wide, regions }));
    expect(found?.covered).toEqual([[0.01, 5]]);
    expect(found?.gaps.map(({ span }) => span)).toEqual([[5, 10]]);
  });
  it('come with the weakest point, its neighbourhood and who holds it', () => {
    expect(findOpenGaps(plane, combined({ envelope, frontier }))?.weakest).toEqual({
      span: [2, 4],
      mass: 3,
      value: 4e-3,
      limit: 'b',
    });
  });
  it('do not exist where there is no e+e- limit at all', () => {
    expect(findOpenGaps(plane, combined({}, { envelope, frontier }))).toBeUndefined();
  });
  it('are all of the axis but what limits cover, when the axis is longer or shorter than they are', () => {
    const at = (...masses: [number, number][]): CombinedLevel['envelope'] =>
      masses.map(([from, to]) => [
        [from, 1],
        [to, 1],
      ]);
    const spans = (...masses: [number, number][]): unknown[] | undefined =>
      findOpenGaps(plane, combined({ envelope: at(...masses), frontier }))?.gaps.map(
        ({ span }) => span,
      );
    expect(spans([0.01, 100])).toEqual([]);
    expect(spans([0.1, 10])).toEqual([]);
    expect(spans([0.1, 1], [1, 10])).toEqual([]);
    expect(spans([1, 10], [0.1, 1])).toEqual([]);
    expect(spans([0.1, 5], [2, 3], [4, 10])).toEqual([]);
    expect(spans([0.01, 0.02])).toEqual([[0.1, 10]]);
    expect(spans([20, 30])).toEqual([[0.1, 10]]);
    expect(spans([0.01, 1], [20, 30])).toEqual([[1, 10]]);
  });
  it('leave out windows narrower than a millionth of the mass', () => {
    const two = (end: number, start: number): number | undefined =>
      findOpenGaps(
        plane,
        combined({
          envelope: [
            [
              [0.1, 1],
              [end, 1],
            ],
            [
              [start, 1],
              [10, 1],
            ],
          ],
        }),
      )?.gaps.length;
    expect(two(2, 2 * (1 + 0.9e-6))).toBe(0);
    expect(two(2, 2 * (1 + 1.1e-6))).toBe(1);
    const oneEnd = (from: number, to: number): unknown[] | undefined =>
      findOpenGaps(
        plane,
        combined({
          envelope: [
            [
              [from, 1],
              [to, 1],
            ],
          ],
        }),
      )?.gaps.map(({ atEnd }) => atEnd);
    expect(oneEnd(0.1 * (1 + 0.9e-6), 10 / (1 + 0.9e-6))).toEqual([]);
    expect(oneEnd(0.1 * (1 + 1.1e-6), 10 / (1 + 1.1e-6))).toEqual([true, true]);
  });
  it('are not covered by a limit at a single mass, which has no width', () => {
    const point = [[[3, 1e-3]], [[4, 1e-3]], []] as const;
    expect(findOpenGaps(plane, combined({ envelope: point }))).toBeUndefined();
    const found = findOpenGaps(plane, combined({ envelope: [...envelope, ...point], frontier }));
    expect(found?.covered).toEqual([
      [0.2, 1],
      [2, 5],
    ]);
  });
  it('have as weakest range the masses at most twice as strong on either side, to the ends of the curve', () => {
    const weakest = (...values: number[]): readonly number[] | undefined =>
      findOpenGaps(
        plane,
        combined({
          envelope: [values.map((value, i) => [1 + i, value] as const)],
          frontier: [{ from: 1, to: 9, limit: 'a', confidence: 0.9 }],
        }),
      )?.weakest?.span;
    expect(weakest(1, 1, 1)).toEqual([1, 3]);
    expect(weakest(0.4, 0.5, 0.6, 1, 0.6, 0.5, 0.4)).toEqual([2, 6]);
    expect(weakest(0.9, 0.1, 1, 0.1, 0.9)).toEqual([3, 3]);
    expect(weakest(1, 0.4)).toEqual([1, 1]);
    expect(weakest(0.4, 1)).toEqual([2, 2]);
  });
  it('name the first of equally weak points, and its holder up to the ends of its range', () => {
    const level = {
      envelope: [
        [
          [1, 1],
          [2, 0.1],
          [3, 1],
        ],
      ],
    } as const;
    const holder = (from: number, to: number): string | undefined =>
      findOpenGaps(
        plane,
        combined({ ...level, frontier: [{ from, to, limit: 'a', confidence: 0.9 }] }),
      )?.weakest?.limit;
    expect(findOpenGaps(plane, combined({ ...level, frontier: [] }))).not.toHaveProperty('weakest');
    expect(holder(1, 2)).toBe('a');
    expect(holder(0.5, 1)).toBe('a');
    expect(holder(2, 3)).toBeUndefined();
    expect(holder(0.2, 0.9)).toBeUndefined();
  });
  it('have no weakest point where regions alone cover them', () => {
    const regions = [
      {
        outer: [
          [1, 1e-5],
          [2, 1e-5],
          [2, 1e-4],
        ],
        holes: [],
        openAbove: false,
      },
    ] as const;
    expect(findOpenGaps(plane, combined({ regions }))).toEqual({
      covered: [[1, 2]],
      gaps: [
        { span: [0.1, 1], atEnd: true, others: 'none' },
        { span: [2, 10], atEnd: true, others: 'none' },
      ],
    });
  });
});
