import type { Polyline } from '../curve/geometry.ts';
import type { Span } from '../curve/piece.ts';
import { cutSpan, spanAt } from '../curve/piece.ts';
import { listSpans } from '../curve/spans.ts';
import { findSlab, visitEdges } from './plane-index.ts';
import type { Judge, VerdictState } from './verdict.ts';
import { judgePoint } from './verdict.ts';

/** A stretch of a curve on which the verdict does not change. */
export interface CurveRange {
  readonly plane: string;
  /** Masses [plane's canonical unit]. */
  readonly from: number;
  readonly to: number;
  readonly state: VerdictState;
  /** Every limit that excludes the curve somewhere in the range, in id order. */
  readonly by: readonly string[];
}

/**
 * Where a curve (a model's prediction, say) is excluded: exact ranges of mass, cut where the curve,
 * joined log–log between its points, meets an edge of a limit or where a limit begins or ends.
 */
export function judgeCurve(judge: Judge, curve: Polyline): CurveRange[] {
  const ranges: CurveRange[] = [];
  for (const span of listSpans(curve)) {
    const cuts = listCuts(judge, span);
    for (const [i, to] of cuts.entries()) {
      const from = cuts[i - 1];
      if (from === undefined || from >= to) continue;
      const middle = (from + to) / 2;
      const { state, by } = judgePoint(judge, 10 ** middle, 10 ** spanAt(span, middle));
      extend(ranges, {
        plane: judge.plane,
        from: 10 ** from,
        to: 10 ** to,
        state,
        by: by.map(({ limit }) => limit),
      });
    }
  }
  return ranges.map((range) => ({ ...range, by: [...range.by].sort() }));
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

/** Adds a range, or lengthens the last where it goes on with the same state. */
function extend(ranges: CurveRange[], next: CurveRange): void {
  const last = ranges.at(-1);
  if (last?.state === next.state && last.to === next.from) {
    ranges[ranges.length - 1] = {
      ...last,
      to: next.to,
      by: [...new Set([...last.by, ...next.by])],
    };
  } else {
    ranges.push(next);
  }
}
