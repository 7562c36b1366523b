import type { Page } from '@playwright/test';

export interface LoadedPage {
  /** Addresses of the fonts it loaded, from the root of the server. */
  readonly fonts: readonly string[];
  /** Sum of its layout shifts. */
  readonly shift: number;
  /** What moved most, as a selector. */
  readonly moved: string;
}

/** What a page that was opened has loaded and moved until its fonts are there; what a resize moves is none of it. */
export const readLoadedPage = (page: Page): Promise<LoadedPage> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const shifts = await new Promise<Shift[]>((resolve) => {
      const seen: Shift[] = [];
      new PerformanceObserver((list) => {
        seen.push(...(list.getEntries() as Shift[]));
      }).observe({ type: 'layout-shift', buffered: true });
      // Buffered entries come with the next task; two frames are enough.
      requestAnimationFrame(() => {
        setTimeout(() => {
          resolve(seen.filter(({ hadRecentInput }) => !hadRecentInput));
        }, 50);
      });
    });
    const [worst] = shifts.toSorted((a, b) => b.value - a.value);
    const node = worst?.sources[0]?.node;
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    return {
      fonts: performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => /\.(?:woff2?|ttf)$/.test(path)),
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      moved:
        element === null
          ? ''
          : `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`,
    };
  });
