import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { waitForWhole } from './bring-reader.ts';

/** Looks at a page when all of it is laid out: places that are only estimated overlap. */
class WholePageAxe extends AxeBuilder {
  readonly #page: Page;

  constructor(page: Page) {
    super({ page });
    this.#page = page;
  }

  override async analyze(): ReturnType<AxeBuilder['analyze']> {
    await waitForWhole(this.#page);
    return super.analyze();
  }
}

/**
 * Axe for a page of this site. Legacy mode finishes in the page itself, where the other opens a second one
 * for what frames say: no page here has frames, and it takes half the time. Only violations are asked for.
 */
export const makeAxe = (page: Page): AxeBuilder =>
  new WholePageAxe(page)
    .setLegacyMode(true)
    // Size of targets is of WCAG 2.2 and asked for by name only.
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });

/** What axe knows of WCAG 2.2 A and AA, and of good practice. */
export const ACCESS_TAGS = 'wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice'.split(' ');

/** Rules whose answer may differ between the themes. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What a page repeats: of a long list the first entries show what all are like. */
const REPEATED = [
  'tbody > tr:nth-child(n+6)',
  'main ul > li:nth-child(n+6)',
  'main ol > li:nth-child(n+6)',
  'main dl > div:nth-of-type(n+6)',
  // What KaTeX draws is hidden from programs that read aloud, and a drawing is one picture to them.
  '.katex-html',
  'svg[role=img] > :not(title, desc)',
].join(', ');

/**
 * Takes out of a page what it repeats, thousands of elements on some: axe looks at each, asked about it or not.
 * Nothing can be done with the page afterwards but look.
 */
export const shorten = (page: Page): Promise<void> =>
  page.evaluate((repeated) => {
    for (const element of document.querySelectorAll(repeated)) element.remove();
  }, REPEATED);
