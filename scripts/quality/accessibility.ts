import type { Page } from '@playwright/test';
import type { Fault, Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { countFaults } from '../../src/core/quality/quality-report.ts';
import { readBuiltPages } from '../../src/io/read-built-pages.ts';
import { SITE } from '../../src/io/replace-site.ts';
import { useBrowser } from '../../tests/e2e/find-browser.ts';
import {
  AT_400_PERCENT,
  findBlindStops,
  findCutTexts,
  findOverflow,
  findSilentFigures,
  spaceText,
} from '../../tests/e2e/look-at-access.ts';
import { ACCESS_TAGS, COLOUR_RULES, makeAxe, shorten } from '../../tests/e2e/make-axe.ts';
import { PAGES } from '../../tests/e2e/page-kinds.ts';
import { servePreview } from '../serve-preview.ts';

/** A port of its own: tests and readers have theirs. */
const PORT = 4397;
/** Pages beside those of each kind: the largest of all. */
const HEAVIEST = 3;
/** Stops of the keyboard that are looked at on a page: hundreds of rows of a table are alike. */
const MOST_STOPS = 400;

const METHOD = `axe-core with the rules of WCAG 2.2 A and AA and its best practices on one page of each kind and the ${String(HEAVIEST)} largest pages, in the light and the dark theme, of long lists the first entries; the same pages in a window of 320 × 256 px, which is 1280 px at 400 %, with the text spacing of WCAG 1.4.12; every stop of the Tab key on them; and every figure of the built site. In Chromium, without a screen reader.`;

interface Looks {
  readonly violations: { readonly light: Fault[]; readonly dark: Fault[] };
  readonly overflows: Fault[];
  readonly cut: Fault[];
  readonly blind: Fault[];
  readonly silent: Fault[];
  readonly moving: Fault[];
  stops: number;
  figures: number;
  pages: number;
}

/** Looks at the built site with axe, with a keyboard and through a small window. */
export const measureAccessibility = (): Promise<Measurement> =>
  servePreview(PORT, async (root) => {
    const pages = [...new Set([...Object.values(PAGES), ...(await listHeaviest())])];
    return { method: METHOD, figures: summarise(await lookAtAll(root, pages)) };
  });

/** A window of a reader who wants no motion; a browser of its own, which ends with it. */
const withPage = <T>(root: string, use: (page: Page) => Promise<T>): Promise<T> =>
  useBrowser(async (browser) => {
    const context = await browser.newContext({
      baseURL: root,
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    return use(await context.newPage());
  });

/** Paths of the largest pages of the site. */
async function listHeaviest(): Promise<string[]> {
  const { pages } = await readBuiltPages(SITE);
  return pages
    .toSorted((a, b) => b.html.length - a.html.length)
    .slice(0, HEAVIEST)
    .map(({ path }) => path.replace(/index\.html$/, ''));
}

async function lookAtAll(root: string, paths: readonly string[]): Promise<Looks> {
  const looks = startLooks();
  for (const path of paths) {
    const look = (): Promise<Looks> => withPage(root, (page) => lookAt(page, path));
    // A browser may fail on a busy machine; a page that fails it twice does so by itself.
    const found = await look().catch((error: unknown) => {
      console.error(`${path}: once more, after ${String(error)}`);
      return look();
    });
    addLooks(looks, found);
  }
  looks.moving.push(...(await withPage(root, findMotion)));
  return looks;
}

const startLooks = (): Looks => ({
  violations: { light: [], dark: [] },
  ...{ overflows: [], cut: [], blind: [], silent: [], moving: [] },
  ...{ stops: 0, figures: 0, pages: 0 },
});

function addLooks(sum: Looks, one: Looks): void {
  for (const theme of ['light', 'dark'] as const)
    sum.violations[theme].push(...one.violations[theme]);
  for (const list of ['overflows', 'cut', 'blind', 'silent'] as const) sum[list].push(...one[list]);
  for (const count of ['stops', 'figures', 'pages'] as const) sum[count] += one[count];
}

async function lookAt(page: Page, path: string): Promise<Looks> {
  const looks = { ...startLooks(), pages: 1 };
  await page.goto(path, { waitUntil: 'networkidle' });
  const note = (list: Fault[], found: readonly string[]): void => {
    list.push(...found.map((what) => ({ page: path, found: what })));
    for (const what of found) console.error(`${path}: ${what}`);
  };
  note(looks.silent, await findSilentFigures(page));
  looks.figures += await page.locator('svg[role=img]').count();
  const { stops, blind } = await findBlindStops(page, MOST_STOPS);
  looks.stops += stops;
  note(looks.blind, blind);
  const wide = page.viewportSize();
  await page.setViewportSize(AT_400_PERCENT);
  const unspace = await spaceText(page);
  const { px, culprit } = await findOverflow(page);
  note(looks.overflows, px > 0 ? [`${String(px)} px: ${culprit}`] : []);
  note(looks.cut, await findCutTexts(page));
  await unspace();
  if (wide !== null) await page.setViewportSize(wide);
  await shorten(page);
  const { violations } = await makeAxe(page).withTags(ACCESS_TAGS).analyze();
  note(looks.violations.light, violations.map(nameViolation));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await makeAxe(page).withRules(COLOUR_RULES).analyze();
  note(looks.violations.dark, dark.violations.map(nameViolation));
  return looks;
}

const nameViolation = ({
  id,
  nodes,
}: {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}): string => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`;

/** Anything that moves by itself although the reader asked for rest. */
async function findMotion(page: Page): Promise<Fault[]> {
  const found: Fault[] = [];
  for (const path of [PAGES.home, PAGES.plane]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map(() => 'an animation'),
      ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth'
        ? ['smooth scrolling']
        : []),
    ]);
    found.push(...moving.map((what) => ({ page: path, found: what })));
  }
  return found;
}

const summarise = (looks: Looks): QualityFigure[] => [
  { what: 'Pages looked at', value: looks.pages },
  countFaults('Violations found by axe, light theme', looks.violations.light),
  countFaults('Violations of colour found by axe, dark theme', looks.violations.dark),
  { what: 'Drawings looked at', value: looks.figures, least: 1 },
  countFaults('Drawings without a description in words', looks.silent),
  { what: 'Stops of the keyboard looked at', value: looks.stops, least: 1 },
  countFaults('Stops of the keyboard whose focus cannot be seen', looks.blind),
  countFaults('Pages that scroll sideways at 400 %', looks.overflows),
  countFaults('Texts cut off at 400 % with wider spacing', looks.cut),
  countFaults('Things that move although less motion is asked for', looks.moving),
];
