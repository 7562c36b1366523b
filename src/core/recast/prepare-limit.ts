import type { Catalogue, Limit } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import { CONSTANTS } from '../constants.ts';
import type { Polyline, RatioMap, Strip } from '../curve/geometry.ts';
import { placeLimit } from '../curve/plane-limit.ts';
import { readLineAt } from '../curve/value-at.ts';
import { sampleHadrons, type HadronSample } from '../physics/hadron-channels.ts';
import { computeVectorWidthGeV, sumVectorWidthsGeV } from '../physics/vector-decays.ts';
import type { VectorFinalState } from '../physics/vector-decays.ts';
import { DARK_PHOTON } from '../physics/vector-models.ts';
import type { Recast } from '../schema/index.ts';
import { rateProduction, sampleProduction, type ProductionSample } from './production.ts';
import { findLongestS, solveWindow } from './window.ts';
import { groupBy } from '../group-by.ts';

/** Planes whose limits are recast: a dark photon that decays to what we see, and one that does not. */
const RECAST_PLANES = ['dark-photon-visible', 'dark-photon-invisible'] as const;

/** Reduced Planck constant: a width of 1 GeV is a rate of this [1/s]. */
export const RATE_PER_GEV = CONSTANTS.c.value / CONSTANTS.hbarc.value;

/** A mass of a limit, with what is the same there for every boson. */
interface Point {
  readonly massGeV: number;
  readonly hadrons: HadronSample;
  readonly production: ProductionSample;
}

/** A mass of a one-sided limit and everything about the dark photon there. */
export interface PromptPoint extends Point {
  /**
   * ε² times the branching fraction to the channels searched for, times the share of decays that are prompt
   * enough: what the search limits.
   */
  readonly level: number;
  /** Longest proper time accepted [s], infinite where it does not matter. */
  readonly longestS: number;
}

/** A mass of a limit with a floor and a ceiling. */
export interface DumpPoint extends Point {
  /** As for a prompt search, at the floor. */
  readonly level: number;
  /** Beginning of the window of proper times [s], and its end over it. */
  readonly fromS: number;
  readonly lambda: number;
}

/** A mass of a map: couplings with the allowed over the predicted yield there. */
export interface MapPoint extends Point {
  readonly branching: number;
  /** Decay rate 1/τ of the dark photon at each coupling [1/s], and ε² and the ratio there. */
  readonly cells: readonly {
    readonly rate: number;
    readonly squared: number;
    readonly ratio: number;
  }[];
}

/**
 * A limit on the dark photon, made ready to be carried over to any other boson: hand it to `recastLimit`. What its points
 * hold is nobody else's business and may change.
 */
export interface PreparedLimit {
  readonly id: string;
  readonly isInvisible: boolean;
  /** Final states searched for; none for an invisible decay. */
  readonly decay: readonly VectorFinalState[];
  readonly kind: 'prompt' | 'dump' | 'map';
  readonly segments: readonly (readonly (PromptPoint | DumpPoint | MapPoint)[])[];
}

/** A limit that cannot be carried over, and why in a sentence. */
export interface Refusal {
  readonly id: string;
  readonly why: string;
}

const FINAL_STATES: Partial<
  Readonly<Record<Recast['decay'][number], readonly VectorFinalState[]>>
> = {
  ee: ['ee'],
  mumu: ['mumu'],
  pipi: ['pi-pi'],
  invisible: [],
};

/**
 * Prepares every observed limit of the dark-photon planes that has what recasting needs; the others come
 * with the reason. Projections only where asked for.
 */
export function prepareLimits(
  catalogue: Catalogue,
  withProjections = false,
): { limits: PreparedLimit[]; refusals: Refusal[] } {
  const { sources, refusals } = listRecastSources(catalogue, withProjections);
  return { limits: sources.map(prepareGeometry), refusals };
}

