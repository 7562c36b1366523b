import { expect, test } from '@playwright/test';
import { PAGES } from './page-kinds.ts';

test('search opens with a key on any page, finds the dark photon and leads there', async ({
  page,
}) => {
  await page.goto(PAGES.references);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('dark photon');
  const results = dialog.getByRole('listitem').filter({ has: page.getByRole('link') });
  await expect(results.first()).toContainText(/dark photon/i);
  await results.first().getByRole('link').first().click();
  await expect(page.locator('h1')).toContainText(/dark photon/i);
});

test('search narrows to a portal, an experiment, a kind and a year', async ({ page }) => {
  await page.goto(PAGES['search page']);
  const panel = page.locator('main');
  for (const name of ['portal', 'experiment', 'kind', 'year']) {
    await expect(panel.getByRole('combobox', { name })).toBeVisible();
  }
  await panel.getByRole('searchbox').fill('dark photon');
  const links = panel.locator('ol a, ul a');
  await expect(links.first()).toBeVisible();
  await panel.getByRole('combobox', { name: 'kind' }).selectOption('limit');
  await panel.getByRole('combobox', { name: 'experiment' }).selectOption('BaBar');
  await expect(links.first()).toBeVisible();
  await expect(links.first()).toHaveAttribute('href', /babar/);
});

test('Escape closes the search and gives the focus back', async ({ page }) => {
  await page.goto(PAGES.home);
  const before = page.getByRole('link', { name: 'Dark Portals' }).first();
  await before.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(before).toBeFocused();
});
