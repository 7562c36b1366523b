import { expect, test } from '@playwright/test';
import { openFigure } from './figure-page.ts';
import { PAGES } from './page-kinds.ts';

test('a plane is used with the keyboard alone: skip link, panel, sorting', async ({ page }) => {
  const figure = await openFigure(page, PAGES.plane);
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  // The next stop is in the content: the header was skipped.
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

  const tab = figure.locator('.figure-tabs button', { hasText: 'Numbers' });
  await tab.focus();
  await page.keyboard.press('Enter');
  await expect(tab).toHaveAttribute('aria-expanded', 'true');
  const table = figure.getByRole('table', { name: 'The curves shown' });
  await expect(table).toBeVisible();
  const sort = table.locator('thead button').first();
  const header = table.locator('thead th').first();
  await sort.focus();
  const first = await header.getAttribute('aria-sort');
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute(
    'aria-sort',
    first === 'ascending' ? 'descending' : 'ascending',
  );
  await expect(sort).toBeFocused();
});

test('the menu of a phone opens and is left with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(PAGES.home);
  const more = page.locator('.menu-bar summary');
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.menu-bar details')).toHaveAttribute('open');
  await page.keyboard.press('Tab');
  await expect(page.locator('.menu-bar details a').first()).toBeFocused();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.menu-bar details')).not.toHaveAttribute('open');
});
