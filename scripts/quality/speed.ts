import type { Browser, Page } from '@playwright/test';
import { MOST_LAYOUT_SHIFT, MOST_TIMES_MS, PAGE_BUDGETS } from '../../src/core/quality/budgets.ts';
import { compareBudget } from '../../src/core/quality/compare-budget.ts';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { SITE } from '../../src/io/replace-site.ts';
import { weighPage } from '../../src/io/weigh-page.ts';
import { bringReader } from '../../tests/e2e/bring-reader.ts';
import { useBrowser } from '../../tests/e2e/find-browser.ts';
import { readLoadedPage } from '../../tests/e2e/loaded-page.ts';
import { PAGES } from '../../tests/e2e/page-kinds.ts';
import { serveCompressed } from './serve-compressed.ts';

type Kind = keyof typeof PAGES;

/** A port of its own: tests and readers have theirs. */
const PORT = 4396;

/** Lighthouse's slow 4G: 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
};
const CPU_SLOWDOWN = 4;
const WINDOW = { width: 412, height: 823 };

/** Kinds that most readers see, loaded more often. */
const OFTEN: ReadonlySet<Kind> = new Set(['home', 'chapter', 'portal', 'plane', 'limit', 'search']);
const RUNS = { often: 5, rare: 3 };

/** Kinds with a figure at their top. */
const FIGURE_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  'plane',
  'plane with contours',
  'plane of a grid',
  'limit',
]);

/** After the last thing that was waited for, so that what comes late is seen [ms]. */
const REST_MS = 1000;

const METHOD = `Chromium with the processor slowed down ${String(CPU_SLOWDOWN)} times, on slow 4G (1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms), in a window of ${String(WINDOW.width)} × ${String(WINDOW.height)} px, with nothing cached and no service worker; the built site compressed with Brotli on loopback. Medians of ${String(RUNS.often)} loads, of ${String(RUNS.rare)} for kinds less read. Inline drawings are no candidates for the largest contentful paint, so the static figure of a plane has a time of its own. A figure becomes interactive at the first sign of a reader: it is ready when it answers, counted from a pointer that comes to the window in the moment the page has loaded, when its code is still to be fetched; blocking time is that of loading, before any reader. Sizes are those of the built files compressed with gzip, with the fonts that the browser loaded.`;

interface Load {
  /** Largest contentful paint [ms]. */
  readonly paint: number;
  readonly painted: string;
  /** When the static figure was painted [ms]. */
  readonly figurePaint: number | undefined;
  /** Total blocking time [ms]. */
  readonly blocking: number;
  readonly shift: number;
  readonly moved: string;
  readonly fonts: readonly string[];
}

/** Measures sizes and times of one page of each kind. */
export const measureSpeed = (): Promise<Measurement> =>
  useBrowser(async (browser) => {
    const { all, ready } = await serveCompressed(PORT, async (root) => {
      const all = new Map<Kind, Load[]>();
      for (const kind of Object.keys(PAGES) as Kind[]) {
        const runs: Load[] = [];
        for (let i = 0; i < (OFTEN.has(kind) ? RUNS.often : RUNS.rare); i++)
          runs.push(await loadOnce(browser, root + PAGES[kind]));
        console.error(`${kind}: LCP ${runs.map(({ paint }) => paint.toFixed(0)).join(', ')} ms`);
        all.set(kind, runs);
      }
      const ready: QualityFigure[] = [];
      for (const kind of FIGURE_KINDS) {
        const times: number[] = [];
        for (let i = 0; i < RUNS.rare; i++)
          times.push(await timeFigure(browser, root + PAGES[kind]));
        ready.push({
          what: `Figure answers its reader, ${kind}`,
          page: PAGES[kind],
          value: times.every(Number.isFinite) ? Math.round(median(times)) : 'never',
          ...{ unit: 'ms', most: MOST_TIMES_MS.figureReady },
        });
      }
      return { all, ready };
    });
    return { method: METHOD, figures: [...listTimes(all), ...ready, ...listWeights(all)] };
  });

/** What the page notes of itself while it loads. */
interface Notes {
  paint: number;
  painted: string;
  firstPaint: number;
  figurePaint?: number;
  figureReady?: number;
  readonly tasks: { readonly start: number; readonly duration: number }[];
}

/** Uses a page on a slow phone with a slow network that has nothing of the site. */
async function useSlowPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: WINDOW, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(takeNotes);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    return await use(page);
  } finally {
    await context.close();
  }
}

const LONGEST_LOAD_MS = 60_000;

/** From a reader's first sign, as soon as the page has loaded, until its figure answers [ms]; not finite where it never does. */
const timeFigure = (browser: Browser, url: string): Promise<number> =>
  useSlowPage(browser, async (page) => {
    await page.goto(url, { timeout: LONGEST_LOAD_MS });
    const met = await page.evaluate(() => performance.now());
    await bringReader(page);
    await page
      .waitForFunction(
        () => (window as unknown as { notes: Notes }).notes.figureReady !== undefined,
        undefined,
        { timeout: 15_000 },
      )
      // A figure that stays static has no time; the summary says so.
      .catch(() => undefined);
    return page.evaluate(
      (start) => ((window as unknown as { notes: Notes }).notes.figureReady ?? Infinity) - start,
      met,
    );
  });

