import type { Geometry, Ring } from './geometry.ts';
import type { Piece } from './piece.ts';
import { listPieces } from './pieces.ts';
import { traceRatioMap } from './ratio-contour.ts';

/** A ring in (log10 mass, log10 value); its first point is not repeated at its end. */
export type LogRing = readonly (readonly [number, number])[];

/** An outer ring and its holes. */
export interface LogPolygon {
  readonly outer: LogRing;
  readonly holes: readonly LogRing[];
}

/** The closed regions a limit excludes, for drawing; none for limits that are open above or below. */
export function listOutlines(geometry: Geometry): LogPolygon[] {
  switch (geometry.kind) {
    case 'interval':
      return outlinePieces(listPieces(geometry)).map((outer) => ({ outer, holes: [] }));
    case 'contour':
      return nestRings(geometry.rings);
    case 'ratio-map':
      return nestRings(traceRatioMap(geometry.cells));
    case 'one-sided':
    case 'points':
    case 'grid':
    case 'band':
    case 'line':
      return [];
  }
}

/** Outlines of pieces that join edge to edge from left to right; a break begins a new outline. */
function outlinePieces(pieces: readonly Piece[]): LogRing[] {
  const strips: Piece[][] = [];
  for (const piece of pieces) {
    const strip = strips.find((candidate) => candidate.at(-1)?.x1 === piece.x0);
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

/** Adds a point unless it repeats the last. */
export function pushPoint(ring: [number, number][], x: number, y: number): void {
  const last = ring.at(-1);
  if (last?.[0] !== x || last[1] !== y) ring.push([x, y]);
}

/** Each outer ring with the holes that lie in it. */
function nestRings(rings: readonly Ring[]): LogPolygon[] {
  const drawn = rings.map((ring) => ({ role: ring.role, points: toLogRing(ring) }));
  const holes = drawn.filter(({ role }) => role === 'hole').map(({ points }) => points);
  return drawn
    .filter(({ role }) => role === 'outer')
    .map(({ points: outer }) => ({
      outer,
      holes: holes.filter(([first]) => first !== undefined && isInside(first, outer)),
    }));
}

function toLogRing({ mass, value }: Ring): LogRing {
  const points: [number, number][] = [];
  for (let i = 0; i + 1 < mass.length; i++) {
    pushPoint(points, Math.log10(mass[i] ?? NaN), Math.log10(value[i] ?? NaN));
  }
  return points;
}

/** Even-odd rule. */
export function isInside([x, y]: readonly [number, number], ring: LogRing): boolean {
  let isOdd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] ?? [NaN, NaN];
    const [xj, yj] = ring[j] ?? [NaN, NaN];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isOdd = !isOdd;
  }
  return isOdd;
}
