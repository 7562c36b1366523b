import type { Span } from '../curve/piece.ts';
import { findCrossing, spanAt } from '../curve/piece.ts';

/** A stretch of an envelope: which edge holds it, between which abscissae. Read heights from the edge. */
export interface Stretch<Owner> {
  /** [log10 of the plane's mass unit] */
  readonly from: number;
  readonly to: number;
  readonly edge: Span;
  readonly owner: Owner;
}

/** One curve: edges in order of mass that do not overlap. */
export interface Chain<Owner> {
  readonly edges: readonly Span[];
  readonly owner: Owner;
}

/**
 * The lower envelope of curves in log–log space, by divide and conquer: breakpoints are those of the
 * inputs and their crossings, gaps stay gaps. Where curves coincide the earlier chain holds it.
 */
export function lowerEnvelope<Owner>(chains: readonly Chain<Owner>[]): Stretch<Owner>[] {
  const [only, second] = chains;
  if (only === undefined) return [];
  if (second === undefined) {
    return only.edges.map((edge) => ({ from: edge.x0, to: edge.x1, edge, owner: only.owner }));
  }
  const half = Math.ceil(chains.length / 2);
  return mergeEnvelopes(lowerEnvelope(chains.slice(0, half)), lowerEnvelope(chains.slice(half)));
}

/** The lower of two envelopes; on ties the first. */
function mergeEnvelopes<Owner>(
  first: readonly Stretch<Owner>[],
  second: readonly Stretch<Owner>[],
): Stretch<Owner>[] {
  const merged: Stretch<Owner>[] = [];
  const push = (from: number, to: number, source: Stretch<Owner>): void => {
    if (from >= to) return;
    const last = merged.at(-1);
    if (last?.to === from && last.edge === source.edge) {
      merged[merged.length - 1] = { ...last, to };
    } else {
      merged.push({ ...source, from, to });
    }
  };
  let i = 0;
  let j = 0;
  let at = -Infinity;
  for (;;) {
    const a = first[i];
    const b = second[j];
    if (a === undefined && b === undefined) return merged;
    if (a === undefined || b === undefined) {
      const rest = a ?? b;
      if (rest === undefined) return merged;
      push(Math.max(at, rest.from), rest.to, rest);
      if (a === undefined) j += 1;
      else i += 1;
      continue;
    }
    const startA = Math.max(at, a.from);
    const startB = Math.max(at, b.from);
    if (startA < startB) {
      at = Math.min(a.to, startB);
      push(startA, at, a);
    } else if (startB < startA) {
      at = Math.min(b.to, startA);
      push(startB, at, b);
    } else {
      at = Math.min(a.to, b.to);
      pushLower(a, b, startA, at, push);
    }
    if (at >= a.to) i += 1;
    if (at >= b.to) j += 1;
  }
}

function pushLower<Owner>(
  a: Stretch<Owner>,
  b: Stretch<Owner>,
  from: number,
  to: number,
  push: (from: number, to: number, source: Stretch<Owner>) => void,
): void {
  const crossing = findCrossing(a.edge, b.edge, from, to);
  const difference = (x: number): number => spanAt(a.edge, x) - spanAt(b.edge, x);
  if (crossing === undefined) {
    const sign = difference(from) + difference(to);
    push(from, to, sign <= 0 ? a : b);
    return;
  }
  const isFirstLower = difference(from) < 0;
  push(from, crossing, isFirstLower ? a : b);
  push(crossing, to, isFirstLower ? b : a);
}

/** Contiguous runs of an envelope: a gap in mass ends a run. */
export function splitRuns<Owner>(stretches: readonly Stretch<Owner>[]): Stretch<Owner>[][] {
  const runs: Stretch<Owner>[][] = [];
  for (const stretch of stretches) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.to === stretch.from) run.push(stretch);
    else runs.push([stretch]);
  }
  return runs;
}
