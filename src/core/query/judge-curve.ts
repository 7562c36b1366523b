import type { Polyline } from '../curve/geometry.ts';
import type { Span } from '../curve/piece.ts';
import { cutSpan, spanAt } from '../curve/piece.ts';
import { listSpans } from '../curve/spans.ts';
import type { PlaneIndex } from './plane-index.ts';
import { findSlab, visitEdges, visitPieces } from './plane-index.ts';
import type { Judge, VerdictState } from './verdict.ts';
import { judgePoint } from './verdict.ts';

/** A stretch of a curve on which the verdict does not change. */
export interface CurveRange {
  readonly plane: string;
  /** First and last mass [plane's canonical unit]. */
  readonly from: number;
  readonly to: number;
  readonly state: VerdictState;
  /** Every limit that excludes the curve somewhere in the range, in id order. */
  readonly by: readonly string[];
}

/** A stretch of an upper limit on which neither its verdict nor what lies above it changes. */
export interface UpperLimitRange extends CurveRange {
  /** The curve itself is excluded, and yet something between it and the top is not. */
  readonly hasGapAbove: boolean;
}

/** Two edges nearer than this are one: published curves are not known to a billionth [decades]. */
const SLIVER = 1e-9;

/**
 * Where a curve (a model's prediction, say) is excluded: exact ranges of mass, cut where the curve,
 * joined log–log between its points, meets an edge of a limit or where a limit begins or ends.
 */
export function judgeCurve(judge: Judge, curve: Polyline): CurveRange[] {
  const ranges: CurveRange[] = [];
  for (const span of listSpans(curve)) {
    for (const { range } of listStretches(judge, span, listCuts(judge, span)))
      extend(ranges, range, hasSameState);
  }
  return ranges.map((range) => ({ ...range, by: [...range.by].sort() }));
}

/**
 * As `judgeCurve`, for a curve that excludes everything from itself up to `top`. Where it is excluded already, limits may
 * still leave something above it: over an island, and between two. Such gaps open and close where a ceiling meets a
 * floor or the top, and the ranges are cut there too.
 * @param top the largest value of interest [plane's canonical unit]
 */
export function judgeUpperLimit(judge: Judge, curve: Polyline, top = Infinity): UpperLimitRange[] {
  const { index } = judge;
  const yTop = Math.log10(top);
  const turns = new Map<number, readonly number[]>();
  const ranges: UpperLimitRange[] = [];
  for (const span of listSpans(curve)) {
    const cuts = listCuts(judge, span);
    const last = findSlab(index.stops, span.x1);
    for (let slab = findSlab(index.stops, span.x0); slab <= last; slab++) {
      const found = turns.get(slab) ?? listTurns(index, slab, yTop);
      turns.set(slab, found);
      cuts.push(...found.filter((x) => x > span.x0 && x < span.x1));
    }
    cuts.sort((a, b) => a - b);
    for (const { range, x, y } of listStretches(judge, span, cuts)) {
      const hasGapAbove = range.state === 'excluded' && !isCoveredFrom(index, x, y, yTop);
      extend(
        ranges,
        { ...range, hasGapAbove },
        (a, b) => hasSameState(a, b) && a.hasGapAbove === b.hasGapAbove,
      );
    }
  }
  return ranges.map((range) => ({ ...range, by: [...range.by].sort() }));
}

/** Abscissae inside a slab where a ceiling meets a floor or the top: there a gap opens or closes. */
function listTurns(index: PlaneIndex, slab: number, top: number): number[] {
  const from = index.stops[slab] ?? -Infinity;
  const to = index.stops[slab + 1] ?? Infinity;
  // Before the first breakpoint and after the last there is nothing.
  if (!(to - from < Infinity)) return [];
  // Edges are straight inside a slab, so that two places tell all; on a breakpoint the neighbours would count too.
  const [a, b] = [from + (to - from) / 3, from + (2 * (to - from)) / 3];
  const [left, right] = [listStrips(index, a), listStrips(index, b)];
  const turns: number[] = [];
  const meet = (start: number, end: number): void => {
    const x = a + ((b - a) * start) / (start - end);
    if (x > from && x < to) turns.push(x);
  };
  for (const [i, { upper }] of left.entries()) {
    const upperRight = right[i]?.upper ?? Infinity;
    if (upper === Infinity) continue;
    if (top < Infinity) meet(upper - top, upperRight - top);
    for (const [j, { lower }] of left.entries()) {
      if (lower > -Infinity) meet(upper - lower, upperRight - (right[j]?.lower ?? NaN));
    }
  }
  return turns;
}

/** What is excluded at one mass, one limit after another. */
function listStrips(
  index: PlaneIndex,
  x: number,
): { readonly lower: number; readonly upper: number }[] {
  const strips: { readonly lower: number; readonly upper: number }[] = [];
  visitPieces(index, x, (_, lower, upper) => strips.push({ lower, upper }));
  return strips;
}

/** Whether the limits together exclude everything from y up to the top. */
function isCoveredFrom(index: PlaneIndex, x: number, y: number, top: number): boolean {
  let reached = y;
  for (const { lower, upper } of listStrips(index, x).sort((a, b) => a.lower - b.lower)) {
    if (lower > reached + SLIVER) break;
    reached = Math.max(reached, upper);
  }
  return reached >= top - SLIVER;
}

/** The stretches of a span between its cuts, each judged in its middle. */
function* listStretches(
  judge: Judge,
  span: Span,
  cuts: readonly number[],
): Generator<{ readonly range: CurveRange; readonly x: number; readonly y: number }> {
  for (const [i, to] of cuts.entries()) {
    const from = cuts[i - 1];
    if (from === undefined || from >= to) continue;
    const x = (from + to) / 2;
    const y = spanAt(span, x);
    const { state, by } = judgePoint(judge, 10 ** x, 10 ** y);
    const range = {
      plane: judge.plane,
      from: 10 ** from,
      to: 10 ** to,
      state,
      by: by.map(({ limit }) => limit),
    };
    yield { range, x, y };
  }
}

/** Abscissae of a straight stretch between which nothing changes: breakpoints and crossings. */
function listCuts({ index }: Judge, span: Span): number[] {
  const { stops } = index;
  const cuts = [span.x0, span.x1];
  const first = findSlab(stops, span.x0);
  const last = findSlab(stops, span.x1);
  for (let slab = first; slab <= last; slab++) {
    const from = Math.max(span.x0, stops[slab] ?? -Infinity);
    const to = Math.min(span.x1, stops[slab + 1] ?? Infinity);
    if (from >= to) continue;
    cuts.push(from);
    const own = cutSpan(span, from, to);
    visitEdges(index, slab, (edge) => {
      const start = spanAt(edge, from) - own.y0;
      const end = spanAt(edge, to) - own.y1;
      if (start * end < 0) cuts.push(from + ((to - from) * start) / (start - end));
    });
  }
  return cuts.sort((a, b) => a - b);
}

const hasSameState = (a: CurveRange, b: CurveRange): boolean => a.state === b.state;

/** Adds a range, or lengthens the last where it goes on with nothing changed. */
function extend<T extends CurveRange>(ranges: T[], next: T, isSame: (a: T, b: T) => boolean): void {
  const last = ranges.at(-1);
  if (last !== undefined && isSame(last, next) && last.to === next.from) {
    ranges[ranges.length - 1] = {
      ...last,
      to: next.to,
      by: [...new Set([...last.by, ...next.by])],
    };
  } else {
    ranges.push(next);
  }
}
