import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CurrentBuild, ListedFile } from '../../../src/core/offline/build-facts.ts';
import { findBuild } from '../../../src/core/offline/build-mark.ts';
import { COPY_FILE, offerCopy } from '../../../src/io/offline/finish-offline.ts';
import { listFiles } from '../../../src/io/release/list-files.ts';
import { SMALL_BASE, writeSmallSite } from '../../fixtures/offline-site.ts';

const SITE = { text: 'Text', data: '"data"', date: '2026-01-01' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dark-portals-finish-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
const readCurrent = async (): Promise<CurrentBuild> =>
  JSON.parse(await read('about/offline/current.json')) as CurrentBuild;

/** Every file with its bytes. */
async function readAll(): Promise<Map<string, string>> {
  const files = await listFiles(folder);
  return new Map(
    await Promise.all(
      files.map(async (path) => [path, await readFile(join(folder, path), 'latin1')] as const),
    ),
  );
}

describe('a finished site', () => {
  it('has an id that depends on nothing but its files', async () => {
    await writeSmallSite(folder, SITE);
    const first = await readAll();
    await writeSmallSite(folder, SITE);
    expect(await readAll()).toEqual(first);
    const { build } = await readCurrent();
    await writeSmallSite(folder, { ...SITE, data: '"other"' });
    expect((await readCurrent()).build).not.toBe(build);
  });

  it('says in every page which build it is of, and loads what is named by its content', async () => {
    await writeSmallSite(folder, SITE);
    const { build, date } = await readCurrent();
    const page = await read('a/index.html');
    expect(findBuild(page)).toBe(build);
    expect(date).toBe('2026-01-01');
    const address = /data-src="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(address).toMatch(/^\/sub\/_astro\/[0-9a-f]{10}\/figures\/spec$/);
    expect(await read(`${address.slice(SMALL_BASE.length)}/p.json`)).toBe(SITE.data);
    expect(await listFiles(folder)).not.toContain('/figures/spec/p.json');
  });

  it('lists what can be saved, with digests where a name is the same in every build', async () => {
    await writeSmallSite(folder, SITE);
    const { pages, data } = await readCurrent();
    const listed = JSON.parse(await read(pages.list)) as ListedFile[];
    expect(listed).toHaveLength(pages.files);
    expect(listed.find(([path]) => path === 'a/')).toHaveLength(2);
    expect(listed.find(([path]) => path === 'favicon.svg')?.[2]).toMatch(/^[0-9a-f]{12}$/);
    expect(listed.map(([path]) => path)).not.toContain('sw.js');
    expect((JSON.parse(await read(data.list)) as ListedFile[]).map(([path]) => path)).toEqual([
      'table.csv',
    ]);
  });

  it('has a worker that saves the page about what is saved, with all it needs', async () => {
    await writeSmallSite(folder, SITE);
    const worker = await read('sw.js');
    // On the reader's wish and nowhere else.
    expect(worker.match(/"take-over"&&\w+\.waitUntil\(\w+\.skipWaiting\(\)\)/g)).toHaveLength(1);
    expect(worker.match(/skipWaiting/g)).toHaveLength(1);
    const facts = JSON.parse(worker.slice('self.BUILD='.length, worker.indexOf(';\n'))) as {
      shell: string[];
    };
    const chunks = [...(await read('_astro/dp-offline.js')).matchAll(/"\.\/(chunk[^"]+)"/g)];
    expect(chunks.length).toBeGreaterThan(0);
    expect(facts.shell).toEqual(
      expect.arrayContaining([
        'about/offline/',
        '_astro/dp-offline.js',
        ...chunks.map(([, name = '']) => `_astro/${name}`),
      ]),
    );
    expect(facts.shell.some((path) => path.startsWith('_astro/update-notice.'))).toBe(true);
  });

  it('has, where it is switched off, pages of no build and a worker that ends itself', async () => {
    await writeSmallSite(folder, { ...SITE, isOff: true });
    expect(findBuild(await read('a/index.html'))).toBeUndefined();
    expect(await read('sw.js')).toContain('unregister');
    expect(await listFiles(folder)).not.toContain('/about/offline/current.json');
  });
});

describe('a copy', () => {
  it('is the same bytes each time, of no build, and offered with its size', async () => {
    await writeSmallSite(folder, SITE);
    const { bytes } = await offerCopy(folder, SMALL_BASE);
    const zip = await readFile(join(folder, COPY_FILE));
    expect(zip).toHaveLength(bytes);
    expect(await read('about/offline/index.html')).toContain(
      `, <a href="/sub/${COPY_FILE}">dark-portals-site.zip</a> (`,
    );
    const files = unzipSync(zip);
    const page = Buffer.from(files['dark-portals/a/index.html'] ?? []).toString();
    expect(page).toContain('href="../manifest.webmanifest"');
    expect(page).toMatch(/data-src="\.\.\/_astro\/[0-9a-f]{10}\/figures\/spec"/);
    expect(findBuild(page)).toBeUndefined();
    expect(Object.keys(files).sort()).toEqual(Object.keys(files));
    expect(Object.keys(files).filter((path) => /sw\.js|current\.json|\.zip/.test(path))).toEqual(
      [],
    );
    await writeSmallSite(folder, SITE);
    await offerCopy(folder, SMALL_BASE);
    expect(await readFile(join(folder, COPY_FILE))).toEqual(zip);
  });
});
