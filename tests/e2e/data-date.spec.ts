import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const NOTICE = 'Age of the data';

test('a page says nothing of its age while the data are young', async ({ page }) => {
  await page.goto('/limits/babar-2014-dark-photon/');
  await expect(page.locator('footer time')).toBeVisible();
  await expect(page.getByRole('complementary', { name: NOTICE })).toHaveCount(0);
});

test('years later a page says by itself how old its data are, on screen and on paper', async ({
  page,
}) => {
  await page.clock.setFixedTime('2040-01-15T12:00:00Z');
  await page.goto('/limits/babar-2014-dark-photon/');
  const notice = page.getByRole('complementary', { name: NOTICE });
  const date = (await page.locator('footer time').first().textContent()) ?? 'no date';
  await expect(notice).toContainText(`The data on this site are of ${date}, `);
  await expect(notice).toContainText(/1\d years ago\. Newer results may exist/);
  // A page whose clock stands still is never laid out as a whole, which `makeAxe` waits for.
  const { violations } = await new AxeBuilder({ page }).include('.data-date').analyze();
  expect(violations).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(notice).toBeVisible();
});

test('a figure shown on another page says it too', async ({ page }) => {
  await page.clock.setFixedTime('2040-01-15T12:00:00Z');
  await page.goto('/embed/dark-photon-visible/');
  await expect(page.getByRole('complementary', { name: NOTICE })).toContainText('years ago');
});

test('the page of changes lists the released versions with what each brought', async ({ page }) => {
  await page.goto('/changes/');
  const first = page.locator('.release').last();
  await expect(first.getByRole('heading', { name: '0.1.0' })).toBeVisible();
  await first.locator('summary').click();
  await expect(first).toContainText('The catalogue runs end to end');
});
