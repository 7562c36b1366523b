import type { FrontierSpan } from './finding.ts';

/** A stretch of masses of the frontier that can be told in one sentence. */
export interface FrontierStretch {
  readonly from: number;
  readonly to: number;
  /** Who leads in it, the largest share of log mass first. */
  readonly leaders: readonly string[];
  /** True where the first leads on all of it, or on all but slivers. */
  readonly isSettled: boolean;
  /** True where nobody else leads anywhere in it. */
  readonly isAlone: boolean;
}

/** Masses between two parts of the frontier, or beyond its ends, without a limit. */
export type FrontierGap = readonly [from: number, to: number];

/** A part shorter than this share of the frontier is a sliver: no sentence of its own. */
const SLIVER = 0.02;
/** Slivers in a row that make less than this together are left out beside a leader. */
const LITTLE = 0.01;
/** One limit has a stretch to itself where it leads on this share of it. */
const DOMINANCE = 0.95;
/** Neighbours this near touch: ends are stated with twelve digits [relative]. */
const TOUCH = 1e-9;
/** Nobody looks for a gap this narrow at the end of an axis, and three digits do not show it [relative]. */
const END = 2e-3;

/**
 * The frontier as stretches for reading aloud: what changes hands in slivers becomes one stretch with
 * several leaders, and slivers inside one limit's range are passed over. Gaps are never bridged.
 * @param spans rising in mass, without overlap
 */
export function listStretches(spans: readonly FrontierSpan[]): FrontierStretch[] {
  const parts = spans.filter(({ from, to }) => to > from && from > 0);
  const total = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  const stretches: Draft[] = [];
  for (const part of parts) {
    const next: Draft = {
      from: part.from,
      to: part.to,
      shares: new Map([[part.limit, lengthOf(part)]]),
      isSliver: lengthOf(part) < SLIVER * total,
    };
    const last = stretches.at(-1);
    if (last?.isSliver === true && next.isSliver && touches(last, next))
      stretches[stretches.length - 1] = { ...merge(last, next), isSliver: true };
    else stretches.push(next);
  }
  return joinNeighbours(absorb(stretches, LITTLE * total)).map(finish);
}

/** Masses inside the axis where nobody holds the frontier, rising. */
export function listFrontierGaps(
  spans: readonly FrontierSpan[],
  [start, end]: readonly [number, number],
): FrontierGap[] {
  const gaps: FrontierGap[] = [];
  let reached = start;
  for (const { from, to } of spans) {
    if (from > reached * (1 + TOUCH)) gaps.push([reached, Math.min(from, end)]);
    reached = Math.max(reached, to);
  }
  if (end > reached * (1 + TOUCH)) gaps.push([reached, end]);
  const isWide = ([from, to]: FrontierGap): boolean =>
    to > from * (1 + (from === start || to === end ? END : 0));
  return gaps.filter((gap) => gap[0] < end && isWide(gap));
}

/** The longest stretches in log mass, at most so many, in the order of their masses. */
export const chooseLongest = <T extends { readonly from: number; readonly to: number }>(
  stretches: readonly T[],
  most: number,
): T[] =>
  stretches
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, most)
    .sort((a, b) => a.from - b.from);

interface Draft {
  readonly from: number;
  readonly to: number;
  /** Length in log mass that each limit leads on. */
  readonly shares: ReadonlyMap<string, number>;
  /** True for what was made of slivers alone. */
  readonly isSliver: boolean;
}

const lengthOf = ({ from, to }: { readonly from: number; readonly to: number }): number =>
  Math.log(to / from);

const touches = (a: Draft, b: Draft): boolean => b.from <= a.to * (1 + TOUCH);

function merge(a: Draft, b: Draft): Draft {
  const shares = new Map(a.shares);
  for (const [limit, share] of b.shares) shares.set(limit, (shares.get(limit) ?? 0) + share);
  return { from: a.from, to: b.to, shares, isSliver: false };
}

/** Little runs of slivers join the stretch before them, or the one behind, where it touches. */
function absorb(drafts: readonly Draft[], little: number): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const last = kept.at(-1);
    const isLittle = draft.isSliver && lengthOf(draft) < little;
    const wasLittle = last?.isSliver === true && lengthOf(last) < little;
    if (last !== undefined && touches(last, draft) && (wasLittle || (isLittle && !last.isSliver)))
      kept[kept.length - 1] = merge(last, draft);
    else kept.push(draft);
  }
  return kept;
}

/** Neighbours that one limit dominates are one stretch. */
function joinNeighbours(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const leader = findDominant(draft);
    if (
      last !== undefined &&
      leader !== undefined &&
      touches(last, draft) &&
      findDominant(last) === leader
    )
      joined[joined.length - 1] = merge(last, draft);
    else joined.push(draft);
  }
  return joined;
}

const rank = ({ shares }: Draft): [string, number][] =>
  [...shares].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

function findDominant(draft: Draft): string | undefined {
  const [first] = rank(draft);
  return first !== undefined && first[1] >= DOMINANCE * lengthOf(draft) ? first[0] : undefined;
}

const finish = (draft: Draft): FrontierStretch => ({
  from: draft.from,
  to: draft.to,
  leaders: rank(draft).map(([limit]) => limit),
  isSettled: findDominant(draft) !== undefined,
  isAlone: draft.shares.size === 1,
});
