import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/core/curve/piece.ts';
import { cutSpan, findCrossing, spanAt } from '../../../src/core/curve/piece.ts';

const span = (x0: number, x1: number, y0: number, y1: number): Span => ({ x0, x1, y0, y1 });

describe('a straight edge', () => {
  it('has at its ends exactly the heights it was given, which arithmetic would miss', () => {
    const edge = span(0.1, 0.7, -1 / 3, 0.1);
    expect(edge.y0 + ((edge.y1 - edge.y0) * (0.7 - 0.1)) / (0.7 - 0.1)).not.toBe(0.1);
    expect(spanAt(edge, 0.1)).toBe(-1 / 3);
    expect(spanAt(edge, 0.7)).toBe(0.1);
  });
  it('is straight in between', () => {
    expect(spanAt(span(1, 3, -4, -8), 1.5)).toBe(-5);
  });
  it('is itself where it is cut at its own ends, and straight between others', () => {
    const edge = span(1, 3, -4, -8);
    expect(cutSpan(edge, 1, 3)).toBe(edge);
    expect(cutSpan(edge, 1, 2)).toEqual(span(1, 2, -4, -6));
    expect(cutSpan(edge, 2, 3)).toEqual(span(2, 3, -6, -8));
  });
});

describe('the crossing of two edges', () => {
  const falling = span(0, 2, 0, -4);
  it('is where their heights agree', () => {
    expect(findCrossing(falling, span(0, 2, -4, 0), 0, 2)).toBe(1);
    expect(findCrossing(falling, span(0, 2, -1, -1), 0, 2)).toBe(0.5);
  });
  it('is looked for between two abscissae only', () => {
    expect(findCrossing(falling, span(0, 2, -1, -1), 0.75, 2)).toBeUndefined();
    expect(findCrossing(falling, span(0, 2, -1, -1), 0.25, 1)).toBe(0.5);
  });
  it('does not exist where they only touch at an end, lie apart or are the same', () => {
    expect(findCrossing(falling, span(0, 2, 0, -1), 0, 2)).toBeUndefined();
    expect(findCrossing(falling, span(0, 2, -5, -4), 0, 2)).toBeUndefined();
    expect(findCrossing(falling, span(0, 2, -5, -6), 0, 2)).toBeUndefined();
    expect(findCrossing(falling, falling, 0, 2)).toBeUndefined();
  });
});
