import { computeVectorWidthGeV, sumVectorWidthsGeV } from '../physics/vector-decays.ts';
import { findCharges, type VectorCharges, type VectorModel } from '../physics/vector-models.ts';
import {
  RATE_PER_GEV,
  type DumpPoint,
  type MapPoint,
  type PreparedLimit,
  type PromptPoint,
} from './prepare-limit.ts';
import { compareProduction } from './production.ts';
import { solveDump, solvePrompt } from './window.ts';

/** What a limit says about another boson at one mass. */
export interface RecastPoint {
  /** [GeV] */
  readonly massGeV: number;
  /** Smallest excluded coupling [1]. */
  readonly lower: number;
  /** Largest excluded coupling [1]; absent where everything above is excluded. */
  readonly upper?: number;
}

/** A limit carried over: pieces without a gap. */
export interface RecastLimit {
  readonly id: string;
  readonly isInvisible: boolean;
  readonly segments: readonly (readonly RecastPoint[])[];
}

/** What is assumed of the other boson. */
export interface RecastOptions {
  /** With what loops give to fermions without a charge. */
  readonly loops: boolean;
  /**
   * What invisible decays are: to a dark sector, always, or to the boson's own neutrinos. With a dark sector
   * nothing is visible.
   */
  readonly decays: 'standard' | 'dark';
}

/**
 * Carries a limit on the dark photon over to another boson: at each mass the coupling where
 * (σ′/σ)(B′/B)(ε′/ε) = 1, both where there are two. Masses at which the other boson is not made, or does not
 * decay to what was searched for, are left out.
 * Source: Ilten:2018crw (arXiv:1801.04847), eq. (2.2).
 */
export function recastLimit(
  limit: PreparedLimit,
  model: VectorModel,
  options: RecastOptions,
): RecastLimit {
  const { id, isInvisible } = limit;
  return {
    id,
    isInvisible,
    segments: limit.segments.flatMap((points) => recastSegment(points, limit, model, options)),
  };
}

interface Boson {
  /** Production over the dark photon's, at equal couplings. */
  readonly production: number;
  /** Branching fraction to what was searched for. */
  readonly branching: number;
  /** Decay rate over the squared coupling [1/s]. */
  readonly rate: number;
}

function weighBoson(
  point: PromptPoint | DumpPoint | MapPoint,
  limit: PreparedLimit,
  charges: VectorCharges,
  { decays }: RecastOptions,
): Boson | undefined {
  const { massGeV, hadrons } = point;
  const production = compareProduction(point.production, massGeV, charges);
  if (!(production > 0)) return undefined;
  if (decays === 'dark') {
    // How long it lives is no matter to a search that sees nothing of it, and need not be known.
    return limit.isInvisible ? { production, branching: 1, rate: RATE_PER_GEV } : undefined;
  }
  const total = sumVectorWidthsGeV(massGeV, charges, hadrons);
  const rate = total * RATE_PER_GEV;
  const seen = limit.isInvisible
    ? computeVectorWidthGeV('nunu', massGeV, charges, hadrons)
    : limit.decay.reduce(
        (sum, state) => sum + computeVectorWidthGeV(state, massGeV, charges, hadrons),
        0,
      );
  if (!(seen > 0)) return undefined;
  return { production, branching: seen / total, rate };
}

function recastSegment(
  points: readonly (PromptPoint | DumpPoint | MapPoint)[],
  limit: PreparedLimit,
  model: VectorModel,
  options: RecastOptions,
): RecastPoint[][] {
  const lanes: { open: boolean; points: RecastPoint[] }[] = [];
  for (const point of points) {
    const charges = findCharges(model, point.massGeV, options.loops);
    const boson = weighBoson(point, limit, charges, options);
    const spans = boson === undefined ? [] : recastPoint(point, boson);
    const open = lanes.filter((lane) => lane.open);
    for (const lane of open) lane.open = false;
    for (const span of spans) {
      // A piece goes on where it overlaps the one before; otherwise a new one begins.
      const lane = open.find((one) => !one.open && overlaps(one.points.at(-1), span));
      if (lane === undefined) lanes.push({ open: true, points: [span] });
      else {
        lane.open = true;
        lane.points.push(span);
      }
    }
  }
  return lanes.map((lane) => lane.points);
}

const overlaps = (a: RecastPoint | undefined, b: RecastPoint): boolean =>
  a !== undefined && a.lower <= (b.upper ?? Infinity) && b.lower <= (a.upper ?? Infinity);

function recastPoint(point: PromptPoint | DumpPoint | MapPoint, boson: Boson): RecastPoint[] {
  if ('cells' in point) return recastMap(point, boson);
  const { massGeV } = point;
  // coupling² × share accepted, for the other boson.
  const level = point.level / (boson.production * boson.branching);
  if ('longestS' in point) {
    const rate = solvePrompt(level * boson.rate, point.longestS);
    return [{ massGeV, lower: Math.sqrt(rate / boson.rate) }];
  }
  const roots = solveDump(level * boson.rate * point.fromS, point.lambda);
  if (roots === undefined) return [];
  const couplingAt = (z: number): number => Math.sqrt(z / (point.fromS * boson.rate));
  return [{ massGeV, lower: couplingAt(roots.low), upper: couplingAt(roots.high) }];
}

/**
 * A map tells the ratio of the allowed to the predicted yield at each lifetime, and lifetimes are what two
 * bosons have in common: the ratio scales with the signal at equal lifetime. Excluded is where it is below
 * one, straight in log–log between lifetimes; beyond the shortest and the longest nothing is said.
 * Source: Ilten:2018crw (arXiv:1801.04847), eq. (2.21).
 */
function recastMap({ massGeV, branching, cells }: MapPoint, boson: Boson): RecastPoint[] {
  const scaled = cells.map(({ rate, squared, ratio }) => {
    const own = rate / boson.rate;
    const signal = (boson.production * boson.branching * own) / (branching * squared);
    return { coupling: Math.sqrt(own), ratio: ratio / signal };
  });
  const spans: RecastPoint[] = [];
  let lower: number | undefined;
  for (const [i, cell] of scaled.entries()) {
    const before = scaled[i - 1];
    const isExcluded = cell.ratio < 1;
    if (isExcluded && lower === undefined)
      lower = before === undefined ? cell.coupling : crossOne(before, cell);
    if (!isExcluded && lower !== undefined && before !== undefined) {
      spans.push({ massGeV, lower, upper: crossOne(before, cell) });
      lower = undefined;
    }
  }
  const last = scaled.at(-1);
  if (lower !== undefined && last !== undefined)
    spans.push({ massGeV, lower, upper: last.coupling });
  return spans;
}

interface Cell {
  readonly coupling: number;
  readonly ratio: number;
}

/** The coupling between two where the ratio is one, straight in log–log. */
function crossOne(a: Cell, b: Cell): number {
  const share = Math.log(a.ratio) / Math.log(a.ratio / b.ratio);
  return a.coupling * (b.coupling / a.coupling) ** share;
}
