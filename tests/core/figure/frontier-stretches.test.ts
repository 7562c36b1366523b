import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listFrontierGaps, listStretches } from '../../../src/core/figure/frontier-stretches.ts';

const span = (from: number, to: number, limit: string) => ({ from, to, limit });

describe('listStretches', () => {
  it('has one stretch for each limit that leads by itself', () => {
    expect(listStretches([span(0.02, 0.2, 'a'), span(0.2, 10, 'b')])).toEqual([
      { from: 0.02, to: 0.2, leaders: ['a'], isSettled: true, isAlone: true },
      { from: 0.2, to: 10, leaders: ['b'], isSettled: true, isAlone: true },
    ]);
  });

  it('passes over slivers inside the range of one limit, and says that it is not alone', () => {
    const spans = [span(0.01, 1, 'a'), span(1, 1.01, 'b'), span(1.01, 100, 'a')];
    expect(listStretches(spans)).toEqual([
      { from: 0.01, to: 100, leaders: ['a', 'b'], isSettled: true, isAlone: false },
    ]);
  });

  it('gathers slivers in a row into one stretch with several leaders, the largest share first', () => {
    const slivers = Array.from({ length: 20 }, (_, i) =>
      span(1 * 1.1 ** i, 1.1 ** (i + 1), i % 4 === 0 ? 'c' : 'b'),
    );
    const end = 1.1 ** 20;
    expect(listStretches([span(1e-4, 1, 'a'), ...slivers, span(end, 1e4, 'a')])).toEqual([
      { from: 1e-4, to: 1, leaders: ['a'], isSettled: true, isAlone: true },
      { from: 1, to: end, leaders: ['b', 'c'], isSettled: false, isAlone: false },
      { from: end, to: 1e4, leaders: ['a'], isSettled: true, isAlone: true },
    ]);
  });

  it('bridges no gap, not even between two stretches of one limit', () => {
    const stretches = listStretches([span(0.1, 1, 'a'), span(1.001, 10, 'a')]);
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      [0.1, 1],
      [1.001, 10],
    ]);
  });

  it('never covers a mass that no span covers, nor leaves one out', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(cuts, fc.array(fc.constantFrom('a', 'b', 'c', undefined)), (ends, holders) => {
        const sorted = ends.toSorted((a, b) => a - b);
        const spans = sorted.slice(1).flatMap((to, i) => {
          const limit = holders[i % Math.max(1, holders.length)];
          return limit === undefined ? [] : [span(sorted[i] ?? 0, to, limit)];
        });
        const covered = (parts: readonly { from: number; to: number }[]): number =>
          parts.reduce((sum, { from, to }) => sum + (to - from), 0);
        const stretches = listStretches(spans);
        expect(covered(stretches)).toBe(covered(spans));
        for (const { from, to, leaders } of stretches) {
          const inside = spans.filter((one) => one.from >= from && one.to <= to);
          expect(new Set(leaders)).toEqual(new Set(inside.map(({ limit }) => limit)));
        }
      }),
      { seed: 20260923, numRuns: 200 },
    );
  });
});

describe('listFrontierGaps', () => {
  it('finds masses without a limit at both ends and in between', () => {
    expect(listFrontierGaps([span(0.1, 1, 'a'), span(2, 5, 'b')], [0.01, 10])).toEqual([
      [0.01, 0.1],
      [1, 2],
      [5, 10],
    ]);
  });

  it('makes nothing of an end that differs from the axis in the fourth digit', () => {
    expect(listFrontierGaps([span(0.0100001, 9.999, 'a')], [0.01, 10])).toEqual([]);
  });

  it('is silent about masses beyond the axis', () => {
    expect(listFrontierGaps([span(0.1, 20, 'a'), span(30, 40, 'b')], [0.1, 10])).toEqual([]);
  });
});
