import { describe, expect, it } from 'vitest';
import type { History } from '../../../src/core/combine/history.ts';
import { listHistory } from '../../../src/core/combine/history.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeReference,
} from '../../fixtures/make-catalogue.ts';

/** The history of limits, each dated by the arXiv number or year of its own paper. */
function historyOf(
  ...limits: readonly (LimitOverrides & { readonly eprint?: string; readonly published?: number })[]
): History {
  const plane = makePlane();
  const catalogue = makeCatalogue({
    planes: [plane],
    limits: limits.map(({ eprint: _, published: __, ...limit }, i) =>
      makeLimit({ ...limit, reference: `Paper:${String(i)}` }),
    ),
    references: limits.map(({ eprint, published }, i) =>
      makeReference({
        key: `Paper:${String(i)}`,
        year: published,
        ...(eprint === undefined ? {} : { eprint }),
      }),
    ),
  });
  return listHistory(plane, catalogue, 'laboratory');
}

const FLAT = { rows: '1,1,1e-3 1,10,1e-3' };

describe('the history of a combined limit', () => {
  it('begins with the first limit, in decades of mass', () => {
    const { entries } = historyOf({ id: 'first', eprint: '1406.2980', ...FLAT });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.date).toBe('2014-06');
    expect(entries[0]?.improvements[0]).toMatchObject({
      opened: { ranges: [{ from: 1, to: 10 }], decades: 1 },
      islands: [],
    });
    expect(entries[0]?.improvements[0]?.improved).toBeUndefined();
  });

  it('says where a newer limit is stronger, by what mean and largest factor, and what it opens', () => {
    const { entries } = historyOf(
      { id: 'old', eprint: '1406.2980', ...FLAT },
      { id: 'new', eprint: '2001.00001', rows: '1,1,1e-3 1,10,1e-5 1,100,1e-5' },
    );
    const step = entries[1]?.improvements[0];
    expect(step?.limit.id).toBe('new');
    expect(step?.improved?.ranges).toEqual([{ from: 1, to: 10 }]);
    expect(step?.improved?.factor).toBeCloseTo(10, 9);
    expect(step?.improved?.maximum).toBeCloseTo(100, 9);
    expect(step?.opened?.ranges).toEqual([{ from: 10, to: 100 }]);
  });

  it('stops an improvement where the curves cross', () => {
    const { entries } = historyOf(
      { id: 'falling', eprint: '1406.2980', rows: '1,1,1e-2 1,100,1e-6' },
      { id: 'rising', eprint: '2001.00001', rows: '1,1,1e-6 1,100,1e-2' },
    );
    expect(entries[1]?.improvements[0]?.improved?.ranges).toEqual([{ from: 1, to: 10 }]);
  });

  it('names a limit that excludes nothing new without an improvement', () => {
    const { entries } = historyOf(
      { id: 'strong', eprint: '1406.2980', ...FLAT },
      { id: 'weak', eprint: '2001.00001', rows: '1,2,1e-2 1,5,1e-2' },
    );
    expect(entries[1]?.improvements).toEqual([]);
    expect(entries[1]?.unmoved.map(({ id }) => id)).toEqual(['weak']);
  });

  it('tells an island below the envelope from one already excluded', () => {
    const interval = (low: string, high: string): LimitOverrides => ({
      shape: 'interval',
      rows: `1,lower,2,${low} 1,lower,5,${low} 1,upper,2,${high} 1,upper,5,${high}`,
    });
    const { entries } = historyOf(
      { id: 'open', eprint: '1406.2980', ...FLAT },
      { id: 'below', eprint: '1501.00001', ...interval('1e-6', '1e-5') },
      { id: 'inside', eprint: '1601.00001', ...interval('2e-3', '1e-2') },
      { id: 'again', eprint: '1701.00001', ...interval('2e-6', '5e-6') },
    );
    const islands = entries.map(({ improvements }) => improvements[0]?.islands);
    expect(islands).toEqual([[], [{ from: 2, to: 5 }], undefined, undefined]);
    expect(entries[2]?.unmoved.map(({ id }) => id)).toEqual(['inside']);
  });

  it('lets a newer result of the same data take the place of a stronger one', () => {
    const { entries } = historyOf(
      { id: 'first', eprint: '1406.2980', ...FLAT },
      {
        id: 'second',
        eprint: '2001.00001',
        rows: '1,1,1e-2 1,5,1e-2',
        supersedes: [{ limit: 'first', as: 'update' }],
      },
    );
    expect(entries[1]?.replaced.map(({ id }) => id)).toEqual(['first']);
    expect(entries[1]?.weakened?.ranges).toEqual([{ from: 1, to: 5 }]);
    expect(entries[1]?.weakened?.factor).toBeCloseTo(10, 9);
    expect(entries[1]?.closed).toEqual([{ from: 5, to: 10 }]);
  });

  it('places papers known by year alone before those of its months, not with them', () => {
    const { entries } = historyOf(
      { id: 'month', eprint: '2406.00001', rows: '1,1,1e-4 1,10,1e-4' },
      { id: 'year', published: 2024, ...FLAT },
    );
    expect(entries.map(({ date }) => date)).toEqual(['2024', '2024-06']);
    expect(entries.map(({ improvements }) => improvements.map(({ limit }) => limit.id))).toEqual([
      ['year'],
      ['month'],
    ]);
  });

  it('leaves undated limits out and counts them', () => {
    const { entries, undated } = historyOf({ id: 'undated', ...FLAT });
    expect(entries).toEqual([]);
    expect(undated.map(({ id }) => id)).toEqual(['undated']);
  });

  it('has no entries without limits', () => {
    expect(historyOf()).toEqual({ entries: [], undated: [] });
  });
});
