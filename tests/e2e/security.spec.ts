import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { listHeaders } from '../../src/core/hosting/header-rules.ts';
import { NO_TEXT } from '../../src/io/third-party.ts';
import { HEADER_RULES } from '../../src/layouts/policy.ts';
import {
  fillStorage,
  findTraces,
  HOSTILE_FRAGMENT,
  HOSTILE_QUERY,
  READING_PAGES,
  watchHarm,
} from './hostile-address.ts';
import { PAGES } from './page-kinds.ts';

const DRAWING = '/figures/dark-photon-invisible.svg';

test('files come with the headers of the policy, and a drawing may be looked at by itself', async ({
  page,
  request,
  baseURL,
}) => {
  const hashed = /\/_astro\/[^"]+\.css/.exec(readFileSync('dist/index.html', 'utf8'))?.[0] ?? '';
  for (const path of [
    '/',
    '/embed/dark-photon-invisible/',
    '/api/v1/index.json',
    DRAWING,
    hashed,
  ]) {
    const given = (await request.get(path)).headers();
    for (const [name, value] of listHeaders(HEADER_RULES, path))
      expect(given[name.toLowerCase()], `${path} ${name}`).toBe(value);
  }
  expect(readFileSync('dist/licences.txt', 'utf8')).not.toContain(NO_TEXT);
  const harm = await watchHarm(page, baseURL ?? '');
  await page.goto(DRAWING);
  expect(await page.locator('svg').count()).toBeGreaterThan(0);
  expect(harm).toEqual([]);
});

test('what somebody managed to put into a page could neither run, nor load, nor send', async ({
  page,
}) => {
  await page.goto(PAGES.experiment);
  const refused = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      blocked.push(effectiveDirective);
    });
    const add = (html: string): void => {
      document.body.append(document.createRange().createContextualFragment(html));
    };
    add('<script>window.harmed = 1</script>');
    add('<img src="/nothing.png" onerror="window.harmed = 1">');
    add('<img src="https://evil.invalid/">');
    add('<style>body { color: red }</style>');
    add('<iframe src="/"></iframe>');
    add('<object data="/favicon.svg"></object>');
    add('<base href="https://evil.invalid/">');
    add('<video src="/x.mp4"></video>');
    add('<form action="https://evil.invalid/"></form>');
    document.querySelector<HTMLFormElement>('form[action^="https:"]')?.submit();
    await fetch('https://evil.invalid/').catch(() => undefined);
    const module = 'data:text/javascript,window.harmed = 1';
    await import(module).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [...new Set(blocked)].sort();
  });
  expect(refused).toEqual([
    'base-uri',
    'connect-src',
    'form-action',
    'frame-src',
    'img-src',
    'media-src',
    'object-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-elem',
  ]);
  expect(await findTraces(page)).not.toContain('code ran');
  expect(await page.evaluate(() => document.baseURI)).toContain('/experiments/babar/');
});

test('another site may frame what is made to be embedded, and no other page', async ({
  page,
  baseURL,
}) => {
  const frame = (name: string, path: string): string =>
    `<iframe name="${name}" src="${baseURL ?? ''}${path}"></iframe>`;
  const other = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(frame('embed', '/embed/dark-photon-invisible/') + frame('page', PAGES.experiment));
  });
  await once(other.listen(0, '127.0.0.1'), 'listening');
  await page.goto(`http://127.0.0.1:${String((other.address() as AddressInfo).port)}/`);
  await expect(page.frameLocator('[name=embed]').locator('h1')).toBeVisible();
  expect(page.frame('page')?.url()).toBe('chrome-error://chromewebdata/');
  other.close();
});

test('hostile addresses and a hostile storage remain text on every page that reads them', async ({
  page,
  baseURL,
}) => {
  const harm = await watchHarm(page, baseURL ?? '');
  await fillStorage(page);
  for (const path of READING_PAGES) {
    await page.goto(`${path}${HOSTILE_QUERY}#${HOSTILE_FRAGMENT}`);
    // What reads the address late: the figure when it is near, the search when its index is there.
    await page.waitForLoadState('networkidle');
    expect(await findTraces(page), path).toEqual([]);
    expect(harm, path).toEqual([]);
  }
  // The watch itself: it sees what it looks for.
  await page.evaluate(() => {
    document.body.append(
      document.createRange().createContextualFragment('<img src="/favicon.svg" onload="harmed=1">'),
    );
  });
  expect(await findTraces(page)).toEqual(['IMG onload=harmed=1']);
  await expect.poll(() => harm.join()).toContain('script-src');
});
