import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findVanished, parsePermalinks } from '../../src/core/release/permalinks.ts';

/** Every page of the built site, looked at as text: fast enough to look at all of them. */
const DIST = 'dist';

async function listFiles(): Promise<string[]> {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length).replaceAll('\\', '/'));
}

const readPage = (path: string): string => readFileSync(`${DIST}${path}`, 'utf8');

/** What a reader sees as text: no tags, no code, no TeX source that KaTeX keeps for copying. */
const toText = (html: string): string =>
  html
    .replace(/<(script|style|pre|code|annotation|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ');

let files: string[];
let pages: { path: string; html: string }[];

test.beforeAll(async () => {
  files = await listFiles();
  pages = files
    .filter((path) => path.endsWith('.html') && !path.startsWith('/pagefind/'))
    .map((path) => ({ path, html: readPage(path) }))
    // Pages that only lead on are no pages of the site; tests/io/write-redirects.test.ts has theirs.
    .filter(({ html }) => !html.includes('<body data-moved>'));
});

/** Pages for which the check finds something, with what it found. */
const offenders = (find: (html: string, path: string) => string[]): string[] =>
  pages.flatMap(({ path, html }) => find(html, path).map((found) => `${path}: ${found}`));

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

test('every link and asset of every page leads to a file of the site', () => {
  const known = new Set(files);
  const broken = offenders((html, path) => {
    const targets = [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(
      ([, target]) => target ?? '',
    );
    return targets.filter((target) => {
      if (/^(https:|mailto:|data:|#)/.test(target)) return false;
      const clean = decodeURI(
        new URL(target.replaceAll('&amp;', '&'), `http://site${path.replace(/index\.html$/, '')}`)
          .pathname,
      );
      return !known.has(clean) && !known.has(`${clean.replace(/\/$/, '')}/index.html`);
    });
  });
  expect(broken.filter((found) => !found.includes(': http://localhost'))).toEqual([]);
});

test('every fragment link of every page has its target', () => {
  const broken = offenders((html) => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    return [...html.matchAll(/\shref="#([^"]+)"/g)]
      .map(([, id]) => id ?? '')
      .filter((id) => !ids.has(id));
  });
  expect(broken).toEqual([]);
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
  expect(offenders((html) => html.match(/katex-error[^<]*<[^<]*/g) ?? [])).toEqual([]);
  expect(offenders((html) => html.match(/class="[^"]*language-math[^"]*"/g) ?? [])).toEqual([]);
  expect(
    offenders((html) => toText(html).match(/\$[^$\n]{1,80}\$|\\(frac|mathcal|bar|text)\b/g) ?? []),
  ).toEqual([]);
  expect(pages.filter(({ html }) => html.includes('class="katex"')).length).toBeGreaterThan(400);
});

test('every page has a policy, no inline script or style element, and nothing from another host', () => {
  expect(
    offenders((html) =>
      html.includes('http-equiv="Content-Security-Policy"') ? [] : ['no policy'],
    ),
  ).toEqual([]);
  expect(
    offenders((html) =>
      [...html.matchAll(/<script\b([^>]*)>/g)]
        .map(([, attributes]) => attributes ?? '')
        .filter((attributes) => !/\ssrc=|type="application\/(ld\+)?json"/.test(attributes)),
    ),
  ).toEqual([]);
  expect(offenders((html) => html.match(/<style\b[^>]*>/g) ?? [])).toEqual([]);
  expect(
    offenders(
      (html) =>
        html.match(/<(?:script|img|link|iframe|source)\b[^>]*\s(?:src|srcset)="https?:[^"]*"/g) ??
        [],
    ),
  ).toEqual([]);
  expect(offenders((html) => html.match(/\son[a-z]+="/g) ?? [])).toEqual([]);
});

test('every page can be cited: citation tags, a canonical address and a dated entry', () => {
  // What is made to be embedded points at the page it is a part of.
  const citable = pages.filter(
    ({ path }) =>
      !['/404.html', '/search/index.html', '/collection/index.html'].includes(path) &&
      !path.startsWith('/embed/'),
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
