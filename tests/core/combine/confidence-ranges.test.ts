import { describe, expect, it } from 'vitest';
import type { FrontierEntry } from '../../../src/core/combine/combined-file.ts';
import { listConfidenceRanges } from '../../../src/core/combine/confidence-ranges.ts';

const entry = (
  from: number,
  to: number,
  confidence: FrontierEntry['confidence'],
): FrontierEntry => ({ from, to, confidence, limit: `limit-${String(from)}` });

describe('the confidence levels along a frontier', () => {
  it('are none without a frontier', () => {
    expect(listConfidenceRanges([])).toEqual([]);
  });

  it('join neighbours of one level, keep gaps, and measure shares in log mass', () => {
    const levels = listConfidenceRanges([
      entry(1, 2, 0.9),
      entry(2, 10, 0.9),
      entry(10, 100, 0.95),
      entry(200, 2000, 0.9),
    ]);
    expect(levels.map(({ confidence, ranges }) => ({ confidence, ranges }))).toEqual([
      {
        confidence: 0.9,
        ranges: [
          { from: 1, to: 10 },
          { from: 200, to: 2000 },
        ],
      },
      { confidence: 0.95, ranges: [{ from: 10, to: 100 }] },
    ]);
    expect(levels[0]?.share).toBeCloseTo(2 / 3, 12);
  });

  it('put the level first that holds over most, wherever it begins', () => {
    const levels = listConfidenceRanges([
      entry(1, 2, 0.9),
      entry(2, 200, 0.95),
      entry(200, 300, 0.99),
    ]);
    expect(levels.map(({ confidence }) => confidence)).toEqual([0.95, 0.9, 0.99]);
  });

  it('put what is not stated last, however much it is', () => {
    const levels = listConfidenceRanges([entry(1, 100, 'not-stated'), entry(100, 110, 0.9)]);
    expect(levels.map(({ confidence }) => confidence)).toEqual([0.9, 'not-stated']);
  });
});
