import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { validateHtml, shortenPage } from '../../scripts/quality/validate-html.ts';
import type { BuiltPage, Inspection } from '../../src/core/quality/page-integrity.ts';
import {
  inspectAnchors,
  inspectCitations,
  inspectFigures,
  inspectFormulas,
  inspectLinks,
  listLinks,
} from '../../src/core/quality/page-integrity.ts';
import { inspectSafety } from '../../src/core/quality/page-safety.ts';
import { findVanished, parsePermalinks } from '../../src/core/release/permalinks.ts';
import { readBuiltPages } from '../../src/io/read-built-pages.ts';
import { CONTENT_POLICY, REFERRER_POLICY } from '../../src/layouts/policy.ts';
import { PAGES } from './page-kinds.ts';

/** Every page of the built site, looked at as text: fast enough to look at all of them. */
const DIST = 'dist';

const readPage = (path: string): string => readFileSync(`${DIST}${path}`, 'utf8');

let files: readonly string[];
let pages: readonly BuiltPage[];

// One after the other: the pages are read once.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  ({ files, pages } = await readBuiltPages(DIST));
});

/** Fails with what is wrong, page by page, and where less was looked at than there has to be. */
function expectSound({ looked, faults }: Inspection, least: number): void {
  expect(faults.map(({ path, found }) => `${path}: ${found}`)).toEqual([]);
  expect(looked).toBeGreaterThan(least);
}

test('the site has a page for every limit', () => {
  expect(
    pages.filter(({ path }) => /^\/limits\/[^/]+\/index\.html$/.test(path)).length,
  ).toBeGreaterThan(400);
});

test('every address ever released still answers', () => {
  const released = parsePermalinks(readFileSync('content/permalinks.txt', 'utf8'));
  expect(released.length).toBeGreaterThan(2000);
  expect(
    findVanished(released, files),
    'say where each page is now in content/redirects.yaml, or bring it back',
  ).toEqual([]);
});

test('every link, asset, anchor and citation of every page has its end', () => {
  const links = listLinks(pages, new Set(files), { siteUrl: 'http://localhost:4321', base: '/' });
  expectSound(inspectLinks(links), 50_000);
  expectSound(inspectAnchors(links, pages), 2_000);
  expectSound(inspectCitations(pages, links), 1_000);
});

test('every drawing, image and figure says what it shows', () => {
  expectSound(inspectFigures(pages), 4_000);
});

test('one page of each kind is HTML as the standard has it', async () => {
  const kinds = new Set(
    Object.values(PAGES).map((path: string) => (path.endsWith('/') ? `${path}index.html` : path)),
  );
  const shown = pages.filter(({ path }) => kinds.has(path)).map(shortenPage);
  expect(shown).toHaveLength(kinds.size);
  expectSound(await validateHtml(shown), 30);
});

test('every search is reached from the page of each of its portals', () => {
  const searches = pages.filter(({ path }) => /^\/searches\/[^/]+\/index\.html$/.test(path));
  expect(searches.length).toBeGreaterThan(50);
  const missing = searches.flatMap(({ path, html }) => {
    const link = path.replace(/index\.html$/, '');
    return [...html.matchAll(/data-pagefind-filter="portal\[content\]" content="([a-z]+)"/g)]
      .map(([, portal = '']) => portal)
      .filter((portal) => !readPage(`/portals/${portal}/index.html`).includes(`href="${link}"`))
      .map((portal) => `${path} from ${portal}`);
  });
  expect(missing).toEqual([]);
});

test('every formula of every page is set by KaTeX', () => {
  expectSound(inspectFormulas(pages), 5_000);
});

test('every page has its policies, no inline script or style, and nothing from another host', () => {
  const policies = { content: CONTENT_POLICY, referrer: REFERRER_POLICY };
  for (const { what, faults } of inspectSafety(pages, policies)) {
    expect(
      faults.map(({ path, found }) => `${path}: ${found}`),
      what,
    ).toEqual([]);
  }
});

test('every page can be cited: citation tags, a canonical address and a dated entry', () => {
  // What is made to be embedded points at the page it is a part of.
  const citable = pages.filter(
    ({ path }) =>
      ![
        '/404.html',
        '/search/index.html',
        '/collection/index.html',
        '/about/offline/index.html',
      ].includes(path) && !path.startsWith('/embed/'),
  );
  const missing = citable.flatMap(({ path, html }) =>
    [
      'name="citation_title"',
      'name="citation_publication_date"',
      'rel="canonical"',
      'Cite this page',
    ]
      .filter((needle) => !html.includes(needle))
      .map((needle) => `${path}: ${needle}`),
  );
  expect(missing).toEqual([]);
});

test('every limit page offers its numbers, digit by digit, and its BibTeX', () => {
  const limits = pages
    .map(({ path }) => /^\/limits\/([^/]+)\/index\.html$/.exec(path)?.[1])
    .filter((id) => id !== undefined);
  for (const id of limits) {
    expect(files, id).toContain(`/limits/${id}.csv`);
    expect(files, id).toContain(`/limits/${id}.bib`);
  }
  const served = readPage('/limits/babar-2014-dark-photon.csv');
  const source = readFileSync('content/limits/vector/babar-2014-dark-photon.csv', 'utf8');
  expect(served).toContain(source.trimEnd());
});
