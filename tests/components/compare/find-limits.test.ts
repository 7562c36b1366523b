import { describe, expect, it } from 'vitest';
import { findLimits, listFindable } from '../../../src/components/compare/find-limits.ts';
import { makeSeries } from '../../core/figure/make-series.ts';

const limits = listFindable(
  [
    makeSeries({
      limit: 'na64-2023',
      label: 'NA64 2023',
      title: 'Invisible decays',
      experiments: ['na64'],
      isEe: false,
      year: 2023,
    }),
    makeSeries({
      limit: 'belle-2-2020',
      label: 'Belle II 2020',
      title: 'Z′ → invisible with muons',
      experiments: ['belle-2'],
      isEe: true,
      year: 2020,
      reference: 'Belle-II:2019qfb',
    }),
    makeSeries({
      limit: 'babar-2014',
      label: 'BaBar 2014',
      title: 'Dark photon in e⁺e⁻ and μ⁺μ⁻',
      experiments: ['babar'],
      isEe: true,
      year: 2014,
    }),
  ],
  { babar: 'BABAR (SLAC, Orsay, Besançon)' },
);
const find = (query: string): string[] =>
  findLimits(limits, query).map(({ series }) => series.limit);

describe('findLimits', () => {
  it('lists all for an empty query, e+e- results and newer ones first', () => {
    expect(find('')).toEqual(['belle-2-2020', 'babar-2014', 'na64-2023']);
    expect(find('  ')).toEqual(find(''));
  });

  it.each([
    ['part of a label', 'bab', ['babar-2014']],
    ['a year', '2020', ['belle-2-2020']],
    ['words of the title in any order', 'muons invisible', ['belle-2-2020']],
    ['the name of an experiment without its accent', 'besancon', ['babar-2014']],
    ['a paper by its key', 'Belle-II:2019qfb', ['belle-2-2020']],
    ['raised signs as plain ones', 'e+e-', ['babar-2014']],
    ['every word, not just one', 'babar 2020', []],
  ])('finds %s', (_, query, found) => {
    expect(find(query)).toEqual(found);
  });
});
