import type { Limit } from '../catalogue.ts';
import { spanAt } from '../curve/piece.ts';
import type { Combination } from './combine.ts';

/** The combined limit at a mass, and the limit that sets it there. */
export interface EnvelopeValue {
  /** Everything above it is excluded [canonical unit of the plane's y]. */
  readonly value: number;
  /** The published limit it was read from: cite its paper. */
  readonly limit: Limit;
}

/**
 * The combined limit at a mass: the smallest excluded value of the limits that exclude everything above them, the
 * stronger one at a step; undefined in a gap, beyond the masses that limits reach, and for no mass at all. Islands
 * with a floor and a ceiling are no part of an envelope: `judgePoint` knows them.
 * @param mass [canonical unit of the plane's x]
 */
export function readEnvelopeAt(combination: Combination, mass: number): EnvelopeValue | undefined {
  if (!(mass > 0 && mass < Infinity)) return undefined;
  const x = Math.log10(mass);
  let best: { readonly y: number; readonly limit: Limit } | undefined;
  for (const { from, to, edge, owner } of combination.envelope) {
    if (from > x) break;
    if (to < x) continue;
    const y = spanAt(edge, x);
    if (best === undefined || y < best.y) best = { y, limit: owner };
  }
  return best && { value: 10 ** best.y, limit: best.limit };
}
