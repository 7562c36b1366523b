import { contours } from 'd3-contour';
import { onceFor } from '../once-for.ts';
import type { RatioMap, Ring } from './geometry.ts';

/**
 * The rings where the ratio is one, bilinear in the logarithms of mass, coupling and ratio. Cells
 * that were not published count as not excluded.
 */
export const traceRatioMap: (map: RatioMap) => readonly Ring[] =
  // A map never changes, and pieces, outlines and figures ask again.
  onceFor(trace);

function trace({ mass, coupling, ratio }: RatioMap): Ring[] {
  const masses = [...new Set(mass)].sort((a, b) => a - b);
  const couplings = [...new Set(coupling)].sort((a, b) => a - b);
  const columnOf = new Map(masses.map((value, i) => [value, i]));
  const rowOf = new Map(couplings.map((value, i) => [value, i]));
  const depth = new Array<number>(masses.length * couplings.length).fill(-Infinity);
  for (let i = 0; i < ratio.length; i++) {
    const column = columnOf.get(mass[i] ?? NaN) ?? 0;
    const row = rowOf.get(coupling[i] ?? NaN) ?? 0;
    depth[row * masses.length + column] = -Math.log10(ratio[i] ?? NaN);
  }
  const logMasses = masses.map(Math.log10);
  const logCouplings = couplings.map(Math.log10);
  const shape = contours().size([masses.length, couplings.length]).thresholds([0]);
  return shape(depth)
    .flatMap(({ coordinates }) => coordinates)
    .flatMap((polygon) =>
      polygon.map((points, i) => ({
        role: i === 0 ? ('outer' as const) : ('hole' as const),
        mass: Float64Array.from(points, ([column = 0]) => 10 ** valueAt(logMasses, column - 0.5)),
        value: Float64Array.from(points, ([, row = 0]) => 10 ** valueAt(logCouplings, row - 0.5)),
      })),
    );
}

/** Value at a fractional index, linear between neighbours, held at the ends. */
function valueAt(values: readonly number[], index: number): number {
  const clamped = Math.min(Math.max(index, 0), values.length - 1);
  const left = Math.floor(clamped);
  const start = values[left] ?? NaN;
  const end = values[left + 1] ?? start;
  return start + (end - start) * (clamped - left);
}
