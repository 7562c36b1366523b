import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { bringReader } from './bring-reader.ts';
import { findBrowser } from './find-browser.ts';
import { PAGES } from './page-kinds.ts';

/**
 * What the upper part of key pages looks like, against pictures in `visual/`. Letters and lines are drawn a
 * little differently by every browser: the pictures are those of the one that is a package of the project.
 */
const KINDS = ['home', 'portal', 'plane', 'limit', 'search', 'check'] as const;

const WIDE = { width: 1024, height: 700 };

/** Ways to look at a page: what is set of its media, and how large its window is. */
const WAYS = {
  light: [{ colorScheme: 'light', media: 'screen' }, WIDE],
  dark: [{ colorScheme: 'dark', media: 'screen' }, WIDE],
  phone: [
    { colorScheme: 'light', media: 'screen' },
    { width: 360, height: 640 },
  ],
  // The width of a sheet between its margins.
  print: [
    { colorScheme: 'light', media: 'print' },
    { width: 720, height: 700 },
  ],
} as const;

const PACKAGED = '@sparticuz/chromium';
const { name: browser } = await findBrowser();
const reason =
  browser === PACKAGED
    ? ''
    : ` (skipped: the pictures are those of ${PACKAGED}, and this is ${browser})`;

/** Pictures settle in a moment; what is new among them is found out by who looks. */
const TOLERANCE = {
  // A curve more, or a number, is no other look; a colour, a font or a line that moved is.
  maxDiffPixelRatio: 0.005,
  // By itself it takes grey for blue.
  threshold: 0.06,
  animations: 'disabled',
  caret: 'hide',
  scale: 'css',
  stylePath: join(import.meta.dirname, 'visual', 'steady.css'),
} as const;

const RENEW =
  'the page looks different; if it should: npm run pictures, look at what has changed in tests/e2e/visual, commit it';

// The policy of the pages refuses the style that steadies them.
test.use({ bypassCSP: true });

for (const kind of KINDS) {
  test(`the page kind ${kind} looks as it did, light, dark, on a phone and printed${reason}`, async ({
    page,
  }) => {
    test.skip(reason !== '', reason);
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(PAGES[kind]);
    // Who comes again has the fonts at once.
    await page.reload();
    await bringReader(page);
    for (const [way, [media, size]] of Object.entries(WAYS)) {
      await test.step(way, async () => {
        await page.setViewportSize(size);
        await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
        await settle(page);
        await expect.soft(page, RENEW).toHaveScreenshot(`${kind}-${way}.png`, TOLERANCE);
      });
    }
  });
}

/** Waits until fonts are there and the figures in view, if any, are in use. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  const inView = await page
    .locator('dp-figure')
    .evaluateAll((figures) =>
      figures.map((figure) => figure.getBoundingClientRect().top < innerHeight),
    );
  for (const [i, isInView] of inView.entries()) {
    if (isInView)
      await expect(page.locator('dp-figure').nth(i)).toHaveClass(/is-interactive/, {
        timeout: 20_000,
      });
  }
}
