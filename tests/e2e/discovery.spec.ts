import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { writeAtom } from '../../src/core/feeds/write-atom.ts';
import { HOSTILE, makeEntry, makeFeed } from '../core/feeds/make-feed.ts';
import { isDate, listJsonFeedFaults } from '../fixtures/json-feed-rules.ts';
import { PAGES } from './page-kinds.ts';

const DIST = 'dist';

/** An Atom document as the browser's own XML parser understands it. */
interface ParsedFeed {
  readonly error: string | null;
  readonly faults: readonly string[];
  readonly titles: readonly string[];
  readonly times: readonly string[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

/** What a feed breaks of RFC 4287, section 4: the elements it must have, and how often. */
const parseAtom = (page: Page, xml: string): Promise<ParsedFeed> =>
  page.evaluate((text) => {
    const ATOM = 'http://www.w3.org/2005/Atom';
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    const error = feed.querySelector('parsererror')?.textContent ?? null;
    const root = feed.documentElement;
    const children = (parent: Element, name: string): Element[] =>
      [...parent.children].filter((one) => one.localName === name && one.namespaceURI === ATOM);
    const faults: string[] = [];
    const once = (parent: Element, name: string): void => {
      const count = children(parent, name).length;
      if (count !== 1) faults.push(`${parent.localName} has ${String(count)} ${name}`);
    };
    if (root.localName !== 'feed' || root.namespaceURI !== ATOM) faults.push('no feed');
    const entries = children(root, 'entry');
    for (const parent of [root, ...entries]) {
      for (const name of ['id', 'title', 'updated']) once(parent, name);
      const alternates = children(parent, 'link').filter(
        (link) =>
          link.getAttribute('rel') === 'alternate' && link.getAttribute('type') === 'text/html',
      );
      if (alternates.length !== 1) faults.push(`${parent.localName} has no one page`);
    }
    for (const entry of entries) once(entry, 'summary');
    const selfs = children(root, 'link').filter((link) => link.getAttribute('rel') === 'self');
    if (selfs.length !== 1) faults.push('the feed does not say where it is');
    const isEveryEntrySigned = entries.every((entry) => children(entry, 'author').length > 0);
    if (children(root, 'author').length === 0 && !isEveryEntrySigned) faults.push('no author');
    for (const author of feed.querySelectorAll('author')) once(author, 'name');
    const texts = (selector: string): string[] =>
      [...feed.querySelectorAll(selector)].map((one) => one.textContent);
    return {
      error,
      faults,
      titles: texts('entry > title'),
      times: texts('updated, published'),
      ids: texts('id'),
      links: [...feed.querySelectorAll('link')].map((link) => link.getAttribute('href') ?? ''),
    };
  }, xml);

const FEEDS = [
  '/feed',
  ...['vector', 'scalar', 'pseudoscalar', 'neutrino'].map((id) => `/feeds/${id}`),
];

for (const feed of FEEDS) {
  test(`${feed}.xml is Atom as RFC 4287 has it, and ${feed}.json says the same`, async ({
    page,
  }) => {
    await page.goto(PAGES.search);
    const atom = await parseAtom(page, readFileSync(`${DIST}${feed}.xml`, 'utf8'));
    expect(atom.error).toBeNull();
    expect(atom.faults).toEqual([]);
    expect(atom.times.filter((time) => !isDate(time))).toEqual([]);
    expect(atom.titles.length).toBeGreaterThan(20);
    expect(new Set(atom.ids).size).toBe(atom.titles.length + 1);
    expect(atom.ids.filter((id) => !/^urn:uuid:[0-9a-f-]{36}$/.test(id))).toEqual([]);
    expect(atom.links.filter((link) => !URL.canParse(link))).toEqual([]);
    const json = JSON.parse(readFileSync(`${DIST}${feed}.json`, 'utf8')) as {
      items: { id: string; title: string }[];
    };
    expect(listJsonFeedFaults(json)).toEqual([]);
    expect(json.items.map(({ title }) => title)).toEqual(atom.titles);
    expect(json.items.map(({ id }) => id)).toEqual(atom.ids.slice(1));
  });
}

test('hostile words in a feed are words, whatever reads it', async ({ page }) => {
  await page.goto(PAGES.search);
  const entries = [makeEntry({ title: HOSTILE, summary: HOSTILE, authors: [HOSTILE] })];
  const feed = await parseAtom(page, writeAtom(makeFeed({ title: HOSTILE, entries })));
  expect(feed.error).toBeNull();
  expect(feed.faults).toEqual([]);
  expect(feed.titles).toEqual([
    ']]></title><script>alert(1)</script> & "quoted" \'single\' <!-- back line break',
  ]);
  // The parser does find what is wrong.
  expect((await parseAtom(page, '<feed><title>a & b</title></feed>')).error).not.toBeNull();
  expect(
    (await parseAtom(page, '<feed xmlns="http://www.w3.org/2005/Atom"/>')).faults,
  ).toHaveLength(5);
});

test('feeds and the search are announced on every kind of page, those of a portal on its own', async ({
  page,
}) => {
  const alternates = (): Promise<string[]> =>
    page
      .locator('head link[rel="alternate"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await page.goto(PAGES.limit);
  expect(await alternates()).toEqual(['/feed.xml', '/feed.json']);
  await expect(page.locator('head link[rel="search"]')).toHaveAttribute('href', '/opensearch.xml');
  await page.goto(PAGES.portal);
  expect((await alternates()).slice(0, 2)).toEqual(['/feeds/vector.xml', '/feeds/vector.json']);
});

test('the search page answers the address that a browser’s own search field makes', async ({
  page,
}) => {
  const description = readFileSync(`${DIST}/opensearch.xml`, 'utf8');
  const template = /type="text\/html" template="([^"]+)"/.exec(description)?.[1] ?? '';
  const address = new URL(
    template.replace('{searchTerms}', encodeURIComponent('dark photon & more')),
  );
  await page.goto(address.pathname + address.search);
  const main = page.locator('main');
  await expect(main.getByRole('searchbox')).toHaveValue('dark photon & more');
  await expect(main.locator('.search-status')).not.toBeEmpty();
});

test('the sitemap has the pages that can be cited, each there, and dates of limits', async ({
  page,
}) => {
  await page.goto(PAGES.search);
  const entries = await page.evaluate(
    (text) => {
      const map = new DOMParser().parseFromString(text, 'application/xml');
      if (map.querySelector('parsererror') !== null) return [];
      return [...map.querySelectorAll('url')].map((url) => ({
        path: new URL(url.querySelector('loc')?.textContent ?? '').pathname,
        changed: url.querySelector('lastmod')?.textContent ?? null,
      }));
    },
    readFileSync(`${DIST}/sitemap.xml`, 'utf8'),
  );
  const paths = entries.map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(600);
  expect(paths).toEqual(expect.arrayContaining(['/', '/data/', '/limits/babar-2014-dark-photon/']));
  expect(paths.filter((path) => /^\/(embed|404|search\/)/.test(path))).toEqual([]);
  const missing = paths.filter((path) => {
    const html = readFileSync(`${DIST}${path}index.html`, 'utf8');
    return !html.includes(`<link rel="canonical" href="http://localhost:4321${path}"`);
  });
  expect(missing).toEqual([]);
  const limits = entries.filter(({ path }) => /^\/limits\/[^/]+\/$/.test(path));
  expect(limits.filter(({ changed }) => !isDate(changed))).toEqual([]);
  expect(entries.find(({ path }) => path === '/')?.changed).toBeNull();
});

test('robots.txt names no sitemap of a site that does not know its address', () => {
  expect(readFileSync(`${DIST}/robots.txt`, 'utf8')).toBe('User-agent: *\nAllow: /\n');
});

test('what cites the catalogue is served as the repository has it', () => {
  for (const file of ['CITATION.cff', 'codemeta.json']) {
    expect(readFileSync(`${DIST}/${file}`, 'utf8')).toBe(readFileSync(file, 'utf8'));
  }
});
