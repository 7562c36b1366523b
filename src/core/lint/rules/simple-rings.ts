import { numberColumn } from '../../formats/limit-table.ts';
import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const simpleRings: LoneLimitRule = {
  name: 'simple-rings',
  description: 'A ring does not cross itself: otherwise inside and outside are not defined.',
  scope: 'limit-alone',
  *check(limit) {
    if (limit.shape !== 'contour') return;
    const mass = numberColumn(limit.table, 'mass');
    const value = numberColumn(limit.table, 'value');
    // Orientation is invariant under increasing maps of each axis only for straight edges in that
    // map's space; edges are straight in log–log, so that is where crossings are looked for.
    const x = limit.mass.scale === 'log10' ? mass : mass.map(Math.log10);
    const y = limit.value.scale === 'log10' ? value : value.map(Math.log10);
    for (const { name, from, to } of listParts(limit)) {
      const crossing = findCrossing(x.subarray(from, to), y.subarray(from, to));
      if (crossing === undefined) continue;
      const [first, second] = crossing;
      yield {
        ...atRow(limit, from + second),
        found: `${name} crosses itself: the edge after line ${String(from + first + 2)} meets the edge after line ${String(from + second + 2)}`,
        expected: 'a ring that does not cross itself',
        fix: 'check the order of the points; two regions in one file are two rings',
      };
    }
  },
};

/** Indices of the first points of two edges of a closed ring that properly cross, if any do. */
export function findCrossing(x: Float64Array, y: Float64Array): [number, number] | undefined {
  const edges = x.length - 1;
  const order = Array.from({ length: edges }, (_, i) => i).sort((a, b) => low(x, a) - low(x, b));
  let active: number[] = [];
  for (const edge of order) {
    const start = low(x, edge);
    active = active.filter((other) => high(x, other) >= start);
    for (const other of active) {
      if (low(y, other) > high(y, edge) || high(y, other) < low(y, edge)) continue;
      if (doCross(x, y, edge, other)) return edge < other ? [edge, other] : [other, edge];
    }
    active.push(edge);
  }
  return undefined;
}

const low = (axis: Float64Array, i: number): number => Math.min(axis[i] ?? NaN, axis[i + 1] ?? NaN);
const high = (axis: Float64Array, i: number): number =>
  Math.max(axis[i] ?? NaN, axis[i + 1] ?? NaN);

/** True when the edges cross at a point inside both; touching ends and overlaps do not count. */
function doCross(x: Float64Array, y: Float64Array, a: number, b: number): boolean {
  const side = (i: number, j: number, k: number): number =>
    Math.sign(
      ((x[j] ?? 0) - (x[i] ?? 0)) * ((y[k] ?? 0) - (y[i] ?? 0)) -
        ((y[j] ?? 0) - (y[i] ?? 0)) * ((x[k] ?? 0) - (x[i] ?? 0)),
    );
  return (
    side(a, a + 1, b) * side(a, a + 1, b + 1) < 0 && side(b, b + 1, a) * side(b, b + 1, a + 1) < 0
  );
}
