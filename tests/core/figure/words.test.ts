import { describe, expect, it } from 'vitest';
import type { FigureOutline } from '../../../src/core/figure/figure-spec.ts';
import {
  describeAsOf,
  describeLevel,
  describeLevels,
  describeOrigin,
  describeOutlines,
  describeTitle,
} from '../../../src/core/figure/words.ts';

describe('a confidence level in words', () => {
  it.each([
    [0.9, '90 % CL'],
    [0.95, '95 % CL'],
    // 0.57 × 100 is 56.99999999999999.
    [0.57, '57 % CL'],
    [0.9973, '99.73 % CL'],
    ['not-stated', 'CL not stated'],
    [undefined, 'CL not stated'],
  ] as const)('%s is %s', (level, words) => {
    expect(describeLevel(level)).toBe(words);
  });

  it.each([
    [[], 'CL not stated'],
    [['not-stated'], 'CL not stated'],
    [[0.9], '90 % CL'],
    [[0.9, 0.95], '90 % and 95 % CL'],
    [[0.683, 0.9, 0.95, 'not-stated'], '68.3 %, 90 % and 95 % CL, some not stated'],
  ] as const)('several, %j, are %s', (levels, words) => {
    expect(describeLevels(levels)).toBe(words);
  });
});

it.each([
  ['collaboration', 'ee', ''],
  ['reinterpretation', 'laboratory', 'reinterpretation'],
  ['compilation', 'compilation', 'compilation'],
  ['this-project', 'projection', 'scaled here with luminosity'],
  ['this-project', 'recast', 'recast here'],
  ['this-project', 'own', 'added by the reader'],
] as const)('a curve derived by %s on the layer %s: "%s"', (derivedBy, layer, words) => {
  expect(describeOrigin(derivedBy, layer)).toBe(words);
});

describe('the outlines of combined limits in words', () => {
  const ee: FigureOutline = { scope: 'ee', levels: [0.9], rings: [] };
  const laboratory: FigureOutline = { scope: 'laboratory', levels: [0.9, 0.95], rings: [] };
  const OF_ALL =
    'The combined outlines are of all published limits of the plane, also of those not shown here.';
  const MIXED =
    'The best laboratory limit mixes confidence levels, which are not rescaled: 90 % and 95 % CL.';

  it('are nothing to speak of at one level, with all their limits shown', () => {
    expect(describeOutlines({ outlines: [ee] })).toEqual([]);
  });
  it('say that they are of more than is shown', () => {
    expect(describeOutlines({ outlines: [ee], leavesOut: true })).toEqual([OF_ALL]);
  });
  it('say which levels are mixed', () => {
    expect(describeOutlines({ outlines: [ee, laboratory], leavesOut: true })).toEqual([
      OF_ALL,
      MIXED,
    ]);
  });
  it('say nothing where there are none', () => {
    expect(describeOutlines({ outlines: [], leavesOut: true })).toEqual([]);
  });
});

it('a year stands behind the title where it is not today’s', () => {
  expect(describeAsOf({ asOf: 2015 })).toBe('as of the end of 2015');
  expect(describeTitle({ title: 'Dark photon', asOf: 2015 })).toBe(
    'Dark photon, as of the end of 2015',
  );
  expect(describeTitle({ title: 'Dark photon' })).toBe('Dark photon');
});
