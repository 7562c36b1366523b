/** What a page may weigh before a reader does anything with it. */
export interface PageBudget {
  /** Everything it loads, compressed with gzip [kB]. */
  readonly kilobytes: number;
  readonly requests: number;
  /** Elements in its HTML. */
  readonly elements: number;
}

/**
 * By kind of page (`tests/e2e/page-kinds.ts`), a sixth above what is there. Fonts are 38 kB on every page, 43 kB more
 * with formulas; the largest pages show what is large: `portal` is a chapter of thirty pages with six figures,
 * `notation` lists every symbol of every model, `references` every paper, `plane` has 68 limits,
 * `quality` has every figure that is measured. A page that grows
 * with the catalogue meets its budget again by being divided, not by a larger budget.
 */
export const PAGE_BUDGETS: Readonly<Record<string, PageBudget>> = {
  home: { kilobytes: 170, requests: 18, elements: 1000 },
  review: { kilobytes: 80, requests: 13, elements: 350 },
  chapter: { kilobytes: 240, requests: 22, elements: 5200 },
  'chapter with a table of gaps': { kilobytes: 190, requests: 20, elements: 4800 },
  portals: { kilobytes: 155, requests: 17, elements: 950 },
  portal: { kilobytes: 370, requests: 25, elements: 12300 },
  planes: { kilobytes: 170, requests: 16, elements: 3450 },
  plane: { kilobytes: 215, requests: 20, elements: 3450 },
  'plane with contours': { kilobytes: 170, requests: 20, elements: 2000 },
  'plane of a grid': { kilobytes: 180, requests: 22, elements: 700 },
  limits: { kilobytes: 110, requests: 14, elements: 5650 },
  limit: { kilobytes: 195, requests: 22, elements: 1200 },
  experiments: { kilobytes: 105, requests: 15, elements: 1050 },
  experiment: { kilobytes: 165, requests: 19, elements: 1450 },
  facilities: { kilobytes: 225, requests: 23, elements: 4250 },
  methods: { kilobytes: 145, requests: 18, elements: 550 },
  method: { kilobytes: 210, requests: 21, elements: 1500 },
  glossary: { kilobytes: 175, requests: 19, elements: 3000 },
  notation: { kilobytes: 190, requests: 20, elements: 14900 },
  searches: { kilobytes: 100, requests: 15, elements: 500 },
  search: { kilobytes: 220, requests: 21, elements: 2400 },
  'search without numbers': { kilobytes: 140, requests: 17, elements: 1650 },
  models: { kilobytes: 165, requests: 19, elements: 6550 },
  model: { kilobytes: 225, requests: 31, elements: 5750 },
  references: { kilobytes: 255, requests: 20, elements: 10300 },
  collection: { kilobytes: 80, requests: 18, elements: 300 },
  changes: { kilobytes: 100, requests: 14, elements: 2650 },
  data: { kilobytes: 85, requests: 14, elements: 1800 },
  package: { kilobytes: 85, requests: 15, elements: 400 },
  'reference of a package entry': { kilobytes: 105, requests: 16, elements: 3850 },
  contribute: { kilobytes: 220, requests: 21, elements: 800 },
  'contribution form': { kilobytes: 105, requests: 17, elements: 1000 },
  check: { kilobytes: 165, requests: 30, elements: 650 },
  compare: { kilobytes: 130, requests: 33, elements: 750 },
  recast: { kilobytes: 215, requests: 36, elements: 1100 },
  'search page': { kilobytes: 65, requests: 12, elements: 300 },
  about: { kilobytes: 100, requests: 15, elements: 300 },
  quality: { kilobytes: 75, requests: 13, elements: 3300 },
  'wrong address': { kilobytes: 65, requests: 12, elements: 250 },
};

/** JavaScript of any page before a reader does anything, without the figure's, compressed [kB]. */
export const MOST_SCRIPT_KILOBYTES = 60;

/** What an interactive figure loads besides: charts, gestures, panels' frames, compressed [kB]. */
export const MOST_FIGURE_SCRIPT_KILOBYTES = 100;

/** Sum of the layout shifts of a page: a fifth of what is called good, below what a reader notices. */
export const MOST_LAYOUT_SHIFT = 0.02;

/** On a slow phone with slow 4G: text to read in little more than a second, a figure as well, ready soon after. */
export const MOST_TIMES_MS = {
  /** Largest contentful paint of a page of text. */
  prosePaint: 1200,
  /** Largest contentful paint of a page with a figure, and when its static figure is painted. */
  planePaint: 1500,
  /** From the first sign of a reader until a figure answers. */
  figureReady: 2000,
  /** Sum over long tasks of what is beyond 50 ms, between the first paint and the last long task. */
  blocking: 100,
} as const;
