import type { Catalogue } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import { CONSTANTS } from '../constants.ts';
import type { Geometry, Polyline } from '../curve/geometry.ts';
import { placeLimit } from '../curve/plane-limit.ts';
import { UNITS } from '../units.ts';
import { computeBToKScalar } from './b-to-s-scalar.ts';
import type { Kaon } from './b-to-s-scalar.ts';
import { computeHiggsMixedWidthGeV, computeScalarToLeptonsGeV } from './scalar-widths.ts';
import { findDecayLengthM } from './total-width.ts';

/** A map of upper limits on a rate, by mass [GeV] and, as the parameter of its slices, decay length [m]. */
export type LifetimeMap = Pick<Extract<Geometry, { kind: 'grid' }>, 'slices' | 'gaps'>;

/**
 * What a model with one coupling predicts at coupling 1. Rates go like the coupling squared and decay lengths
 * like its inverse square, so that each decay length belongs to one coupling.
 */
export interface SquarePrediction {
  /** The rate that a map limits. */
  readonly rate: (massGeV: number) => number;
  /** Proper decay length cτ [m]. */
  readonly ctauM: (massGeV: number) => number;
}

/** Excluded couplings between a floor and a ceiling. */
export type Interval = readonly [lower: number, upper: number];

/** Excluded couplings at neighbouring masses that belong to one region. */
export interface IntervalRun {
  readonly massesGeV: number[];
  readonly intervals: Interval[];
}

/**
 * The map of a grid whose third axis is a lifetime or a decay length.
 * @throws when the limit is not such a grid
 */
export function readLifetimeMap(id: string, catalogue: Catalogue): LifetimeMap {
  const limit = mustGet(catalogue.limits, id);
  const geometry = placeLimit(limit, mustGet(catalogue.planes, limit.plane), catalogue);
  const unit = UNITS[limit.parameter?.unit ?? ''];
  const speed = unit?.dimension === 'time' ? CONSTANTS.c.value : 1;
  const isTimeOrLength = unit?.dimension === 'time' || unit?.dimension === 'length';
  if (geometry?.kind !== 'grid' || !isTimeOrLength)
    throw new Error(`${id} is not a map in mass and lifetime.`);
  return {
    slices: geometry.slices.map((slice) => ({
      ...slice,
      parameter: slice.parameter * unit.toBase * speed,
    })),
    gaps: geometry.gaps,
  };
}

/**
 * Couplings that a map excludes at one mass: those whose predicted rate reaches the limit at the decay length
 * that belongs to them. Limits are interpolated log–log, along mass in each slice and then between
 * neighbouring slices that both reach the mass; any other decay length gives no statement. Between slices
 * rate and limit are powers of the decay length, so the ends are exact.
 * @returns intervals by rising coupling that do not touch
 */
export function findExcludedIntervals(
  { slices, gaps }: LifetimeMap,
  prediction: SquarePrediction,
  massGeV: number,
): Interval[] {
  if (gaps.some(([from, to]) => massGeV > from && massGeV < to)) return [];
  const ctauM = prediction.ctauM(massGeV);
  const rate = prediction.rate(massGeV);
  if (!(rate > 0 && ctauM > 0)) return [];
  // Logarithms of the coupling that belongs to each slice, and of the rate over the limit there.
  const points = slices.map((slice) => {
    const square = ctauM / slice.parameter;
    return {
      coupling: Math.log(square) / 2,
      excess: Math.log((rate * square) / readSlice(slice, massGeV)),
    };
  });
  const found = points.slice(1).flatMap((low, i): Interval[] => {
    const high = points[i] ?? low;
    if (!(Math.max(low.excess, high.excess) >= 0)) return [];
    const slope = (high.coupling - low.coupling) / (high.excess - low.excess);
    const crossing = low.coupling - slope * low.excess;
    const ends = [low, high].map(({ coupling, excess }) => (excess < 0 ? crossing : coupling));
    return [[Math.exp(ends[0] ?? NaN), Math.exp(ends[1] ?? NaN)]];
  });
  return uniteIntervals(found);
}

/** The limit of a slice at a mass, interpolated log–log; NaN where it does not reach. */
function readSlice({ mass, value }: Polyline, massGeV: number): number {
  if (!(massGeV >= (mass[0] ?? NaN))) return NaN;
  let [low, high] = [0, mass.length - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((mass[middle] ?? NaN) <= massGeV) low = middle;
    else high = middle;
  }
  const [m0 = NaN, m1 = NaN] = [mass[low], mass[high]];
  const [v0 = NaN, v1 = NaN] = [value[low], value[high]];
  if (massGeV === m0) return v0;
  return massGeV <= m1 ? v0 * (v1 / v0) ** (Math.log(massGeV / m0) / Math.log(m1 / m0)) : NaN;
}