/** Every limit that is recast, in its plane, and the others with the reason. */
export function listRecastSources(
  catalogue: Catalogue,
  withProjections = false,
): { sources: RecastSource[]; refusals: Refusal[] } {
  const sources: RecastSource[] = [];
  const refusals: Refusal[] = [];
  for (const limit of catalogue.limits.values()) {
    if (!RECAST_PLANES.some((plane) => plane === limit.plane)) continue;
    const isProjection = limit.status === 'projected';
    if (limit.status !== 'observed' && !(withProjections && isProjection)) continue;
    const placed = placeRecast(limit, catalogue);
    if ('why' in placed) refusals.push(placed);
    else sources.push(placed);
  }
  return { sources, refusals };
}

/** Everything recasting reads of a limit. */
export interface RecastSource {
  readonly id: string;
  readonly recast: Pick<Recast, 'production' | 'decay' | 'efficiency' | 'assumedDecays'>;
  readonly geometry:
    | { readonly kind: 'one-sided'; readonly segments: readonly Polyline[] }
    | { readonly kind: 'interval'; readonly strips: readonly Strip[] }
    | { readonly kind: 'ratio-map'; readonly cells: RatioMap };
}

/** A limit in its plane with its recast facts, or why it cannot be carried over. */
function placeRecast(limit: Limit, catalogue: Catalogue): RecastSource | Refusal {
  const { id, recast } = limit;
  const refuse = (why: string): Refusal => ({ id, why });
  if (recast === undefined) return refuse('how the boson is made and seen is not recorded');
  if (limit.signature === 'indirect')
    return refuse('an effect of loops is not a rate of production and decay');
  const unknown = recast.decay.find((channel) => FINAL_STATES[channel] === undefined);
  if (unknown !== undefined)
    return refuse(`the channel ${unknown} is not one of the computed final states`);
  for (const { mechanism, fraction } of recast.production) {
    if (typeof fraction === 'object' && 'unknown' in fraction)
      return refuse('the shares of the production mechanisms are not public');
    if (rateProduction(mechanism, 1, DARK_PHOTON.charges) === undefined)
      return refuse(`the method has no rule for the production ${mechanism}`);
  }
  const plane = mustGet(catalogue.planes, limit.plane);
  const geometry = placeLimit(limit, plane, catalogue);
  if (geometry?.kind === 'one-sided' || geometry?.kind === 'ratio-map')
    return { id, recast, geometry };
  if (geometry?.kind === 'interval')
    return { id, recast, geometry: { kind: 'interval', strips: geometry.strips } };
  return refuse('its shape gives no floor and ceiling at a mass');
}

/** A limit made ready: everything about the dark photon at each of its masses. */
export function prepareGeometry({ id, recast, geometry }: RecastSource): PreparedLimit {
  const decay = recast.decay.flatMap((channel) => FINAL_STATES[channel] ?? []);
  const isInvisible = recast.decay.includes('invisible');
  const base = { id, isInvisible, decay };
  switch (geometry.kind) {
    case 'one-sided':
      return {
        ...base,
        kind: 'prompt',
        segments: geometry.segments.map((line) => preparePrompt(line, recast, decay, isInvisible)),
      };
    case 'interval':
      return {
        ...base,
        kind: 'dump',
        segments: geometry.strips.map((strip) => prepareDump(strip, recast, decay, isInvisible)),
      };
    case 'ratio-map':
      return { ...base, kind: 'map', segments: [prepareMap(geometry.cells, recast, decay)] };
  }
}

interface Photon extends Point {
  /** Decay rate over ε² [1/s]. */
  readonly rate: number;
  /** Branching fraction to what is searched for, as the paper took it. */
  readonly branching: number;
}

