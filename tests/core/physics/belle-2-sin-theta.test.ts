import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import { placeLimit } from '../../../src/core/curve/plane-limit.ts';
import type { Piece } from '../../../src/core/curve/piece.ts';
import { listPieces } from '../../../src/core/curve/pieces.ts';
import { readValueAt } from '../../../src/core/curve/value-at.ts';
import { computeAlpToPhotonsGeV } from '../../../src/core/physics/alp-widths.ts';
import { computeBToKAlp, computeBToKScalar } from '../../../src/core/physics/b-to-s-scalar.ts';
import {
  findExcludedIntervals,
  joinIntervals,
  predictHiggsMixed,
  readLifetimeMap,
  recastBelle2SinTheta,
  uniteIntervals,
} from '../../../src/core/physics/belle-2-sin-theta.ts';
import type { Interval, LifetimeMap } from '../../../src/core/physics/belle-2-sin-theta.ts';
import { findDecayLengthM } from '../../../src/core/physics/total-width.ts';
import { mustGet, type Limit } from '../../../src/core/catalogue.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makeQuantity,
  QUANTITIES,
} from '../../fixtures/make-catalogue.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

const { catalogue } = await readRealContent();

/** Slices at 1 mm, 1 cm, … that all reach from 1 to 4 GeV. */
const drawMap = (...limits: readonly number[]): LifetimeMap => ({
  slices: limits.map((limit, i) => ({
    parameter: 10 ** (i - 3),
    mass: Float64Array.of(1, 4),
    value: Float64Array.of(limit, limit),
  })),
  gaps: [],
});

const LIFETIME = { quantity: 'lifetime', unit: 's', scale: 'linear' } as const;

/** A rate g² and a decay length of 1e-8/g² m: a coupling of 1e-3 lives for 1 cm. */
const UNIT = { rate: () => 1, ctauM: () => 1e-8 };

