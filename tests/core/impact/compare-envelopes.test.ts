import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerEnvelope } from '../../../src/core/combine/envelope.ts';
import { compareEnvelopes } from '../../../src/core/impact/compare-envelopes.ts';
import type { EnvelopeChange } from '../../../src/core/impact/compare-envelopes.ts';
import type { Polyline } from '../../../src/core/curve/geometry.ts';
import { arbitraryChains, chainOf, envelopeAt, polyline, PROPERTY } from '../../fixtures/curves.ts';

type Named = readonly [owner: string, line: Polyline];

function compare(before: readonly Named[], after: readonly Named[]): EnvelopeChange<string>[] {
  const unite = (lines: readonly Named[]) =>
    lowerEnvelope(lines.map(([owner, line]) => chainOf(owner, line)));
  return compareEnvelopes(unite(before), unite(after), (a, b) => a === b);
}

const flat = (from: number, to: number, value: number): Polyline =>
  polyline([from, value], [to, value]);

describe('comparing two envelopes', () => {
  it('finds nothing between an envelope and itself, whatever its breakpoints', () => {
    const one: Named = ['a', polyline([1, 1e-3], [100, 1e-5])];
    const finer: Named = ['a', polyline([1, 1e-3], [10, 1e-4], [100, 1e-5])];
    expect(compare([one], [one])).toEqual([]);
    expect(compare([one], [finer])).toEqual([]);
    expect(compare([], [])).toEqual([]);
  });

  it('says where a limit became stronger, by whom and by what factor', () => {
    const [change, ...rest] = compare(
      [['old', flat(1, 100, 1e-3)]],
      [
        ['old', flat(1, 100, 1e-3)],
        ['new', polyline([1, 1e-4], [10, 1e-5])],
      ],
    );
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ kind: 'stronger', before: 'old', after: 'new', from: 0, to: 1 });
    expect(change?.meanFactor).toBeCloseTo(10 ** 1.5, 10);
    expect(change?.maxFactor).toBeCloseTo(100, 10);
  });

  it('says where a limit became weaker when it is taken back', () => {
    const changes = compare(
      [
        ['kept', flat(1, 10, 1e-3)],
        ['gone', flat(1, 10, 1e-4)],
      ],
      [['kept', flat(1, 10, 1e-3)]],
    );
    expect(changes).toMatchObject([{ kind: 'weaker', before: 'gone', after: 'kept' }]);
    expect(changes[0]?.meanFactor).toBeCloseTo(10, 10);
  });

  it('splits where the two cross, not where either has a point', () => {
    const changes = compare(
      [['old', polyline([1, 1e-4], [100, 1e-2])]],
      [['new', flat(1, 100, 1e-3)]],
    );
    expect(changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['weaker', 0, 1],
      ['stronger', 1, 2],
    ]);
  });

  it('tells newly covered and lost masses apart from changed ones', () => {
    const changes = compare([['a', flat(1, 10, 1e-3)]], [['a', flat(2, 20, 1e-3)]]);
    expect(changes).toEqual([
      { from: 0, to: Math.log10(2), kind: 'lost', before: 'a' },
      { from: 1, to: Math.log10(20), kind: 'covered', after: 'a' },
    ]);
  });

  it('keeps a gap between two newly covered ranges', () => {
    const changes = compare(
      [],
      [
        ['a', flat(1, 2, 1e-3)],
        ['a', flat(3, 4, 1e-3)],
      ],
    );
    expect(changes.map(({ from, to }) => [10 ** from, Math.round(10 ** to)])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('calls the same value set by another limit a hand-over, without a factor', () => {
    expect(compare([['a', flat(1, 10, 1e-3)]], [['b', flat(1, 10, 1e-3)]])).toEqual([
      { from: 0, to: 1, kind: 'handed-over', before: 'a', after: 'b' },
    ]);
  });

  it('agrees everywhere with the two envelopes evaluated side by side', () => {
    fc.assert(
      fc.property(
        arbitraryChains,
        arbitraryChains,
        fc.double({ min: -2, max: 1, noNaN: true }),
        (a, b, x) => {
          const [before, after] = [lowerEnvelope(a), lowerEnvelope(b)];
          const stops = [...before, ...after].flatMap(({ from, to }) => [from, to]);
          fc.pre(stops.every((stop) => Math.abs(stop - x) > 1e-9));
          const [old, now] = [envelopeAt(before, x), envelopeAt(after, x)];
          const change = compareEnvelopes(before, after, (p, q) => p === q).find(
            ({ from, to }) => from < x && x < to,
          );
          fc.pre(old === now || !(Math.abs(old - now) < 1e-9));
          const expected =
            old === now
              ? [undefined, 'handed-over']
              : old === Infinity
                ? ['covered']
                : now === Infinity
                  ? ['lost']
                  : [now < old ? 'stronger' : 'weaker'];
          expect(expected).toContain(change?.kind);
        },
      ),
      PROPERTY,
    );
  });
});
