import type { PlaneEntry } from '../catalogue.ts';
import type { CombinedFile, CombinedLevel, FrontierEntry, Point } from './combined-file.ts';

/** A range of masses [canonical unit]. */
export type Span = readonly [from: number, to: number];

/** Masses of a plane that no e+e- limit covers, and what others cover of them. */
export interface OpenGap {
  readonly span: Span;
  /** True at an end of the drawn axis, beyond the first or the last limit. */
  readonly atEnd: boolean;
  readonly others: 'all' | 'part' | 'none';
}

/** Where the e+e- limits of a plane leave masses out, and where they are weakest. */
export interface OpenGaps {
  readonly gaps: readonly OpenGap[];
  /** Masses covered by a one-sided limit or inside an excluded region. */
  readonly covered: readonly Span[];
  /** The weakest point of the one-sided envelope and the masses around it where it is at most twice as strong. */
  readonly weakest?: {
    readonly span: Span;
    readonly mass: number;
    readonly value: number;
    readonly limit: string;
  };
}

/** How much stronger than the weakest value still counts as the weakest range. */
const WEAK_FACTOR = 2;

/** Narrower gaps are windows of a single resonance bin that nobody would look for [relative width]. */
const NARROWEST = 1e-6;

/**
 * The open gaps of a plane, between the ends of its mass axis, at level `all`; undefined where the
 * plane has no e+e- limit at all. A gap is where neither the one-sided envelope nor a region reaches.
 */
export function findOpenGaps(plane: PlaneEntry, combined: CombinedFile): OpenGaps | undefined {
  const ee = combined.scopes.ee.levels.all;
  const covered = listCovered(ee);
  if (covered.length === 0) return undefined;
  const others = listCovered(combined.scopes.laboratory.levels.all);
  const [start, end] = plane.x.range;
  const gaps = complement(covered, [start, end]).map((span) => ({
    span,
    atEnd: span[0] === start || span[1] === end,
    others: judgeCover(span, others),
  }));
  const weakest = findWeakest(ee);
  return { gaps, covered, ...(weakest === undefined ? {} : { weakest }) };
}

/** Masses with a limit, merged where they touch, in rising order. */
function listCovered({ envelope, regions }: CombinedLevel): Span[] {
  const spans = [...envelope, ...regions.map(({ outer }) => outer)]
    .map(findExtent)
    .filter((span): span is Span => span !== undefined && span[1] > span[0])
    .sort((a, b) => a[0] - b[0]);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span[0] <= last[1] * (1 + NARROWEST)) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], span[1])];
    } else merged.push(span);
  }
  return merged;
}

function findExtent(points: readonly Point[]): Span | undefined {
  if (points.length === 0) return undefined;
  let [from, to] = [Infinity, -Infinity];
  for (const [mass] of points) {
    from = Math.min(from, mass);
    to = Math.max(to, mass);
  }
  return [from, to];
}

/** What lies inside `whole` and in none of the spans, which rise and do not overlap. */
function complement(spans: readonly Span[], whole: Span): Span[] {
  const open: Span[] = [];
  let [from] = whole;
  for (const [low, high] of spans) {
    if (low > from * (1 + NARROWEST)) open.push([from, Math.min(low, whole[1])]);
    from = Math.max(from, high);
  }
  if (whole[1] > from * (1 + NARROWEST)) open.push([from, whole[1]]);
  return open.filter(([low, high]) => high > low);
}

function judgeCover(span: Span, cover: readonly Span[]): OpenGap['others'] {
  const left = complement(cover, span).reduce((sum, [low, high]) => sum + (high - low), 0);
  if (left === 0) return 'all';
  return left < (span[1] - span[0]) * (1 - NARROWEST) ? 'part' : 'none';
}

function findWeakest({ envelope, frontier }: CombinedLevel): OpenGaps['weakest'] {
  let best: { line: readonly Point[]; at: number; point: Point } | undefined;
  for (const line of envelope) {
    for (const [at, point] of line.entries()) {
      if (best === undefined || point[1] > best.point[1]) best = { line, at, point };
    }
  }
  if (best === undefined) return undefined;
  const { line, at, point } = best;
  const isWeak = (i: number): boolean => (line[i]?.[1] ?? 0) * WEAK_FACTOR >= point[1];
  let [first, last] = [at, at];
  while (first > 0 && isWeak(first - 1)) first -= 1;
  while (last < line.length - 1 && isWeak(last + 1)) last += 1;
  const holder = frontier.find((entry) => holds(entry, point[0]));
  if (holder === undefined) return undefined;
  return {
    span: [line[first]?.[0] ?? point[0], line[last]?.[0] ?? point[0]],
    mass: point[0],
    value: point[1],
    limit: holder.limit,
  };
}

const holds = ({ from, to }: FrontierEntry, mass: number): boolean => from <= mass && mass <= to;
