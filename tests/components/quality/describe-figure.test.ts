import { expect, it } from 'vitest';
import { describeQualityFigure } from '../../../src/components/quality/describe-figure.ts';

it('states value and budget with their unit, and whether it is kept', () => {
  expect(describeQualityFigure({ what: 'x', value: 57.258, unit: 'kB', most: 60 })).toEqual({
    value: '57.26\u00a0kB',
    budget: 'at most 60\u00a0kB',
    verdict: 'kept',
  });
  expect(describeQualityFigure({ what: 'x', value: 84.96, unit: '%', least: 85 })).toEqual({
    value: '84.96\u202f%',
    budget: 'at least 85\u202f%',
    verdict: 'missed',
  });
});

it('says that there is to be none of something', () => {
  const { value, budget, verdict } = describeQualityFigure({ what: 'x', value: 3, most: 0 });
  expect([value, budget, verdict]).toEqual(['3', 'none', 'missed']);
});

it('leaves budget and verdict empty where there is no budget', () => {
  expect(describeQualityFigure({ what: 'x', value: 1234567.8, unit: 'B' })).toEqual({
    value: '1\u202f234\u202f568\u00a0B',
    budget: '',
    verdict: '',
  });
});
