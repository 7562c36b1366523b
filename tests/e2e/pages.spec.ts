import { expect, test } from '@playwright/test';
import { MOST_LAYOUT_SHIFT, PAGE_BUDGETS } from '../../src/core/quality/budgets.ts';
import { compareBudget } from '../../src/core/quality/compare-budget.ts';
import { listMissed } from '../../src/core/quality/quality-report.ts';
import { weighPage } from '../../src/io/weigh-page.ts';
import { readLoadedPage } from './loaded-page.ts';
import { PAGES } from './page-kinds.ts';
import { AT_400_PERCENT, findBlindStops, findOverflow, spaceText } from './look-at-access.ts';
import { COLOUR_RULES, makeAxe, shorten } from './make-axe.ts';

// What has focus is looked for where the page is scrolled to, not on its way there.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
/** Stops of the keyboard that are looked at on each page; npm run quality looks at all. */
const SOME_STOPS = 40;
const MOST_LOADS = 3;

for (const [kind, path] of Object.entries(PAGES)) {
  test(`the page kind ${kind} loads without errors, asks no other host, keeps its budgets, fits a small window and is accessible in both themes`, async ({
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
    // High enough to see what moves while the page loads.
    await page.setViewportSize({ ...AT_400_PERCENT, height: 800 });
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    let loaded = await readLoadedPage(page);
    // Fonts that come late on a busy machine break a line anew; what the page itself moves it moves at every load.
    for (let load = 1; load < MOST_LOADS && loaded.shift >= MOST_LAYOUT_SHIFT; load++) {
      await page.reload();
      loaded = await readLoadedPage(page);
    }
    const { fonts, shift, moved } = loaded;
    expect(shift, `layout shift, most of it of ${moved}`).toBeLessThan(MOST_LAYOUT_SHIFT);
    const budget = PAGE_BUDGETS[kind] ?? { kilobytes: 0, requests: 0, elements: 0 };
    const figures = compareBudget(path, weighPage('dist', path, fonts), budget);
    expect(listMissed({ figures }), 'budgets of src/core/quality/budgets.ts').toEqual([]);
    await page.setViewportSize(AT_400_PERCENT);
    const { blind } = await findBlindStops(page, SOME_STOPS);
    expect(blind, 'focus that cannot be seen').toEqual([]);
    const unspace = await spaceText(page);
    const { px, culprit } = await findOverflow(page);
    expect(px, `px that a page at 400 % would scroll sideways: ${culprit}`).toBe(0);
    await unspace();
    await page.setViewportSize(wide);
    await shorten(page);
    const { violations } = await makeAxe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    const dark = await makeAxe(page).withRules(COLOUR_RULES).analyze();
    expect(dark.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });
}

test('the dark theme is remembered', async ({ page }) => {
  await page.goto(PAGES.plane);
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  const dark = await background();
  expect(dark).not.toBe(light);
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
