import { gzipSync } from 'node:zlib';
import type { Request } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { bringReader } from './bring-reader.ts';
import { PAGES } from './page-kinds.ts';

test('a figure becomes interactive when it comes into view, and its curves can be hidden', async ({
  page,
}) => {
  await page.goto(PAGES.plane);
  await bringReader(page);
  const figure = page.locator('dp-figure').first();
  await expect(figure.locator('canvas')).toBeVisible();
  const toggle = figure.getByRole('button', { name: 'Show BaBar 2014' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const before = await figure.locator('canvas').screenshot();
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await expect
    .poll(async () => Buffer.compare(before, await figure.locator('canvas').screenshot()))
    .not.toBe(0);
});

test('a curve can be hidden with the keyboard alone', async ({ page }) => {
  await page.goto(PAGES.plane);
  await bringReader(page);
  const toggle = page.locator('dp-figure').first().getByRole('button', { name: 'Show BaBar 2014' });
  await expect(toggle).toBeEnabled();
  await toggle.focus();
  await page.keyboard.press('Space');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});

test('hovering over a curve tells its value and its paper', async ({ page }) => {
  await page.goto(PAGES.limit);
  await bringReader(page);
  const canvas = page.locator('dp-figure canvas').first();
  await expect(canvas).toBeVisible();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('the canvas has no box');
  const tip = page.locator('.figure-tip').first();
  // Somewhere along this column the pointer meets a curve.
  await expect
    .poll(async () => {
      for (let y = 0.15; y < 0.9; y += 0.03) {
        await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * y);
        if (await tip.isVisible()) return (await tip.textContent()) ?? '';
      }
      return '';
    })
    .toMatch(/\d{4}/);
});

test('the figure code is loaded only where a figure is', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto(PAGES.contribute, { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /chart/i.test(url))).toEqual([]);
});

test('a page loads at most 60 kB of compressed JavaScript before interaction, figures aside', async ({
  page,
}) => {
  for (const path of [PAGES.home, PAGES.references, PAGES['search page']]) {
    const urls = new Set<string>();
    const collect = (request: Request): void => {
      const url = request.url();
      if (request.resourceType() === 'script' && !/chart/i.test(url)) urls.add(url);
    };
    page.on('request', collect);
    await page.goto(path, { waitUntil: 'networkidle' });
    page.off('request', collect);
    expect(urls.size, path).toBeGreaterThan(0);
    let total = 0;
    for (const url of urls) total += gzipSync(await (await page.request.get(url)).body()).length;
    expect(total, path).toBeLessThan(60_000);
  }
});
