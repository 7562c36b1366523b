import { expect, test } from '@playwright/test';
import { bringReader } from './bring-reader.ts';
import type { Locator, Page } from '@playwright/test';
import { PAGES } from './page-kinds.ts';
import { makeAxe, shorten } from './make-axe.ts';

const TWO = `${PAGES.compare}?v=1&p=dark-photon-visible&p=lmu-ltau`;

const panelOf = (page: Page, at: number): Locator => page.locator('.compare-panel').nth(at - 1);
const sliderOf = (page: Page, at: number): Locator => panelOf(page, at).getByRole('slider').first();

/** Waits until the figures asked for are in use. */
async function waitFor(page: Page, count: number): Promise<void> {
  await expect(page.locator('.compare-panel')).toHaveCount(count);
  await bringReader(page);
  for (let at = 1; at <= count; at++) {
    await panelOf(page, at).scrollIntoViewIfNeeded();
    await expect(panelOf(page, at).locator('dp-figure.is-interactive')).toHaveCount(1);
  }
}

test('a wide screen starts with two planes, a narrow one with one', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(PAGES.compare);
  await waitFor(page, 2);
  const [first, second] = await Promise.all([1, 2].map((at) => panelOf(page, at).boundingBox()));
  expect(first?.y).toBe(second?.y);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(PAGES.compare);
  await waitFor(page, 1);
});

test('planes can be added, exchanged and removed, four at most, and no id is there twice', async ({
  page,
}) => {
  await page.goto(TWO);
  await waitFor(page, 2);
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await page.getByLabel('Add a plane').selectOption('lmu-ltau');
  await add.click();
  await expect(panelOf(page, 3).getByRole('combobox', { name: 'Plane of figure 3' })).toBeFocused();
  await expect(page).toHaveURL(/p=dark-photon-visible&p=lmu-ltau&p=lmu-ltau/u);
  await waitFor(page, 3);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  expect(twice).toEqual([]);
  await panelOf(page, 3).getByLabel('Plane of figure 3').selectOption('dark-photon-invisible');
  await expect(page).toHaveURL(/p=lmu-ltau&p=dark-photon-invisible/u);
  await waitFor(page, 3);
  await add.click();
  await expect(add).toBeDisabled();
  await expect(page.getByText('4 figures at most')).toBeVisible();
  await page.getByRole('button', { name: /^Remove figure 1/u }).click();
  await expect(page.locator('.compare-panel')).toHaveCount(3);
  await expect(add).toBeEnabled();
  await expect(page).toHaveURL(/v=1&p=lmu-ltau&/u);
});

