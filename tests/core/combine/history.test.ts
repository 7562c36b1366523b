import { describe, expect, it } from 'vitest';
import type { PlaneEntry } from '../../../src/core/catalogue.ts';
import type { History } from '../../../src/core/combine/history.ts';
import { listHistory } from '../../../src/core/combine/history.ts';
import type { Scope } from '../../../src/core/combine/inputs.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeExperiment,
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

  it('says of each limit of one date what it alone did', () => {
    const { entries } = historyOf(
      { id: 'old', eprint: '1406.2980', rows: '1,1,1e-3 1,10,1e-3 1,100,1e-3' },
      { id: 'low', eprint: '2001.00001', rows: '1,1,1e-4 1,10,1e-4' },
      { id: 'high', eprint: '2001.00002', rows: '1,20,1e-5 1,50,1e-5 1,200,1e-5' },
      { id: 'weak', eprint: '2001.00003', rows: '1,1,1e-1 1,10,1e-1' },
    );
    const step = entries[1];
    const shifts = step?.improvements.map(({ limit, improved, opened }) => [
      limit.id,
      improved?.ranges,
      opened?.ranges,
    ]);
    expect(shifts).toEqual([
      ['high', [{ from: 20, to: 100 }], [{ from: 100, to: 200 }]],
      ['low', [{ from: 1, to: 10 }], undefined],
    ]);
    const factors = step?.improvements.map(({ improved }) => [improved?.factor, improved?.maximum]);
    for (const [i, expected] of [100, 10].entries())
      for (const factor of factors?.[i] ?? []) expect(factor).toBeCloseTo(expected, 9);
    expect(step?.improvements[0]?.opened?.decades).toBeCloseTo(Math.log10(2), 12);
    expect(step?.unmoved.map(({ id }) => id)).toEqual(['weak']);
    expect(step?.replaced).toEqual([]);
    expect(step).not.toHaveProperty('weakened');
    expect(step?.closed).toEqual([]);
  });

  it('counts neither what is no evidence nor what the scope leaves out', () => {
    const { entries, undated } = historyOf(
      { id: 'observed', eprint: '1406.2980', ...FLAT },
      { id: 'expected', eprint: '1501.00001', status: 'expected', ...FLAT },
      { id: 'union', eprint: '1601.00001', derivedBy: 'compilation', ...FLAT },
      { id: 'sky', eprint: '1701.00001', experiment: ['unknown'], ...FLAT },
      { id: 'target', status: 'target', ...FLAT },
    );
    expect(entries.map(({ date }) => date)).toEqual(['2014-06']);
    expect(undated).toEqual([]);
  });

  it('tells a limit that changes nothing by being the same', () => {
    const { entries } = historyOf(
      { id: 'first', eprint: '1406.2980', ...FLAT },
      { id: 'same', eprint: '2001.00001', ...FLAT },
    );
    expect(entries[1]).toMatchObject({ improvements: [], closed: [], replaced: [] });
    expect(entries[1]?.unmoved.map(({ id }) => id)).toEqual(['same']);
  });

  it('follows an envelope over gaps of the old one and of the new one', () => {
    const { entries } = historyOf(
      {
        id: 'old',
        eprint: '1406.2980',
        rows: '1,1,1e-3 1,2,1e-3 2,4,1e-3 2,5,1e-3 3,20,1e-3 3,30,1e-3',
      },
      { id: 'new', eprint: '2001.00001', rows: '1,1.5,1e-4 1,4.5,1e-4 2,6,1e-4 2,25,1e-4' },
    );
    const step = entries[1]?.improvements[0];
    expect(step?.improved?.ranges).toEqual([
      { from: 1.5, to: 2 },
      { from: 4, to: 4.5 },
      { from: 20, to: 25 },
    ]);
    expect(step?.opened?.ranges).toEqual([
      { from: 2, to: 4 },
      { from: 6, to: 20 },
    ]);
    expect(step?.opened?.decades).toBeCloseTo(Math.log10(4 / 2) + Math.log10(20 / 6), 12);
    expect(step?.improved?.factor).toBeCloseTo(10, 9);
    expect(entries[1]?.closed).toEqual([]);
  });

  it('joins neighbouring stretches of an improvement and weighs its factor by their widths', () => {
    const { entries } = historyOf(
      { id: 'old', eprint: '1406.2980', rows: '1,1,1e-3 1,10,1e-3 1,1000,1e-3' },
      {
        id: 'new',
        eprint: '2001.00001',
        rows: '1,1,1e-4 1,10,1e-4 1,10,1e-6 1,100,1e-6 1,1000,1e-6',
      },
    );
    const improved = entries[1]?.improvements[0]?.improved;
    expect(improved?.ranges).toEqual([{ from: 1, to: 1000 }]);
    // One decade by 10, two by 1000.
    expect(improved?.factor).toBeCloseTo(10 ** ((1 + 2 * 3) / 3), 6);
    expect(improved?.maximum).toBeCloseTo(1000, 6);
  });

  it('weakens where a replaced limit was stronger than what is left, up to where they cross', () => {
    const { entries } = historyOf(
      { id: 'first', eprint: '1406.2980', rows: '1,1,1e-5 1,100,1e-1' },
      {
        id: 'second',
        eprint: '2001.00001',
        rows: '1,1,1e-3 1,100,1e-3',
        supersedes: [{ limit: 'first', as: 'update' }],
      },
    );
    const [, step] = entries;
    expect(step?.weakened?.ranges).toEqual([{ from: 1, to: 10 }]);
    expect(step?.weakened?.factor).toBeCloseTo(10, 9);
    expect(step?.weakened?.maximum).toBeCloseTo(100, 9);
    expect(step?.improvements[0]?.improved?.ranges).toEqual([{ from: 10, to: 100 }]);
    expect(step?.improvements[0]?.improved?.factor).toBeCloseTo(10, 9);
    expect(step?.replaced.map(({ id }) => id)).toEqual(['first']);
    expect(step?.closed).toEqual([]);
  });

  it('is that of its scope and plane, whichever is asked for first', () => {
    const plane = makePlane();
    const other = makePlane({ id: 'other' });
    const catalogue = makeCatalogue({
      planes: [plane, other],
      experiments: [
        makeExperiment({ id: 'collider', kind: 'ee-collider' }),
        makeExperiment({ id: 'dump', kind: 'beam-dump' }),
      ],
      limits: [
        makeLimit({ id: 'collider', experiment: ['collider'] }),
        makeLimit({ id: 'dump', experiment: ['dump'] }),
        makeLimit({ id: 'elsewhere', plane: 'other', experiment: ['dump'] }),
      ],
      references: [makeReference({ key: 'BaBar:2014zli', eprint: '1406.2980' })],
    });
    const limitsOf = (on: PlaneEntry, scope: Scope): string[] =>
      listHistory(on, catalogue, scope).entries.flatMap(({ improvements, unmoved }) =>
        [...improvements.map(({ limit }) => limit), ...unmoved].map(({ id }) => id),
      );
    expect(limitsOf(plane, 'laboratory')).toEqual(['collider', 'dump']);
    expect(limitsOf(plane, 'ee')).toEqual(['collider']);
    expect(limitsOf(other, 'laboratory')).toEqual(['elsewhere']);
    expect(limitsOf(other, 'ee')).toEqual([]);
    expect(listHistory(plane, catalogue, 'ee')).toBe(listHistory(plane, catalogue, 'ee'));
  });

  it('has no entries without limits', () => {
    expect(historyOf()).toEqual({ entries: [], undated: [] });
  });
});

