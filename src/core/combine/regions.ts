import { union } from 'martinez-polygon-clipping';
import type { LogPolygon, LogRing } from '../curve/outlines.ts';
import { pushPoint } from '../curve/outlines.ts';
import { spanAt } from '../curve/piece.ts';
import type { Stretch } from './envelope.ts';
import { splitRuns } from './envelope.ts';

/** A connected excluded region; `openAbove` when it reaches `top`. */
export interface LogRegion extends LogPolygon {
  readonly openAbove: boolean;
}

/**
 * Union rings of everything above the envelope (up to `top`, log10 value) and of the islands, for
 * drawing only: numbers are read from pieces and envelope, never from these polygons.
 */
export function uniteRegions<Owner>(
  envelope: readonly Stretch<Owner>[],
  islands: readonly LogPolygon[],
  top: number,
): LogRegion[] {
  const open = splitRuns(envelope).map((run) => closeAbove(run, top));
  const outside = islands.filter(
    ({ outer }) => !open.some((region) => containsRing(region, outer)),
  );
  const polygons = [...open.map((outer) => ({ outer, holes: [] })), ...outside];
  return groupOverlapping(polygons)
    .flatMap(uniteGroup)
    .map((polygon) => ({
      ...polygon,
      openAbove: polygon.outer.filter(([, y]) => y >= top).length >= 2,
    }));
}

/** The polygons that overlapping ones make together. */
function uniteGroup(group: readonly LogPolygon[]): readonly LogPolygon[] {
  if (group.length < 2) return group;
  const united = uniteAll(group.map(({ outer, holes }) => [[outer, ...holes].map(closeRing)]));
  return united.map(([outer = [], ...holes]) => ({
    outer: outer.slice(0, -1),
    holes: holes.map((hole) => hole.slice(0, -1)),
  }));
}

/** Polygons as the clipper has them: rings whose first point is repeated last, the outer one first. */
type MultiPolygon = [number, number][][][];

/** Halves first: what overlaps is gone before the next union has to look at it. */
function uniteAll(polygons: readonly MultiPolygon[]): MultiPolygon {
  const [only] = polygons;
  if (only === undefined || polygons.length === 1) return only ?? [];
  const half = polygons.length >> 1;
  const united = union(uniteAll(polygons.slice(0, half)), uniteAll(polygons.slice(half)));
  return (united ?? []) as MultiPolygon;
}

const closeRing = (ring: LogRing): [number, number][] =>
  [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]);

/** Polygons whose boxes overlap, directly or through others: only they need the clipper. */
function groupOverlapping(polygons: readonly LogPolygon[]): LogPolygon[][] {
  let groups: { box: Box; polygons: LogPolygon[] }[] = [];
  for (const polygon of polygons) {
    const box = boxOf(polygon.outer);
    const touching = groups.filter((group) => doOverlap(group.box, box));
    groups = groups.filter((group) => !touching.includes(group));
    groups.push({
      box: touching.reduce((sum, group) => joinBoxes(sum, group.box), box),
      polygons: [...touching.flatMap((group) => group.polygons), polygon],
    });
  }
  return groups.map((group) => group.polygons);
}

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

const boxOf = (ring: LogRing): Box =>
  ring.reduce<Box>((box, [x, y]) => joinBoxes(box, { x0: x, x1: x, y0: y, y1: y }), {
    x0: Infinity,
    x1: -Infinity,
    y0: Infinity,
    y1: -Infinity,
  });

const joinBoxes = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  x1: Math.max(a.x1, b.x1),
  y0: Math.min(a.y0, b.y0),
  y1: Math.max(a.y1, b.y1),
});

const doOverlap = (a: Box, b: Box): boolean =>
  a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;

function closeAbove<Owner>(run: readonly Stretch<Owner>[], top: number): [number, number][] {
  const ring: [number, number][] = [];
  for (const { from, to, edge } of run) {
    for (const x of [from, to]) pushPoint(ring, x, Math.min(spanAt(edge, x), top));
  }
  pushPoint(ring, run.at(-1)?.to ?? 0, top);
  pushPoint(ring, run[0]?.from ?? 0, top);
  return ring;
}

/**
 * True when the region's floor lies at or below every edge of the ring: a cheap test that keeps
 * islands inside an open region out of the clipper.
 */
function containsRing(region: LogRing, ring: LogRing): boolean {
  // The last two corners close the region at the top.
  const floor = region.slice(0, -2);
  const [start] = floor[0] ?? [NaN];
  const [end] = floor.at(-1) ?? [NaN];
  return ring.every(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    const [from, to] = [Math.min(x, nextX), Math.max(x, nextX)];
    return from >= start && to <= end && highestBetween(floor, from, to) <= Math.min(y, nextY);
  });
}

/** The highest point of a line, whose x never decreases, between two abscissae on it. */
function highestBetween(line: LogRing, from: number, to: number): number {
  let low = 0;
  let high = line.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((line[middle]?.[0] ?? Infinity) < from) low = middle;
    else high = middle - 1;
  }
  let highest = -Infinity;
  for (let i = low; i + 1 < line.length; i++) {
    const [x0, y0] = line[i] ?? [NaN, NaN];
    const [x1, y1] = line[i + 1] ?? [NaN, NaN];
    if (x0 > to) break;
    if (x1 < from) continue;
    const at = (x: number): number =>
      x1 === x0 ? Math.max(y0, y1) : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    highest = Math.max(highest, at(Math.max(from, x0)), at(Math.min(to, x1)));
  }
  return highest;
}
