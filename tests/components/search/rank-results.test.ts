import { expect, it } from 'vitest';
import { rankPages } from '../../../src/components/search/rank-results.ts';

const page = (title: string, kind: string, score: number) => ({ title, kind, score });
const order = (term: string, ...pages: ReturnType<typeof page>[]): string[] =>
  rankPages(pages, term).map(({ title }) => title);

it('a plane comes before a curve on it that scores a little higher', () => {
  expect(
    order(
      'dark photon',
      page('Union of constraints', 'limit', 36),
      page('Dark photon', 'plane', 20),
    ),
  ).toEqual(['Dark photon', 'Union of constraints']);
});

it('a title that begins with the words comes first among equals, then one that contains them', () => {
  expect(
    order(
      'BaBar',
      page('Long-lived particles', 'search', 10),
      page('Search at BaBar', 'search', 10),
      page('BaBar 2014', 'search', 10),
    ),
  ).toEqual(['BaBar 2014', 'Search at BaBar', 'Long-lived particles']);
});

it('a much better match is not overtaken', () => {
  expect(order('x', page('Only this', 'limit', 100), page('Other', 'plane', 1))[0]).toBe(
    'Only this',
  );
});
