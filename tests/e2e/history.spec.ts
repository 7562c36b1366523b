import { expect, test } from '@playwright/test';
import { bringReader } from './bring-reader.ts';
import { PAGES } from './page-kinds.ts';

const CHANGES = '/changes/';

test('the year slider redraws the figure as of a year, and its end is now', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/figures/history/')) asked.push(request.url());
  });
  await page.goto(PAGES.plane);
  await bringReader(page);
  const figure = page.locator('dp-figure').first();
  const canvas = figure.locator('canvas');
  await expect(canvas).toBeVisible();
  const slider = figure.getByRole('slider', { name: 'As of year' });
  await expect(slider).toBeVisible();
  expect(asked, 'nothing is loaded before the slider is used').toEqual([]);
  const now = await canvas.screenshot();
  await slider.fill('2012');
  await expect(figure.locator('.figure-year output')).toContainText(/^2012: \d+ of \d+ curves/);
  expect(asked).toHaveLength(1);
  const then = await canvas.screenshot();
  expect(Buffer.compare(now, then)).not.toBe(0);
  await expect(
    figure.locator('li', { has: page.getByRole('button', { name: 'Show BaBar 2014' }) }),
  ).toHaveClass(/is-yet-to-come/);
  await slider.fill((await slider.getAttribute('max')) ?? '');
  await expect(figure.locator('.figure-year output')).toHaveText('now');
  await expect.poll(async () => Buffer.compare(now, await canvas.screenshot())).toBe(0);
});

test('the year slider moves with the keyboard and says what it shows', async ({ page }) => {
  await page.goto(PAGES.plane);
  await bringReader(page);
  const slider = page.getByRole('slider', { name: 'As of year' });
  await expect(slider).toBeVisible();
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^\d{4}: \d+ of \d+ curves/);
});

test('a curve switched off stays off in other years', async ({ page }) => {
  await page.goto(PAGES.plane);
  await bringReader(page);
  const figure = page.locator('dp-figure').first();
  const toggle = figure.getByRole('button', { name: 'Show BaBar 2014' });
  await expect(toggle).toBeEnabled();
  await toggle.click();
  await figure.getByRole('slider', { name: 'As of year' }).fill('2016');
  await expect(figure.locator('.figure-year output')).toContainText('2016');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});

test('a plane tells who improved what and when, and which confidence level holds where', async ({
  page,
}) => {
  await page.goto(PAGES.plane);
  await bringReader(page);
  const timeline = page.getByRole('region', { name: 'Who improved what, and when' });
  await expect(timeline.locator('.timeline > li:visible')).toHaveCount(8);
  await timeline.locator('summary').click();
  await expect(timeline.getByRole('link', { name: 'BaBar 2014' })).toBeVisible();
  await expect(timeline).toContainText('June 2014');
  await expect(timeline).toContainText(/stronger by a factor of [\d.]+/);
  await expect(page.locator('.frontier-levels')).toContainText('90 % CL');
});

test('the changes of all planes stand together, newest first, and lead to their planes', async ({
  page,
}) => {
  await page.goto(PAGES.home);
  await page
    .getByRole('navigation', { name: 'All sections' })
    .getByRole('link', { name: 'Changes' })
    .click();
  await expect(page).toHaveURL(new RegExp(`${CHANGES}$`));
  // The address changes before the last year has arrived.
  await page.waitForLoadState();
  const years = await page.locator('.changes-year h2').allTextContents();
  expect(years.length).toBeGreaterThan(10);
  expect(years).toEqual(years.toSorted().toReversed());
  const first = page.locator('.timeline-plane a').first();
  await expect(first).toHaveAttribute('href', /^\/planes\/[\w-]+\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no slider that would not work, and the timeline still stands', async ({
    page,
  }) => {
    await page.goto(PAGES.plane);
    await bringReader(page);
    await expect(page.locator('.figure-year')).toBeHidden();
    await expect(page.locator('.timeline > li').first()).toBeVisible();
  });
});
