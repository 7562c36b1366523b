import { expect, test } from '@playwright/test';
import { formatValue } from '../../src/core/figure/format-value.ts';
import { openFigure, openPanel, readDrawn, readShown } from './figure-page.ts';
import { PAGES } from './page-kinds.ts';
import { makeAxe, shorten } from './make-axe.ts';

const INVISIBLE = '/planes/dark-photon-invisible/';

/** One load of the heaviest page for all that leaves the figure as it was, and at the end for what does not. */
test('a figure in use', async ({ page }) => {
  test.slow();
  const figure = await openFigure(page, PAGES.plane);
  await test.step('leaves the wheel to the page unless Ctrl is held, and says so', async () => {
    const before = await readDrawn(figure);
    const box = await figure.locator('.figure-canvas').boundingBox();
    if (box === null) throw new Error('the figure has no box');
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
    const scrolled = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled);
    expect((await readDrawn(figure)).x).toEqual(before.x);
    await expect(figure.locator('.figure-status')).toContainText('Hold Ctrl');
    await page.mouse.wheel(0, -200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
  });
  await test.step('follows the pointer with the strongest values, and a click keeps it', async () => {
    const box = await figure.locator('.figure-canvas').boundingBox();
    if (box === null) throw new Error('the figure has no box');
    await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.3);
    const tip = figure.locator('.figure-tip');
    await expect(tip).toBeVisible();
    await expect(tip.locator('li').first()).toContainText(/\d/);
    await expect(tip).toContainText('best');
    await page.mouse.down();
    await page.mouse.up();
    await expect(figure.locator('.figure-values')).toBeVisible();
    await expect(page).toHaveURL(/[?&]at=0\.\d+/);
  });
  await test.step('zooms by a drawn box, by wheel and keys, and comes back whole', async () => {
    const whole = await readDrawn(figure);
    const box = await figure.locator('.figure-canvas').boundingBox();
    if (box === null) throw new Error('the figure has no box');
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 4 });
    await expect(figure.locator('.figure-marquee')).toBeVisible();
    await page.mouse.up();
    const boxed = await readDrawn(figure);
    expect(boxed.x[0]).toBeGreaterThan(whole.x[0]);
    expect(boxed.y[1]).toBeLessThan(whole.y[1]);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await readDrawn(figure)).x[0]).toBeGreaterThan(boxed.x[0]);
    await figure.locator('.figure-canvas').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    await expect.poll(async () => (await readDrawn(figure)).x).toEqual(whole.x);
    await figure.getByRole('button', { name: 'Zoom in' }).click();
    expect((await readDrawn(figure)).x).not.toEqual(whole.x);
    await figure.getByRole('button', { name: 'Whole plane' }).click();
    expect((await readDrawn(figure)).y).toEqual(whole.y);
  });
  await test.step('narrows by facts of the limits and comes back', async () => {
    const all = await readDrawn(figure);
    const panel = await openPanel(figure, 'Filter');
    await panel.getByLabel(/^95 % \(/).check();
    const some = await readDrawn(figure);
    expect(some.limits.length).toBeGreaterThan(0);
    expect(some.limits.length).toBeLessThan(all.limits.length);
    await expect(page).toHaveURL(/[?&]cl=95/);
    await expect(panel).toContainText(`${String(some.limits.length)} of`);
    await panel.getByRole('button', { name: 'Show everything again' }).click();
    expect((await readDrawn(figure)).limits).toEqual(all.limits);
  });
  await test.step('can be one curve alone', async () => {
    await figure.getByRole('button', { name: 'Show only BaBar 2014' }).click();
    expect((await readDrawn(figure)).limits).toEqual(['babar-2014-dark-photon']);
    await figure.getByRole('button', { name: 'Show only BaBar 2014' }).click();
    expect((await readDrawn(figure)).limits.length).toBeGreaterThan(10);
  });
  await test.step('gets lines of equal lifetime and naive scaling, each with what it assumes', async () => {
    const panel = await openPanel(figure, 'Overlays');
    await panel.getByLabel('Lines of equal decay length').check();
    await expect(page).toHaveURL(/lifetimes=shown/);
    await panel.getByLabel(/^Luminosity/).fill('3');
    await expect(page).toHaveURL(/data=10/);
    const { labels } = await readDrawn(figure);
    expect(labels).toContain('BaBar 2014 × 10 data (naive)');
    await expect(panel).toContainText('Not a projection by any experiment');
  });
  await test.step('takes typed ranges and other units, and refuses nonsense in words', async () => {
    const panel = await openPanel(figure, 'Axes');
    await panel
      .getByLabel('Shown as')
      .first()
      .selectOption({ label: 'm_A′ [MeV], dark-photon mass' });
    expect((await readDrawn(figure)).units[0]).toBe('MeV');
    const from = panel.getByRole('textbox', { name: 'from' }).first();
    const to = panel.getByRole('textbox', { name: 'to', exact: true }).first();
    await to.fill('1000');
    await to.press('Tab');
    await from.fill('10');
    await from.press('Tab');
    await expect.poll(async () => (await readDrawn(figure)).x).toEqual([10, 1000]);
    await from.fill('ten');
    await from.press('Tab');
    await expect(figure.locator('.figure-status')).toContainText('two rising positive numbers');
    await expect(from).toHaveAttribute('aria-invalid');
    expect((await readDrawn(figure)).x).toEqual([10, 1000]);
    await panel.getByLabel('View').selectOption({ label: 'Mixing squared' });
    expect((await readDrawn(figure)).units[1]).toBe('epsilon-squared');
  });
});

