import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { makeAxe } from './make-axe.ts';

const LIMIT = 'belle-2-2023-bplus-kplus-mumu';
const PATH = `/limits/${LIMIT}/`;

const openMap = async (page: Page): Promise<Locator> => {
  await page.goto(PATH);
  const map = page.locator('dp-grid-map');
  await expect(map).toHaveClass(/is-live/);
  await map.scrollIntoViewIfNeeded();
  return map;
};

/** A number as the site writes it, as a number. */
const readNumber = (text: string): number => {
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
  const [, digits = '', exponent = '0'] = /([\d.]+)(?: × 10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))?/u.exec(text) ?? [];
  const power = exponent.replaceAll(
    /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/gu,
    (one) => '0123456789-'[raised.indexOf(one)] ?? '',
  );
  return Number(`${digits}e${power}`);
};

/** What the CSV says of a mass [GeV] and a decay length [cm]. */
const readCsv = (mass: number, lengthCm: number): number =>
  Number(
    readFileSync(`content/limits/scalar/${LIMIT}.csv`, 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .find(([m, length]) => Number(m) === mass && Number(length) === lengthCm)?.[2],
  );

test('hovering over the map gives the published number, and says where there is none', async ({
  page,
}) => {
  const map = await openMap(page);
  const box = await map.locator('.dpf-frame:visible').boundingBox();
  if (box === null) throw new Error('the map has no frame');
  const tip = map.locator('.figure-tip');
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5);
  await expect(tip).toContainText(/limit \d/);
  const [, mass = '', length = ''] =
    /([\d.]+) GeV, cτ = ([\d.]+) mm/u.exec((await tip.textContent()) ?? '') ?? [];
  const value = await tip.locator('.gm-tip-value').textContent();
  expect(readNumber(value ?? '')).toBe(readCsv(Number(mass), Number(length) / 10));
  // The longest decay lengths have low masses only.
  await page.mouse.move(box.x + box.width * 0.8, box.y + 6);
  await expect(tip).toContainText('no limit published here');
});

test('a slice is fetched once, and until it is here the colour gives a range', async ({ page }) => {
  const asked: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/figures/slices/**', async (route) => {
    asked.push(route.request().url());
    await held;
    await route.continue();
  });
  const map = await openMap(page);
  const mass = map.getByRole('slider', { name: 'Mass' });
  await mass.focus();
  await expect(map.locator('.figure-tip')).toContainText(/limit between .* and .*loading…/);
  await expect.poll(() => asked.length).toBe(1);
  release();
  await expect(mass).toHaveAttribute('aria-valuetext', /limit [\d.]+ × 10/);
  await page.keyboard.press('ArrowRight');
  expect(asked).toHaveLength(1);
});

test('two sliders read every published mass and slice from the keyboard', async ({ page }) => {
  const map = await openMap(page);
  const mass = map.getByRole('slider', { name: 'Mass' });
  const length = map.getByRole('slider', { name: 'Decay length' });
  await length.focus();
  await page.keyboard.press('Home');
  await expect(length).toHaveAttribute('aria-valuetext', /^cτ = 10 µm: limit \d/);
  await page.keyboard.press('ArrowUp');
  await expect(length).toHaveAttribute('aria-valuetext', /^cτ = 30 µm: limit \d/);
  await mass.focus();
  await page.keyboard.press('Home');
  await expect(mass).toHaveAttribute('aria-valuetext', /^0.21271 GeV/);
  await page.keyboard.press('ArrowRight');
  const text = (await mass.getAttribute('aria-valuetext')) ?? '';
  expect(text).toMatch(/^0.21341 GeV: limit /);
  expect(readNumber(text.split('limit ')[1] ?? '')).toBe(readCsv(0.21341, 0.003));
});

test('the page of a map is accessible, also with the crosshair on it and dark', async ({
  page,
}) => {
  const map = await openMap(page);
  await map.getByRole('slider', { name: 'Mass' }).focus();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await makeAxe(page).include('main').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});

test('on a phone the map has its cells and does not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const map = await openMap(page);
  await expect(map.locator('svg.figure-narrow')).toBeVisible();
  await map.getByRole('slider', { name: 'Mass' }).focus();
  await expect(map.locator('.figure-tip')).toContainText(/limit \d/);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('map, words and numbers are there', async ({ page }) => {
    await page.goto(PATH);
    const map = page.locator('dp-grid-map');
    expect(await map.locator('svg.figure-wide [data-slice]').count()).toBe(19);
    await expect(map.locator('input').first()).toBeHidden();
    const figure = page.locator('figure').filter({ has: map });
    await expect(figure.locator('.figure-finding')).toContainText(/Strongest: .* GeV and cτ = /);
    const section = page.locator('section').filter({ has: map });
    await section.getByText('The slices in numbers').click();
    await expect(section.locator('tbody tr')).toHaveCount(19);
  });
});
