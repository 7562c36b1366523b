import { expect, it } from 'vitest';
import { listFacetOptions } from '../../../src/core/figure/facets.ts';
import { makeSeries } from './make-series.ts';

it('offers the values that are there, the most frequent first, in words', () => {
  const series = [
    makeSeries({ confidenceLevel: 0.95 }),
    makeSeries({ confidenceLevel: 0.9 }),
    makeSeries({ confidenceLevel: 0.9, experiments: ['kloe'] }),
    makeSeries(),
  ];
  expect(listFacetOptions('cl', series)).toEqual([
    { value: '90', words: '90 %', count: 2 },
    { value: '95', words: '95 %', count: 1 },
    { value: 'not-stated', words: 'not stated', count: 1 },
  ]);
  expect(listFacetOptions('experiment', series, (id) => id.toUpperCase())).toEqual([
    { value: 'babar', words: 'BABAR', count: 3 },
    { value: 'kloe', words: 'KLOE', count: 1 },
  ]);
});

it('tells prompt decays from displaced and invisible ones', () => {
  const series = [
    makeSeries(),
    makeSeries({ lifetime: 'any' }),
    makeSeries({ signature: 'displaced', lifetime: 'displaced' }),
    makeSeries({ signature: 'invisible', lifetime: 'stable' }),
  ];
  expect(listFacetOptions('search', series).map(({ words }) => words)).toEqual([
    'displaced',
    'invisible',
    'prompt',
    'visible, any lifetime',
  ]);
});