test.describe('the crosshair', () => {
  test('moves with the keyboard and lists every value with its paper', async ({ page }) => {
    const figure = await openFigure(page, `${PAGES.plane}?v=1&at=0.5`);
    const slider = figure.getByRole('slider', { name: /Crosshair along/ });
    await expect(slider).toHaveAttribute('aria-valuetext', /^0\.5 GeV: \d+ values, lowest/);
    const values = figure.locator('.figure-values');
    await expect(values.locator('.figure-values-title')).toContainText('= 0.5 GeV');
    await expect(values.getByRole('link', { name: 'BaBar:2014zli' })).toHaveAttribute(
      'href',
      /\/references\/#BaBar:2014zli$/,
    );
    await expect(values.getByRole('row', { name: /BaBar 2014/ })).toContainText('best e⁺e⁻');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider).not.toHaveAttribute('aria-valuetext', /^0\.5 GeV/);
    await page.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', /^1\.000 × 10⁻³ GeV/);
    await page.keyboard.press('Escape');
    await expect(values).toBeHidden();
    await expect(page).toHaveURL(/dark-photon-visible\/$/);
  });

  test('reads the published digits, not the drawing', async ({ page }) => {
    // A mass and a value of the published table of BaBar 2014.
    const [, row = ''] =
      /\n1,(5\.\d+e-01,[^\n]*)\n/.exec(
        await (await page.request.get('/limits/babar-2014-dark-photon.csv')).text(),
      ) ?? [];
    const [mass = '', value = ''] = row.split(',');
    expect(Number(value)).toBeGreaterThan(0);
    const figure = await openFigure(page, `${PAGES.plane}?v=1&at=${mass}`);
    await expect.poll(async () => (await readDrawn(figure)).isExact).toBe(true);
    const read = figure.locator('.figure-values').getByRole('row', { name: /^BaBar 2014/ });
    await expect(read).toContainText(formatValue(Number(value), '', 4));
  });
});

test.describe('what is shown', () => {
  test('is one slice of a map at a time, loaded when asked for', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/figures/slices/')) asked.push(request.url());
    });
    const figure = await openFigure(page, PAGES['plane of a grid']);
    const panel = await openPanel(figure, 'Overlays');
    expect(asked).toEqual([]);
    const slider = panel.getByLabel('Lifetime of the maps');
    await slider.fill('4');
    await expect(panel.locator('output').first()).toContainText('cτ =');
    await expect(page).toHaveURL(/ctau=/);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await expect
      .poll(async () => (await readDrawn(figure)).limits)
      .toContain('belle-2-2023-bplus-kplus-mumu');
    await slider.fill('0');
    await expect(page).not.toHaveURL(/ctau=/);
  });
});

test.describe('a link to a view', () => {
  test('shows the same again', async ({ page }) => {
    const query =
      '?v=1&x=mass-dark-photon:MeV,10..10000&y=epsilon-squared,1e-9..0.0001&hide=kloe-2013-phi-eta-ee&off=favoured&asof=2016&combined=ee&at=0.3';
    const figure = await openFigure(page, `${PAGES.plane}${query}`);
    await expect
      .poll(async () => (await readDrawn(figure)).limits)
      .not.toContain('lhcb-2020-dark-photon-prompt');
    const first = await readDrawn(figure);
    expect(first.x).toEqual([10, 10000]);
    expect(first.units).toEqual(['MeV', 'epsilon-squared']);
    expect(first.limits).not.toContain('kloe-2013-phi-eta-ee');
    const panel = await openPanel(figure, 'Link and embed');
    const address = await panel.getByLabel('Address of this view').inputValue();
    const again = await openFigure(page, new URL(address).pathname + new URL(address).search);
    await expect.poll(async () => (await readDrawn(again)).limits).toEqual(first.limits);
    expect((await readDrawn(again)).y).toEqual(first.y);
  });

  test('that is broken or hostile gives a figure and says what is wrong', async ({ page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const attack = '<img src=x onerror=alert(1)>';
    const figure = await openFigure(
      page,
      `${PAGES.plane}?v=1&hide=${encodeURIComponent(attack)}&x=${encodeURIComponent(attack)},9..1&y=,-1..0&asof=9999&data=1e9#curve=1~${encodeURIComponent(attack)}~****`,
    );
    await expect(figure.locator('.figure-status')).toContainText('<img src=x onerror=alert(1)>');
    await expect(figure.locator('.figure-status')).toContainText('in the address');
    expect(await page.locator('dp-figure img').count()).toBe(0);
    expect(dialogs).toEqual([]);
    expect((await readDrawn(figure)).limits.length).toBeGreaterThan(10);
    for (const query of [
      '?v=2',
      `?v=1&hide=${'a'.repeat(9000)}`,
      '?v=1&x=%E0%A4%A',
      '?v=1&only=,,,',
    ]) {
      const other = await openFigure(page, INVISIBLE + query);
      expect((await readDrawn(other)).limits.length, query).toBeGreaterThan(5);
    }
  });

  test('can be shown inside another page', async ({ page }) => {
    const figure = await openFigure(
      page,
      '/embed/dark-photon-invisible/?v=1&y=epsilon-squared&theme=dark',
    );
    expect((await readDrawn(figure)).units[1]).toBe('epsilon-squared');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByRole('heading').getByRole('link')).toHaveAttribute('target', '_blank');
  });
});

