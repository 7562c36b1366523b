import { expect, it } from 'vitest';
import { formatVerdict, VERDICT_CSV_HEADER } from '../../../src/core/query/format-verdict.ts';
import type { Verdict } from '../../../src/core/query/verdict.ts';

const EXCLUDED: Verdict = {
  plane: 'p',
  mass: 1,
  value: 1e-3,
  state: 'excluded',
  by: [
    {
      limit: 'a',
      reference: 'A:2020abc',
      cl: 0.9,
      margin: 4,
      marginRate: 16,
      derivedBy: 'collaboration',
    },
    {
      limit: 'b',
      reference: 'A:2020abc',
      cl: 'not-stated',
      margin: 2,
      derivedBy: 'reinterpretation',
    },
  ],
};
const ALLOWED: Verdict = {
  plane: 'p',
  mass: 1,
  value: 1e-9,
  state: 'allowed',
  by: [],
  nearest: { limit: 'a', side: 'below-floor', edge: 1e-3, factor: 1e6 },
};

it('a verdict as JSON reads back as the verdict', () => {
  expect(JSON.parse(formatVerdict(EXCLUDED, 'jsonl')) as Verdict).toEqual(EXCLUDED);
});

it('a verdict as CSV has a cell for every column, papers once each', () => {
  expect(VERDICT_CSV_HEADER.split(',')).toHaveLength(10);
  expect(formatVerdict(EXCLUDED, 'csv')).toBe('p,1,0.001,excluded,a b,A:2020abc,4,,,');
  expect(formatVerdict(ALLOWED, 'csv')).toBe('p,1,1e-9,allowed,,,,a,below-floor,1000000');
});