/** The dark photon at a mass; undefined where it is not made or not seen. */
function describePhoton(
  massGeV: number,
  { production, assumedDecays }: RecastSource['recast'],
  decay: readonly VectorFinalState[],
  isInvisible: boolean,
): Photon | undefined {
  const made = massGeV > 0 ? sampleProduction(production, massGeV, DARK_PHOTON.charges) : undefined;
  if (made === undefined || made.length === 0) return undefined;
  const hadrons = sampleHadrons(massGeV);
  const widthOf = (states: readonly VectorFinalState[]): number =>
    states.reduce(
      (sum, state) => sum + computeVectorWidthGeV(state, massGeV, DARK_PHOTON.charges, hadrons),
      0,
    );
  const total =
    assumedDecays === undefined
      ? sumVectorWidthsGeV(massGeV, DARK_PHOTON.charges, hadrons)
      : widthOf(assumedDecays);
  const branching = isInvisible ? 1 : widthOf(decay) / total;
  if (!(branching > 0)) return undefined;
  return { massGeV, hadrons, production: made, rate: total * RATE_PER_GEV, branching };
}

function preparePrompt(
  line: Polyline,
  recast: RecastSource['recast'],
  decay: readonly VectorFinalState[],
  isInvisible: boolean,
): PromptPoint[] {
  const { type, longest } = recast.efficiency;
  return Array.from(line.mass).flatMap((massGeV, i): PromptPoint[] => {
    const photon = describePhoton(massGeV, recast, decay, isInvisible);
    if (photon === undefined) return [];
    const { rate, branching, hadrons, production } = photon;
    const squared = (line.value[i] ?? NaN) ** 2;
    const longestS = type === 'prompt' ? findLongestS(longest, massGeV) : Infinity;
    const prompt = longestS === Infinity ? 1 : -Math.expm1(-longestS * rate * squared);
    return [{ massGeV, hadrons, production, level: squared * branching * prompt, longestS }];
  });
}

/** Edges closer than this are the tip of a region, where the window cannot be found [ratio of couplings squared]. */
const LEAST_RATIO = 1 + 1e-6;

function prepareDump(
  { lower, upper }: Strip,
  recast: RecastSource['recast'],
  decay: readonly VectorFinalState[],
  isInvisible: boolean,
): DumpPoint[] {
  const { type, decayM, shieldM } = recast.efficiency;
  const masses = [...new Set([...lower.mass, ...upper.mass])].sort((a, b) => a - b);
  return masses.flatMap((massGeV): DumpPoint[] => {
    const [floor, ceiling] = [readAt(lower, massGeV), readAt(upper, massGeV)];
    if (floor === undefined || ceiling === undefined) return [];
    const q = (ceiling / floor) ** 2;
    const photon = describePhoton(massGeV, recast, decay, isInvisible);
    if (photon === undefined || !(q > LEAST_RATIO)) return [];
    const { rate, branching, hadrons, production } = photon;
    const isDump = type === 'beam-dump' && decayM !== undefined && shieldM !== undefined;
    // A window of another kind is that between the lifetimes at the two edges.
    const lambda = isDump ? 1 + decayM / shieldM : q;
    const x = isDump ? solveWindow(q, lambda) : 1;
    const fromS = x / (rate * ceiling ** 2);
    const atFloor = x / q;
    const share = Math.exp(-atFloor) - Math.exp(-lambda * atFloor);
    return [{ massGeV, hadrons, production, level: floor ** 2 * branching * share, fromS, lambda }];
  });
}

/** Value of an edge at a mass inside it, the upper one at a step. */
function readAt(line: Polyline, massGeV: number): number | undefined {
  const values = readLineAt(line, massGeV);
  return values.length === 0 ? undefined : Math.max(...values);
}

function prepareMap(
  map: RatioMap,
  recast: RecastSource['recast'],
  decay: readonly VectorFinalState[],
): MapPoint[] {
  const byMass = groupBy(map.mass.keys(), (i) => map.mass[i] ?? NaN);
  return [...byMass]
    .sort(([a], [b]) => a - b)
    .flatMap(([massGeV, indices]): MapPoint[] => {
      const photon = describePhoton(massGeV, recast, decay, false);
      if (photon === undefined) return [];
      const { rate, ...rest } = photon;
      const cells = indices
        .map((i) => {
          const squared = (map.coupling[i] ?? NaN) ** 2;
          return { rate: rate * squared, squared, ratio: map.ratio[i] ?? NaN };
        })
        .sort((a, b) => a.squared - b.squared);
      return [{ ...rest, cells }];
    });
}
