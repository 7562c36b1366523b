import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bringReader } from './bring-reader.ts';
import sirv from 'sirv';
import { readFrame, rewriteForCopy } from '../../src/io/offline/zip-site.ts';
import { type PlainServer, servePlainly, writeSmallSite } from '../fixtures/offline-site.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'default' });

const A = { text: 'Text of A', data: '"data of A"', date: '2026-01-01' };
const B = { text: 'Text of B', data: '"data of B"', date: '2026-02-02' };

let folder: string;
let server: PlainServer;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dark-portals-offline-'));
  server = await servePlainly(folder);
});
test.beforeEach(async () => {
  Object.assign(server, { isDown: false, delay: 0 });
  await writeSmallSite(folder, A);
});
test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Opens a page and waits until the worker has kept it. */
async function read(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate((url) => caches.match(url).then(Boolean), server.url + path))
    .toBe(true);
}

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

const isWaiting = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration !== undefined && registration.waiting !== null;
  });

/** The worker of a new version is there and waits. */
const waitForNewWorker = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        return registration?.waiting !== null;
      }),
    )
    .toBe(true);

test('what was read opens without a network, what was not says so', async ({ page }) => {
  await read(page, 'a/');
  await page.getByRole('button').click();
  await expect(page.getByRole('status').or(page.locator('output'))).toHaveText('"data of A"');
  // The first page was there before the worker, this one after it.
  await read(page, '');
  server.isDown = true;
  await page.goto(server.url);
  await expect(page.locator('h1')).toHaveText('Home');
  await page.goto(`${server.url}a/?view=1#there`);
  await expect(page.locator('main')).toContainText('Text of A');
  await page.getByRole('button').click();
  await expect(page.locator('output')).toHaveText('"data of A"');
  await page.goto(`${server.url}a`);
  expect(page.url()).toBe(`${server.url}a/`);
  const answer = await page.goto(`${server.url}b/`);
  expect(answer?.status()).toBe(503);
  await expect(page.locator('.offline-path')).toHaveText('/b/');
  await expect(page.locator('.offline-pages li')).toHaveText(['Home', 'Page A']);
  await expect(page.locator('.offline-status')).toContainText('no connection');
});

test('a page is never answered with data of another version, and offers to reload', async ({
  page,
}) => {
  await read(page, 'a/');
  await page.reload();
  await writeSmallSite(folder, B);
  // Its own data are gone, and B's are not taken for them.
  await page.getByRole('button').click();
  await expect(page.locator('output')).toHaveText('404');
  await expect(page.locator('.update-notice')).toContainText('updated (2026-02-02)');
  await page.locator('.update-notice button', { hasText: 'Later' }).click();
  // A reader who is online gets the newest page, from whichever worker.
  await page.goto(`${server.url}b/`);
  await expect(page.locator('main')).toContainText('Text of B');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.locator('output')).toHaveText('"data of B"');
  await waitForNewWorker(page);
  await expect(page.locator('.update-notice')).toHaveCount(0);
});

test('a newer version waits until the reader wishes it', async ({ page }) => {
  await read(page, 'a/');
  await page.getByRole('button').click();
  await expect(page.locator('output')).toHaveText('"data of A"');
  await page.reload();
  await writeSmallSite(folder, B);
  await waitForNewWorker(page);
  const notice = page.locator('.update-notice');
  await expect(notice).toContainText('A newer version of the data is there (2026-02-02)');
  // Until then what was kept of A answers.
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.locator('output')).toHaveText('"data of A"');
  expect(await isWaiting(page)).toBe(true);
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('main')).toContainText('Text of B');
  await expect(notice).toHaveCount(0);
  expect(await isWaiting(page)).toBe(false);
  server.isDown = true;
  await page.reload();
  await expect(page.locator('main')).toContainText('Text of B');
});

test('everything is saved on request, stopped, gone on with and removed', async ({ page }) => {
  await read(page, 'about/offline/');
  await page.reload();
  await expect(page.locator('[data-size="pages"]')).toContainText('files');
  await page.getByLabel('All').check();
  server.delay = 150;
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.offline-done')).toContainText('of');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('.offline-status')).toContainText('Stopped');
  await expect(page.locator('.offline-state')).toContainText('not finished');
  server.delay = 0;
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.offline-status')).toContainText('Saved.');
  server.isDown = true;
  await page.goto(`${server.url}b/`);
  await page.getByRole('button').click();
  await expect(page.locator('output')).toHaveText('"data of A"');
  const table = await page.evaluate(() => fetch('../table.csv').then((answer) => answer.text()));
  expect(table).toContain('mass,value');
  server.isDown = false;
  // A file of another version under the same name is not saved for this one.
  await page.goto(`${server.url}about/offline/`);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.locator('.offline-state')).toContainText('No page is saved');
  await page.reload();
  await expect(page.locator('[data-size="pages"]')).toContainText('files');
  await writeSmallSite(folder, B);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.offline-status')).toContainText('site was updated');
});

