import { describe, expect, it } from 'vitest';
import type { QualityFigure } from '../../../src/core/quality/quality-report.ts';
import {
  countFaults,
  isMet,
  listMissed,
  QualityReport,
} from '../../../src/core/quality/quality-report.ts';

const figure = (facts: Partial<QualityFigure>): QualityFigure => ({
  what: 'x',
  value: 1,
  ...facts,
});

describe('a budget', () => {
  it('is kept up to its very value, from both sides', () => {
    expect(isMet(figure({ value: 10, most: 10 }))).toBe(true);
    expect(isMet(figure({ value: 10.001, most: 10 }))).toBe(false);
    expect(isMet(figure({ value: 85, least: 85 }))).toBe(true);
    expect(isMet(figure({ value: 84.9, least: 85 }))).toBe(false);
    expect(isMet(figure({ value: 5, least: 1, most: 4 }))).toBe(false);
  });
  it('is missed by a word, and by what is no number', () => {
    expect(isMet(figure({ value: 'not measured', most: 0 }))).toBe(false);
    expect(isMet(figure({ value: NaN, most: 1 }))).toBe(false);
  });
  it('is neither kept nor missed where there is none', () => {
    expect(isMet(figure({ value: 10 }))).toBeUndefined();
    expect(listMissed({ figures: [figure({}), figure({ most: 0 })] })).toEqual([
      figure({ most: 0 }),
    ]);
  });
});

it('refuses parts that nobody knows', () => {
  expect(QualityReport.safeParse({ beauty: {} }).success).toBe(false);
});

it('counts faults, and names the first with its page', () => {
  expect(countFaults('faults', [])).toEqual({ what: 'faults', value: 0, most: 0 });
  const faults = [{ found: 'a rule', page: '/a/' }, { found: 'another' }];
  expect(countFaults('faults', faults)).toEqual({
    ...{ what: 'faults', value: 2, most: 0, page: '/a/', culprit: 'a rule' },
  });
});
