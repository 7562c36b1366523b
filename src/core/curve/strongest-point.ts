import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { Polyline } from './geometry.ts';
import { placeLimit } from './plane-limit.ts';

/** Where a result reaches furthest, in the quantities of a plane. */
export interface StrongestPoint {
  /** [canonical unit of the plane's x] */
  readonly mass: number;
  /** [canonical unit of the plane's y] */
  readonly value: number;
  /** The third quantity of a grid at that point [its canonical unit]. */
  readonly parameter?: number;
  /** Which way the excluded couplings lie. */
  readonly side: 'above' | 'below';
}

/**
 * The strongest published value of a limit on a plane: the lowest one of what excludes above, the
 * highest of what excludes below, the lowest point of a closed region. Bands and lines exclude nothing,
 * and a ratio map has no values of its own: undefined, as where the limit does not stand on the plane.
 */
export function findStrongestPoint(
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
): StrongestPoint | undefined {
  const geometry = placeLimit(limit, plane, catalogue);
  switch (geometry?.kind) {
    case 'one-sided':
      return pick(geometry.segments, geometry.side);
    case 'points':
      return pick([geometry.points], geometry.side);
    case 'contour':
      return pick(
        geometry.rings.filter(({ role }) => role === 'outer'),
        'above',
      );
    case 'interval':
      return pick(
        geometry.strips.map(({ lower }) => lower),
        'above',
      );
    case 'grid':
      return pick(geometry.slices, 'above');
    case 'band':
    case 'line':
    case 'ratio-map':
    case undefined:
      return undefined;
  }
}

function pick(
  lines: readonly (Polyline & { readonly parameter?: number })[],
  side: 'above' | 'below',
): StrongestPoint | undefined {
  let best: StrongestPoint | undefined;
  for (const { mass, value, parameter } of lines) {
    for (const [i, y] of value.entries()) {
      if (best !== undefined && (side === 'above' ? y >= best.value : y <= best.value)) continue;
      best = {
        mass: mass[i] ?? Number.NaN,
        value: y,
        side,
        ...(parameter === undefined ? {} : { parameter }),
      };
    }
  }
  return best;
}
