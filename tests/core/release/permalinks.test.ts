import { describe, expect, it } from 'vitest';
import {
  extendPermalinks,
  findPermalinkFault,
  findVanished,
  followRedirect,
  formatPermalinks,
  listPromised,
  parsePermalinks,
  toFile,
} from '../../../src/core/release/permalinks.ts';

describe('what a built site promises', () => {
  it('is its pages and the files people take away', () => {
    expect(
      listPromised([
        '/limits/a/index.html',
        '/index.html',
        '/limits/a.csv',
        '/api/v1/combined/p.json',
        '/figures/p-dark.svg',
        '/references.bib',
        '/api/v1/hepdata/a/submission.yaml',
        '/api/v1/index.json',
      ]),
    ).toEqual([
      '/',
      '/api/v1/combined/p.json',
      '/api/v1/hepdata/a/submission.yaml',
      '/api/v1/index.json',
      '/figures/p-dark.svg',
      '/limits/a.csv',
      '/limits/a/',
      '/references.bib',
    ]);
  });
  it.each([
    '/_astro/a.1f.js',
    '/pagefind/pagefind.js',
    '/404.html',
    '/theme.js',
    '/figures/spec/p.json',
    '/figures/slices/p/l/1.json',
    '/check/p.json',
    '/recast/limits.json',
    '/contribute/catalogue.json',
    '/contribute/source/searches/vector/a.mdx',
    '/cards/home.png',
    '/_headers',
    '/.htaccess',
  ])('is not %s', (file) => {
    expect(listPromised([file])).toEqual([]);
  });
});

describe('the list of permalinks', () => {
  it('is written sorted, one address a line, and read back', () => {
    const addresses = extendPermalinks(['/b/', '/a/'], ['/c/', '/b/']);
    expect(formatPermalinks(addresses)).toBe('/a/\n/b/\n/c/\n');
    expect(parsePermalinks(formatPermalinks(addresses))).toEqual(addresses);
  });
  it.each([
    ['out of order', '/b/\n/a/\n', 2, '"/a/"'],
    ['twice', '/a/\n/a/\n', 2, '"/a/"'],
    ['without its slash', '/a/\nb/\n', 2, '"b/"'],
    ['with a host', 'https://example.org/a/\n', 1, '"https://example.org/a/"'],
  ])('has no address %s', (_what, text, line, found) => {
    expect(findPermalinkFault(text)).toMatchObject({ line, found });
  });
  it('is sound when a release wrote it', () => {
    expect(findPermalinkFault(formatPermalinks(extendPermalinks(['/b.csv', '/b/'], ['/a/'])))).toBe(
      undefined,
    );
  });
  it('never loses an address', () => {
    expect(extendPermalinks(['/gone/'], [])).toEqual(['/gone/']);
  });
  it('finds what vanished from the site', () => {
    expect(findVanished(['/a/', '/a.csv', '/b/'], ['/a/index.html', '/b.html'])).toEqual([
      '/a.csv',
      '/b/',
    ]);
    expect(toFile('/a/')).toBe('/a/index.html');
  });
});

describe('a redirect of a page', () => {
  const redirects = [
    { from: '/limits/old/', to: '/limits/new/', why: 'renamed' },
    { from: '/planes/p/', to: '/planes/q/', why: 'renamed' },
    { from: '/notation-old/', to: '/notation/', why: 'renamed' },
  ];
  it.each([
    ['/limits/old/', '/limits/new/'],
    ['/limits/old.csv', '/limits/new.csv'],
    ['/limits/old.bib', '/limits/new.bib'],
    ['/planes/p.bib', '/planes/q.bib'],
    ['/embed/p/', '/embed/q/'],
    ['/figures/p-dark.svg', '/figures/q-dark.svg'],
    ['/figures/p.cite.tex', '/figures/q.cite.tex'],
    ['/api/v1/combined/p.json', '/api/v1/combined/q.json'],
    ['/api/v1/combined/p.history.json', '/api/v1/combined/q.history.json'],
    ['/api/v1/combined/p.laboratory.0.90.csv', '/api/v1/combined/q.laboratory.0.90.csv'],
    ['/api/v1/planes/p.json', '/api/v1/planes/q.json'],
    ['/api/v1/limits/old.json', '/api/v1/limits/new.json'],
    ['/api/v1/limits/old.csv', '/api/v1/limits/new.csv'],
    ['/api/v1/hepdata/old/submission.yaml', '/api/v1/hepdata/new/submission.yaml'],
    ['/api/v1/hepdata/old/old-islands.yaml', '/api/v1/hepdata/new/new-islands.yaml'],
    ['/notation-old/', '/notation/'],
  ])('takes %s to %s', (from, to) => {
    expect(followRedirect(from, redirects)?.to).toBe(to);
  });
  it.each([
    '/limits/older/',
    '/limits/old-2.csv',
    '/searches/old/',
    '/embed/old/',
    '/figures/p-2.svg',
    '/old.csv',
    '/api/v1/limits/old-2.json',
    '/api/v1/limits/p.json',
    '/api/v1/planes/old.json',
    '/api/v1/hepdata/old-2/submission.yaml',
    '/api/v1/hepdata/old/',
    '/api/v1/references.bib',
  ])('leaves %s alone', (address) => {
    expect(followRedirect(address, redirects)).toBeUndefined();
  });
});
