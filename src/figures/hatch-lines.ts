import type { PixelPath } from '../core/figure/axis-scale.ts';

/**
 * Parallel lines at 45 degrees that cover the bounding box of regions, to be cut to them. Their
 * places do not depend on the regions, so that neighbours continue each other.
 * @param spacing distance of the lines [px]
 */
export function listHatchLines(areas: readonly PixelPath[], spacing: number): PixelPath[] {
  const points = areas.flat();
  if (points.length === 0) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const step = spacing * Math.SQRT2;
  const lines: PixelPath[] = [];
  // A line is where x + y is constant.
  for (let n = Math.ceil((left + top) / step); n * step <= right + bottom; n++) {
    const sum = n * step;
    const from = Math.max(left, sum - bottom);
    const to = Math.min(right, sum - top);
    if (to > from)
      lines.push([
        [from, sum - from],
        [to, sum - to],
      ]);
  }
  return lines;
}
