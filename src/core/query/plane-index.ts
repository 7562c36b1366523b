import type { Piece, Span } from '../curve/piece.ts';
import { groupBy } from '../group-by.ts';

/**
 * The pieces of a plane's limits, arranged for fast look-ups: between two neighbouring breakpoints
 * ("slab") the same pieces are active, each with a straight floor and ceiling.
 */
export interface PlaneIndex {
  /** Breakpoints, increasing [log10 of the plane's mass unit]. */
  readonly stops: Float64Array;
  /** Slab i holds the entries from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** Piece of each entry; six numbers each in `edges`. */
  readonly entries: Uint32Array;
  /** x0, x1, lower0, lower1, upper0, upper1 of every piece. */
  readonly edges: Float64Array;
  /** Limit of every piece, as its place in the list the index was built from. */
  readonly owners: Uint16Array;
  /** Pieces that hold at one mass only, by that mass. */
  readonly exact: ReadonlyMap<number, readonly number[]>;
}

const FIELDS = 6;

/** Arranges the pieces of several limits; `pieces[i]` belongs to limit i. */
export function buildPlaneIndex(pieces: readonly (readonly Piece[])[]): PlaneIndex {
  const all = pieces.flatMap((own, owner) => own.map((piece) => ({ piece, owner })));
  const stops = Float64Array.from(new Set(all.flatMap(({ piece }) => [piece.x0, piece.x1]))).sort();
  const edges = new Float64Array(all.length * FIELDS);
  const owners = new Uint16Array(all.length);
  const counts = new Uint32Array(stops.length + 1);
  const slabs = all.map(({ piece, owner }, i) => {
    const { x0, x1, lower0, lower1, upper0, upper1 } = piece;
    edges.set([x0, x1, lower0, lower1, upper0, upper1], i * FIELDS);
    owners[i] = owner;
    const from = findSlab(stops, x0);
    const to = x0 < x1 ? findSlab(stops, x1) : from;
    for (let slab = from; slab < to; slab++) counts[slab] = (counts[slab] ?? 0) + 1;
    return { from, to };
  });
  const starts = new Uint32Array(stops.length + 1);
  for (let slab = 0; slab < stops.length; slab++) {
    starts[slab + 1] = (starts[slab] ?? 0) + (counts[slab] ?? 0);
  }
  const entries = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (const [i, { from, to }] of slabs.entries()) {
    for (let slab = from; slab < to; slab++) {
      const at = next[slab] ?? 0;
      entries[at] = i;
      next[slab] = at + 1;
    }
  }
  const exact = groupBy(
    [...all.keys()].filter((i) => all[i]?.piece.x0 === all[i]?.piece.x1),
    (i) => all[i]?.piece.x0 ?? NaN,
  );
  return { stops, starts, entries, edges, owners, exact };
}

/** Index of the last stop at or before x; −1 before the first. */
export function findSlab(stops: Float64Array, x: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stops[middle] ?? Infinity) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Called with a limit's place and the floor and ceiling of one of its pieces at x. */
export type VisitPiece = (owner: number, lower: number, upper: number) => void;

/**
 * Visits every piece at x. Excluded sets are closed: exactly on a breakpoint the pieces on both
 * sides count.
 */
export function visitPieces(index: PlaneIndex, x: number, visit: VisitPiece): void {
  const { stops, starts, entries, exact } = index;
  for (const piece of exact.get(x) ?? []) visitPiece(index, piece, x, visit);
  const slab = findSlab(stops, x);
  const first = slab > 0 && stops[slab] === x ? slab - 1 : slab;
  if (first < 0) return;
  const end = starts[slab + 1] ?? 0;
  for (let at = starts[first] ?? 0; at < end; at++) visitPiece(index, entries[at] ?? 0, x, visit);
}

function visitPiece(
  { edges, owners }: PlaneIndex,
  piece: number,
  x: number,
  visit: VisitPiece,
): void {
  const at = piece * FIELDS;
  const x0 = edges[at] ?? 0;
  const x1 = edges[at + 1] ?? 0;
  const lower = heightAt(x, x0, x1, edges[at + 2] ?? 0, edges[at + 3] ?? 0);
  const upper = heightAt(x, x0, x1, edges[at + 4] ?? 0, edges[at + 5] ?? 0);
  visit(owners[piece] ?? 0, lower, upper);
}

/** Visits the straight floors and ceilings of every piece of a slab; open sides have none. */
export function visitEdges(
  { starts, entries, edges }: PlaneIndex,
  slab: number,
  visit: (edge: Span) => void,
): void {
  for (let at = starts[slab] ?? 0; at < (starts[slab + 1] ?? 0); at++) {
    const field = (entries[at] ?? 0) * FIELDS;
    const [x0 = 0, x1 = 0, lower0 = 0, lower1 = 0, upper0 = 0, upper1 = 0] = edges.subarray(
      field,
      field + FIELDS,
    );
    if (lower0 > -Infinity) visit({ x0, x1, y0: lower0, y1: lower1 });
    if (upper0 < Infinity) visit({ x0, x1, y0: upper0, y1: upper1 });
  }
}

/** Height of a straight edge; exact at its ends, and where it is open. */
function heightAt(x: number, x0: number, x1: number, y0: number, y1: number): number {
  if (x === x0 || y0 === y1) return y0;
  if (x === x1) return y1;
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/**
 * Writes the places of the limits that exclude (x, y) to `found`, each once and in the order they
 * are met, and returns how many: the fast path for streams, without an object per point.
 * @param found as long as the list of limits
 */
export function findExcluders(index: PlaneIndex, x: number, y: number, found: Uint16Array): number {
  const { stops, starts, entries, exact } = index;
  let count = 0;
  if (exact.size > 0) {
    for (const piece of exact.get(x) ?? []) count = addExcluder(index, piece, x, y, found, count);
  }
  const slab = findSlab(stops, x);
  const first = slab > 0 && stops[slab] === x ? slab - 1 : slab;
  if (first < 0) return count;
  const end = starts[slab + 1] ?? 0;
  for (let at = starts[first] ?? 0; at < end; at++) {
    count = addExcluder(index, entries[at] ?? 0, x, y, found, count);
  }
  return count;
}

/** Adds a piece's limit to `found` when the piece holds the point and the limit is not there yet. */
function addExcluder(
  { edges, owners }: PlaneIndex,
  piece: number,
  x: number,
  y: number,
  found: Uint16Array,
  count: number,
): number {
  const at = piece * FIELDS;
  const x0 = edges[at] ?? 0;
  const x1 = edges[at + 1] ?? 0;
  if (y < heightAt(x, x0, x1, edges[at + 2] ?? 0, edges[at + 3] ?? 0)) return count;
  if (y > heightAt(x, x0, x1, edges[at + 4] ?? 0, edges[at + 5] ?? 0)) return count;
  const owner = owners[piece] ?? 0;
  for (let k = 0; k < count; k++) if (found[k] === owner) return count;
  found[count] = owner;
  return count + 1;
}