describe('couplings that a map in mass and lifetime excludes', () => {
  it('lie between the couplings of the first and of the last slice where all limits are passed', () => {
    const [[lower, upper] = [], ...others] = findExcludedIntervals(drawMap(1e-9, 1e-9), UNIT, 2);
    expect(others).toEqual([]);
    expect(lower).toBeCloseTo(1e-3, 12);
    expect(upper).toBeCloseTo(10 ** -2.5, 12);
  });
  it('end where rate and limit are equal, which is exact between slices', () => {
    // In between the limit goes like the decay length, 1e-8/g²: it is g² at g = 1e-2.75.
    const [interval] = findExcludedIntervals(drawMap(10 ** -6, 10 ** -5), UNIT, 2);
    expect(interval?.[0]).toBeCloseTo(10 ** -2.75, 12);
    expect(interval?.[1]).toBeCloseTo(10 ** -2.5, 12);
  });
  it('are two intervals where a slice in the middle is weak', () => {
    const found = findExcludedIntervals(drawMap(1e-9, 1, 1e-12), UNIT, 2);
    expect(found).toHaveLength(2);
    expect(found[0]?.[1]).toBeLessThan(found[1]?.[0] ?? 0);
  });
  it('are none at masses and between slices without a limit', () => {
    const map = drawMap(1e-9, 1e-9, 1e-9);
    const [first, middle, last] = map.slices;
    if (first === undefined || middle === undefined || last === undefined) throw new Error();
    const short = { ...middle, mass: Float64Array.of(1, 2) };
    expect(findExcludedIntervals({ ...map, slices: [first, short, last] }, UNIT, 3)).toEqual([]);
    expect(findExcludedIntervals(map, UNIT, 0.99)).toEqual([]);
    expect(findExcludedIntervals(map, UNIT, 4.01)).toEqual([]);
    expect(findExcludedIntervals({ ...map, gaps: [[2, 3]] }, UNIT, 2.5)).toEqual([]);
    expect(findExcludedIntervals(map, { ...UNIT, rate: () => 0 }, 2)).toEqual([]);
    expect(findExcludedIntervals(map, { ...UNIT, ctauM: () => NaN }, 2)).toEqual([]);
  });
  it('are those whose rate passes the interpolated limit, whatever the map', () => {
    const limits = fc.array(fc.double({ min: -9, max: -3, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    const along = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(limits, along, (logs, share) => {
        const found = findExcludedIntervals(drawMap(...logs.map((log) => 10 ** log)), UNIT, 2);
        const place = share * (logs.length - 1);
        const k = Math.floor(place);
        const limit = (logs[k] ?? 0) + (place - k) * ((logs[k + 1] ?? 0) - (logs[k] ?? 0));
        // The decay length 10^(place − 3) m belongs to g² = 10^(−5 − place).
        const log = -5 - place;
        fc.pre(Math.abs(log - limit) > 1e-9);
        const isInside = found.some(([a, b]) => a <= 10 ** (log / 2) && 10 ** (log / 2) <= b);
        expect(isInside).toBe(log > limit);
      }),
      { seed: 1 },
    );
  });
});

describe('couplings at the ends of masses, gaps and limits', () => {
  /** Slices at 1 m and 2 m, and a decay length of 1 m at coupling one: couplings of 1 and √½. */
  const ATOM = { rate: () => 1, ctauM: () => 1 };
  const drawSlices = (
    mass: readonly number[],
    ...slices: readonly (readonly number[])[]
  ): LifetimeMap => ({
    slices: slices.map((value, i) => ({
      parameter: 2 ** i,
      mass: Float64Array.from(mass),
      value: Float64Array.from(value),
    })),
    gaps: [],
  });

  it('are stated at the first and the last mass of a map, and of a map of one mass', () => {
    const map = drawMap(1e-9, 1e-9);
    expect(findExcludedIntervals(map, UNIT, 1)).toHaveLength(1);
    expect(findExcludedIntervals(map, UNIT, 4)).toHaveLength(1);
    const one = drawSlices([2], [1], [0.25]);
    expect(findExcludedIntervals(one, ATOM, 2)).toHaveLength(1);
    expect(findExcludedIntervals(one, ATOM, 2.001)).toEqual([]);
    expect(findExcludedIntervals(one, ATOM, 1.999)).toEqual([]);
  });
  it('are stated at the masses between which a gap lies, but not inside', () => {
    const map: LifetimeMap = { ...drawMap(1e-9, 1e-9), gaps: [[2, 3]] };
    const count = (mass: number): number => findExcludedIntervals(map, UNIT, mass).length;
    expect([1.9, 2, 2.001, 2.999, 3, 3.1].map(count)).toEqual([1, 1, 0, 0, 1, 1]);
  });
  it('include one coupling alone where the rate just reaches the limit', () => {
    // The rate g² is one at 1 m and ½ at 2 m.
    expect(findExcludedIntervals(drawSlices([1, 4], [1, 1], [1, 1]), ATOM, 2)).toEqual([[1, 1]]);
    expect(findExcludedIntervals(drawSlices([1, 4], [1.001, 1.001], [1, 1]), ATOM, 2)).toEqual([]);
  });
  it('are all between two slices where the rate just reaches both limits', () => {
    const [interval, ...others] = findExcludedIntervals(
      drawSlices([1, 4], [1, 1], [0.5, 0.5]),
      ATOM,
      2,
    );
    expect(others).toEqual([]);
    expect(interval?.[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(interval?.[1]).toBe(1);
  });
  it('use at a tabulated mass its own limit, however large the limits beside it are', () => {
    const map = drawSlices([1, 2, 4], [1e300, 1, 1e300], [1e300, 1, 1e300]);
    expect(findExcludedIntervals(map, ATOM, 2)).toEqual([[1, 1]]);
    const endless = drawSlices([1, 2, 4], [Infinity, 1, 1], [Infinity, 1, 1]);
    expect(findExcludedIntervals(endless, ATOM, 2)).toEqual([[1, 1]]);
  });
  it('follow a limit between masses log–log: at 2 GeV between 1 and 4 GeV the geometric mean', () => {
    const map = drawSlices([1, 4], [0.02, 2], [2, 200]);
    // Limits of 0.2 at 1 m, which g² = 1 passes, and 20 at 2 m, which g² = ½ does not: equal where
    // ln g² = −ln 2 · share and ln limit = ln 0.2 + ln 100 · share.
    const share = Math.log(5) / Math.log(200);
    const [[lower, upper] = []] = findExcludedIntervals(map, ATOM, 2);
    expect(lower).toBeCloseTo(2 ** (-share / 2), 12);
    expect(upper).toBeCloseTo(1, 12);
  });
  it.each([
    ['no rate', 0, 1],
    ['no decay length', 1, 0],
    ['neither', 0, 0],
    ['a rate below zero', -1, 1],
    ['a decay length below zero', 1, -1],
    ['both below zero', -1, -1],
    ['a rate that is no number', NaN, 1],
    ['a decay length that is no number', 1, NaN],
  ])('are none where a model predicts %s', (_what, rate, ctauM) => {
    const map = drawSlices([1, 4], [1e-9, 1e-9], [1e-9, 1e-9]);
    expect(findExcludedIntervals(map, { rate: () => rate, ctauM: () => ctauM }, 2)).toEqual([]);
  });
});

describe('a map in mass and lifetime', () => {
  const grid: LimitOverrides = { shape: 'grid', massRange: [1, 3] };
  const quantities = [
    ...QUANTITIES,
    makeQuantity({ id: 'unrelated' }),
    makeQuantity({
      id: 'decay-length',
      role: 'lifetime',
      unit: 'm',
      units: ['m', 'mm'],
      plausible: [1e-12, 1e3],
    }),
  ];
  const read = (limit: Limit): LifetimeMap =>
    readLifetimeMap(limit.id, makeCatalogue({ quantities, limits: [limit] }));

  it('has decay lengths in metres, of lifetimes in any unit by the speed of light', () => {
    for (const [unit, metres] of [
      ['s', 299_792_458],
      ['ps', 299_792_458e-12],
    ] as const) {
      const map = read(makeLimit({ ...grid, parameter: { quantity: 'lifetime', unit } }));
      const lengths = map.slices.map(({ parameter }) => parameter / metres);
      expect(lengths[0]).toBeCloseTo(1e-12, 24);
      expect(lengths[1]).toBeCloseTo(1e-11, 23);
    }
  });
  it('has decay lengths in metres, of lengths in any unit', () => {
    for (const [unit, metres] of [
      ['m', 1],
      ['mm', 1e-3],
    ] as const) {
      const map = read(makeLimit({ ...grid, parameter: { quantity: 'decay-length', unit } }));
      expect((map.slices[0]?.parameter ?? NaN) / metres).toBeCloseTo(1e-12, 24);
      expect(map.slices.map(({ mass }) => [...mass])).toEqual([[1, 3], [1]]);
      expect(map.slices.map(({ value }) => [...value])).toEqual([[1e-3, 1e-3], [1e-3]]);
    }
  });
  it.each<[string, Limit]>([
    ['a limit without a third axis', makeLimit()],
    ['a limit of another shape with one', { ...makeLimit(), parameter: LIFETIME }],
    [
      'a grid in another coupling',
      makeLimit({ ...grid, parameter: { quantity: 'epsilon', unit: '1' } }),
    ],
    [
      'a grid in a second mass',
      makeLimit({ ...grid, parameter: { quantity: 'mass-dark-photon', unit: 'GeV' } }),
    ],
    [
      'a grid of a quantity that the plane does not have',
      makeLimit({ ...grid, value: { quantity: 'unrelated', unit: '1' } }),
    ],
    [
      'a grid in an unknown unit',
      { ...makeLimit(grid), parameter: { ...LIFETIME, unit: 'fortnight' } },
    ],
  ])('is not %s', (_what, limit) => {
    expect(() => read(limit)).toThrow(
      new Error('babar-2014-dark-photon is not a map in mass and lifetime.'),
    );
  });
});

describe('intervals of several channels and masses', () => {
  it('are united where they overlap', () => {
    const intervals: Interval[] = [
      [3, 4],
      [1, 2],
      [1.5, 2.5],
    ];
    expect(uniteIntervals(intervals)).toEqual([
      [1, 2.5],
      [3, 4],
    ]);
  });
  it('are one where they meet within rounding, and two where they do not', () => {
    expect(
      uniteIntervals([
        [1, 2],
        [2, 3],
      ]),
    ).toEqual([[1, 3]]);
    expect(
      uniteIntervals([
        [1, 2],
        [2 * (1 + 1e-12), 3],
      ]),
    ).toEqual([[1, 3]]);
    expect(
      uniteIntervals([
        [1, 2],
        [2 * (1 + 1e-11), 3],
      ]),
    ).toHaveLength(2);
    expect(
      uniteIntervals([
        [1, 4],
        [2, 3],
      ]),
    ).toEqual([[1, 4]]);
    expect(uniteIntervals([])).toEqual([]);
  });
  /** Masses of the runs of rows of intervals at the masses 0, 1, 2, … */
  const listRuns = (...rows: readonly (readonly Interval[])[]): number[][] =>
    joinIntervals(Object.keys(rows).map(Number), (mass) => rows[mass] ?? []).map(
      ({ massesGeV }) => massesGeV,
    );
  it('are a new run where two regions join', () => {
    expect(
      listRuns(
        [
          [1, 2],
          [3, 4],
        ],
        [[1, 4]],
        [[1, 3]],
      ),
    ).toEqual([[0], [0], [1, 2]]);
  });
  it('go on side by side where two regions do', () => {
    const runs = joinIntervals([5, 6, 7], (mass) => [
      [1, 2],
      [mass, 9],
    ]);
    expect(runs).toEqual([
      {
        massesGeV: [5, 6, 7],
        intervals: [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      },
      {
        massesGeV: [5, 6, 7],
        intervals: [
          [5, 9],
          [6, 9],
          [7, 9],
        ],
      },
    ]);
  });
  it('are runs of their own where a region lies above or below the one before, or only touches it', () => {
    expect(listRuns([[1, 2]], [[5, 6]])).toEqual([[0], [1]]);
    expect(listRuns([[5, 6]], [[1, 2]])).toEqual([[0], [1]]);
    expect(listRuns([[1, 2]], [[2, 3]])).toEqual([[0], [1]]);
    expect(listRuns([[2, 3]], [[1, 2]])).toEqual([[0], [1]]);
    expect(listRuns([[1, 2.001]], [[2, 3]])).toEqual([[0, 1]]);
    expect(listRuns([[2, 3]], [[1, 2.001]])).toEqual([[0, 1]]);
  });
  it('are one run until a region splits, joins or ends', () => {
    const rows: readonly (readonly Interval[])[] = [
      [[1, 4]],
      [[1, 5]],
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 2]],
      [],
      [[1, 2]],
    ];
    const runs = joinIntervals([0, 1, 2, 3, 4, 5], (mass) => rows[mass] ?? []);
    expect(runs.map(({ massesGeV }) => massesGeV)).toEqual([[0, 1], [2, 3], [2], [5]]);
  });
});

/** Median and extremes of the floor from a map over the published limit on the coupling. */
function compareFloors(
  mapId: string,
  prediction: Parameters<typeof findExcludedIntervals>[1],
  ownId: string,
  masses: readonly number[],
): { readonly lowest: number; readonly median: number; readonly highest: number } {
  const own = mustGet(catalogue.limits, ownId);
  const plane = mustGet(catalogue.planes, own.plane);
  const map = readLifetimeMap(mapId, catalogue);
  const ratios = masses
    .flatMap((mass) => {
      const [interval] = findExcludedIntervals(map, prediction, mass);
      const value = readValueAt(own, plane, catalogue, mass)?.value;
      return interval === undefined || value === undefined ? [] : [interval[0] / value];
    })
    .sort((a, b) => a - b);
  expect(ratios.length).toBeGreaterThan(masses.length / 2);
  const pick = (share: number): number => ratios[Math.round(share * (ratios.length - 1))] ?? NaN;
  return { lowest: pick(0), median: pick(0.5), highest: pick(1) };
}

const range = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from * (to / from) ** (i / count));

describe('limits that are known from the same maps', () => {
  it('come out for LHCb and a Higgs-mixed scalar up to the ψ(2S)', () => {
    // The curves are digitised, and drawn with hadronic widths that differ most near the f₀(980). Above 3.6 GeV,
    // where charm opens, they are weaker by factors.
    for (const [map, kaon, own] of [
      ['lhcb-2017-bplus-kplus-mumu-map', 'K+', 'lhcb-2017-dark-scalar'],
      ['lhcb-2015-b0-kstar0-mumu-map', 'K*0', 'lhcb-2015-dark-scalar'],
    ] as const) {
      const ratio = compareFloors(map, predictHiggsMixed(kaon, 'mmu'), own, range(0.3, 3.6, 100));
      expect(Math.abs(ratio.median - 1), map).toBeLessThan(0.15);
      expect(ratio.lowest, map).toBeGreaterThan(0.45);
      expect(ratio.highest, map).toBeLessThan(1.2);
    }
  });
  it('come out for BaBar and an axion-like particle coupled to W bosons', () => {
    // Three slices from 1 mm to 10 cm, and a digitised curve; below 0.25 GeV it lives longer.
    const prediction = {
      rate: (mass: number) => computeBToKAlp('K+', mass),
      ctauM: (mass: number) => findDecayLengthM(computeAlpToPhotonsGeV(mass, CONSTANTS.sw2.value)),
    };
    const ratio = compareFloors(
      'babar-2022-b-k-a-displaced-map',
      prediction,
      'babar-2022-alp-w',
      range(0.25, 2.3, 100),
    );
    expect(Math.abs(ratio.median - 1)).toBeLessThan(0.05);
    expect(ratio.lowest).toBeGreaterThan(0.9);
    expect(ratio.highest).toBeLessThan(1.25);
  });
});

/** The excluded mixing angles of a limit at a mass. */
const readAt = (pieces: readonly Piece[], mass: number): Interval[] => {
  const x = Math.log10(mass);
  return pieces.flatMap(({ x0, x1, lower0, lower1, upper0, upper1 }): Interval[] => {
    if (x < x0 || x > x1) return [];
    const share = (x - x0) / (x1 - x0);
    return [
      [10 ** (lower0 + share * (lower1 - lower0)), 10 ** (upper0 + share * (upper1 - upper0))],
    ];
  });
};

describe('the mixing angles that Belle II excludes with electrons and muons', () => {
  const runs = recastBelle2SinTheta(catalogue);
  const plane = mustGet(catalogue.planes, 'scalar-higgs-mixing');
  const listOf = (id: string): readonly Piece[] => {
    const geometry = placeLimit(mustGet(catalogue.limits, id), plane, catalogue);
    return geometry === undefined ? [] : listPieces(geometry);
  };
  const points = runs.flatMap(({ massesGeV, intervals }) =>
    massesGeV.map((mass, i) => ({ mass, interval: intervals[i] ?? ([NaN, NaN] as const) })),
  );

  it('are a region below 0.9 GeV and islands above the f₀(980)', () => {
    const ranges = runs.map(({ massesGeV }) => [massesGeV[0], massesGeV.at(-1)]);
    expect(ranges).toHaveLength(3);
    expect(ranges[0]?.[1]).toBeLessThan(0.9);
    expect(ranges[1]?.[0]).toBeGreaterThan(1.1);
    for (const { interval } of points) {
      expect(interval[0]).toBeLessThan(interval[1]);
      expect(interval[1]).toBeLessThanOrEqual(1);
    }
  });
  it('are the same without the maps of K*⁰', () => {
    const maps = (['ee', 'mumu'] as const).map((pair) => ({
      map: readLifetimeMap(`belle-2-2023-bplus-kplus-${pair}`, catalogue),
      prediction: predictHiggsMixed('K+', pair === 'ee' ? 'me' : 'mmu'),
    }));
    for (const { mass, interval } of points) {
      const [only] = uniteIntervals(
        maps.flatMap(({ map, prediction }) => findExcludedIntervals(map, prediction, mass)),
      );
      expect([only?.[0], Math.min(only?.[1] ?? NaN, 1)]).toEqual(interval);
    }
  });
  it('are inside the unions that Belle II is part of', () => {
    // LHCb, NA62 and E949 reach further at every mass, so no tolerance is needed for the theory; a union ends
    // at its frame, just below sin θ = 1, and that of Physics Beyond Colliders begins at 0.0504 GeV.
    for (const [id, from, top] of [
      ['pbc-2025-union-dark-scalar', 0.0505, 0.97],
      ['senscalc-union-dark-scalar', 0.025, 0.99],
    ] as const) {
      const pieces = listOf(id);
      const outside = points.filter(({ mass, interval: [lower, upper] }) => {
        if (mass < from) return false;
        const union = uniteIntervals(readAt(pieces, mass));
        return !union.some(([a, b]) => a <= lower && Math.min(upper, top) <= b);
      });
      expect(outside, id).toEqual([]);
    }
  });
  it('reach less far than an ideal experiment with half the data, and at most a factor ten less', () => {
    // Filimonova:2019tuy (arXiv:1911.03490): three events of all kaons, without background or efficiencies.
    const ideal = listOf('belle-2-2019-dark-scalar-mumu-100fb-projection');
    const ratios = points
      .filter(({ mass }) => mass > 0.22)
      .map(({ mass, interval }) => interval[0] / Math.min(...readAt(ideal, mass).map(([a]) => a)));
    expect(Math.min(...ratios)).toBeGreaterThan(1);
    expect(Math.max(...ratios)).toBeLessThan(10);
  });
});

describe('mixing angles of a map that only sines about one reach', () => {
  // At 0.25 GeV, where muons and electrons alone are open, with slices around the decay length at sin θ = 1.
  const mass = 0.25;
  const ctauM = predictHiggsMixed('K+', 'mmu').ctauM(mass);
  const recast = (...lengths: readonly number[]): Interval[][] => {
    const limits = ['bplus-kplus-ee', 'bplus-kplus-mumu', 'b0-kstar0-ee', 'b0-kstar0-mumu'].map(
      (name) =>
        makeLimit({
          id: `belle-2-2023-${name}`,
          shape: 'grid',
          massRange: [mass, mass],
          parameter: { quantity: 'decay-length', unit: 'm' },
          rows: lengths.map((length) => `${String(mass)},${String(length)},1e-30`).join(' '),
        }),
    );
    const quantities = [
      ...QUANTITIES,
      makeQuantity({ id: 'decay-length', role: 'lifetime', unit: 'm', units: ['m'] }),
    ];
    const runs = recastBelle2SinTheta(makeCatalogue({ quantities, limits }));
    return runs.map(({ intervals }) => intervals);
  };

  it('end at one', () => {
    const [[[lower, upper] = []] = [], ...others] = recast(ctauM / 4, ctauM * 4);
    expect(others).toEqual([]);
    expect(lower).toBeCloseTo(0.5, 12);
    expect(upper).toBe(1);
  });
  it('are whole below one', () => {
    const [[[lower, upper] = []] = []] = recast(ctauM * 4, ctauM * 100);
    expect(lower).toBeCloseTo(0.1, 12);
    expect(upper).toBeCloseTo(0.5, 12);
  });
  it('are none from one on', () => {
    expect(recast(ctauM / 100, ctauM / 4)).toEqual([]);
    expect(recast(ctauM / 100, ctauM)).toEqual([]);
  });
});

describe('the prediction for a scalar mixed with the Higgs boson', () => {
  it('is the branching fraction of the B meson times that of the scalar', () => {
    const [electrons, muons] = (['me', 'mmu'] as const).map((lepton) =>
      predictHiggsMixed('K+', lepton).rate(0.25),
    );
    // Electrons and muons are all there is.
    expect(((electrons ?? NaN) + (muons ?? NaN)) / computeBToKScalar('K+', 0.25)).toBeCloseTo(
      1,
      12,
    );
    expect(predictHiggsMixed('K+', 'mmu').rate(0.2)).toBe(0);
  });
  it('counts the fraction of the decays of the kaon that the limit counts', () => {
    const whole = predictHiggsMixed('K*0', 'mmu').rate(1);
    expect(predictHiggsMixed('K*0', 'mmu', 2 / 3).rate(1) / whole).toBeCloseTo(2 / 3, 12);
  });
});
