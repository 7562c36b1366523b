import { describe, expect, it } from 'vitest';
import { checkRedirects } from '../../../src/core/release/redirects.ts';
import { makeCatalogue } from '../../fixtures/make-catalogue.ts';

const HERE = '/limits/babar-2014-dark-photon/';
const check = (...pairs: (readonly [string, string])[]): string[] =>
  [
    ...checkRedirects(
      pairs.map(([from, to]) => ({ from, to, why: 'renamed' })),
      makeCatalogue(),
    ),
  ].map(({ index, key, found }) => `${String(index)} ${key}: ${found}`);

describe('redirects of pages', () => {
  it('are sound from what was to what is', () => {
    expect(
      check(['/limits/old/', HERE], ['/searches/old/', HERE], ['/notation-old/', '/notation/']),
    ).toEqual([]);
  });
  it('may not hide a page that is there', () => {
    expect(check([HERE, '/planes/dark-photon-visible/'])).toEqual([
      `0 from: ${HERE}, which is a page of the catalogue`,
    ]);
  });
  it('may not lead to what is not there', () => {
    expect(check(['/limits/old/', '/limits/gone/'])).toEqual([
      '0 to: /limits/gone/, which no entry of the catalogue has',
    ]);
    expect(check(['/review/old/', '/review/facilities/'])).toHaveLength(1);
  });
  it('may not lead to another redirect, nor in a circle', () => {
    expect(check(['/limits/a/', '/limits/b/'], ['/limits/b/', HERE])).toEqual([
      '0 to: /limits/b/, which is redirected itself',
    ]);
    expect(check(['/limits/a/', '/limits/b/'], ['/limits/b/', '/limits/a/'])).toHaveLength(2);
  });
  it('begin once at each page', () => {
    expect(check(['/limits/a/', HERE], ['/limits/a/', HERE])).toEqual([
      '1 from: a second redirect from /limits/a/',
    ]);
  });
});
