import { expect, test } from '@playwright/test';
import { PAGES } from './page-kinds.ts';
import { makeAxe, shorten } from './make-axe.ts';

for (const [kind, path] of Object.entries(PAGES)) {
  test(`the page kind ${kind} loads without errors, asks no other host, fits a phone and is accessible`, async ({
    page,
    baseURL,
  }) => {
    const errors: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${baseURL ?? ''}/`) && !/^(data|blob):/.test(url)) foreign.push(url);
    });
    const wide = page.viewportSize() ?? { width: 1280, height: 720 };
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'px that a phone would scroll sideways').toBe(0);
    await page.setViewportSize(wide);
    await shorten(page);
    const { violations } = await makeAxe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });
}

test('the dark theme is accessible too, and is remembered', async ({ page }) => {
  await page.goto(PAGES.plane);
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await shorten(page);
  const { violations } = await makeAxe(page).withRules(['color-contrast']).analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
  await page.goto(PAGES.home);
  expect(await background()).toBe(dark);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a plane still shows its figure, its limits and where to take them', async ({ page }) => {
    await page.goto(PAGES.plane);
    const figure = page.locator('figure svg').first();
    await expect(figure).toBeVisible();
    expect(await figure.locator('path').count()).toBeGreaterThan(20);
    await expect(page.getByRole('link', { name: 'BaBar 2014' }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: /BibTeX/ }).first()).toBeVisible();
  });
});
