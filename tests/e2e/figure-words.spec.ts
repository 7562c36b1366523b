import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openFigure } from './figure-page.ts';
import { PAGES } from './page-kinds.ts';

const DIST = 'dist';
/** A description says more than a title. */
const LEAST_LETTERS = 40;

const toText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('every figure of every page is told in words, each in its own', async () => {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const pages = entries.filter(
    ({ name, parentPath }) => name.endsWith('.html') && !parentPath.includes('pagefind'),
  );
  const silent: string[] = [];
  const words = new Map<string, string[]>();
  let drawings = 0;
  for (const { parentPath, name } of pages) {
    const path = join(parentPath, name).slice(DIST.length);
    const html = readFileSync(join(parentPath, name), 'utf8');
    for (const [, id = '', description = ''] of html.matchAll(
      /<svg [^>]*role="img" aria-labelledby="(\S+)-title [^"]*"[^>]*><title [^>]*>[^<]*<\/title><desc [^>]*>([^<]*)/g,
    )) {
      drawings += 1;
      if (description.length < LEAST_LETTERS) silent.push(`${path}: ${id}`);
    }
    for (const [figure] of html.matchAll(/<figure class="figure"[\s\S]*?<\/figure>/g)) {
      const text = /<details class="figure-words">([\s\S]*?)<\/details>/.exec(figure)?.[1];
      if (text === undefined) silent.push(`${path}: ${figure.slice(0, 80)}`);
      else if (/^\/(limits|planes)\//.test(path))
        words.set(toText(text), [...(words.get(toText(text)) ?? []), path]);
    }
    const drawn = html.match(/<svg [^>]*role="img"/g)?.length ?? 0;
    const told =
      html.match(/<svg [^>]*role="img" aria-labelledby="[^"]*"[^>]*><title/g)?.length ?? 0;
    if (drawn !== told) silent.push(`${path}: ${String(drawn - told)} drawings without a title`);
  }
  expect(silent).toEqual([]);
  expect(drawings).toBeGreaterThan(1000);
  expect(words.size).toBeGreaterThan(500);
  expect([...words.values()].filter((paths) => paths.length > 1)).toEqual([]);
});

test('the words follow what is shown, and nothing is read aloud for it', async ({ page }) => {
  const figure = await openFigure(page, PAGES.plane);
  const words = figure.locator('xpath=ancestor::figure').locator('.figure-words');
  await words.locator('summary').click();
  await expect(words).toContainText('BaBar 2014 sets the best e⁺e⁻ limit');
  await expect(words).toContainText('29 other laboratory results');
  await page.getByRole('button', { name: 'Other laboratory results' }).click();
  await expect(words).not.toContainText('other laboratory result');
  await expect(words).toContainText('9 e⁺e⁻ results');
  expect(
    await words.locator('xpath=ancestor-or-self::*[@aria-live or @role="status"]').count(),
  ).toBe(0);
});
