import type { Page } from '@playwright/test';

/** A window of 1280 by 1024 px at 400 %: what WCAG 2.2 asks of reflow (1.4.10). */
export const AT_400_PERCENT = { width: 320, height: 256 } as const;

/** Distances between letters, words, lines and paragraphs that a reader may set (WCAG 2.2, 1.4.12); formulas are set by their own. */
const SPACING =
  '*:not(.katex, .katex *){line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** How far a page would scroll sideways, and what reaches out of it. */
export const findOverflow = (page: Page): Promise<{ px: number; culprit: string }> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const px = scrollWidth - clientWidth;
    if (px <= 0) return { px: 0, culprit: '' };
    const reach = (element: Element): number => element.getBoundingClientRect().right;
    // The deepest of those that reach furthest is to blame.
    const seen = [
      ...document.body.querySelectorAll('*:not(svg *, .katex *, pre *, .table-wrap *)'),
    ];
    const furthest = seen.reduce<Element>(
      (best, element) => (reach(element) >= reach(best) ? element : best),
      document.body,
    );
    return { px, culprit: furthest.outerHTML.slice(0, 100) };
  });

/** Sets the distances of WCAG 2.2, 1.4.12, in a page whose policy forbids style elements; gives what takes them back. */
export async function spaceText(page: Page): Promise<() => Promise<void>> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);
  return () =>
    page.evaluate(() => {
      document.adoptedStyleSheets.pop();
    });
}

/**
 * Texts that are cut off: of boxes that hide what does not fit and do not scroll. Boxes that are hidden from
 * eyes on purpose are left out, as is what has nothing to read.
 */
export const findCutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const isCut =
          (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
          (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 4);
        return (
          isCut &&
          element.clientWidth > 1 &&
          element.innerText.trim() !== '' &&
          element.closest('.visually-hidden, .katex, svg, select') === null
        );
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );

/**
 * Goes through all that Tab reaches and gives those whose focus cannot be seen: no outline of at least 3:1, or
 * wholly below something else. Motion has to be reduced, or what is scrolled to is still on its way.
 */
export async function findBlindStops(
  page: Page,
  most = Infinity,
): Promise<{ stops: number; blind: string[] }> {
  // From here on the browser takes focus for that of a keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate((limit) => {
    const LEAST_CONTRAST = 3;
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const readColour = (css: string): readonly number[] => {
      if (context === null) return [0, 0, 0, 0];
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (css: string): number =>
      readColour(css)
        .slice(0, 3)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
    const backgroundOf = (element: Element | null): string => {
      for (let at = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if ((readColour(backgroundColor)[3] ?? 0) === 255) return backgroundColor;
      }
      return 'white';
    };
    const hasRing = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) return false;
      const [a, b] = [luminance(outlineColor), luminance(backgroundOf(element.parentElement))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= LEAST_CONTRAST;
    };
    const isBelow = (element: Element): boolean => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const places = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
      );
      return places.every(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit === null || !(element.contains(hit) || hit.contains(element));
      });
    };
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ].filter(
      (element) =>
        element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility(),
    );
    const blind: string[] = [];
    const visited = stops.slice(0, limit);
    for (const element of visited) {
      element.focus();
      if (document.activeElement !== element) continue;
      const around = [element, element.parentElement, element.parentElement?.parentElement];
      const isSeen = around.some((one) => one !== null && one !== undefined && hasRing(one));
      if (!isSeen) blind.push(`no outline: ${element.outerHTML.slice(0, 100)}`);
      else if (isBelow(element)) blind.push(`covered: ${element.outerHTML.slice(0, 100)}`);
    }
    return { stops: visited.length, blind };
  }, most);
}

/** Drawings and figures of a page that have no words of their own. */
export const findSilentFigures = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('svg[role=img]')]
      .filter((drawing) => (drawing.querySelector(':scope > desc')?.textContent ?? '').length < 40)
      .map((drawing) => drawing.outerHTML.slice(0, 100)),
  );
