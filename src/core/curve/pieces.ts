import { onceFor } from '../once-for.ts';
import type { Geometry, Polyline, Strip } from './geometry.ts';
import type { Piece, Span } from './piece.ts';
import { cutSpan, findCrossing, spanAt } from './piece.ts';
import { traceRatioMap } from './ratio-contour.ts';
import { listSpans } from './spans.ts';

/**
 * The excluded set of a geometry as trapezoids, sorted by mass. Tested points and grids have none
 * (they hold at single masses, or need a third number), nor do bands and lines, which exclude nothing.
 */
export function listPieces(geometry: Geometry): readonly Piece[] {
  return piecesOf(geometry);
}

/** A geometry never changes, and every scope, level and year asks again. */
const piecesOf = onceFor(cutIntoPieces);

function cutIntoPieces(geometry: Geometry): Piece[] {
  switch (geometry.kind) {
    case 'one-sided':
      return geometry.segments.flatMap((segment) =>
        listSpans(segment).map((span) => openPiece(span, geometry.side)),
      );
    case 'interval':
      return geometry.strips.flatMap(listStripPieces);
    case 'contour':
      return listRingPieces(geometry.rings);
    case 'ratio-map':
      return listRingPieces(traceRatioMap(geometry.cells));
    case 'points':
    case 'grid':
    case 'band':
    case 'line':
      return [];
  }
}

/**
 * What holds at single masses only, as pieces without width: one-row segments, the ends of vertical
 * steps, tested points, and strips whose edges share one mass. They never enter an envelope.
 */
export function listExactPieces(geometry: Geometry): Piece[] {
  if (geometry.kind === 'one-sided') {
    const { side, segments } = geometry;
    return segments.map(keepStepRows).flatMap((rows) => listAtMasses(rows, side));
  }
  if (geometry.kind === 'interval') return geometry.strips.flatMap(listTouch);
  return geometry.kind === 'points' ? listAtMasses(geometry.points, geometry.side) : [];
}

/** Where one edge of a strip ends just where the other begins. */
function listTouch({ lower, upper }: Strip): Piece[] {
  const from = Math.max(lower.mass[0] ?? NaN, upper.mass[0] ?? NaN);
  const to = Math.min(lower.mass.at(-1) ?? NaN, upper.mass.at(-1) ?? NaN);
  if (from !== to || from <= 0) return [];
  const x = Math.log10(from);
  const floor = Math.log10(lower.value[lower.mass.indexOf(from)] ?? NaN);
  const ceiling = Math.log10(upper.value[upper.mass.indexOf(from)] ?? NaN);
  if (!(floor <= ceiling)) return [];
  return [{ x0: x, x1: x, lower0: floor, lower1: floor, upper0: ceiling, upper1: ceiling }];
}

/** The only row of a segment, or the rows that share their mass with a neighbour. */
function keepStepRows({ mass, value }: Polyline): Polyline {
  const isStep = (i: number): boolean =>
    mass.length === 1 || mass[i] === mass[i - 1] || mass[i] === mass[i + 1];
  return { mass: mass.filter((_, i) => isStep(i)), value: value.filter((_, i) => isStep(i)) };
}

function listAtMasses({ mass, value }: Polyline, side: 'above' | 'below'): Piece[] {
  return Array.from(mass, (m, i) => {
    const [x, y] = [Math.log10(m), Math.log10(value[i] ?? NaN)];
    return openPiece({ x0: x, x1: x, y0: y, y1: y }, side);
  }).filter(({ x0 }) => x0 > -Infinity);
}

function openPiece({ x0, x1, y0, y1 }: Span, side: 'above' | 'below'): Piece {
  return side === 'above'
    ? { x0, x1, lower0: y0, lower1: y1, upper0: Infinity, upper1: Infinity }
    : { x0, x1, lower0: -Infinity, lower1: -Infinity, upper0: y0, upper1: y1 };
}

/** Between floor and ceiling where both exist; cut where they cross. */
function listStripPieces({ lower, upper }: Strip): Piece[] {
  const pieces: Piece[] = [];
  const ceilings = listSpans(upper);
  for (const floor of listSpans(lower)) {
    for (const ceiling of ceilings) {
      const from = Math.max(floor.x0, ceiling.x0);
      const to = Math.min(floor.x1, ceiling.x1);
      if (from < to) pieces.push(...betweenSpans(floor, ceiling, from, to));
    }
  }
  return pieces;
}

function betweenSpans(floor: Span, ceiling: Span, from: number, to: number): Piece[] {
  const crossing = findCrossing(floor, ceiling, from, to);
  const isOpenAt = (x: number): boolean => spanAt(floor, x) <= spanAt(ceiling, x);
  if (crossing === undefined) {
    return isOpenAt(from) && isOpenAt(to) ? [joinSpans(floor, ceiling, from, to)] : [];
  }
  return isOpenAt(from)
    ? [joinSpans(floor, ceiling, from, crossing)]
    : [joinSpans(floor, ceiling, crossing, to)];
}

function joinSpans(floor: Span, ceiling: Span, from: number, to: number): Piece {
  const low = cutSpan(floor, from, to);
  const high = cutSpan(ceiling, from, to);
  return { x0: from, x1: to, lower0: low.y0, lower1: low.y1, upper0: high.y0, upper1: high.y1 };
}

/** Inside the rings by the even-odd rule, so that holes come out as gaps; slab by slab. */
function listRingPieces(rings: readonly Polyline[]): Piece[] {
  const edges = rings.flatMap(listEdges).sort((a, b) => a.x0 - b.x0);
  const stops = [...new Set(edges.flatMap(({ x0, x1 }) => [x0, x1]))].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let active: Span[] = [];
  let next = 0;
  for (const [i, from] of stops.entries()) {
    const to = stops[i + 1];
    if (to === undefined) break;
    active = active.filter((edge) => edge.x1 > from);
    for (let edge = edges[next]; edge !== undefined && edge.x0 <= from; edge = edges[++next]) {
      active.push(edge);
    }
    const middle = (from + to) / 2;
    const ordered = active.toSorted((a, b) => spanAt(a, middle) - spanAt(b, middle));
    for (let k = 0; k + 1 < ordered.length; k += 2) {
      const [floor, ceiling] = [ordered[k], ordered[k + 1]];
      if (floor !== undefined && ceiling !== undefined) {
        pieces.push(joinSpans(floor, ceiling, from, to));
      }
    }
  }
  return pieces;
}

/** Edges of a closed ring from left to right, whichever way the ring winds. */
function listEdges(ring: Polyline): Span[] {
  const edges: Span[] = [];
  for (let i = 1; i < ring.mass.length; i++) {
    const [xa, xb] = [Math.log10(ring.mass[i - 1] ?? NaN), Math.log10(ring.mass[i] ?? NaN)];
    const [ya, yb] = [Math.log10(ring.value[i - 1] ?? NaN), Math.log10(ring.value[i] ?? NaN)];
    if (xa < xb) edges.push({ x0: xa, x1: xb, y0: ya, y1: yb });
    else if (xb < xa) edges.push({ x0: xb, x1: xa, y0: yb, y1: ya });
  }
  return edges;
}
