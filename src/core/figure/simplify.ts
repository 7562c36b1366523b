import type { PixelPath, PixelPoint } from './axis-scale.ts';

export interface Simplification {
  /** How far a dropped point may lie from the simplified path [px]. */
  readonly tolerancePx: number;
  /** Of the points inside one column of this width only the lowest and highest stay [px]; 0 keeps all. */
  readonly columnPx: number;
}

/**
 * Indices, rising, of the points that draw the same curve at the resolution of a screen. First,
 * last, lowest and highest point always stay; every dropped point lies within
 * `tolerancePx + columnPx` of what remains. Call it per segment: it never sees a gap.
 */
export function simplifyPath(path: PixelPath, { tolerancePx, columnPx }: Simplification): number[] {
  const binned =
    columnPx > 0 && isMonotonic(path) ? keepColumnExtremes(path, columnPx) : [...path.keys()];
  const kept = new Set(keepFarthest(path, binned, tolerancePx));
  for (const index of listExtremes(path)) kept.add(index);
  return [...kept].sort((a, b) => a - b);
}

function isMonotonic(path: PixelPath): boolean {
  return path.every((point, i) => i === 0 || point[0] >= at(path, i - 1)[0]);
}

/** Lowest and highest point of every pixel column, and both ends. */
function keepColumnExtremes(path: PixelPath, columnPx: number): number[] {
  const kept = new Set<number>([0, path.length - 1]);
  let start = 0;
  for (let i = 1; i <= path.length; i++) {
    const sameColumn =
      i < path.length &&
      Math.floor(at(path, i)[0] / columnPx) === Math.floor(at(path, start)[0] / columnPx);
    if (sameColumn) continue;
    let lowest = start;
    let highest = start;
    for (let j = start; j < i; j++) {
      if (at(path, j)[1] < at(path, lowest)[1]) lowest = j;
      if (at(path, j)[1] > at(path, highest)[1]) highest = j;
    }
    kept.add(lowest).add(highest);
    start = i;
  }
  return [...kept].filter((i) => i >= 0).sort((a, b) => a - b);
}

/** Douglas–Peucker on the points of these indices, with a stack: some curves have thousands. */
function keepFarthest(path: PixelPath, indices: readonly number[], tolerance: number): number[] {
  if (indices.length <= 2) return [...indices];
  const kept = new Set<number>();
  const stack: [number, number][] = [[0, indices.length - 1]];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [from, to] = span;
    const start = indices[from] ?? 0;
    const end = indices[to] ?? 0;
    kept.add(start).add(end);
    let farthest = -1;
    let distance = tolerance;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(at(path, indices[i] ?? 0), at(path, start), at(path, end));
      if (d > distance) [farthest, distance] = [i, d];
    }
    if (farthest >= 0) stack.push([from, farthest], [farthest, to]);
  }
  return [...kept];
}

function listExtremes(path: PixelPath): number[] {
  if (path.length === 0) return [];
  const extremes = [0, 0, 0, 0];
  for (const [i, [x, y]] of path.entries()) {
    if (x < at(path, extremes[0] ?? 0)[0]) extremes[0] = i;
    if (x > at(path, extremes[1] ?? 0)[0]) extremes[1] = i;
    if (y < at(path, extremes[2] ?? 0)[1]) extremes[2] = i;
    if (y > at(path, extremes[3] ?? 0)[1]) extremes[3] = i;
  }
  return extremes;
}

/** Distance of a point from a segment, or from its start where it has no length [px]. */
export function distanceToSegment(point: PixelPoint, start: PixelPoint, end: PixelPoint): number {
  const dx = end[0] - start[0];
  const dy = end[1] - start[1];
  const length2 = dx * dx + dy * dy;
  const along =
    length2 === 0 ? 0 : ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length2;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point[0] - start[0] - t * dx, point[1] - start[1] - t * dy);
}

function at(path: PixelPath, index: number): PixelPoint {
  const point = path[index];
  if (point === undefined)
    throw new RangeError(`A path of ${String(path.length)} points has none at ${String(index)}.`);
  return point;
}
