import { describe, expect, it } from 'vitest';
import { checkAddresses, readStatus } from '../../src/io/check-addresses.ts';
import { describeMessages, makeCatalogue } from '../fixtures/make-catalogue.ts';

const check = (files: Readonly<Record<string, string>>): string =>
  describeMessages(checkAddresses(new Map(Object.entries(files)), makeCatalogue()));

const HERE = '/limits/babar-2014-dark-photon/';

describe('files about the site', () => {
  it('need not be there', () => {
    expect(check({})).toBe('');
    expect(readStatus(new Map()).value).toEqual({ mode: 'active' });
  });
  it('are sound with redirects to what is there, and a status', () => {
    expect(
      check({
        'redirects.yaml': `- from: /limits/old/\n  to: ${HERE}\n  why: the year was wrong\n`,
        'permalinks.txt': '/\n/limits/old/\n',
        'status.yaml': 'mode: asleep\nsince: 2030-01-01\nwhy: Nobody keeps it.\n',
      }),
    ).toBe('');
  });
  it('say on which line a redirect is wrong', () => {
    expect(
      check({
        'redirects.yaml': `# moved\n- from: ${HERE}\n  to: /limits/gone/\n  why: a slip\n`,
      }),
    ).toMatchInlineSnapshot(`
      "redirects.yaml :2  error  redirects
        found     /limits/babar-2014-dark-photon/, which is a page of the catalogue
        expected  an old page that no entry has any more
        fix       remove the redirect, or rename the entry
      redirects.yaml :3  error  redirects
        found     /limits/gone/, which no entry of the catalogue has
        expected  the page where the same thing is now
        fix       correct the path, or add the entry"
    `);
  });
  it('name a redirect without a reason, and an address that is none', () => {
    expect(check({ 'redirects.yaml': '- {from: limits/old, to: /limits/new/}\n' }))
      .toMatchInlineSnapshot(`
      "redirects.yaml :1  error  schema
        found     0.from = "limits/old"
        expected  a page has a path like /limits/babar-2014-dark-photon/, with a slash at both ends
        fix       correct 0.from
      redirects.yaml :1  error  schema
        found     no 0.why
        expected  0.why: string
        fix       add 0.why"
    `);
  });
  it('name the line of a permalink that a release did not write', () => {
    expect(check({ 'permalinks.txt': '/b/\n/a/\n' })).toMatchInlineSnapshot(`
      "permalinks.txt :2  error  permalinks
        found     "/a/"
        expected  addresses that begin with a slash, one a line, sorted, each once
        fix       restore the file from the last release: it is written by npm run release, never by hand"
    `);
  });
  it.each([
    ['a sleep without a reason', 'mode: asleep\nsince: 2030-01-01\n'],
    ['a mode that is none', 'mode: tired\n'],
    ['a date that is none', 'mode: asleep\nsince: January\nwhy: so\n'],
  ])('refuse %s', (_what, text) => {
    expect(check({ 'status.yaml': text })).toContain('status.yaml');
  });
});
