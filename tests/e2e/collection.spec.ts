import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { parseBibtex } from '../../src/core/formats/bibtex.ts';
import { makeAxe } from './make-axe.ts';
import { PAGES } from './page-kinds.ts';

/** A page with a table of limits and no figure to wait for. */
const LIST = '/experiments/babar/';
const KEYS = ['BaBar:2014zli', 'Ilten:2018crw'];
const findButton = (page: Page): Locator =>
  page.locator('tr[data-limit="babar-2014-dark-photon"] button');

const listKeys = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('.collection-list > li > a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).hash));

test('papers gathered while reading leave as one file, and come and go with undo', async ({
  page,
}) => {
  await page.goto(LIST);
  const count = page.getByRole('link', { name: /^Collection \d/ });
  await expect(count).toBeHidden();
  const button = findButton(page);
  await expect(button).toHaveAccessibleName('Collect the papers of BaBar 2014');
  await button.press('Enter');
  await expect(count).toHaveText('Collection 2');
  await expect(page.getByRole('status').filter({ hasText: 'Collected' })).toContainText(
    '2 papers in your collection',
  );
  await count.click();
  await expect(page.locator('.collection-status')).toHaveText('2 papers collected.');
  expect(await listKeys(page)).toEqual(KEYS.map((key) => `#${key}`));
  await expect(page.getByRole('link', { name: 'BaBar 2014, Visible dark photon' })).toHaveCount(2);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'BibTeX' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('dark-portals.bib');
  const { entries, faults } = parseBibtex(readFileSync(await download.path(), 'utf8'));
  expect(faults).toEqual([]);
  expect(entries.map(({ key }) => key)).toEqual([...KEYS, 'DarkPortals:home']);

  // The button that is gone hands the focus to the next, and the last one to what brings it back.
  await page.getByRole('button', { name: /^Remove Search for a Dark Photon/ }).press('Enter');
  await expect(page.getByRole('button', { name: /^Remove Serendipity/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(page.locator('.collection-take')).toBeHidden();
  await page.keyboard.press('Enter');
  expect(await listKeys(page)).toEqual(['#Ilten:2018crw']);
  const { violations } = await makeAxe(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('a row of a table gathers its limit, a plane all of its limits, and other tabs know', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto('/collection/');
  await page.goto('/planes/dark-photon-invisible/');
  const row = page.getByRole('button', { name: 'Collect the papers of NA64 2023' });
  await row.click();
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  await expect(other.locator('.collection-list > li')).toHaveCount(1);
  await page.getByRole('button', { name: /^Collect all \d+$/ }).click();
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  expect(await other.locator('.collection-list > li').count()).toBeGreaterThan(10);
  await other.getByRole('button', { name: 'Remove all' }).click();
  await expect(row).toHaveAttribute('aria-pressed', 'false');
});

test('a link asks before it brings papers, and brings nothing that is none', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('dark-portals-collection') === null)
      localStorage.setItem('dark-portals-collection', '{"version":1,"papers":[["<b>",[]],3');
  });
  const query = `?keys=BaBar:2014zli,Nobody:1900aa,${encodeURIComponent('<img src=x onerror=alert(1)>')}`;
  await page.goto(`/collection/${query}`);
  const offer = page.getByRole('group', { name: 'Papers of a link' });
  await expect(offer).toContainText('This link brings 1 paper. Add to your collection?');
  await expect(page.locator('.collection-list > li')).toHaveCount(0);
  await offer.getByRole('button', { name: 'Leave it' }).click();
  await expect(offer).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
  await page.goto(`/collection/${query}`);
  await offer.getByRole('button', { name: 'Add it' }).click();
  expect(await listKeys(page)).toEqual(['#BaBar:2014zli']);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('where the browser keeps nothing, the link to the collection carries it', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(LIST);
  await findButton(page).click();
  await page.getByRole('link', { name: 'Collection 2' }).click();
  await page.getByRole('button', { name: 'Add 2 papers' }).click();
  expect(await listKeys(page)).toEqual(KEYS.map((key) => `#${key}`));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a page is cited in every format, with nothing that does not work', async ({ page }) => {
    await page.goto(PAGES.limit);
    await expect(page.locator('.collect, .cite-copy:visible')).toHaveCount(0);
    const cite = page.getByRole('region', { name: 'Cite this page' });
    await expect(cite).toContainText('Search for a Dark Photon in e⁺e⁻ Collisions at BaBar');
    await cite.getByText('RIS', { exact: true }).first().click();
    await expect(cite.locator('pre').nth(1)).toContainText('DO  - 10.1103/PhysRevLett.113.201801');
    await page.goto('/collection/');
    await expect(page.getByRole('link', { name: 'references.bib' })).toBeVisible();
    await expect(page.locator('dp-collection')).toBeHidden();
  });
});
