import type { AxisFrame } from './axis-scale.ts';
import type { Path, Point } from './figure-spec.ts';

/**
 * The path without the points that cannot be seen through a window: of a run that stays on one side
 * outside it only the ends remain, so that what is drawn inside, lines and even-odd fills alike, is
 * the same. Zoomed in, thousands of points need not be placed to draw a hundred.
 */
export const cropPath = (path: Path, x: AxisFrame, y: AxisFrame): Path =>
  cropAlong(cropAlong(path, 0, x.range), 1, y.range);

function cropAlong(path: Path, axis: 0 | 1, [from, to]: AxisFrame['range']): Path {
  const sideOf = (point: Point | undefined): -1 | 0 | 1 => {
    const value = point?.[axis] ?? NaN;
    return value < from ? -1 : value > to ? 1 : 0;
  };
  const kept = path.filter((point, i) => {
    const side = sideOf(point);
    const isHidden = side !== 0 && i > 0 && i < path.length - 1;
    return !isHidden || sideOf(path[i - 1]) !== side || sideOf(path[i + 1]) !== side;
  });
  return kept.length === path.length ? path : kept;
}
