import { expect, test } from '@playwright/test';
import { PAGES } from './page-kinds.ts';
import { makeAxe } from './make-axe.ts';

for (const [kind, path] of Object.entries(PAGES)) {
  test(`the page kind ${kind} loads without errors, asks no other host and is accessible`, async ({
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
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('h1')).toHaveCount(1);
    // What KaTeX draws is hidden from programs that read aloud, and there are thousands of its spans; of
    // a long list the first entries show what all are like.
    const { violations } = await makeAxe(page)
      .exclude('.katex-html')
      .exclude('.references > li:nth-child(n+12)')
      .exclude('tbody > tr:nth-child(n+12)')
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });
}

test('no page kind scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide: string[] = [];
  for (const path of Object.values(PAGES)) {
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) wide.push(`${path}: ${String(overflow)} px`);
  }
  expect(wide).toEqual([]);
});

test('the dark theme is accessible too, and is remembered', async ({ page }) => {
  await page.goto(PAGES.plane);
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  const dark = await background();
  expect(dark).not.toBe(light);
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