const loadOnce = (browser: Browser, url: string): Promise<Load> =>
  useSlowPage(browser, async (page) => {
    await page.goto(url, { timeout: LONGEST_LOAD_MS });
    const { fonts, shift, moved } = await readLoadedPage(page);
    await page.waitForTimeout(REST_MS);
    const notes = await page.evaluate(() => (window as unknown as { notes: Notes }).notes);
    const blocking = notes.tasks
      .filter(({ start }) => start >= notes.firstPaint)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return {
      paint: notes.paint,
      painted: notes.painted,
      figurePaint: notes.figurePaint,
      ...{ blocking, shift, moved, fonts },
    };
  });

/** Runs in the page before anything of it. */
function takeNotes(): void {
  const notes: Notes = { paint: NaN, painted: '', firstPaint: NaN, tasks: [] };
  (window as unknown as { notes: Notes }).notes = notes;
  const watch = (type: string, note: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => {
      list.getEntries().forEach(note);
    }).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', (entry) => {
    const { element } = entry as PerformanceEntry & { readonly element: Element | null };
    notes.paint = entry.startTime;
    notes.painted =
      element === null ? '' : `${element.localName} ${element.textContent.trim().slice(0, 40)}`;
  });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') notes.firstPaint = startTime;
  });
  watch('longtask', ({ startTime, duration }) => {
    notes.tasks.push({ start: startTime, duration });
  });
  document.addEventListener(
    'figure-ready',
    () => {
      notes.figureReady ??= performance.now();
    },
    { capture: true },
  );
  // Frames begin once stylesheets are there; a drawing that something follows is whole.
  const look = (): void => {
    if (document.querySelector('.figure-stage svg ~ *, .figure-stage:has(svg) ~ *') === null)
      requestAnimationFrame(look);
    else
      requestAnimationFrame(() => {
        notes.figurePaint = performance.now();
      });
  };
  requestAnimationFrame(look);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function listTimes(loads: ReadonlyMap<Kind, readonly Load[]>): QualityFigure[] {
  const kinds = [...loads];
  const over = (read: (load: Load) => number | undefined) =>
    kinds.map(([kind, runs]) => {
      const values = runs.flatMap((run) => read(run) ?? []);
      return { kind, value: median(values), isThere: values.length > 0, run: runs[0] };
    });
  const worst = (read: (load: Load) => number) => {
    const [first] = over(read).toSorted((a, b) => b.value - a.value);
    return first;
  };
  const shift = worst((load) => load.shift);
  const blocking = worst((load) => load.blocking);
  const ms = (value: number): number => Math.round(value);
  return [
    ...over(({ paint }) => paint).map(({ kind, value, run }) => ({
      what: `Largest contentful paint, ${kind}`,
      page: PAGES[kind],
      ...{ value: ms(value), unit: 'ms' },
      most: FIGURE_KINDS.has(kind) ? MOST_TIMES_MS.planePaint : MOST_TIMES_MS.prosePaint,
      culprit: run?.painted === undefined || run.painted === '' ? 'not known' : run.painted,
    })),
    ...over(({ figurePaint }) => figurePaint)
      .filter(({ kind }) => FIGURE_KINDS.has(kind))
      .map(({ kind, value, isThere }) => ({
        what: `Static figure painted, ${kind}`,
        page: PAGES[kind],
        value: isThere ? ms(value) : 'never',
        ...{ unit: 'ms', most: MOST_TIMES_MS.planePaint },
      })),
    ...(shift === undefined
      ? []
      : [
          {
            what: 'Layout shift, worst kind',
            page: PAGES[shift.kind],
            value: Math.round(shift.value * 1e4) / 1e4,
            most: MOST_LAYOUT_SHIFT,
            ...(shift.run?.moved ? { culprit: shift.run.moved } : {}),
          },
        ]),
    ...(blocking === undefined
      ? []
      : [
          {
            what: 'Total blocking time, worst kind',
            page: PAGES[blocking.kind],
            ...{ value: ms(blocking.value), unit: 'ms', most: MOST_TIMES_MS.blocking },
          },
        ]),
    ...over((load) => load.blocking)
      .filter(({ kind }) => OFTEN.has(kind))
      .map(({ kind, value }) => ({
        what: `Total blocking time, ${kind}`,
        page: PAGES[kind],
        ...{ value: ms(value), unit: 'ms', most: MOST_TIMES_MS.blocking },
      })),
  ];
}

/** Every kind's bytes; of the other budgets the kind that comes nearest to it, or misses it most. */
function listWeights(loads: ReadonlyMap<Kind, readonly Load[]>): QualityFigure[] {
  const all = [...loads].flatMap(([kind, [first]]) =>
    compareBudget(
      PAGES[kind],
      weighPage(SITE, PAGES[kind], first?.fonts ?? []),
      PAGE_BUDGETS[kind] ?? { kilobytes: 0, requests: 0, elements: 0 },
    ).map((figure) => ({ kind, figure })),
  );
  const share = ({ value, most }: QualityFigure): number => Number(value) / (most ?? Infinity);
  const others = Map.groupBy(
    all.filter(({ figure }) => figure.what !== 'Everything loaded'),
    ({ figure }) => figure.what,
  );
  return [
    ...all
      .filter(({ figure }) => figure.what === 'Everything loaded')
      .map(({ kind, figure }) => ({ ...figure, what: `Everything loaded, ${kind}` })),
    ...[...others.values()].flatMap((group) => {
      const [nearest] = group.toSorted((a, b) => share(b.figure) - share(a.figure));
      return nearest === undefined
        ? []
        : [{ ...nearest.figure, what: `${nearest.figure.what}, nearest to its budget` }];
    }),
  ];
}
