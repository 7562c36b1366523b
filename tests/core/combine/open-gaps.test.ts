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
});
