import { describe, expect, it } from 'vitest';
import { compareOwnCurve, describeOwnCurve } from '../../../src/core/figure/describe-own-curve.ts';
import type { Geometry } from '../../../src/core/curve/geometry.ts';
import type { UpperLimitRange } from '../../../src/core/query/judge-curve.ts';
import { makeJudge } from '../../../src/core/query/verdict.ts';
import { polyline } from '../../fixtures/curves.ts';

const range = (
  from: number,
  to: number,
  state: UpperLimitRange['state'],
  ...by: string[]
): UpperLimitRange => ({
  plane: 'dark-photon-visible',
  from,
  to,
  state,
  by,
  hasGapAbove: false,
});

describe('a comparison of a reader’s upper limit', () => {
  it('says where it improves, where it adds nothing and where nothing was known', () => {
    const { sentence, rows } = describeOwnCurve([
      range(0.012, 0.04, 'allowed'),
      range(0.04, 1.2, 'excluded', 'babar', 'kloe'),
      range(1.2, 3, 'allowed'),
      range(3, 3.2, 'gap'),
    ]);
    expect(sentence).toBe(
      'The curve improves on the combined laboratory limit from 12 to 40 MeV and from 1.2 to 3 GeV; ' +
        'it reaches masses between those of published limits from 3 to 3.2 GeV; ' +
        'it adds nothing to what is already excluded from 40 MeV to 1.2 GeV.',
    );
    expect(rows.map(({ masses, by }) => [masses, by])).toEqual([
      ['12 to 40 MeV', []],
      ['40 MeV to 1.2 GeV', ['babar', 'kloe']],
      ['1.2 to 3 GeV', []],
      ['3 to 3.2 GeV', []],
    ]);
  });
  it('joins stretches that touch, and names three', () => {
    const pairs = [0, 1, 2, 3, 4].map((i) => range(10 ** i, 2 * 10 ** i, 'allowed'));
    expect(describeOwnCurve(pairs).sentence).toContain(
      'from 1 to 2 GeV, from 10 to 20 GeV, from 100 to 200 GeV and in 2 more stretches.',
    );
    const joined = describeOwnCurve([range(1, 2, 'excluded', 'b'), range(2, 3, 'excluded', 'a')]);
    expect(joined.rows.map(({ masses, by }) => [masses, by])).toEqual([['1 to 3 GeV', ['a', 'b']]]);
  });
  it('suits the unit to the mass, and leaves other units alone', () => {
    const write = (from: number, to: number, unit?: string) =>
      describeOwnCurve([range(from, to, 'allowed')], unit === undefined ? {} : { unit }).rows[0]
        ?.masses;
    expect(write(2e-6, 5e-5)).toBe('2 to 50 keV');
    expect(write(1500, 3000)).toBe('1.5 to 3 TeV');
    expect(write(0.5, 0.9999999)).toBe('500 MeV to 1 GeV');
    expect(write(1, 2, 'ps')).toBe('1 to 2 ps');
  });
  it('does not call nothing what closes a gap above an island', () => {
    const island = { ...range(0.08, 0.1, 'excluded', 'dump'), hasGapAbove: true };
    const { sentence, rows } = describeOwnCurve([
      island,
      { ...island, from: 0.1, to: 0.12, by: ['other-dump'] },
      range(0.12, 0.15, 'excluded', 'babar'),
    ]);
    expect(sentence).toBe(
      'The curve starts inside an excluded island and closes a gap above it from 80 to 120 MeV; ' +
        'it adds nothing to what is already excluded from 120 to 150 MeV.',
    );
    expect(rows.map(({ outcome, by }) => [outcome, by])).toEqual([
      ['closes-gap', ['dump', 'other-dump']],
      ['adds-nothing', ['babar']],
    ]);
  });
  it('takes another name of the combination', () => {
    const { sentence } = describeOwnCurve([range(1, 2, 'allowed')], { limit: 'the e⁺e⁻ limits' });
    expect(sentence).toBe('The curve improves on the e⁺e⁻ limits from 1 to 2 GeV.');
  });
  it('says so where there is nothing to compare', () => {
    expect(describeOwnCurve([])).toEqual({
      sentence: 'The curve has no stretch that could be compared.',
      rows: [],
    });
  });
});

describe('a reader’s curve against a combination', () => {
  const island: Geometry = {
    kind: 'interval',
    strips: [
      { lower: polyline([1, 1e-7], [100, 1e-7]), upper: polyline([1, 1e-5], [100, 1e-5]) },
      // A mixing up to one: above it there is nothing to exclude.
      { lower: polyline([10, 1e-5], [100, 1e-5]), upper: polyline([10, 1], [100, 1]) },
    ],
  };
  const judge = makeJudge({
    plane: 'p',
    limits: [
      {
        id: 'dump',
        reference: 'none-known',
        cl: 0.9,
        derivedBy: 'collaboration',
        geometry: island,
      },
    ],
  });

  it('reads the same in rising and falling mass', () => {
    const rising = [
      [1, 1e-6],
      [100, 1e-6],
    ] as const;
    const { sentence } = compareOwnCurve(judge, [rising], { top: 1 });
    expect(sentence).toBe(
      'The curve starts inside an excluded island and closes a gap above it from 1 to 10 GeV; ' +
        'it adds nothing to what is already excluded from 10 to 100 GeV.',
    );
    expect(compareOwnCurve(judge, [rising.toReversed()], { top: 1 }).sentence).toBe(sentence);
  });
  it('goes up for ever where the plane has no end', () => {
    const path = [
      [20, 1e-6],
      [50, 1e-6],
    ] as const;
    expect(compareOwnCurve(judge, [path]).rows.map(({ outcome }) => outcome)).toEqual([
      'closes-gap',
    ]);
  });
});
