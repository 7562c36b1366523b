import { describe, expect, it } from 'vitest';
import { combine, describeCombination, makeDescriber } from '../../../src/core/combine/combine.ts';
import type { CombinedLevel } from '../../../src/core/combine/combined-file.ts';
import type { Level } from '../../../src/core/combine/inputs.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeReference,
} from '../../fixtures/make-catalogue.ts';

function combineLimits(...limits: readonly LimitOverrides[]): CombinedLevel {
  const plane = makePlane();
  const catalogue = makeCatalogue({ planes: [plane], limits: limits.map(makeLimit) });
  return describeCombination(combine(plane, catalogue, 'laboratory', 'all'));
}

describe('the combined limit of a plane', () => {
  it('of no limits is empty', () => {
    expect(combineLimits()).toEqual({ inputs: [], envelope: [], frontier: [], regions: [] });
  });

  it('of one limit is that limit, with its digits and its gap', () => {
    const { envelope, frontier, inputs } = combineLimits({
      id: 'only',
      rows: '1,0.0202,1.7477e-3 1,0.5,3e-4 2,0.7,3.1e-4 2,10.2,9e-4',
    });
    expect(inputs).toEqual(['only']);
    expect(envelope).toEqual([
      [
        [0.0202, 1.7477e-3],
        [0.5, 3e-4],
      ],
      [
        [0.7, 3.1e-4],
        [10.2, 9e-4],
      ],
    ]);
    expect(frontier).toEqual([
      { from: 0.0202, to: 0.5, limit: 'only', confidence: 0.9 },
      { from: 0.7, to: 10.2, limit: 'only', confidence: 0.9 },
    ]);
  });

  it('takes the lower of two, crosses exactly, and says who leads and by how much', () => {
    const { envelope, frontier } = combineLimits(
      { id: 'falling', rows: '1,1,1e-2 1,100,1e-6' },
      { id: 'rising', rows: '1,1,1e-6 1,100,1e-2' },
    );
    expect(envelope).toEqual([
      [
        [1, 1e-6],
        [10, 1e-4],
        [100, 1e-6],
      ],
    ]);
    expect(frontier).toEqual([
      { from: 1, to: 10, limit: 'rising', confidence: 0.9, runnerUp: 'falling', factor: 100 },
      { from: 10, to: 100, limit: 'falling', confidence: 0.9, runnerUp: 'rising', factor: 100 },
    ]);
  });

  it('does not let a two-sided limit lower the envelope: it is an island', () => {
    const { envelope, regions } = combineLimits(
      { id: 'open', rows: '1,1,1e-3 1,10,1e-3' },
      {
        id: 'island',
        shape: 'interval',
        rows: '1,lower,2,1e-7 1,lower,5,1e-7 1,upper,2,1e-5 1,upper,5,1e-5',
      },
    );
    expect(envelope).toEqual([
      [
        [1, 1e-3],
        [10, 1e-3],
      ],
    ]);
    expect(regions.map(({ openAbove }) => openAbove).toSorted()).toEqual([false, true]);
  });

  it('leaves a single tested mass out of the envelope', () => {
    const { envelope } = combineLimits({ id: 'segment', rows: '1,1,1e-3 2,2,1e-3 2,3,1e-3' });
    expect(envelope).toEqual([
      [
        [2, 1e-3],
        [3, 1e-3],
      ],
    ]);
  });

  it('converts ε² before it compares', () => {
    const { frontier } = combineLimits(
      { id: 'epsilon', rows: '1,1,1e-3 1,10,1e-3' },
      {
        id: 'squared',
        value: { quantity: 'epsilon-squared', unit: '1' },
        rows: '1,1,4e-6 1,10,4e-6',
      },
    );
    expect(frontier).toEqual([
      { from: 1, to: 10, limit: 'epsilon', confidence: 0.9, runnerUp: 'squared', factor: 2 },
    ]);
  });

  it('cuts regions at the top of the plane where they are open', () => {
    const { regions } = combineLimits({ id: 'open', rows: '1,1,1e-3 1,10,1e-3' });
    expect(regions).toHaveLength(1);
    expect(Math.max(...(regions[0]?.outer.map(([, y]) => y) ?? []))).toBe(0.1);
  });

  it('has limits above the top of the plane, which are drawn from where they are', () => {
    const { regions, envelope } = combineLimits({ id: 'high', rows: '1,1,0.5 1,10,0.9' });
    expect(envelope).toEqual([
      [
        [1, 0.5],
        [10, 0.9],
      ],
    ]);
    expect(regions.map(({ openAbove, outer }) => [openAbove, outer[0]])).toEqual([
      [true, [1, 0.5]],
    ]);
  });

  it('leaves the top of an island where it is, and draws its hole', () => {
    const ring = (kind: string, n: number, [a, b]: number[], [low, high]: number[]): string =>
      [
        [a, low],
        [b, low],
        [b, high],
        [a, high],
        [a, low],
      ]
        .map(([m, v]) => `${String(n)},${kind},${String(m)},${String(v)}`)
        .join(' ');
    const { regions } = combineLimits({
      id: 'ring',
      shape: 'contour',
      rows: `${ring('outer', 1, [1, 10], [1e-6, 1e-2])} ${ring('hole', 2, [2, 5], [1e-5, 1e-3])}`,
    });
    expect(regions).toEqual([
      {
        outer: [
          [1, 1e-6],
          [10, 1e-6],
          [10, 1e-2],
          [1, 1e-2],
        ],
        holes: [
          [
            [2, 1e-5],
            [5, 1e-5],
            [5, 1e-3],
            [2, 1e-3],
          ],
        ],
        openAbove: false,
      },
    ]);
  });

  it('takes the lower of two segments of one limit where they overlap', () => {
    const { envelope, frontier } = combineLimits({
      id: 'both',
      rows: '1,1,1e-3 1,10,1e-3 2,5,1e-4 2,20,1e-4',
    });
    expect(envelope).toEqual([
      [
        [1, 1e-3],
        [5, 1e-3],
        [5, 1e-4],
        [20, 1e-4],
      ],
    ]);
    expect(frontier).toEqual([{ from: 1, to: 20, limit: 'both', confidence: 0.9 }]);
  });

  it('has no envelope from what excludes below, above a region or at single masses', () => {
    const { inputs, envelope } = combineLimits(
      { id: 'points', shape: 'points' },
      { id: 'below', excludes: 'below', rows: '1,1,1e-6 1,10,1e-6' },
      { id: 'a-region', shape: 'contour' },
    );
    expect(inputs).toEqual(['a-region', 'below', 'points']);
    expect(envelope).toEqual([]);
  });

  it('lists its inputs by name, whatever their dates, and says where a level is not stated', () => {
    const plane = makePlane();
    const limits = [
      makeLimit({ id: 'z', reference: 'Old:1999a', confidence: 'not-stated' }),
      makeLimit({ id: 'a', reference: 'New:2014b', rows: '1,2,1 1,3,1' }),
    ];
    const references = [
      makeReference({ key: 'Old:1999a', year: 1999 }),
      makeReference({ key: 'New:2014b', year: 2014 }),
    ];
    const catalogue = makeCatalogue({ planes: [plane], limits, references });
    const described = describeCombination(combine(plane, catalogue, 'laboratory', 'all'));
    expect(described.inputs).toEqual(['a', 'z']);
    expect(described.frontier.map(({ limit, confidence }) => [limit, confidence])).toEqual([
      ['z', 'not-stated'],
    ]);
  });
});

describe('a describer of combinations', () => {
  it('describes those of the same limits once, and others by themselves', () => {
    const plane = makePlane();
    const limits = [
      makeLimit({ id: 'ninety', confidence: { level: 0.9 } }),
      makeLimit({ id: 'unknown', confidence: 'not-stated' }),
    ];
    const catalogue = makeCatalogue({ planes: [plane], limits });
    const describeOne = makeDescriber();
    const at = (level: Level): CombinedLevel =>
      describeOne(combine(plane, catalogue, 'laboratory', level));
    expect(at('all').inputs).toEqual(['ninety', 'unknown']);
    expect(at('0.90').inputs).toEqual(['ninety']);
    expect(at('0.95').inputs).toEqual([]);
    expect(at('0.90')).toBe(at('0.90'));
    expect(at('0.90')).toEqual(
      describeCombination(combine(plane, catalogue, 'laboratory', '0.90')),
    );
  });
});
