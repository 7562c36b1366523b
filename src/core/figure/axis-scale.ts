import type { FigureAxis, Path } from './figure-spec.ts';

export type AxisFrame = Pick<FigureAxis, 'range' | 'scale'>;

/** A drawn rectangle [px]. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixel coordinates, x to the right and y downwards [px]. */
export type PixelPoint = readonly [x: number, y: number];
export type PixelPath = readonly PixelPoint[];

/**
 * Position of a value along an axis: 0 at its start, 1 at its end, beyond outside. What a
 * logarithmic axis cannot show (zero, a massless particle) lies on its lower edge.
 */
export function toFraction(axis: AxisFrame, value: number): number {
  const [from, to] = axis.range;
  if (axis.scale === 'linear') return (value - from) / (to - from);
  if (!(value > 0)) return 0;
  return Math.log(value / from) / Math.log(to / from);
}

/** The value at a position along an axis; undoes `toFraction` inside the axis. */
export function fromFraction(axis: AxisFrame, fraction: number): number {
  const [from, to] = axis.range;
  if (axis.scale === 'linear') return from + fraction * (to - from);
  return from * (to / from) ** fraction;
}

/** Maps a path from plane units to pixels of a frame of that size. */
export function projectPath(path: Path, x: AxisFrame, y: AxisFrame, size: Size): PixelPath {
  return path.map(([px, py]) => [
    toFraction(x, px) * size.width,
    (1 - toFraction(y, py)) * size.height,
  ]);
}
