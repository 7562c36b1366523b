import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerEnvelope } from '../../../src/core/combine/envelope.ts';
import { findFrontier } from '../../../src/core/combine/frontier.ts';
import { findCrossing } from '../../../src/core/curve/piece.ts';
import { listSpans } from '../../../src/core/curve/spans.ts';
import { arbitraryChains, bruteForce, chainOf, polyline, PROPERTY } from '../../fixtures/curves.ts';

describe('the frontier', () => {
  it('names the holder, the runner-up and by how much it is beaten', () => {
    const strong = chainOf('strong', polyline([1, 1e-4], [100, 1e-4]));
    const weak = chainOf('weak', polyline([1, 3e-4], [100, 3e-4]));
    const chains = [strong, weak];
    const [range, ...others] = findFrontier(chains, lowerEnvelope(chains));
    expect(others).toEqual([]);
    expect(range).toMatchObject({ from: 0, to: 2, owner: 'strong', runnerUp: 'weak' });
    expect(range?.factor).toBeCloseTo(3, 12);
  });

  it('averages the factor geometrically over log mass', () => {
    const strong = chainOf('strong', polyline([1, 1e-4], [100, 1e-4]));
    const weak = chainOf('weak', polyline([1, 1e-4], [100, 1e-2]));
    const chains = [strong, weak];
    const [range] = findFrontier(chains, lowerEnvelope(chains));
    expect(range?.factor).toBeCloseTo(10, 12);
  });

  it('has no runner-up where a limit stands alone', () => {
    const chains = [chainOf('alone', polyline([1, 1e-4], [100, 1e-4]))];
    const [range] = findFrontier(chains, lowerEnvelope(chains));
    expect(range).toEqual({ from: 0, to: 2, owner: 'alone' });
  });

  it('joins the segments of one limit that touch, and tells those apart that do not', () => {
    const limit = {
      owner: 'a',
      edges: listSpans(polyline([1, 1e-3], [10, 1e-4], [100, 1e-4])),
    };
    const next = { owner: 'a', edges: listSpans(polyline([1e3, 1e-3], [1e4, 1e-3])) };
    const chains = [limit, next];
    expect(findFrontier(chains, lowerEnvelope(chains))).toEqual([
      { from: 0, to: 2, owner: 'a' },
      { from: 3, to: 4, owner: 'a' },
    ]);
  });

  it('has as runner-up the limit that is next over most of the range, by the mean over what has one', () => {
    const strong = chainOf('strong', polyline([1, 1e-5], [1e3, 1e-5], [1e6, 1e-5]));
    const short = chainOf('short', polyline([10, 1e-4], [100, 1e-4]));
    const long = chainOf('long', polyline([100, 1e-3], [1e4, 1e-3]));
    for (const others of [
      [short, long],
      [long, short],
    ]) {
      const chains = [strong, ...others];
      const [range, ...rest] = findFrontier(chains, lowerEnvelope(chains));
      expect(rest).toEqual([]);
      expect(range).toMatchObject({ from: 0, to: 6, owner: 'strong', runnerUp: 'long' });
      // One decade at a factor of 10, two at a factor of 100.
      expect(range?.factor).toBeCloseTo(10 ** ((1 + 2 * 2) / 3), 9);
    }
  });

  it('adds up the stretches of a runner-up that is interrupted, and leaves the earlier one of equals', () => {
    const strong = chainOf('strong', polyline([1, 1e-5], [1e5, 1e-5]));
    const parts = [
      chainOf('parts', polyline([1, 1e-4], [10, 1e-4])),
      chainOf('parts', polyline([1e4, 1e-4], [1e5, 1e-4])),
    ];
    const middle = chainOf('middle', polyline([100, 1e-3], [10 ** 3.5, 1e-3]));
    const chains = [strong, ...parts, middle];
    expect(findFrontier(chains, lowerEnvelope(chains))[0]?.runnerUp).toBe('parts');
    const equals = [
      strong,
      chainOf('first', polyline([1, 1e-4], [10, 1e-4])),
      chainOf('second', polyline([100, 1e-3], [1e3, 1e-3])),
    ];
    expect(findFrontier(equals, lowerEnvelope(equals))[0]?.runnerUp).toBe('first');
  });

  it('counts for a range only what lies beside it, at either end of it and wherever it comes back', () => {
    // The holder leads twice; in between another does, and the third limit is next everywhere.
    const holder = chainOf(
      'holder',
      polyline([1, 1e-5], [10, 1e-5], [10, 1e-1], [100, 1e-1], [100, 1e-5], [1e3, 1e-5]),
    );
    const middle = chainOf('middle', polyline([10, 1e-4], [100, 1e-4]));
    const third = chainOf('third', polyline([1e-2, 1e-3], [1, 1e-3], [1e3, 1e-3], [1e5, 1e-3]));
    const chains = [holder, middle, third];
    const frontier = findFrontier(chains, lowerEnvelope(chains));
    expect(frontier.map(({ owner, runnerUp }) => [owner, runnerUp])).toEqual([
      ['third', undefined],
      ['holder', 'third'],
      ['middle', 'third'],
      ['holder', 'third'],
      ['third', undefined],
    ]);
    const factors = frontier.map(({ factor }) => factor);
    for (const [i, expected] of [100, 10, 100].entries())
      expect(factors[i + 1]).toBeCloseTo(expected, 9);
  });

  it('agrees about the runner-up and its factor with a look at every limit, stretch by stretch', () => {
    fc.assert(
      fc.property(
        arbitraryChains.map((chains) => chains.slice(0, 4)),
        (chains) => {
          const edges = chains.flatMap((chain) => chain.edges);
          const crossings = edges.flatMap((a, i) =>
            edges.slice(i + 1).flatMap((b) => {
              const [from, to] = [Math.max(a.x0, b.x0), Math.min(a.x1, b.x1)];
              const x = from < to ? findCrossing(a, b, from, to) : undefined;
              return x === undefined ? [] : [x];
            }),
          );
          const marks = [...edges.flatMap(({ x0, x1 }) => [x0, x1]), ...crossings];
          for (const range of findFrontier(chains, lowerEnvelope(chains))) {
            const others = chains.filter(({ owner }) => owner !== range.owner);
            const own = chains.filter(({ owner }) => owner === range.owner);
            const stops = [range.from, range.to, ...marks]
              .filter((x) => x >= range.from && x <= range.to)
              .sort((a, b) => a - b);
            let [width, area] = [0, 0];
            for (const [i, to] of stops.slice(1).entries()) {
              const from = stops[i] ?? to;
              // Straight between two stops, so that the mean is the value in the middle.
              const middle = (from + to) / 2;
              const gap = bruteForce(others, middle) - bruteForce(own, middle);
              if (gap === Infinity) continue;
              width += to - from;
              area += gap * (to - from);
            }
            if (width === 0) expect(range.runnerUp).toBeUndefined();
            else expect(Math.log10(range.factor ?? NaN)).toBeCloseTo(area / width, 6);
          }
        },
      ),
      { ...PROPERTY, numRuns: 40 },
    );
  });

  it('covers the envelope without overlaps, never names the holder as runner-up, and no factor is below one', () => {
    fc.assert(
      fc.property(arbitraryChains, (chains) => {
        const envelope = lowerEnvelope(chains);
        const frontier = findFrontier(chains, envelope);
        const width = (ranges: readonly { from: number; to: number }[]): number =>
          ranges.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(width(frontier)).toBeCloseTo(width(envelope), 10);
        for (const [i, range] of frontier.entries()) {
          expect(range.from).toBeLessThan(range.to);
          expect(range.from).toBeGreaterThanOrEqual(frontier[i - 1]?.to ?? -Infinity);
          expect(range.runnerUp).not.toBe(range.owner);
          expect(range.factor ?? 1).toBeGreaterThanOrEqual(1 - 1e-9);
        }
      }),
      PROPERTY,
    );
  });
});
