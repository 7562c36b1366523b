import { expect, it } from 'vitest';
import { Search } from '../../../src/core/schema/index.ts';
import { makeSearch } from '../../fixtures/make-catalogue.ts';

const { id: _id, file: _file, body: _body, bodyLine: _bodyLine, ...SEARCH } = makeSearch();

it('a search lists its limits, or says in dataWanted why there are none', () => {
  const check = (limits: string[], dataWanted?: string): string | undefined =>
    Search.safeParse({ ...SEARCH, limits, dataWanted }).error?.issues[0]?.message;
  expect(check(['a'])).toBeUndefined();
  expect(check([], 'Not public.')).toBeUndefined();
  expect(check(['a'], 'Part of it is not public.')).toBeUndefined();
  expect(check([])).toBe('a search lists its limits, or says in dataWanted why there are none');
  expect(check([], ' ')).toBe('must not be empty');
});

it('a search is of an experiment and a portal at least', () => {
  expect(Search.safeParse({ ...SEARCH, experiment: [] }).success).toBe(false);
  expect(Search.safeParse({ ...SEARCH, portals: [] }).success).toBe(false);
  expect(Search.safeParse({ ...SEARCH, portals: ['tensor'] }).success).toBe(false);
});
