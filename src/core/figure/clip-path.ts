import type { PixelPath, PixelPoint } from './axis-scale.ts';

/** A rectangle [px]. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The parts of an open path inside a box, cut at its border. */
export function clipLine(path: PixelPath, box: Box): PixelPath[] {
  const parts: PixelPoint[][] = [];
  let part: PixelPoint[] = [];
  for (let i = 1; i < path.length; i++) {
    const start = path[i - 1];
    const end = path[i];
    if (start === undefined || end === undefined) continue;
    const inside = clipSegment(start, end, box);
    if (inside === undefined) continue;
    const [from, to] = inside;
    const last = part.at(-1);
    if (last?.[0] !== from[0] || last[1] !== from[1]) {
      if (part.length > 1) parts.push(part);
      part = [from];
    }
    part.push(to);
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** Liang–Barsky: the part of a segment inside the box, if any. */
function clipSegment(a: PixelPoint, b: PixelPoint, box: Box): [PixelPoint, PixelPoint] | undefined {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  let t0 = 0;
  let t1 = 1;
  const sides: [number, number][] = [
    [-dx, a[0] - box.left],
    [dx, box.right - a[0]],
    [-dy, a[1] - box.top],
    [dy, box.bottom - a[1]],
  ];
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q < 0) return undefined;
      continue;
    }
    const t = q / p;
    if (p < 0) t0 = Math.max(t0, t);
    else t1 = Math.min(t1, t);
    if (t0 > t1) return undefined;
  }
  const at = (t: number): PixelPoint => [a[0] + t * dx, a[1] + t * dy];
  return [t0 === 0 ? a : at(t0), t1 === 1 ? b : at(t1)];
}

/** Sutherland–Hodgman: a closed ring cut to a box; empty where nothing is left. */
export function clipRing(ring: PixelPath, box: Box): PixelPath {
  const sides: { inside: (p: PixelPoint) => boolean; axis: 0 | 1; value: number }[] = [
    { inside: (p) => p[0] >= box.left, axis: 0, value: box.left },
    { inside: (p) => p[0] <= box.right, axis: 0, value: box.right },
    { inside: (p) => p[1] >= box.top, axis: 1, value: box.top },
    { inside: (p) => p[1] <= box.bottom, axis: 1, value: box.bottom },
  ];
  let current: readonly PixelPoint[] = ring;
  for (const { inside, axis, value } of sides) {
    const next: PixelPoint[] = [];
    for (const [i, point] of current.entries()) {
      const previous = current[(i + current.length - 1) % current.length] ?? point;
      if (inside(point) !== inside(previous)) next.push(cross(previous, point, axis, value));
      if (inside(point)) next.push(point);
    }
    current = next;
  }
  return current;
}

function cross(a: PixelPoint, b: PixelPoint, axis: 0 | 1, value: number): PixelPoint {
  const t = (value - a[axis]) / (b[axis] - a[axis]);
  return axis === 0 ? [value, a[1] + t * (b[1] - a[1])] : [a[0] + t * (b[0] - a[0]), value];
}
