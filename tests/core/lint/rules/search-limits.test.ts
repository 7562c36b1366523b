import { describe, expect, it } from 'vitest';
import { searchLimits } from '../../../../src/core/lint/rules/search-limits.ts';
import { lint, makeLimit, makeSearch } from '../../../fixtures/make-catalogue.ts';

describe('search-limits', () => {
  it('accepts a search and a limit that name each other', () => {
    expect(
      lint(searchLimits, {
        searches: [makeSearch({ limits: ['babar-2014-dark-photon'] })],
        limits: [makeLimit({ search: 'babar-2014-dark-photon' })],
      }),
    ).toBe('');
  });
  it('leaves ids that do not resolve to another rule', () => {
    expect(
      lint(searchLimits, {
        searches: [makeSearch({ limits: ['nothing'] })],
        limits: [makeLimit({ search: 'nowhere' })],
      }),
    ).toBe('');
  });
  it('accepts a limit and a search that have nothing to do with each other', () => {
    expect(lint(searchLimits, { searches: [makeSearch()], limits: [makeLimit()] })).toBe('');
  });
  it('sees a limit that names no search', () => {
    expect(
      lint(searchLimits, {
        searches: [makeSearch({ limits: ['babar-2014-dark-photon'] })],
        limits: [makeLimit()],
      }),
    ).toMatchInlineSnapshot(`
      "searches/vector/babar-2014-dark-photon.mdx limits.0  error  search-limits
        found     babar-2014-dark-photon, whose search is not stated
        expected  a limit with search: babar-2014-dark-photon
        fix       write search: babar-2014-dark-photon in limits/vector/babar-2014-dark-photon.yaml, or remove it here"
    `);
  });
  it('sees a limit that names another search', () => {
    expect(
      lint(searchLimits, {
        searches: [makeSearch({ limits: ['babar-2014-dark-photon'] })],
        limits: [makeLimit({ search: 'other' })],
      }),
    ).toMatchInlineSnapshot(`
      "searches/vector/babar-2014-dark-photon.mdx limits.0  error  search-limits
        found     babar-2014-dark-photon, whose search is other
        expected  a limit with search: babar-2014-dark-photon
        fix       write search: babar-2014-dark-photon in limits/vector/babar-2014-dark-photon.yaml, or remove it here"
    `);
  });
  it('sees a search that does not list its limit', () => {
    expect(
      lint(searchLimits, {
        searches: [makeSearch()],
        limits: [makeLimit({ search: 'babar-2014-dark-photon' })],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml search  error  search-limits
        found     babar-2014-dark-photon, which does not list babar-2014-dark-photon
        expected  babar-2014-dark-photon among the limits of searches/vector/babar-2014-dark-photon.mdx
        fix       add babar-2014-dark-photon to limits in searches/vector/babar-2014-dark-photon.mdx"
    `);
  });
  it('sees a limit that cites another paper than its search', () => {
    expect(
      lint(searchLimits, {
        searches: [makeSearch({ limits: ['babar-2014-dark-photon'] })],
        limits: [makeLimit({ search: 'babar-2014-dark-photon', reference: 'BaBar:2009lbr' })],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml reference  error  search-limits
        found     BaBar:2009lbr, where babar-2014-dark-photon cites BaBar:2014zli
        expected  the paper of the analysis, the same in both
        fix       correct one of the two; a paper that only gives the numbers stands in data"
    `);
  });
  it('lets a reinterpretation cite the paper of those who made it', () => {
    const limit = {
      search: 'babar-2014-dark-photon',
      reference: 'Amaral:2021rzw',
      derivedBy: 'reinterpretation',
    } as const;
    expect(
      lint(searchLimits, {
        searches: [makeSearch({ limits: ['babar-2014-dark-photon'] })],
        limits: [makeLimit(limit)],
      }),
    ).toBe('');
  });
});