test.describe('a changed view', () => {
  test('is printed as it is seen, the figure as it starts from its vectors', async ({ page }) => {
    const figure = await openFigure(page, PAGES.plane);
    await page.emulateMedia({ media: 'print' });
    await expect(figure.locator('.figure-canvas')).toBeHidden();
    await expect(figure.locator('.figure-wide')).toHaveCSS('opacity', '1');
    await page.emulateMedia({ media: 'screen' });
    await figure.getByRole('button', { name: 'Show only BaBar 2014' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(figure.locator('.figure-canvas canvas')).toBeVisible();
    await expect(figure.locator('.figure-wide')).toHaveCSS('opacity', '0');
  });

  test('keeps what others have in the address, and a link it cannot read', async ({ page }) => {
    const figure = await openFigure(page, `${PAGES.plane}?utm_source=a#limits-title`);
    await figure.getByRole('button', { name: 'Show only BaBar 2014' }).click();
    await expect(page).toHaveURL(/\?utm_source=a&v=1&only=babar-2014-dark-photon#limits-title$/);
    await openFigure(page, `${PAGES.plane}?v=2&hide=a`);
    await page.waitForTimeout(400);
    expect(page.url()).toContain('?v=2&hide=a');
  });

  test('in another year says so, and a figure without history says that it has none', async ({
    page,
  }) => {
    const figure = await openFigure(page, `${PAGES.limit}?v=1&asof=2012`);
    await expect(figure.locator('.figure-status')).toContainText('this figure has no history');
    await page.waitForTimeout(400);
    const plane = await openFigure(page, `${PAGES.plane}?v=1&asof=2012`);
    await expect.poll(async () => (await readShown(plane)).asOf).toBe(2012);
  });

  test('shows numbers on its axes however far it is zoomed', async ({ page }) => {
    const figure = await openFigure(page, `${PAGES.plane}?v=1&x=,2.1..2.9&y=,0.0006..0.0009`);
    await expect.poll(async () => (await readDrawn(figure)).isExact).toBe(false);
    const panel = await openPanel(figure, 'Axes');
    await expect(panel.getByRole('textbox', { name: 'from' }).first()).toHaveValue('2.1');
    // A window that shows no more than a point is refused, by hand and by link.
    await openFigure(page, `${PAGES.plane}?v=1&x=,5..5.000000000000001`);
    await expect(page.locator('.figure-status').first()).toContainText('5..5.000000000000001');
  });
});

test('every panel of a figure is accessible', async ({ page }) => {
  const figure = await openFigure(page, `${PAGES.plane}?v=1&at=0.5`);
  const tabs = await figure.locator('.figure-tabs button').allTextContents();
  expect(tabs).toEqual([
    'Axes',
    'Filter',
    'Overlays',
    'Your curve',
    'Numbers',
    'Take away',
    'Link and embed',
  ]);
  await shorten(page);
  // Axe looks at everything there is, seven times: the rest of the page has a test of its own.
  await page.evaluate(() => {
    const others = document.querySelectorAll('main > :not(:has(dp-figure)), body > :not(main)');
    for (const other of others) other.remove();
  });
  for (const tab of tabs) {
    await openPanel(figure, tab);
    await expect(figure.locator('.figure-panel:visible > *').first()).toBeVisible();
    const { violations } = await makeAxe(page)
      .include('.figure-panels')
      // Of a long table or list the first entries show what all are like.
      .exclude('tbody > tr:nth-child(n+12)')
      .exclude('.figure-panel li:nth-child(n+12)')
      .analyze();
    expect(violations.map(({ id, nodes }) => `${tab}: ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('figure, caption, table and downloads of the figure as it starts are there', async ({
    page,
  }) => {
    await page.goto(PAGES.plane);
    await expect(page.locator('.figure-stage svg').first()).toBeVisible();
    await expect(page.locator('.figure figcaption')).toBeVisible();
    await page.getByText('The data behind the figure').click();
    await expect(page.getByRole('row', { name: /BaBar 2014/ }).first()).toBeVisible();
    const files = page.locator('.figure-files a');
    expect(await files.count()).toBeGreaterThanOrEqual(10);
    for (const file of await files.all()) {
      const response = await page.request.get((await file.getAttribute('href')) ?? '');
      expect(response.status()).toBe(200);
      expect((await response.body()).length).toBeGreaterThan(50);
    }
  });
});
