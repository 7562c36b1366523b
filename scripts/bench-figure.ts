import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { bringReader } from '../tests/e2e/bring-reader.ts';
import { useBrowser } from '../tests/e2e/find-browser.ts';
import { servePreview } from './serve-preview.ts';

const PORT = 4398;
const PLANE = '/planes/dark-photon-visible/';

export interface FigureTimes {
  /** From coming into view until it answers [ms], several loads, each with an empty cache. */
  readonly interactiveMs: readonly number[];
  /** Work of one hover, from the pointer's move to the end of the frame it draws [ms]. */
  readonly hoverMs: readonly number[];
  /** Work of one step of a zoom [ms]. */
  readonly zoomMs: readonly number[];
  /** Code and data of the figure, compressed [bytes]. */
  readonly codeBytes: number;
  readonly dataBytes: number;
}

/** Measures the figure with the most curves of the built site in a real browser. */
export const measureFigure = (): Promise<FigureTimes> =>
  servePreview(PORT, (root) => useBrowser((browser) => measureIn(browser, root + PLANE)));

async function measureIn(browser: Browser, address: string): Promise<FigureTimes> {
  const interactiveMs: number[] = [];
  for (let i = 0; i < 5; i++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    interactiveMs.push(await timeInteractive(page, address));
    await context.close();
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const sizes = { code: 0, data: 0 };
  page.on('response', (response) => {
    const url = response.url();
    const kind = url.includes('/figures/')
      ? 'data'
      : response.request().resourceType() === 'script' &&
          /mount|chart|palette|ticks|dp-figure/.test(url)
        ? 'code'
        : undefined;
    if (kind === undefined) return;
    void response.body().then((body) => {
      sizes[kind] += gzipSync(body, { level: 9 }).length;
    });
  });
  await page.goto(address);
  await bringReader(page);
  await page.locator('dp-figure.is-interactive').first().waitFor();
  await page.waitForLoadState('networkidle');
  // What gestures load on demand is not the figure's own.
  const own = { ...sizes };
  const hoverMs = await timeGestures(page, 'hover');
  const zoomMs = await timeGestures(page, 'zoom');
  return { interactiveMs, hoverMs, zoomMs, codeBytes: own.code, dataBytes: own.data };
}

/** The figure is in view at once on its page: from its element being there to its answering. */
async function timeInteractive(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      const figure = document.querySelector('dp-figure');
      if (figure === null) return;
      if (!performance.getEntriesByName('figure-seen').length) performance.mark('figure-seen');
      if (figure.classList.contains('is-interactive')) {
        performance.mark('figure-ready');
        seen.disconnect();
      }
    });
    seen.observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(address);
  await bringReader(page);
  await page.locator('dp-figure.is-interactive').first().waitFor();
  return page.evaluate(() => {
    const at = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
    return at('figure-ready') - at('figure-seen');
  });
}

/** Work of fifty gestures: handlers, the callbacks of the next frame and the layout they cause. */
const timeGestures = (page: Page, kind: 'hover' | 'zoom'): Promise<number[]> =>
  page.evaluate(async (gesture) => {
    const box = document.querySelector<HTMLElement>('.figure-canvas');
    if (box === null) throw new Error('no figure');
    const nextFrame = window.requestAnimationFrame.bind(window);
    let work = 0;
    const measure = (act: () => void): void => {
      const started = performance.now();
      act();
      box.getBoundingClientRect();
      work += performance.now() - started;
    };
    window.requestAnimationFrame = (callback) =>
      nextFrame((time) => {
        measure(() => {
          callback(time);
        });
      });
    const { left, top, width, height } = box.getBoundingClientRect();
    box.focus();
    const times: number[] = [];
    for (let i = 0; i < 50; i++) {
      const place = {
        bubbles: true,
        clientX: left + width * (0.15 + 0.015 * i),
        clientY: top + height * (0.2 + 0.01 * (i % 20)),
      };
      work = 0;
      measure(() => {
        box.dispatchEvent(
          gesture === 'hover'
            ? new PointerEvent('pointermove', { ...place, pointerType: 'mouse' })
            : new WheelEvent('wheel', { ...place, deltaY: i < 25 ? -40 : 40, cancelable: true }),
        );
      });
      await new Promise((resolve) => nextFrame(() => nextFrame(resolve)));
      times.push(work);
    }
    window.requestAnimationFrame = nextFrame;
    return times;
  }, kind);
