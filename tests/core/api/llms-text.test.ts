import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listApiFiles } from '../../../src/core/api/list-files.ts';
import { writeLlmsText } from '../../../src/core/api/llms-text.ts';
import { digestText } from '../../../src/io/digest-text.ts';
import { makeApiSite } from '../../fixtures/api-site.ts';
import { makeCatalogue } from '../../fixtures/make-catalogue.ts';

const site = makeApiSite();
const text = writeLlmsText(site);
const links = [...text.matchAll(/\]\(https:\/\/example\.org(\/[^)]*)\)/g)].map(
  ([, path = '']) => path,
);

describe('llms.txt', () => {
  it('begins with the name of the site and what it is, then has sections of links', () => {
    expect(text).toMatch(/^# Dark Portals\n\n> .+\n\n/);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Portals',
      'Pages',
      'API',
    ]);
    expect(text).toContain('- [Vector](https://example.org/portals/vector/): A new photon.');
  });
  it('says what a combined limit is not, and how to cite', () => {
    expect(text).toContain('not a statistical combination');
    expect(text).toContain('Cite the paper of every limit');
  });
  it('leads to pages and files that exist', () => {
    const files = new Set(listApiFiles(site, digestText).map(({ path }) => `/api/v1/${path}`));
    const missing = links.filter((link) => {
      const page = `src/pages${link.replace(/\/$/, '')}`;
      return !(
        files.has(link) ||
        /^\/portals\/vector\/$/.test(link) ||
        existsSync(`${page}.astro`) ||
        existsSync(`${page}/index.astro`) ||
        existsSync(`${page}/[...page].astro`)
      );
    });
    expect(missing).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
  });
  it('has nothing but links in its lists, also where there are many files of a kind', () => {
    const items = text.split('\n').filter((line) => line.startsWith('- '));
    for (const item of items) expect(item).toMatch(/^- \[[^\]]+\]\(https:\/\/[^)<>]+\): \S/);
    expect(text).toContain(
      '- [`limits/<id>.json`](https://example.org/api/v1/limits/babar-2014-dark-photon.json): ',
    );
  });
  it('names no file of a kind of which there is none', () => {
    const empty = makeApiSite(makeCatalogue({ limits: [] }));
    expect(writeLlmsText(empty)).not.toContain('limits/<id>');
  });
  it('is short', () => {
    expect(text.length).toBeLessThan(8000);
  });
});
