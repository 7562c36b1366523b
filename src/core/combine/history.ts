import { decodeLog } from './digits.ts';
import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { PlaneLimit } from '../curve/plane-limit.ts';
import { listPlaneLimits } from '../curve/plane-limit.ts';
import { listPieces } from '../curve/pieces.ts';
import { findCrossing, spanAt } from '../curve/piece.ts';
import { compareText } from '../message.ts';
import type { PlaneIndex } from '../query/plane-index.ts';
import { buildPlaneIndex, findSlab, visitPieces } from '../query/plane-index.ts';
import type { Combination } from './combine.ts';
import { combine } from './combine.ts';
import type { Stretch } from './envelope.ts';
import { isEvidence, isInScope, paperDate, UNDATED } from './inputs.ts';
import type { Scope } from './inputs.ts';

/** A mass range [GeV]. */
export interface MassRange {
  readonly from: number;
  readonly to: number;
}

/** Where the envelope moved against an earlier one, and by what factor. */
export interface Shift {
  readonly ranges: readonly MassRange[];
  /** Ratio of the two envelopes, 1 or more: geometric mean over log mass. */
  readonly factor: number;
  readonly maximum: number;
}

/** What one limit added to the excluded region on the day it appeared. */
export interface Improvement {
  readonly limit: Limit;
  /** Where it lowered the envelope. */
  readonly improved?: Shift;
  /** Where there was no one-sided limit before, and how wide that is together [decades in mass]. */
  readonly opened?: { readonly ranges: readonly MassRange[]; readonly decades: number };
  /** Where its two-sided region holds something that nothing excluded before. */
  readonly islands: readonly MassRange[];
}

/** Everything that changed with the papers of one date. */
export interface HistoryEntry {
  /** `2014-06`, or `1987` where only the year is known. */
  readonly date: string;
  readonly improvements: readonly Improvement[];
  /** Inputs that appeared without excluding anything new. */
  readonly unmoved: readonly Limit[];
  /** Inputs that left because a newer result of the same data took their place. */
  readonly replaced: readonly Limit[];
  /** Where the envelope became weaker because a replaced limit left. */
  readonly weakened?: Shift;
  /** Where the envelope ended because a replaced limit left. */
  readonly closed: readonly MassRange[];
}

export interface History {
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  /** Limits of unknown date: part of the combined limit, absent from its history. */
  readonly undated: readonly Limit[];
}

/** Histories of each catalogue, which never changes: pages and files ask for the same. */
const known = new WeakMap<Catalogue, Map<string, History>>();

/**
 * How the combined limit of a plane (all confidence levels together) came about: at every date at
 * which one of its limits appeared, what lies between the combination just before and with it.
 */
export function listHistory(plane: PlaneEntry, catalogue: Catalogue, scope: Scope): History {
  const histories = known.get(catalogue) ?? new Map<string, History>();
  known.set(catalogue, histories);
  const key = `${scope} ${plane.id}`;
  const history = histories.get(key) ?? read(plane, catalogue, scope);
  histories.set(key, history);
  return history;
}

function read(plane: PlaneEntry, catalogue: Catalogue, scope: Scope): History {
  const evidence = listPlaneLimits(plane, catalogue).filter(
    ({ limit }) => isEvidence(limit) && isInScope(limit, scope, catalogue),
  );
  const dateOf = ({ limit }: PlaneLimit): string => paperDate(limit, catalogue);
  const dates = [...new Set(evidence.map(dateOf))].filter((date) => date !== UNDATED);
  const findIslands = makeIslandFinder(evidence);
  const entries: HistoryEntry[] = [];
  let before: Combination | undefined;
  for (const date of dates.sort(compareText)) {
    const after = combineOn(plane, catalogue, scope, date);
    entries.push(describeStep(date, before, after, findIslands));
    before = after;
  }
  return {
    entries,
    undated: evidence.filter((one) => dateOf(one) === UNDATED).map(({ limit }) => limit),
  };
}