test('limits are found by their words, and picking some leaves only them', async ({ page }) => {
  await page.goto(TWO);
  await waitFor(page, 2);
  const panel = panelOf(page, 1);
  await panel.locator('.compare-picker > summary').click();
  await panel.getByRole('searchbox').fill('kloe 2013');
  await expect(panel.locator('.compare-count')).toHaveText(/^1 of \d+ limits$/u);
  await panel.getByRole('searchbox').fill('babar 2014');
  await panel.getByRole('checkbox', { name: /BaBar 2014/u }).check();
  await expect(page).toHaveURL(/p=dark-photon-visible~only=babar-2014-dark-photon&/u);
  await expect(panel.getByRole('button', { name: 'Show KLOE 2013' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await panel.getByRole('searchbox').fill('no such limit');
  await expect(panel.getByText('No limit of this plane has these words.')).toBeVisible();
  await panel.getByRole('searchbox').fill('na48');
  await panel.locator('.compare-matches').getByRole('checkbox').first().check();
  await expect(panel.locator('.compare-picker > summary')).toContainText('only 2 limits');
  await panel.getByRole('button', { name: 'Remove BaBar 2014' }).click();
  await expect(panel.locator('.compare-picker > summary')).toContainText('only 1 limit');
  await expect(panel.locator('.compare-chosen button')).toBeFocused();
  await panel.getByRole('button', { name: 'Back to the plane as it starts' }).click();
  await expect(page).toHaveURL(/p=dark-photon-visible&/u);
});

test('the address brings back picks, axes, own curves and the mass of every figure', async ({
  page,
}) => {
  await page.goto(
    `${PAGES.compare}?v=1&at=0.5&p=dark-photon-visible~y=epsilon-squared~only=babar-2014-dark-photon,kloe-2014-dark-photon-mumu&p=lmu-ltau~combined=none`,
  );
  await waitFor(page, 2);
  const panel = panelOf(page, 2);
  await panel.getByRole('button', { name: 'Your curve' }).click();
  await panel.getByRole('textbox', { name: 'Numbers' }).fill('mass,value\n0.1,1e-3\n1,1e-3');
  await panel.getByRole('button', { name: 'Read', exact: true }).click();
  await panel.getByRole('button', { name: 'Add to the figure' }).click();
  await expect(page).toHaveURL(/#curve2=1~/u);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await waitFor(page, 2);
  await expect(panelOf(page, 1).getByText(/^At .* = 0.5 GeV/u)).toBeVisible();
  expect(page.url()).toBe(address);
  const link = panelOf(page, 1).getByRole('link', { name: 'This view on the plane’s own page' });
  await expect(link).toHaveAttribute(
    'href',
    /\/planes\/dark-photon-visible\/\?v=1&y=epsilon-squared&only=.*&at=0\.5$/u,
  );
  await expect(panelOf(page, 2).getByRole('link', { name: /plane’s own page/u })).toHaveAttribute(
    'href',
    /\/planes\/lmu-ltau\/\?v=1&combined=none&at=0\.5#curve=1~/u,
  );
  await link.click();
  await expect(page.getByText(/^At .* = 0.5 GeV/u)).toBeVisible();
});

test('a hostile address is said to be wrong, injects nothing and never leaves the page blank', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const script = '<img src=x onerror=document.title="owned">';
  const query = [
    'v=1',
    `at=${encodeURIComponent(script)}`,
    `p=${encodeURIComponent(script)}`,
    'p=__proto__',
    `p=lmu-ltau~only=${encodeURIComponent(encodeURIComponent(script))}~y=%25%25~at=1e999~=~&`,
  ].join('&');
  await page.goto(`${PAGES.compare}?${query}#curve3=%E0%A4&curve9=x`);
  await waitFor(page, 1);
  const faults = page.locator('.compare-faults');
  await expect(faults).toBeVisible();
  await expect(faults.locator('li')).toHaveCount(3);
  await expect(faults).toContainText('There is no plane “<img src=x');
  const notice = panelOf(page, 1).locator('.compare-notice');
  await expect(notice).toContainText('This figure has no limit');
  await expect(notice).toContainText('The curve in the address is not complete.');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  await expect(page).toHaveTitle(/^Compare/u);
  expect(errors).toEqual([]);
  await sliderOf(page, 1).press('ArrowRight');
  await expect(notice).toBeHidden();
});

test('a mass kept in one figure is kept in all, until they are set apart', async ({ page }) => {
  await page.goto(TWO);
  await waitFor(page, 2);
  await panelOf(page, 1).scrollIntoViewIfNeeded();
  await sliderOf(page, 1).press('ArrowRight');
  await expect(page).toHaveURL(/v=1&at=[\d.]+&p=dark-photon-visible&p=lmu-ltau$/u);
  const text = await sliderOf(page, 1).getAttribute('aria-valuetext');
  const mass = /^[^:]+/u.exec(text ?? '')?.[0] ?? 'none';
  await expect(sliderOf(page, 2)).toHaveAttribute('aria-valuetext', new RegExp(`^${mass}:`, 'u'));
  const field = page.getByLabel('Mass in all figures, in GeV');
  await field.fill('0.3');
  await field.press('Enter');
  for (const at of [1, 2])
    await expect(sliderOf(page, at)).toHaveAttribute('aria-valuetext', /^0.3 GeV:/u);
  await field.fill('2e-3 GeV');
  await field.press('Tab');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('90');
  await field.press('Tab');
  await expect(sliderOf(page, 1)).toHaveAttribute('aria-valuetext', /^90 GeV:/u);
  await sliderOf(page, 2).press('Escape');
  await expect(sliderOf(page, 1)).toHaveAttribute('aria-valuetext', 'no mass chosen');
  await page.getByLabel('Same mass in all').uncheck();
  await sliderOf(page, 1).press('ArrowRight');
  await expect(page).toHaveURL(/linked=no&p=dark-photon-visible~at=/u);
  await expect(sliderOf(page, 2)).toHaveAttribute('aria-valuetext', 'no mass chosen');
});

test('the mass of dark matter is not taken for that of its mediator', async ({ page }) => {
  await page.goto(
    `${PAGES.compare}?v=1&at=0.3&p=dark-photon-invisible&p=dark-photon-dark-matter-alphad-0-1`,
  );
  await waitFor(page, 2);
  await expect(sliderOf(page, 1)).toHaveAttribute('aria-valuetext', /^0\.3 GeV:/u);
  await expect(sliderOf(page, 2)).toHaveAttribute('aria-valuetext', /^0\.1 GeV:/u);
  await expect(panelOf(page, 2).locator('.compare-outside')).toHaveText(
    'A dark-photon mass of 0.3 GeV is kept in all figures.',
  );
  await page.getByLabel('Mass in all figures, in GeV').fill('0.6');
  await page.getByLabel('Mass in all figures, in GeV').press('Enter');
  await expect(sliderOf(page, 2)).toHaveAttribute('aria-valuetext', /^0\.2 GeV:/u);
  await expect(page).toHaveURL(/v=1&at=0\.6&/u);
});

test('many changes in a row are one change of the address', async ({ page }) => {
  await page.goto(TWO);
  await waitFor(page, 2);
  await page.evaluate(() => {
    const replaceState = history.replaceState.bind(history);
    let calls = 0;
    history.replaceState = (...args) => {
      document.documentElement.dataset['calls'] = String(++calls);
      replaceState(...args);
    };
  });
  const link = page.getByLabel('Same mass in all');
  for (let i = 0; i < 7; i++) await link.click({ delay: 0 });
  await expect(page).toHaveURL(/linked=no/u);
  const calls = await page.evaluate(() => Number(document.documentElement.dataset['calls']));
  expect(calls).toBeLessThan(7);
});

test('a mass beyond a plane is said there, and comes back with a smaller one', async ({ page }) => {
  await page.goto(`${PAGES.compare}?v=1&at=5e-4&p=dark-photon-visible&p=b-minus-l`);
  await waitFor(page, 2);
  await expect(panelOf(page, 1).getByText(/lies outside this plane/u)).toBeVisible();
  await expect(sliderOf(page, 1)).toHaveAttribute('aria-valuetext', 'no mass chosen');
  await expect(sliderOf(page, 2)).toHaveAttribute('aria-valuetext', /^5\.000 × 10⁻⁴ GeV:/u);
  await page.getByLabel('Mass in all figures, in GeV').fill('0.5');
  await page.getByLabel('Mass in all figures, in GeV').press('Enter');
  await expect(panelOf(page, 1).getByText(/lies outside this plane/u)).toBeHidden();
  await expect(sliderOf(page, 1)).toHaveAttribute('aria-valuetext', /^0.5 GeV:/u);
});

test('the keyboard alone adds a plane and picks a limit', async ({ page }) => {
  await page.goto(`${PAGES.compare}?v=1&p=lmu-ltau`);
  await waitFor(page, 1);
  await page.getByLabel('Add a plane').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await waitFor(page, 2);
  await panelOf(page, 1).locator('.compare-picker > summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('belle ii 2020');
  await page.keyboard.press('Tab');
  // A list that scrolls may be a stop of its own.
  const box = panelOf(page, 1).getByRole('checkbox', { name: /^Belle II 2020/u });
  if (!(await box.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/p=lmu-ltau~only=belle-2-2020-mumu-invisible/u);
});

test('a figure that cannot be loaded says so and can be asked for again', async ({ page }) => {
  await page.route('**/embed/lmu-ltau/', (route) => route.abort());
  await page.goto(TWO);
  await expect(panelOf(page, 2).getByText('This figure could not be loaded.')).toBeVisible();
  await page.unroute('**/embed/lmu-ltau/');
  await panelOf(page, 2).getByRole('button', { name: 'Try again' }).click();
  await waitFor(page, 2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a comparison in use is accessible on the ${colorScheme} theme and fits a phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${TWO}&at=0.5&p=nowhere`);
    await waitFor(page, 2);
    await panelOf(page, 1).locator('.compare-picker > summary').click();
    await panelOf(page, 1).locator('.compare-matches').getByRole('checkbox').first().check();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await shorten(page);
    const { violations } = await makeAxe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so and leads to every plane with its image', async ({ page }) => {
    await page.goto(PAGES.compare);
    await expect(page.locator('noscript .section-note')).toContainText('need JavaScript');
    const links = page.locator('.compare-static a');
    expect(await links.count()).toBeGreaterThan(60);
    await expect(links.first().locator('img')).toBeVisible();
    await expect(page.locator('compare-planes')).toBeHidden();
  });

  test('the list of planes shows each in small, with who leads', async ({ page }) => {
    await page.goto(PAGES.planes);
    expect(await page.locator('.planes > li').count()).toBeGreaterThan(60);
    await expect(page.locator('.planes .figure-miniature').first()).toBeVisible();
    await expect(page.locator('.planes .frontier-mini').first()).toBeVisible();
  });
});
