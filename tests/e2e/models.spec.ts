import { gzipSync } from 'node:zlib';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { PAGES } from './page-kinds.ts';
import { makeAxe } from './make-axe.ts';

const valueOf = (page: Page, name: string): Locator => page.locator(`[data-value="${name}"]`);
const statementOf = (page: Page): Locator => page.locator('.decay-statement');

test('moving a slider changes the numbers, the marks in both figures and the address', async ({
  page,
}) => {
  await page.goto(PAGES.model);
  await page.locator('model-calculator').scrollIntoViewIfNeeded();
  await expect(statementOf(page)).toHaveText(/^\d+ of \d+ decay channels are open\.$/u);
  await expect(page.locator('line.decay-mark')).toHaveCount(2);
  const before = await valueOf(page, 'ctau').textContent();
  const mass = page.getByRole('slider', { name: 'Mass, logarithmic' });
  await mass.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[name="mass"]')).toHaveValue('1e-3');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('PageUp');
  await expect(valueOf(page, 'ctau')).not.toHaveText(before ?? '');
  await expect(mass).toHaveAttribute('aria-valuetext', /GeV$/u);
  await expect(page).toHaveURL(/\?mass=[\d.e-]+&coupling=1e-5&machine=b-factories$/u);
  await page.getByLabel('Made with a photon at').selectOption('bes-3');
  await expect(valueOf(page, 'energy')).toHaveText('1.887 GeV');
  await expect(page).toHaveURL(/machine=bes-3$/u);
});

test('an address asks its question again', async ({ page }) => {
  await page.goto(`${PAGES.model}?mass=0.1&coupling=1e-4&machine=kloe`);
  await expect(page.locator('[name="mass"]')).toHaveValue('0.1');
  await expect(page.locator('[name="machine"]')).toHaveValue('kloe');
  // ħc over ε²αm/3, and times (s − m²)/(2m√s).
  await expect(valueOf(page, 'ctau')).toHaveText('81.1 µm');
  await expect(valueOf(page, 'boost')).toHaveText('5.05');
  await expect(valueOf(page, 'flight')).toHaveText('410 µm');
  const row = page.locator('.decay-table tr:visible').filter({ hasText: '%' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('100 %');
});

test('bad input is answered with a sentence, never with NaN', async ({ page }) => {
  await page.goto(`${PAGES.model}?mass=2&coupling=1e-4&machine=kloe`);
  await expect(statementOf(page)).toContainText('2 GeV is too heavy for this machine');
  await expect(valueOf(page, 'flight')).toHaveText('–');
  await expect(valueOf(page, 'ctau')).toContainText('m');
  const mass = page.getByLabel('Mass', { exact: false }).and(page.locator('[type="text"]'));
  for (const [text, sentence] of [
    ['-1', 'mass is negative'],
    ['0', 'mass is zero'],
    ['a lot', '“a lot” is not a number'],
    ['500', 'above the masses for which this model is computed'],
    ['', 'Type a mass'],
  ] as const) {
    await mass.fill(text);
    await expect(statementOf(page)).toContainText(sentence);
    await expect(mass).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.locator('.decay-live')).not.toContainText(/NaN|Infinity|undefined/u);
  await mass.fill('0.3');
  await expect(mass).not.toHaveAttribute('aria-invalid');
  await page.goto(`${PAGES.model}?machine=lhc`);
  await expect(page.getByRole('alert')).toContainText('machine is “lhc”; expected kloe');
});

test('variants are chosen together with their figures; without a photon the boost is typed', async ({
  page,
}) => {
  await page.goto('/models/heavy-neutral-lepton/?variant=muon&mass=1&coupling=1e-3&boost=5');
  const figures = page.locator('[data-figures="heavy-neutral-lepton/muon"]');
  await expect(figures.locator('svg').first()).toBeVisible();
  await expect(figures.locator('line.decay-mark')).toHaveCount(2);
  await expect(valueOf(page, 'boost')).toHaveText('5');
  await expect(page.getByLabel('Made with a photon at')).toHaveCount(0);
  await page.getByLabel('Variant').selectOption({ index: 2 });
  await expect(page.locator('[data-figures="heavy-neutral-lepton/tau"] svg').first()).toBeVisible();
  await expect(page).toHaveURL(/variant=tau/u);
});

test('the page leads to planes, searches and recasting', async ({ page }) => {
  await page.goto(PAGES.model);
  await expect(page.getByRole('heading', { name: 'Parameters' })).toHaveCount(1);
  const searches = page.getByRole('region', { name: 'Searches that constrain it' });
  await expect(
    searches.locator('a[href="/searches/babar-2014-dark-photon/"]').first(),
  ).toBeVisible();
  await expect(page.locator('main a[href="/recast/?model=dark-photon"]')).toBeVisible();
});

test('the calculator is accessible in both themes, fits a phone and stays light', async ({
  page,
}) => {
  const urls = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') urls.add(request.url());
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${PAGES.model}?mass=1.9&coupling=1e-4&machine=z-pole`);
  await expect(statementOf(page)).toContainText('channels are open');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await makeAxe(page).include('.model-numbers').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  let total = 0;
  for (const url of urls) total += gzipSync(await (await page.request.get(url)).body()).length;
  expect(total).toBeLessThan(80_000);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both figures are there, the calculator is not', async ({ page }) => {
    await page.goto(PAGES.model);
    const plots = page.locator('svg.decay-plot');
    await expect(plots).toHaveCount(2);
    for (const plot of await plots.all()) await expect(plot).toBeVisible();
    await expect(page.locator('.figure-finding').first()).toContainText('Most frequent');
    await expect(page.locator('.decay-live')).toBeHidden();
  });
});