/**
 * The combined limit (all confidence levels together) as it stood after the papers of a date of its
 * history.
 */
export const combineOn = (
  plane: PlaneEntry,
  catalogue: Catalogue,
  scope: Scope,
  date: string,
): Combination => combine(plane, catalogue, scope, 'all', { asOf: includeOnly(date) });

/** A bare year would take in every month of it; papers known by year alone sort before the months. */
const includeOnly = (date: string): string => (date.length === 4 ? `${date}-00` : date);

function describeStep(
  date: string,
  before: Combination | undefined,
  after: Combination,
  findIslands: (limit: Limit, known: ReadonlySet<Limit>) => MassRange[],
): HistoryEntry {
  const known = new Set(before?.inputs ?? []);
  const present = new Set(after.inputs);
  const appeared = after.inputs.filter((limit) => !known.has(limit));
  const cells = compareEnvelopes(before?.envelope ?? [], after.envelope);
  const improvements = appeared.map((limit): Improvement => {
    const own = cells.filter(({ owner }) => owner === limit);
    const improved = sumShift(own.filter(({ change }) => change === 'lower'));
    const opened = own.filter(({ change }) => change === 'new');
    return {
      limit,
      ...(improved === undefined ? {} : { improved }),
      ...(opened.length === 0
        ? {}
        : { opened: { ranges: joinRanges(opened), decades: sumWidth(opened) } }),
      islands: findIslands(limit, known),
    };
  });
  const weakened = sumShift(cells.filter(({ change }) => change === 'higher'));
  return {
    date,
    improvements: improvements.filter(isMove),
    unmoved: improvements.filter((one) => !isMove(one)).map(({ limit }) => limit),
    replaced: [...known].filter((limit) => !present.has(limit)),
    ...(weakened === undefined ? {} : { weakened }),
    closed: joinRanges(
      compareEnvelopes(after.envelope, before?.envelope ?? []).filter(
        ({ change }) => change === 'new',
      ),
    ),
  };
}

const isMove = ({ improved, opened, islands }: Improvement): boolean =>
  improved !== undefined || opened !== undefined || islands.length > 0;

/** A stretch over which one envelope lies on one side of another [log10 of mass and of ratio]. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly owner: Limit;
  readonly change: 'lower' | 'higher' | 'new';
  /** Distance of the two at both ends. */
  readonly gap: readonly [number, number];
}

/** Below this two envelopes are the same [log10]. */
const SAME = 1e-12;

/** What the later envelope changes, stretch by stretch; nothing where both are the same. */
function compareEnvelopes(
  before: readonly Stretch<Limit>[],
  after: readonly Stretch<Limit>[],
): Cell[] {
  const cells: Cell[] = [];
  let first = 0;
  for (const stretch of after) {
    const { to, owner } = stretch;
    let at = stretch.from;
    while ((before[first]?.to ?? Infinity) <= at) first += 1;
    for (let k = first; at < to; k++) {
      const old = before[k];
      const start = Math.min(to, old?.from ?? to);
      if (start > at) {
        cells.push({ from: at, to: start, owner, change: 'new', gap: [0, 0] });
        at = start;
      }
      if (old === undefined || at >= to) break;
      const end = Math.min(to, old.to);
      cells.push(...compareStretches(old, stretch, at, end));
      at = end;
    }
  }
  return cells;
}

function compareStretches(
  old: Stretch<Limit>,
  stretch: Stretch<Limit>,
  from: number,
  to: number,
): Cell[] {
  const gain = (x: number): number => spanAt(old.edge, x) - spanAt(stretch.edge, x);
  const crossing = findCrossing(old.edge, stretch.edge, from, to);
  const stops = crossing === undefined ? [from, to] : [from, crossing, to];
  return stops.slice(1).flatMap((end, i): Cell[] => {
    const start = stops[i] ?? from;
    const gap = [gain(start), gain(end)] as const;
    const sum = gap[0] + gap[1];
    if (Math.abs(sum) < SAME) return [];
    const change = sum > 0 ? 'lower' : 'higher';
    return [{ from: start, to: end, owner: stretch.owner, change, gap }];
  });
}