describe('the islands of a history', () => {
  const strip = (from: number, to: number, low: string, high: string): LimitOverrides => ({
    shape: 'interval',
    rows: [
      ['lower', low],
      ['upper', high],
    ]
      .flatMap(([edge, value]) =>
        [from, to].map((mass) => `1,${String(edge)},${String(mass)},${String(value)}`),
      )
      .join(' '),
  });
  /** Where the last limit holds something that the others, which appeared before, do not. */
  const islandsOf = (...limits: readonly LimitOverrides[]): unknown =>
    historyOf(
      ...limits.map((limit, i) => ({
        id: `limit-${String(i)}`,
        eprint: `1${String(i)}01.0001`,
        ...limit,
      })),
    )
      .entries.at(-1)
      ?.improvements.at(-1)?.islands;

  it('are where part of the values is new, below, above or between what is known', () => {
    const known = strip(1, 10, '1e-5', '1e-4');
    expect(islandsOf(known, strip(2, 5, '1e-6', '3e-5'))).toEqual([{ from: 2, to: 5 }]);
    expect(islandsOf(known, strip(2, 5, '3e-5', '1e-3'))).toEqual([{ from: 2, to: 5 }]);
    expect(islandsOf(known, strip(2, 5, '1e-5', '1e-4'))).toBeUndefined();
    expect(islandsOf(known, strip(1, 10, '1e-3', '1e-2'), strip(2, 5, '5e-5', '5e-3'))).toEqual([
      { from: 2, to: 5 },
    ]);
  });
  it('are none where several known ones cover it together, in whatever order they came', () => {
    const [low, high] = [strip(1, 10, '1e-6', '1e-4'), strip(1, 10, '1e-4', '1e-2')];
    expect(islandsOf(low, high, strip(2, 5, '1e-5', '1e-3'))).toBeUndefined();
    expect(islandsOf(high, low, strip(2, 5, '1e-5', '1e-3'))).toBeUndefined();
  });
  it('are the masses where it reaches beyond others, each by itself', () => {
    const known = strip(3, 5, '1e-7', '1e-2');
    expect(islandsOf(known, strip(1, 10, '1e-6', '1e-3'))).toEqual([
      { from: 1, to: 3 },
      { from: 5, to: 10 },
    ]);
    // What excludes beyond its masses is no matter.
    expect(islandsOf(strip(20, 30, '1e-7', '1e-2'), strip(1, 10, '1e-6', '1e-3'))).toEqual([
      { from: 1, to: 10 },
    ]);
  });
  it('are compared with what was known, not with what came later or with itself', () => {
    const { entries } = historyOf(
      { id: 'first', eprint: '1001.0001', ...strip(1, 10, '1e-6', '1e-3') },
      { id: 'later', eprint: '1101.0001', ...strip(1, 10, '1e-7', '1e-2') },
    );
    expect(entries.map(({ improvements }) => improvements.map(({ islands }) => islands))).toEqual([
      [[[{ from: 1, to: 10 }]]].flat(),
      [[[{ from: 1, to: 10 }]]].flat(),
    ]);
  });
  it('may be part of a limit whose other pieces are open, and are seen where they are narrow', () => {
    // A contour that is a wedge: between the breakpoints at its ends it only reaches beyond the known on one side.
    const wedge: LimitOverrides = {
      shape: 'contour',
      rows: '1,outer,1,1e-4 1,outer,10,1e-5 1,outer,10,1e-3 1,outer,1,1e-4',
    };
    expect(islandsOf(strip(1, 10, '5e-5', '2e-4'), wedge)).toEqual([{ from: 1, to: 10 }]);
  });
});
