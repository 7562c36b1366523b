import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeSitemapFile } from '../../src/io/write-sitemap.ts';
import { writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

const CITABLE = '<head><meta name="citation_title" content="A"></head>';

it('the sitemap of a built site has the pages that can be cited, and no other', async () => {
  const site = await makeFolder();
  await writeFiles(site, {
    'index.html': CITABLE,
    'limits/a/index.html': CITABLE,
    'limits/old/index.html': '<body data-moved>',
    'embed/p/index.html': '<head></head>',
    '404.html': '<head></head>',
    'a.csv': CITABLE,
  });
  const changed = { time: '2026-01-10T12:00:00Z', commit: '0'.repeat(40) };
  const path = 'limits/vector/a.yaml';
  const history = { files: new Map([[path, { origin: path, changed }]]) };
  const url = 'https://example.org/dark';
  expect(await writeSitemapFile({ site, url, history })).toEqual(['/', '/limits/a/']);
  const xml = await readFile(join(site, 'sitemap.xml'), 'utf8');
  expect(xml).toContain('<url><loc>https://example.org/dark/</loc></url>');
  expect(xml).toContain(
    '<url><loc>https://example.org/dark/limits/a/</loc><lastmod>2026-01-10T12:00:00Z</lastmod></url>',
  );
});
