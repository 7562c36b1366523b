import { spanAt } from '../curve/piece.ts';
import type { Chain, Stretch } from './envelope.ts';
import { lowerEnvelope } from './envelope.ts';

/** A mass range where one limit sets the envelope [log10 of the plane's mass unit]. */
export interface FrontierRange<Owner> {
  readonly from: number;
  readonly to: number;
  readonly owner: Owner;
  /** The limit that comes second over most of the range, where there is any. */
  readonly runnerUp?: Owner;
  /** Runner-up over holder, averaged geometrically over the part of the range that has a runner-up. */
  readonly factor?: number;
}

/** Who sets the envelope where, and by how much it beats the next best. */
export function findFrontier<Owner>(
  chains: readonly Chain<Owner>[],
  envelope: readonly Stretch<Owner>[],
): FrontierRange<Owner>[] {
  const ranges: { from: number; to: number; owner: Owner; parts: Stretch<Owner>[] }[] = [];
  for (const stretch of envelope) {
    const last = ranges.at(-1);
    if (last?.owner === stretch.owner && last.to === stretch.from) {
      last.to = stretch.to;
      last.parts.push(stretch);
    } else {
      ranges.push({ from: stretch.from, to: stretch.to, owner: stretch.owner, parts: [stretch] });
    }
  }
  const seconds = new Map<Owner, Stretch<Owner>[]>();
  return ranges.map(({ from, to, owner, parts }) => {
    let others = seconds.get(owner);
    if (others === undefined) {
      others = lowerEnvelope(chains.filter((chain) => chain.owner !== owner));
      seconds.set(owner, others);
    }
    return { from, to, owner, ...findRunnerUp(parts, others) };
  });
}

/** Runner-up and mean factor over the stretches of one range. */
function findRunnerUp<Owner>(
  parts: readonly Stretch<Owner>[],
  others: readonly Stretch<Owner>[],
): { runnerUp?: Owner; factor?: number } {
  const share = new Map<Owner, number>();
  let width = 0;
  let area = 0;
  let k = firstEndingAfter(others, parts[0]?.from ?? 0);
  for (const part of parts) {
    while (k > 0 && (others[k - 1]?.to ?? 0) > part.from) k -= 1;
    for (; k < others.length; k++) {
      const other = others[k];
      if (other === undefined || other.from >= part.to) break;
      const from = Math.max(part.from, other.from);
      const to = Math.min(part.to, other.to);
      if (from >= to) continue;
      const gap = (x: number): number => spanAt(other.edge, x) - spanAt(part.edge, x);
      width += to - from;
      area += ((gap(from) + gap(to)) / 2) * (to - from);
      share.set(other.owner, (share.get(other.owner) ?? 0) + to - from);
    }
  }
  const runnerUp = [...share].reduce<[Owner, number] | undefined>(
    (best, entry) => (best === undefined || entry[1] > best[1] ? entry : best),
    undefined,
  );
  if (runnerUp === undefined) return {};
  return { runnerUp: runnerUp[0], factor: 10 ** (area / width) };
}

/** Index of the first stretch that ends after x, by bisection. */
function firstEndingAfter<Owner>(stretches: readonly Stretch<Owner>[], x: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? Infinity) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
