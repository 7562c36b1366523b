/**
 * A trapezoid in (log10 mass, log10 value): excluded between two straight edges. An open edge is
 * −Infinity below or +Infinity above, at both ends. Verdicts, envelope and frontier all read pieces.
 */
export interface Piece {
  /** Lower and upper end [log10 of the plane's mass unit]. */
  readonly x0: number;
  readonly x1: number;
  /** Floor at both ends [log10 of the plane's canonical unit]. */
  readonly lower0: number;
  readonly lower1: number;
  /** Ceiling at both ends [log10 of the plane's canonical unit]. */
  readonly upper0: number;
  readonly upper1: number;
}

/** A straight edge in (log10 mass, log10 value) with x0 < x1. */
export interface Span {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Height of a span at x; exact at its ends. */
export function spanAt(span: Span, x: number): number {
  if (x === span.x0) return span.y0;
  if (x === span.x1) return span.y1;
  return span.y0 + ((span.y1 - span.y0) * (x - span.x0)) / (span.x1 - span.x0);
}

/** The part of a span between two abscissae inside it. */
export const cutSpan = (span: Span, from: number, to: number): Span =>
  from === span.x0 && to === span.x1
    ? span
    : { x0: from, x1: to, y0: spanAt(span, from), y1: spanAt(span, to) };

/** Abscissa where two spans over the same range cross strictly inside it, or undefined. */
export function findCrossing(a: Span, b: Span, from: number, to: number): number | undefined {
  const start = spanAt(a, from) - spanAt(b, from);
  const end = spanAt(a, to) - spanAt(b, to);
  if (start * end >= 0) return undefined;
  const x = from + ((to - from) * start) / (start - end);
  return x > from && x < to ? x : undefined;
}
