import { describe, expect, it } from 'vitest';
import { makeRelative, makeStylesRelative } from '../../../src/core/offline/make-relative.ts';

const frame = { base: '/sub/', absent: ['/api/'], siteUrl: 'https://a.example' };
const relative = (html: string, depth: number): string => makeRelative(html, { ...frame, depth });

describe('a page of a copy', () => {
  it('finds everything from where it is', () => {
    const html =
      '<a href="/sub/">Home</a><img src="/sub/figures/p.svg"><form action="/sub/search/"><x-y data-src="/sub/_astro/1/a.json" data-base="/sub/">';
    expect(relative(html, 0)).toBe(
      '<a href="./">Home</a><img src="./figures/p.svg"><form action="./search/"><x-y data-src="./_astro/1/a.json" data-base="./">',
    );
    expect(relative('<a href="/sub/planes/?a=1&amp;b#c">', 2)).toBe(
      '<a href="../../planes/?a=1&amp;b#c">',
    );
  });

  it('leads to the published site for what the copy leaves out', () => {
    expect(relative('<a href="/sub/api/v1/index.json">', 1)).toBe(
      '<a href="https://a.example/sub/api/v1/index.json">',
    );
  });

  it.each([
    ['another site', '<a href="https://b.example/sub/">'],
    ['another path of the host', '<a href="/other/">'],
    ['another host without its scheme', '<a href="//b.example/sub/">'],
    ['a place on the page', '<a href="#there">'],
    ['who the page says it is', '<meta content="/sub/a/"><p title="/sub/">'],
    ['text', '<code>href=&quot;/sub/&quot;</code> /sub/a'],
  ])('keeps %s', (_, html) => {
    expect(relative(html, 1)).toBe(html);
  });
});

describe('a style sheet of a copy', () => {
  it('has its fonts beside it', () => {
    expect(makeStylesRelative('@font-face{src:url(/sub/_astro/f.1.woff2)}', '/sub/')).toBe(
      '@font-face{src:url(f.1.woff2)}',
    );
  });
});
