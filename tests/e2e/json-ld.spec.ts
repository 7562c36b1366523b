import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expandJsonLd, listNodes } from '../components/cite/schema-org.ts';

/** What every page of the built site says of itself. */
const DIST = 'dist';

/** What a page of that path is, beside the way to it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/limits\/[^/]+\/index/, 'Dataset'],
  [/^\/planes\/[^/]+\/index/, 'Dataset'],
  [/^\/(?:searches|portals|models|methods|experiments)\/[^/]+\/index/, 'ScholarlyArticle'],
  [/^\/review\/[^/]+\/index/, 'ScholarlyArticle'],
];

test('every page says what it is, and every address in it answers', async () => {
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.html') && !/^\/(?:pagefind|embed)\//.test(path));
  const wrong: string[] = [];
  const asked = new Map<string, boolean>();
  for (const path of pages) {
    const html = readFileSync(join(DIST, path), 'utf8');
    if (html.includes('<body data-moved>')) continue;
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    if (scripts.length !== 1) wrong.push(`${path}: ${String(scripts.length)} scripts`);
    const text = scripts[0]?.[1] ?? '{}';
    const expanded = await expandJsonLd(text);
    const types = expanded.map((node) => String(node['@type']).replace('https://schema.org/', ''));
    const own = KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'WebPage';
    const wanted = path === '/index.html' ? ['WebSite', 'DataCatalog'] : [own, 'BreadcrumbList'];
    if (types.join() !== wanted.join()) wrong.push(`${path}: ${types.join()}`);
    const home = /"isPartOf"|"includedInDataCatalog"/.test(text) || path === '/index.html';
    if (!home) wrong.push(`${path}: part of nothing`);
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '';
    const root = canonical.slice(0, canonical.indexOf('/', 'https://'.length));
    for (const node of listNodes(JSON.parse(text)))
      for (const name of ['url', 'item', 'contentUrl']) {
        const address = node[name];
        if (typeof address !== 'string') continue;
        if (!address.startsWith(`${root}/`)) wrong.push(`${path}: ${address} is elsewhere`);
        const file = address.slice(root.length).replace(/\/$/, '/index.html');
        if (!asked.has(file)) asked.set(file, existsSync(join(DIST, file)));
        if (asked.get(file) !== true) wrong.push(`${path}: ${file}`);
      }
  }
  expect(pages.length).toBeGreaterThan(600);
  expect(wrong.slice(0, 20)).toEqual([]);
});
