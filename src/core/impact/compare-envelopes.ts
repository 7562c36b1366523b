import type { Stretch } from '../combine/envelope.ts';
import { findCrossing, spanAt } from '../curve/piece.ts';

/**
 * - `stronger`, `weaker`: the combined limit moved
 * - `covered`: there was none before; `lost`: there is none any more
 * - `handed-over`: the same value, set by another limit
 */
export type ChangeKind = 'stronger' | 'weaker' | 'covered' | 'lost' | 'handed-over';

/** A mass range where an envelope changed in one way [log10 of the plane's mass unit]. */
export interface EnvelopeChange<Owner> {
  readonly from: number;
  readonly to: number;
  readonly kind: ChangeKind;
  /** Who set the limit, and who sets it now; absent where nobody did or does. */
  readonly before?: Owner;
  readonly after?: Owner;
  /** Ratio of the weaker to the stronger of the two limits, averaged geometrically over log mass. */
  readonly meanFactor?: number;
  /** The largest such ratio in the range. */
  readonly maxFactor?: number;
}

/** Below this distance two limits are the same number: rounding of the interpolation [decades]. */
const SAME = 1e-12;

/** A part of mass between neighbouring breakpoints of either envelope. */
interface Part<Owner> {
  readonly from: number;
  readonly to: number;
  readonly kind: ChangeKind;
  readonly before?: Owner;
  readonly after?: Owner;
  /** |log10 before/after| at both ends; absent where one side has no limit. */
  readonly distances?: readonly [number, number];
}

/**
 * Where and how one envelope differs from another, in order of mass: exact, at the breakpoints of both
 * and their crossings. Owners are compared by `isSame`, for they come from two catalogues.
 */
export function compareEnvelopes<Owner>(
  before: readonly Stretch<Owner>[],
  after: readonly Stretch<Owner>[],
  isSame: (a: Owner, b: Owner) => boolean,
): EnvelopeChange<Owner>[] {
  const groups: Part<Owner>[][] = [];
  for (const part of listParts(before, after, isSame)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && doJoin(last, part, isSame)) group.push(part);
    else groups.push([part]);
  }
  return groups.flatMap(summarise);
}

/** Every part that changed, left to right. */
function* listParts<Owner>(
  before: readonly Stretch<Owner>[],
  after: readonly Stretch<Owner>[],
  isSame: (a: Owner, b: Owner) => boolean,
): Generator<Part<Owner>> {
  const ends = [...before, ...after].flatMap(({ from, to }) => [from, to]);
  const stops = [...new Set(ends)].sort((a, b) => a - b);
  let [i, j] = [0, 0];
  for (const [k, from] of stops.entries()) {
    const to = stops[k + 1];
    if (to === undefined) return;
    while ((before[i]?.to ?? Infinity) <= from) i += 1;
    while ((after[j]?.to ?? Infinity) <= from) j += 1;
    const old = holds(before[i], from);
    const now = holds(after[j], from);
    if (old !== undefined && now !== undefined) yield* compareStretches(old, now, from, to, isSame);
    else if (old !== undefined) yield { from, to, kind: 'lost', before: old.owner };
    else if (now !== undefined) yield { from, to, kind: 'covered', after: now.owner };
  }
}

const holds = <Owner>(
  stretch: Stretch<Owner> | undefined,
  from: number,
): Stretch<Owner> | undefined =>
  stretch !== undefined && stretch.from <= from ? stretch : undefined;

/** Where both envelopes have a limit: one part, or two where their edges cross. */
function* compareStretches<Owner>(
  old: Stretch<Owner>,
  now: Stretch<Owner>,
  from: number,
  to: number,
  isSame: (a: Owner, b: Owner) => boolean,
): Generator<Part<Owner>> {
  const owners = { before: old.owner, after: now.owner };
  const difference = (x: number): number => spanAt(old.edge, x) - spanAt(now.edge, x);
  if (Math.abs(difference(from)) <= SAME && Math.abs(difference(to)) <= SAME) {
    if (!isSame(old.owner, now.owner)) {
      yield { from, to, kind: 'handed-over', ...owners, distances: [0, 0] };
    }
    return;
  }
  const crossing = findCrossing(old.edge, now.edge, from, to);
  const parts =
    crossing === undefined
      ? [[from, to]]
      : [
          [from, crossing],
          [crossing, to],
        ];
  for (const [a = from, b = to] of parts) {
    const [start, end] = [difference(a), difference(b)];
    const kind = start + end > 0 ? 'stronger' : 'weaker';
    yield { from: a, to: b, kind, ...owners, distances: [Math.abs(start), Math.abs(end)] };
  }
}

/** True when the second part goes on where the first ends, in the same way. */
function doJoin<Owner>(
  first: Part<Owner>,
  second: Part<Owner>,
  isSame: (a: Owner, b: Owner) => boolean,
): boolean {
  const isSameOwner = (a: Owner | undefined, b: Owner | undefined): boolean =>
    a === undefined || b === undefined ? a === b : isSame(a, b);
  return (
    first.to === second.from &&
    first.kind === second.kind &&
    isSameOwner(first.before, second.before) &&
    isSameOwner(first.after, second.after)
  );
}

/** A run of parts as one change. The distance is linear in a part, so its mean is that of its ends. */
function summarise<Owner>(parts: readonly Part<Owner>[]): EnvelopeChange<Owner>[] {
  const [first] = parts;
  if (first === undefined) return [];
  const { from, kind, before, after, distances } = first;
  const to = parts.at(-1)?.to ?? first.to;
  let area = 0;
  let largest = 0;
  for (const part of parts) {
    const [start, end] = part.distances ?? [0, 0];
    area += ((start + end) / 2) * (part.to - part.from);
    largest = Math.max(largest, start, end);
  }
  return [
    {
      from,
      to,
      kind,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(distances === undefined || kind === 'handed-over'
        ? {}
        : { meanFactor: 10 ** (area / (to - from)), maxFactor: 10 ** largest }),
    },
  ];
}
