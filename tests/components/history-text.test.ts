import { describe, expect, it } from 'vitest';
import {
  describeConfidence,
  describeImprovement,
  describeWeakening,
  formatDate,
  formatRanges,
} from '../../src/components/history-text.ts';
import { makeLimit } from '../fixtures/make-catalogue.ts';

describe('the words of a timeline', () => {
  it('write a month out and leave a year alone', () => {
    expect(formatDate('2014-06')).toBe('June 2014');
    expect(formatDate('1987')).toBe('1987');
  });

  it('give two ranges in full and more of them as their extent', () => {
    const ranges = [1, 3, 5].map((from) => ({ from, to: from + 1 }));
    expect(formatRanges(ranges.slice(0, 2))).toBe('1–2 GeV and 3–4 GeV');
    expect(formatRanges(ranges)).toBe('3 ranges between 1 GeV and 6 GeV');
    expect(formatRanges([{ from: 1, to: 1.0001 }])).toBe('near 1 GeV');
    expect(formatRanges([])).toBe('');
  });

  it('say what a limit improved, opened and excluded as an island', () => {
    const limit = makeLimit();
    expect(
      describeImprovement({
        limit,
        improved: { ranges: [{ from: 1, to: 2 }], factor: 3.14, maximum: 10 },
        opened: { ranges: [{ from: 2, to: 20 }], decades: 1 },
        islands: [{ from: 0.1, to: 0.2 }],
      }),
    ).toEqual([
      'stronger by a factor of 3.1 on average, at most 10, 1–2 GeV',
      'first one-sided limit, 2–20 GeV (1 decade in mass)',
      'excludes an island, 100–200 MeV',
    ]);
  });

  it('give one factor where mean and largest agree', () => {
    expect(describeWeakening({ ranges: [{ from: 1, to: 2 }], factor: 2, maximum: 2 })).toBe(
      'The combined limit became weaker by a factor of 2, 1–2 GeV.',
    );
  });

  it('state the confidence levels along a frontier', () => {
    const ranges = [{ from: 1, to: 2 }];
    expect(describeConfidence([{ confidence: 0.9, ranges, share: 1 }])).toEqual([
      '90 % CL throughout',
    ]);
    expect(
      describeConfidence([
        { confidence: 0.95, ranges, share: 0.995 },
        { confidence: 'not-stated', ranges: [{ from: 2, to: 3 }], share: 0.005 },
      ]),
    ).toEqual([
      '95 % CL on more than 99 % of it (1–2 GeV)',
      'level not stated on less than 1 % of it (2–3 GeV)',
    ]);
  });
});
