import { describe, expect, it } from 'vitest';
import { completeSearch } from '../../../../src/core/lint/rules/complete-search.ts';
import { lint, makeReference, makeSearch } from '../../../fixtures/make-catalogue.ts';

const COMPLETE = {
  methods: ['bump-hunt'],
  backgrounds: ['radiative lepton pairs'],
  limitations: ['resonances are left out'],
  body: '## Method\n\nA peak.\n\n## Result\n\nNone.',
};

describe('complete-search', () => {
  it('accepts a search with its lists and sections', () => {
    expect(lint(completeSearch, { searches: [makeSearch(COMPLETE)] })).toBe('');
  });
  it('sees every list that is empty', () => {
    expect(
      lint(completeSearch, {
        searches: [makeSearch({ ...COMPLETE, methods: [], backgrounds: [], limitations: [] })],
      }),
    ).toMatchInlineSnapshot(`
      "searches/vector/babar-2014-dark-photon.mdx methods  error  complete-search
        found     no methods
        expected  at least one entry in methods
        fix       name pages of methods/, for instance bump-hunt
      searches/vector/babar-2014-dark-photon.mdx backgrounds  error  complete-search
        found     no backgrounds
        expected  at least one entry in backgrounds
        fix       say in a few words what the paper says of its backgrounds
      searches/vector/babar-2014-dark-photon.mdx limitations  error  complete-search
        found     no limitations
        expected  at least one entry in limitations
        fix       say in a few words what the paper says of its limitations"
    `);
  });
  it('sees a section that is not there, even where its word is', () => {
    expect(
      lint(completeSearch, {
        searches: [makeSearch({ ...COMPLETE, body: '## Method\n\nThe Result is none.' })],
      }),
    ).toMatchInlineSnapshot(`
      "searches/vector/babar-2014-dark-photon.mdx :10  error  complete-search
        found     no section "## Result"
        expected  sections "## Method" and "## Result" in the prose
        fix       write "## Result" and what a reader should know of it"
    `);
  });
  const references = [makeReference(), makeReference({ key: 'Belle:2022gbl', year: 2024 })];
  const old = { ...COMPLETE, id: 'old' };
  const young = { ...COMPLETE, id: 'young', reference: 'Belle:2022gbl' };
  it('accepts a search that follows an older one, and an unknown id', () => {
    expect(
      lint(completeSearch, {
        references,
        searches: [makeSearch(old), makeSearch({ ...young, follows: ['old', 'nowhere'] })],
      }),
    ).toBe('');
  });
  it('sees a search that follows a newer one', () => {
    expect(
      lint(completeSearch, {
        references,
        searches: [makeSearch({ ...old, follows: ['young'] }), makeSearch(young)],
      }),
    ).toMatchInlineSnapshot(`
      "searches/vector/old.mdx follows.0  error  complete-search
        found     young of 2024, where old is of 2014
        expected  an earlier search
        fix       write follows: [old] in searches/vector/young.mdx instead"
    `);
  });
  it('sees searches that follow each other, and one that follows itself', () => {
    const found = lint(completeSearch, {
      references,
      searches: [
        makeSearch({ ...old, follows: ['young'] }),
        makeSearch({ ...young, follows: ['old'] }),
        makeSearch({ ...COMPLETE, id: 'circle', follows: ['circle'] }),
      ],
    });
    expect(found).toContain('young, which follows old in its turn');
    expect(found).toContain('old, which follows young in its turn');
    expect(found).toContain('circle, which follows circle in its turn');
  });
});