const sumWidth = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { from, to }) => sum + to - from, 0);

function sumShift(cells: readonly Cell[]): Shift | undefined {
  if (cells.length === 0) return undefined;
  const area = cells.reduce(
    (sum, { from, to, gap: [a, b] }) => sum + (Math.abs(a + b) / 2) * (to - from),
    0,
  );
  const highest = cells.reduce(
    (most, { gap: [a, b] }) => Math.max(most, Math.abs(a), Math.abs(b)),
    0,
  );
  return {
    ranges: joinRanges(cells),
    factor: 10 ** (area / sumWidth(cells)),
    maximum: 10 ** highest,
  };
}

/** Log ranges in order as masses [GeV], neighbours joined. */
function joinRanges(parts: readonly { readonly from: number; readonly to: number }[]): MassRange[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of parts) {
    const last = joined.at(-1);
    if (last !== undefined && from - last.to < SAME) last.to = to;
    else joined.push({ from, to });
  }
  return joined.map(({ from, to }) => ({ from: decodeLog(from), to: decodeLog(to) }));
}

/** Where between two neighbouring breakpoints of the plane the regions are compared. */
const PROBES = [1 / 6, 1 / 2, 5 / 6];

/**
 * Finds where a limit's two-sided pieces hold something no known limit excludes. Regions are
 * compared at three masses between every two neighbouring breakpoints of all limits, so the ends of
 * a range are as exact as the breakpoints are dense.
 */
function makeIslandFinder(
  limits: readonly PlaneLimit[],
): (limit: Limit, known: ReadonlySet<Limit>) => MassRange[] {
  const pieces = limits.map(({ geometry }) => listPieces(geometry));
  const isTwoSided = pieces.map((own) => own.some(({ upper0 }) => upper0 < Infinity));
  const places = new Map(limits.map(({ limit }, i) => [limit, i]));
  let index: PlaneIndex | undefined;
  return (limit, known) => {
    const place = places.get(limit);
    if (place === undefined || isTwoSided[place] !== true) return [];
    index ??= buildPlaneIndex(pieces);
    const isKnown = limits.map((other) => known.has(other.limit));
    const found: { from: number; to: number }[] = [];
    const { stops } = index;
    const own = pieces[place] ?? [];
    const start = own.reduce((least, { x0 }) => Math.min(least, x0), Infinity);
    const end = own.reduce((most, { x1 }) => Math.max(most, x1), -Infinity);
    for (let slab = Math.max(0, findSlab(stops, start)); slab + 1 < stops.length; slab++) {
      const [from, to] = [stops[slab] ?? NaN, stops[slab + 1] ?? NaN];
      if (from >= end) break;
      const isNew = PROBES.some((part) =>
        isUncovered(index, from + (to - from) * part, place, isKnown),
      );
      if (isNew) found.push({ from, to });
    }
    return joinRanges(found);
  };
}

/** Whether one of the limit's intervals of values at x reaches beyond those of the known limits. */
function isUncovered(
  index: PlaneIndex | undefined,
  x: number,
  place: number,
  isKnown: readonly boolean[],
): boolean {
  if (index === undefined) return false;
  const own: [number, number][] = [];
  const others: [number, number][] = [];
  visitPieces(index, x, (owner, lower, upper) => {
    if (owner === place) own.push([lower, upper]);
    else if (isKnown[owner] === true) others.push([lower, upper]);
  });
  if (own.length === 0) return false;
  others.sort((a, b) => a[0] - b[0]);
  return own.some(([lower, upper]) => {
    let covered = lower;
    for (const [from, to] of others) {
      if (from > covered + SAME) break;
      covered = Math.max(covered, to);
    }
    return covered < upper - SAME;
  });
}
