import { describe, expect, it } from 'vitest';
import {
  datePages,
  MOST_ADDRESSES,
  writeSitemap,
  writeSitemaps,
} from '../../../src/core/discovery/sitemap.ts';

const changed = (path: string, time: string) =>
  [path, { origin: path, changed: { time, commit: '0'.repeat(40) } }] as const;

describe('a sitemap', () => {
  it('lists addresses, with the day of the last change only where one is known', () => {
    expect(
      writeSitemap([
        { url: 'https://example.org/?a=1&b=2' },
        { url: 'https://example.org/limits/a/', changed: '2026-01-10T12:00:00Z' },
      ]),
    ).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://example.org/?a=1&amp;b=2</loc></url>
        <url><loc>https://example.org/limits/a/</loc><lastmod>2026-01-10T12:00:00Z</lastmod></url>
      </urlset>
      "
    `);
  });
  it('is an index of others where there are more pages than one may list, each page once', () => {
    const pages = Array.from({ length: MOST_ADDRESSES + 1 }, (_, i) => ({
      url: `https://example.org/${String(i)}/`,
    }));
    const [one, ...others] = writeSitemaps(pages.slice(1), 'https://example.org');
    expect([one?.name, others.length]).toEqual(['sitemap.xml', 0]);
    const files = writeSitemaps(pages, 'https://example.org');
    expect(files.map(({ name }) => name)).toEqual([
      'sitemap.xml',
      'sitemap-1.xml',
      'sitemap-2.xml',
    ]);
    expect(files[0]?.text.match(/<loc>.*<\/loc>/g)).toEqual([
      '<loc>https://example.org/sitemap-1.xml</loc>',
      '<loc>https://example.org/sitemap-2.xml</loc>',
    ]);
    const listed = files.slice(1).flatMap(({ text }) => text.match(/<loc>/g) ?? []);
    expect(listed.length).toBe(pages.length);
  });
  it('dates the page of an entry by the last change of a file of its own', () => {
    const files = new Map([
      changed('limits/vector/a.yaml', '2026-01-10T12:00:00Z'),
      changed('limits/vector/a.csv', '2026-01-11T12:00:00Z'),
      changed('combined/p.json', '2026-01-12T12:00:00Z'),
      changed('planes/p.yaml', '2026-01-10T12:00:00Z'),
      changed('searches/scalar/s.mdx', '2026-01-10T12:00:00Z'),
      changed('chapters/outlook.mdx', '2026-01-10T12:00:00Z'),
      changed('references.bib', '2026-01-10T12:00:00Z'),
      changed('quantities/epsilon.yaml', '2026-01-10T12:00:00Z'),
    ]);
    expect([...datePages({ files })].toSorted()).toEqual([
      ['/limits/a/', '2026-01-11T12:00:00Z'],
      ['/planes/p/', '2026-01-12T12:00:00Z'],
      ['/review/outlook/', '2026-01-10T12:00:00Z'],
      ['/searches/s/', '2026-01-10T12:00:00Z'],
    ]);
  });
});