test('the switch takes the worker and its caches away, and nothing of others', async ({ page }) => {
  await read(page, 'a/');
  await page.evaluate(() => caches.open('dark-portals /other/ 0'));
  await writeSmallSite(folder, { ...B, isOff: true });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
  expect(await cacheNames(page)).toEqual(['dark-portals /other/ 0']);
  await page.goto(`${server.url}b/`);
  await expect(page.locator('main')).toContainText('Text of B');
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
});

test('a real plane, its figure, the check and the search work as read', async ({ page }) => {
  const site = await servePlainly(
    'dist',
    new URL((await readFrame('dist')).base, 'http://x').pathname,
  );
  const open = async (path: string): Promise<void> => {
    await page.goto(site.url + path);
  };
  const look = async (): Promise<void> => {
    await open(`planes/${LIGHT}/`);
    await bringReader(page);
    await expect(page.locator('dp-figure.is-interactive')).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await open(`check/?plane=${LIGHT}&mass=100&unit=MeV&value=1e-9`);
    await expect(page.locator('.check-answer')).toContainText(/limit|allowed|excluded|measured/i);
    await page.keyboard.press('/');
    await page.locator('search-panel input:focus').fill('photon');
    await expect(page.locator('search-panel .search-results li').first()).toBeVisible();
  };
  await look();
  site.isDown = true;
  await look();
  await site.close();
});

test('a copy works in another folder of a plain file server', async ({ page }) => {
  const frame = await readFrame('dist');
  const files = sirv('dist', { dev: true });
  const failed: string[] = [];
  const copy = createServer((request, response) => {
    const url = request.url ?? '';
    const missing = (): void => {
      failed.push(url);
      response.writeHead(404).end();
    };
    if (!url.startsWith(FOLDER)) {
      missing();
      return;
    }
    const path = url
      .slice(FOLDER.length - 1)
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '/index.html');
    request.url = path;
    if (!/\.(html|css)$/.test(path)) {
      files(request, response, missing);
      return;
    }
    readFile(join('dist', path)).then((content) => {
      response
        .writeHead(200, { 'content-type': path.endsWith('css') ? 'text/css' : 'text/html' })
        .end(rewriteForCopy(path, content, frame));
    }, missing);
  });
  await new Promise<void>((resolve) => copy.listen(0, 'localhost', resolve));
  const root = `http://localhost:${String((copy.address() as AddressInfo).port)}${FOLDER}`;
  await page.goto(root);
  await page.locator('a[href="./planes/"]').first().click();
  await page.goto(`${root}planes/${LIGHT}/`);
  await bringReader(page);
  await expect(page.locator('dp-figure.is-interactive')).toBeVisible();
  await page.keyboard.press('/');
  await page.locator('search-panel input:focus').fill('Belle');
  const hit = page.locator('search-panel .search-results a').first();
  await expect(hit).toBeVisible();
  expect(await hit.evaluate((link: HTMLAnchorElement) => link.href)).toContain(root);
  await page.goto(`${root}check/?plane=dark-photon-visible&mass=100&unit=MeV&value=2e-3`);
  await expect(page.locator('.check-answer')).toContainText('xcluded');
  await expect(page.locator('.check-answer a').first()).toHaveAttribute('href', /^\.\.\/limits\//);
  await page.goto(`${root}recast/`);
  await bringReader(page);
  await expect(page.locator('dp-figure.is-interactive, .is-interactive').first()).toBeVisible();
  await page.goto(`${root}compare/?v=1&p=${LIGHT}`);
  await bringReader(page);
  await expect(page.locator('.compare-figure .is-interactive').first()).toBeVisible();
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
  expect(failed).toEqual([]);
  copy.close();
  copy.closeAllConnections();
});

/** A plane with few limits. */
const LIGHT = 'br-klong-pi0-x-to-invisible';

/** A folder of another depth than the site's own. */
const FOLDER = '/some/where/else/';
