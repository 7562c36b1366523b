import { expect, test } from '@playwright/test';
import { waitForWhole } from './bring-reader.ts';

const CHAPTER = '/review/introduction/';

test('a marked word opens its definition from the keyboard and closes with Escape', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const word = page.locator('button.term').first();
  const tip = page.locator('.term-tip').first();
  await expect(tip).toBeHidden();
  await word.focus();
  await page.keyboard.press('Enter');
  await expect(tip).toBeVisible();
  // The definition stands by its word and inside the window.
  const [wordBox, tipBox] = [await word.boundingBox(), await tip.boundingBox()];
  expect(tipBox?.x ?? -1).toBeGreaterThanOrEqual(0);
  expect((tipBox?.y ?? 0) - (wordBox?.y ?? 0) - (wordBox?.height ?? 0)).toBeLessThan(24);
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await expect(word).toBeFocused();
});

test('a marked word fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(CHAPTER);
  await waitForWhole(page);
  for (const word of (await page.locator('button.term').all()).slice(0, 6)) {
    await word.click();
    const box = await page.locator('.term-tip:popover-open').boundingBox();
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    await page.keyboard.press('Escape');
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a marked word opens its definition, and that leads to the glossary', async ({ page }) => {
    await page.goto(CHAPTER);
    const tip = page.locator('.term-tip').first();
    await page.locator('button.term').first().click();
    await expect(tip).toBeVisible();
    await tip.getByRole('link', { name: 'Glossary' }).click();
    await expect(page).toHaveURL(/\/glossary\/#[a-z-]+$/);
    await expect(page.locator(`.glossary > div:target`)).toBeVisible();
  });
});

test('the review can be read from its first page to its last', async ({ page }) => {
  await page.goto('/review/');
  const links = page.locator('.chapters a.title');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(paths.length).toBeGreaterThanOrEqual(12);
  await links.first().click();
  const seen = [new URL(page.url()).pathname];
  for (const next of paths.slice(1)) {
    await page.locator('.page-turn a[rel=next]').click();
    await page.waitForURL(`**${next ?? ''}`);
    seen.push(new URL(page.url()).pathname);
  }
  expect(seen).toEqual(paths);
  await expect(page.locator('.page-turn a[rel=next]')).toHaveCount(0);
});

test('the luminosities are drawn to one scale', async ({ page }) => {
  await page.goto('/facilities/');
  const bars = await page.locator('.bars tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      log: Math.log10(
        Number(/^[\d.]+/.exec(row.querySelector('.number')?.textContent.trim() ?? '')?.[0]),
      ),
      width: row.querySelector('.bar')?.getBoundingClientRect().width ?? 0,
    })),
  );
  expect(bars.length).toBeGreaterThanOrEqual(6);
  const perDecade = bars.map(({ log, width }) => width / log);
  for (const one of perDecade) expect(one / (perDecade[0] ?? NaN)).toBeCloseTo(1, 2);
});

test('a chapter prints without what only a screen needs', async ({ page }) => {
  await page.goto(CHAPTER);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.site-header', '.page-turn', '.toc', '.term-tip'])
    await expect(page.locator(part).first()).toBeHidden();
  await expect(page.locator('.prose figure svg').first()).toBeVisible();
  const font = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(Number.parseFloat(font)).toBeLessThan(15);
});
