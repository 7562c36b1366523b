import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerEnvelope, splitRuns } from '../../../src/core/combine/envelope.ts';
import { cutSpan } from '../../../src/core/curve/piece.ts';
import { listSpans } from '../../../src/core/curve/spans.ts';
import {
  arbitraryChains,
  bruteForce,
  chainOf,
  envelopeAt,
  listProbes,
  polyline,
  PROPERTY,
} from '../../fixtures/curves.ts';

describe('the lower envelope', () => {
  it('of nothing is nothing', () => {
    expect(lowerEnvelope([])).toEqual([]);
  });

  it('of two crossing curves changes hands exactly where they cross', () => {
    const falling = chainOf('falling', polyline([1, 1], [100, 1e-4]));
    const rising = chainOf('rising', polyline([1, 1e-4], [100, 1]));
    const envelope = lowerEnvelope([falling, rising]);
    expect(envelope.map(({ owner, from, to }) => ({ owner, from, to }))).toEqual([
      { owner: 'rising', from: 0, to: 1 },
      { owner: 'falling', from: 1, to: 2 },
    ]);
    expect(envelopeAt(envelope, 1)).toBeCloseTo(-2, 14);
  });

  it('keeps the gap between two ranges', () => {
    const line = chainOf('left', polyline([1, 1e-3], [2, 1e-3]));
    const other = chainOf('right', polyline([3, 1e-3], [4, 1e-3]));
    const envelope = lowerEnvelope([line, other]);
    expect(splitRuns(envelope)).toHaveLength(2);
    expect(envelopeAt(envelope, Math.log10(2.5))).toBe(Infinity);
  });

  it('gives a tie to the earlier chain', () => {
    const first = chainOf('first', polyline([1, 1e-3], [10, 1e-4]));
    const second = chainOf('second', polyline([1, 1e-3], [10, 1e-4]));
    expect(lowerEnvelope([first, second]).map(({ owner }) => owner)).toEqual(['first']);
    expect(lowerEnvelope([second, first]).map(({ owner }) => owner)).toEqual(['second']);
  });

  it('keeps a vertical step of one curve', () => {
    const step = chainOf('step', polyline([1, 1e-3], [2, 1e-3], [2, 1e-5], [3, 1e-5]));
    const envelope = lowerEnvelope([step]);
    expect(envelopeAt(envelope, Math.log10(1.999))).toBeCloseTo(-3, 12);
    expect(envelopeAt(envelope, Math.log10(2.001))).toBeCloseTo(-5, 12);
    expect(splitRuns(envelope)).toHaveLength(1);
  });

  it('equals the brute-force minimum at every end, beside it and in between', () => {
    fc.assert(
      fc.property(arbitraryChains, (chains) => {
        const envelope = lowerEnvelope(chains);
        for (const x of listProbes(chains.flatMap(({ edges }) => edges))) {
          const expected = bruteForce(chains, x);
          const found = envelopeAt(envelope, x);
          if (expected === Infinity) expect(found).toBe(Infinity);
          else expect(Math.abs(found - expected)).toBeLessThan(1e-12);
        }
      }),
      PROPERTY,
    );
  });

  it('is never weaker than any of its inputs and covers exactly the masses they cover', () => {
    fc.assert(
      fc.property(arbitraryChains, (chains) => {
        const envelope = lowerEnvelope(chains);
        for (const { edges } of chains) {
          for (const edge of edges) {
            expect(envelopeAt(envelope, edge.x0)).toBeLessThanOrEqual(edge.y0 + 1e-12);
            expect(envelopeAt(envelope, edge.x1)).toBeLessThanOrEqual(edge.y1 + 1e-12);
          }
        }
        for (const { from, to, owner } of envelope) {
          const own = chains.find((chain) => chain.owner === owner)?.edges ?? [];
          expect(own.some((edge) => edge.x0 <= from && to <= edge.x1)).toBe(true);
        }
      }),
      PROPERTY,
    );
  });

  it('does not depend on the order of its inputs', () => {
    fc.assert(
      fc.property(arbitraryChains, fc.infiniteStream(fc.nat()), (chains, keys) => {
        const shuffled = chains
          .map((chain) => ({ chain, key: Number(keys.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ chain }) => chain);
        const one = lowerEnvelope(chains);
        const other = lowerEnvelope(shuffled);
        for (const x of listProbes(chains.flatMap(({ edges }) => edges))) {
          const [a, b] = [envelopeAt(one, x), envelopeAt(other, x)];
          if (a === Infinity) expect(b).toBe(Infinity);
          else expect(Math.abs(a - b)).toBeLessThan(1e-12);
        }
      }),
      PROPERTY,
    );
  });

  it('of an envelope and its inputs is the envelope itself', () => {
    fc.assert(
      fc.property(arbitraryChains, (chains) => {
        const envelope = lowerEnvelope(chains);
        const edges = envelope.map(({ from, to, edge }) => cutSpan(edge, from, to));
        const again = lowerEnvelope([{ owner: 'envelope', edges }, ...chains]);
        for (const x of listProbes(edges)) {
          const [a, b] = [envelopeAt(envelope, x), envelopeAt(again, x)];
          if (a === Infinity) expect(b).toBe(Infinity);
          else expect(Math.abs(a - b)).toBeLessThan(1e-12);
        }
      }),
      PROPERTY,
    );
  });

  it('commutes with a change of units', () => {
    fc.assert(
      fc.property(
        arbitraryChains,
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        (chains, factor) => {
          const shift = Math.log10(factor);
          const moved = chains.map(({ owner, edges }) => ({
            owner,
            edges: edges.map(({ x0, x1, y0, y1 }) => ({ x0, x1, y0: y0 + shift, y1: y1 + shift })),
          }));
          const one = lowerEnvelope(chains);
          const other = lowerEnvelope(moved);
          for (const x of listProbes(chains.flatMap(({ edges }) => edges))) {
            const [a, b] = [envelopeAt(one, x), envelopeAt(other, x)];
            if (a === Infinity) expect(b).toBe(Infinity);
            else expect(Math.abs(a + shift - b)).toBeLessThan(1e-10);
          }
        },
      ),
      PROPERTY,
    );
  });
});

describe('the spans of a curve', () => {
  it('leave out vertical steps and rows at mass zero', () => {
    const spans = listSpans(polyline([0, 1e-3], [1, 1e-3], [10, 1e-4], [10, 1e-5], [100, 1e-5]));
    expect(spans).toEqual([
      { x0: 0, x1: 1, y0: -3, y1: -4 },
      { x0: 1, x1: 2, y0: -5, y1: -5 },
    ]);
  });
});
