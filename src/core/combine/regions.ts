import { union } from 'polyclip-ts';
import type { Geom } from 'polyclip-ts';
import type { Piece } from '../curve/piece.ts';
import { spanAt } from '../curve/piece.ts';
import type { Stretch } from './envelope.ts';
import { splitRuns } from './envelope.ts';

/** A ring in (log10 mass, log10 value); not repeated at its end. */
export type LogRing = readonly (readonly [number, number])[];

/** A connected excluded region; `openAbove` when it reaches `top`. */
export interface LogRegion {
  readonly outer: LogRing;
  readonly holes: readonly LogRing[];
  readonly openAbove: boolean;
}

/**
 * Union rings of everything above the envelope (up to `top`, log10 value) and of the islands, for
 * drawing only: numbers are read from pieces and envelope, never from these polygons.
 */
export function uniteRegions<Owner>(
  envelope: readonly Stretch<Owner>[],
  islands: readonly (readonly Piece[])[],
  top: number,
): LogRegion[] {
  const open = splitRuns(envelope).map((run) => closeAbove(run, top));
  const outside = islands
    .flatMap(outlineIslands)
    .filter((ring) => !open.some((region) => containsRing(region, ring)));
  const shapes: Geom[] = [...open, ...outside].map((ring) => [
    [...ring.map(([x, y]): [number, number] => [x, y])],
  ]);
  const [first, ...rest] = shapes;
  if (first === undefined) return [];
  return union(first, ...rest).map(([outer = [], ...holes]) => ({
    outer: stripEnd(outer),
    holes: holes.map(stripEnd),
    openAbove: outer.filter(([, y]) => y >= top).length >= 2,
  }));
}

const stripEnd = (ring: readonly (readonly [number, number])[]): LogRing => ring.slice(0, -1);

function closeAbove<Owner>(run: readonly Stretch<Owner>[], top: number): [number, number][] {
  const ring: [number, number][] = [];
  for (const { from, to, edge } of run) {
    for (const x of [from, to]) pushPoint(ring, x, Math.min(spanAt(edge, x), top));
  }
  pushPoint(ring, run.at(-1)?.to ?? 0, top);
  pushPoint(ring, run[0]?.from ?? 0, top);
  return ring;
}

/** Outlines of pieces that join edge to edge from left to right; a break begins a new outline. */
function outlineIslands(pieces: readonly Piece[]): [number, number][][] {
  const strips: Piece[][] = [];
  for (const piece of pieces) {
    const strip = strips.find((candidate) => {
      const last = candidate.at(-1);
      return last?.x1 === piece.x0 && last.lower1 === piece.lower0 && last.upper1 === piece.upper0;
    });
    if (strip === undefined) strips.push([piece]);
    else strip.push(piece);
  }
  return strips.map((strip) => {
    const ring: [number, number][] = [];
    for (const piece of strip) {
      pushPoint(ring, piece.x0, piece.lower0);
      pushPoint(ring, piece.x1, piece.lower1);
    }
    for (const piece of strip.toReversed()) {
      pushPoint(ring, piece.x1, piece.upper1);
      pushPoint(ring, piece.x0, piece.upper0);
    }
    return ring;
  });
}

function pushPoint(ring: [number, number][], x: number, y: number): void {
  const last = ring.at(-1);
  if (last?.[0] !== x || last[1] !== y) ring.push([x, y]);
}

/** True when the closed-above region's boundary lies at or below every corner of the ring: a cheap test that keeps inner islands out of the clipper. */
function containsRing(region: LogRing, ring: LogRing): boolean {
  const start = region[0]?.[0] ?? NaN;
  const end = region.at(-2)?.[0] ?? NaN;
  const floor = region.slice(0, -2);
  return ring.every(([x, y], i) => {
    if (x < start || x > end) return false;
    const next = ring[(i + 1) % ring.length] ?? [x, y];
    const [from, to] = [Math.min(x, next[0]), Math.max(x, next[0])];
    // Between two corners the floor may poke through: every floor point on the way has to lie below.
    return (
      heightAt(floor, x) <= y &&
      floor.every(([fx, fy]) => fx < from || fx > to || fy <= Math.min(y, next[1]))
    );
  });
}

function heightAt(line: LogRing, x: number): number {
  let height = -Infinity;
  for (let i = 1; i < line.length; i++) {
    const [x0, y0] = line[i - 1] ?? [NaN, NaN];
    const [x1, y1] = line[i] ?? [NaN, NaN];
    if (x < x0 || x > x1) continue;
    height = Math.max(
      height,
      x1 === x0 ? Math.max(y0, y1) : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0),
    );
  }
  return height;
}