/** The union of intervals, by rising coupling; neighbours that meet within rounding are one. */
export function uniteIntervals(intervals: readonly Interval[]): Interval[] {
  const united: Interval[] = [];
  for (const [lower, upper] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last === undefined || lower > last[1] * (1 + 1e-12)) united.push([lower, upper]);
    else united[united.length - 1] = [last[0], Math.max(last[1], upper)];
  }
  return united;
}

/**
 * Runs of intervals at neighbouring masses, each overlapping one interval before and one after it. Where a
 * region begins, ends, splits or joins, a run ends at the last mass before, so that nothing is added.
 */
export function joinIntervals(
  massesGeV: readonly number[],
  intervalsAt: (massGeV: number) => readonly Interval[],
): IntervalRun[] {
  const runs: IntervalRun[] = [];
  let open: { readonly run: IntervalRun; readonly last: Interval }[] = [];
  for (const massGeV of massesGeV) {
    const intervals = intervalsAt(massGeV);
    const before = open;
    open = intervals.map((last) => {
      const touching = before.filter((one) => doOverlap(one.last, last));
      const [only] = touching;
      const isOne =
        touching.length === 1 &&
        intervals.filter((one) => only !== undefined && doOverlap(only.last, one)).length === 1;
      const run = isOne && only !== undefined ? only.run : { massesGeV: [], intervals: [] };
      if (run.massesGeV.length === 0) runs.push(run);
      run.massesGeV.push(massGeV);
      run.intervals.push(last);
      return { run, last };
    });
  }
  return runs;
}

const doOverlap = (a: Interval, b: Interval): boolean => a[0] < b[1] && b[0] < a[1];

/**
 * A scalar mixed with the Higgs boson in B → K⁽*⁾ S with S → ℓℓ, at sin θ = 1.
 * @param fraction of the kaon's decays that the limited rate counts [1]
 */
export const predictHiggsMixed = (
  kaon: Kaon,
  lepton: 'me' | 'mmu',
  fraction = 1,
): SquarePrediction => {
  const leptonGeV = CONSTANTS[lepton].value;
  return {
    rate: (massGeV) => {
      const width = computeScalarToLeptonsGeV(massGeV, leptonGeV, leptonGeV / CONSTANTS.vev.value);
      const branching = width / computeHiggsMixedWidthGeV(massGeV);
      return fraction * branching * computeBToKScalar(kaon, massGeV);
    },
    ctauM: (massGeV) => findDecayLengthM(computeHiggsMixedWidthGeV(massGeV)),
  };
};

/** The limited rate names the decay to K⁺π⁻ of the K*⁰: two thirds of its decays, by isospin. */
const TO_CHARGED = 2 / 3;

/** The published maps and what they are maps of. */
const CHANNELS = [
  { map: 'belle-2-2023-bplus-kplus-ee', prediction: predictHiggsMixed('K+', 'me') },
  { map: 'belle-2-2023-bplus-kplus-mumu', prediction: predictHiggsMixed('K+', 'mmu') },
  { map: 'belle-2-2023-b0-kstar0-ee', prediction: predictHiggsMixed('K*0', 'me', TO_CHARGED) },
  { map: 'belle-2-2023-b0-kstar0-mumu', prediction: predictHiggsMixed('K*0', 'mmu', TO_CHARGED) },
] as const;

/**
 * Mixing angles of a Higgs-mixed scalar that at least one of the maps of Belle-II:2023ueh excludes by itself,
 * at every mass that any of them was published for. No channels are combined.
 */
export function recastBelle2SinTheta(catalogue: Catalogue): IntervalRun[] {
  const channels = CHANNELS.map((one) => ({ ...one, map: readLifetimeMap(one.map, catalogue) }));
  const masses = channels.flatMap(({ map }) => map.slices.flatMap(({ mass }) => [...mass]));
  return joinIntervals(
    [...new Set(masses)].sort((a, b) => a - b),
    (massGeV) => {
      const found = channels.flatMap(({ map, prediction }) =>
        findExcludedIntervals(map, prediction, massGeV),
      );
      // No sine is larger than one.
      const real = found.filter(([lower]) => lower < 1);
      return uniteIntervals(real).map(([lower, upper]) => [lower, Math.min(upper, 1)]);
    },
  );
}
