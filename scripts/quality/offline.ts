import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import sirv from 'sirv';
import {
  CURRENT_FILE,
  type CurrentBuild,
  type ListedFile,
} from '../../src/core/offline/build-facts.ts';
import { isPage } from '../../src/core/offline/choose-way.ts';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { countFaults } from '../../src/core/quality/quality-report.ts';
import { SITE } from '../../src/io/replace-site.ts';
import { basePath } from '../../src/io/site.ts';
import { bringReader } from '../../tests/e2e/bring-reader.ts';
import { useBrowser } from '../../tests/e2e/find-browser.ts';

/** What is to be loaded before anything is saved, compressed [B]. */
const MOST_LISTS = 150_000;
const MOST_WORKER = 8_000;

/** Saving is given up after this time [ms]. */
const PATIENCE = 10 * 60_000;

/**
 * Saves the pages of the built site in a real browser, takes the server away, and opens a page of each kind and
 * every file that was saved.
 */
export async function measureOffline(): Promise<Measurement> {
  const current = JSON.parse(await readFile(join(SITE, CURRENT_FILE), 'utf8')) as CurrentBuild;
  const [pages, data] = await Promise.all([
    readFile(join(SITE, current.pages.list)),
    readFile(join(SITE, current.data.list)),
  ]);
  const listed = JSON.parse(pages.toString('utf8')) as ListedFile[];
  const worker = await readFile(join(SITE, 'sw.js'));
  const figures: QualityFigure[] = [
    {
      what: 'pages, figures, search, check and recast',
      value: megabytes(current.pages.bytes),
      unit: 'MB',
    },
    { what: 'every data file besides', value: megabytes(current.data.bytes), unit: 'MB' },
    {
      what: 'lists of files, compressed',
      value: gzipSync(pages).length + gzipSync(data).length,
      unit: 'B',
      most: MOST_LISTS,
    },
    {
      what: 'the worker, compressed',
      value: gzipSync(worker).length,
      unit: 'B',
      most: MOST_WORKER,
    },
    ...(await measureCopy()),
  ];
  const site = await serveSwitchable();
  try {
    await useBrowser(async (browser) => {
      const context = await browser.newContext();
      const seconds = await saveAll(await context.newPage(), site.url);
      figures.push({ what: 'saving the pages on loopback', value: seconds, unit: 's' });
      site.isDown = true;
      figures.push(await readEveryFile(await context.newPage(), site.url, listed));
      figures.push(...(await openEveryKind(context, site.url, listed)));
    });
  } finally {
    site.close();
  }
  return {
    method:
      'The built site served on loopback; “Save” pressed on /about/offline/ in Chromium, then the server stopped answering. Every saved file is loaded and a page of each kind opened; figures have to become interactive, and check, search and recast to answer.',
    figures,
  };
}

async function measureCopy(): Promise<QualityFigure[]> {
  const copy = await stat(join(SITE, 'about/offline/dark-portals-site.zip')).catch(() => undefined);
  return copy === undefined
    ? []
    : [{ what: 'the copy as a ZIP file', value: megabytes(copy.size), unit: 'MB' }];
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

/** Saves the pages as a reader does. @returns how long it took [s] */
async function saveAll(page: Page, url: string): Promise<number> {
  await page.goto(`${url}about/offline/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const started = performance.now();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.offline-status', { hasText: 'Saved.' }).waitFor({ timeout: PATIENCE });
  const seconds = (performance.now() - started) / 1000;
  await page.close();
  return Math.round(seconds * 10) / 10;
}

/** Saved files that cannot be had. */
async function readEveryFile(
  page: Page,
  url: string,
  listed: readonly ListedFile[],
): Promise<QualityFigure> {
  await page.goto(url);
  const failed = await page.evaluate(
    async ({ root, paths }) => {
      const bad: string[] = [];
      for (const path of paths) {
        const response = await fetch(root + path).catch(() => undefined);
        await response?.body?.cancel();
        if (response?.status !== 200) bad.push(path);
      }
      return bad;
    },
    { root: url, paths: listed.map(([path]) => encodeURI(path)) },
  );
  await page.close();
  return countFaults(
    `saved files that fail, of ${String(listed.length)}`,
    failed.map((found) => ({ found })),
  );
}

async function waitForFigure(page: Page): Promise<void> {
  await bringReader(page);
  await page.locator('.is-interactive').first().waitFor();
}

/** What a page of a kind has to do besides being there. */
const WORKS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'planes/*': waitForFigure,
  'embed/*': waitForFigure,
  recast: waitForFigure,
  compare: waitForFigure,
  check: async (page) => {
    await page.goto(`${page.url()}?plane=dark-photon-visible&mass=100&unit=MeV&value=2e-3`);
    await page.locator('.check-answer[data-state]').waitFor();
  },
  search: async (page) => {
    await page.locator('main search-panel input').first().fill('Belle');
    await page.locator('.search-results a').first().waitFor();
  },
};

/** The first page of each folder, its list and its pages apart: those that fail, or ask for what is not saved. */
async function openEveryKind(
  context: BrowserContext,
  url: string,
  listed: readonly ListedFile[],
): Promise<QualityFigure[]> {
  const kinds = new Map<string, string>();
  for (const [path] of listed.filter(([path]) => isPage(path))) {
    const [folder = '', rest = ''] = path.split(/\/(.*)/s);
    const kind = rest === '' ? folder : `${folder}/*`;
    if (!kinds.has(kind)) kinds.set(kind, path);
  }
  const failures: string[] = [];
  for (const [kind, path] of kinds) {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('requestfailed', (request) => failures.push(`${path}: ${request.url()}`));
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(`${path}: ${response.url()}`);
    });
    try {
      await page.goto(url + path, { waitUntil: 'load' });
      await WORKS[kind]?.(page);
    } catch (error) {
      failures.push(`${path}: ${String(error).split('\n')[0] ?? ''}`);
    }
    await page.close();
  }
  return [
    { what: 'kinds of pages opened without a server', value: kinds.size },
    countFaults(
      'failures on them',
      failures.map((found) => ({ found })),
    ),
  ];
}

/** The built site on a free port, until it is down: then every connection breaks off. */
async function serveSwitchable(): Promise<{
  readonly url: string;
  isDown: boolean;
  readonly close: () => void;
}> {
  const files = sirv(SITE, { dev: true, etag: true });
  const state = { isDown: false };
  const server = createServer((request, response) => {
    if (state.isDown) {
      request.socket.destroy();
      return;
    }
    const missing = (): void => {
      response.writeHead(404).end();
    };
    if (!(request.url ?? '').startsWith(basePath)) {
      missing();
      return;
    }
    request.url = (request.url ?? '').slice(basePath.length - 1);
    files(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://localhost:${String(port)}${basePath}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
}
