import { describe, expect, it } from 'vitest';
import { choosePortion } from '../../../src/core/offline/choose-portion.ts';

describe('the portion of a file', () => {
  it.each([
    '/index.html',
    '/planes/p/index.html',
    '/_astro/a.1f.js',
    '/_astro/06a9/figures/spec/p.json',
    '/_astro/06a9/pagefind/pagefind.js',
    '/_astro/06a9/pagefind/fragment/en_1.pf_fragment',
    '/figures/p.svg',
    '/favicon.svg',
    '/icons/192.png',
  ])('is that of the pages for %s', (path) => {
    expect(choosePortion(path)).toBe('pages');
  });

  it.each([
    '/api/v1/index.json',
    '/figures/p-dark.svg',
    '/figures/p.pdf',
    '/limits/l.csv',
    '/feed.xml',
  ])('is that of the data for %s', (path) => {
    expect(choosePortion(path)).toBe('data');
  });

  it.each([
    '/sw.js',
    '/404.html',
    '/_headers',
    '/.htaccess',
    '/cards/home.png',
    '/about/offline/current.json',
    '/about/offline/dark-portals-site.zip',
    '/index.html.br',
    '/_astro/KaTeX_Main-Regular.1.ttf',
    '/_astro/06a9/pagefind/pagefind-ui.js',
  ])('is none for %s', (path) => {
    expect(choosePortion(path)).toBeUndefined();
  });
});
