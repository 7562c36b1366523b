import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { Polyline } from './geometry.ts';
import { clipMass } from './clip-mass.ts';
import { placeLimit } from './plane-limit.ts';

/** A value of a curve and which way the excluded couplings lie. */
export interface CurveValue {
  /** [canonical unit of the plane's y] */
  readonly value: number;
  readonly side: 'above' | 'below';
}

/** Narrow enough to be one mass, wide enough to hold it. */
const WIDTH = 1e-12;

/**
 * Values of a line at a mass, interpolated log–log: those of both ends at a step, none outside.
 * @param mass [unit of the line's masses]
 */
export const readLineAt = (line: Polyline, mass: number): readonly number[] => [
  ...clipMass(line, [mass, mass * (1 + WIDTH)]).value,
];

/**
 * The value of a one-sided limit at a mass, interpolated log–log, the stronger one at a step; undefined
 * for other shapes and outside the curve.
 * @param mass [canonical unit of the plane's x]
 */
export function readValueAt(
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
  mass: number,
): CurveValue | undefined {
  const geometry = placeLimit(limit, plane, catalogue);
  if (geometry?.kind !== 'one-sided') return undefined;
  const values = geometry.segments.flatMap((line) => readLineAt(line, mass));
  if (values.length === 0) return undefined;
  const { side } = geometry;
  return { value: side === 'above' ? Math.min(...values) : Math.max(...values), side };
}
