import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerEnvelope } from '../../../src/core/combine/envelope.ts';
import { findFrontier } from '../../../src/core/combine/frontier.ts';
import { arbitraryChains, chainOf, polyline, PROPERTY } from '../../fixtures/curves.ts';

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
