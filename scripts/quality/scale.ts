import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MOST_ROWS } from '../../src/core/list-sizes.ts';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { CACHE_VARIABLE } from '../../src/io/parse-cache.ts';
import { readContent } from '../../src/io/read-content.ts';
import { listFiles } from '../../src/io/release/list-files.ts';
import { useTemporaryFolder } from '../../src/io/temporary-folder.ts';
import { writeLargeCatalogue } from '../bench-catalogue.ts';
import { writeCrowdedPlane } from './crowded-plane.ts';
import type { MeasuredRun } from './run-measured.ts';
import { runMeasured } from './run-measured.ts';
import { makeSiteFolder } from './scale-site.ts';
import { measureSearch } from './scale-search.ts';

/** Time may grow with the number of limits to this power, from one size to the next. */
const MOST_EXPONENT = 1.1;

/** So may the bytes of a page that shows a fixed amount. */
const MOST_PAGE_EXPONENT = 0.1;

/** Sizes that are checked, combined and listed: the largest has 30 000 limits. */
const CATALOGUES = readSizes('SCALE_CATALOGUES', [1, 10, 66]);

/** Sizes that are built; ten times takes half an hour more. */
const BUILDS = readSizes('SCALE_BUILDS', [1, 3]);

const CROWDED = 'dark-photon-visible';

function readSizes(name: string, usual: readonly number[]): readonly number[] {
  const sizes = process.env[name]?.split(',').map(Number) ?? usual;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error(`${name}: expected whole numbers from 1, separated by commas.`);
  return sizes;
}

/** Pages that show as much whatever the size of the catalogue. */
const FIXED_PAGES = [
  '/',
  '/portals/',
  '/portals/vector/',
  '/portals/pseudoscalar/',
  '/review/outlook/',
  '/data/',
  '/search/',
  '/check/',
  '/compare/',
  '/contribute/form/',
  '/planes/dark-photon-visible/',
  '/limits/babar-2014-dark-photon/',
  '/experiments/babar/',
];

/** Measures how time, memory and bytes grow with the catalogue, in folders of their own. */
export const measureScale = (): Promise<Measurement> =>
  useTemporaryFolder('dark-portals-scale-', async (folder) => ({
    method:
      `Copies of everything that a catalogue has more of as it grows (planes, limits, searches, papers, models, ` +
      `experiments), with ids and numbers of their own, ${CATALOGUES.join(', ')} times for the commands and ` +
      `${BUILDS.join(', ')} times for the build; one plane with ten times its limits. Each command is a process ` +
      `of its own; memory is the largest resident set of any of them. An exponent is that of the number of limits, of times on all cores. ` +
      `A list that has not filled its page yet may grow until it has.`,
    figures: [
      ...(await measureCommands(folder)),
      ...(await measureCrowdedPlane(folder)),
      ...(await measureBuilds(folder)),
    ],
  }));

/** A time at one size, for comparing neighbours. */
interface Sample {
  readonly times: number;
  readonly value: number;
}

const say = (text: string): void => {
  console.error(`   ${text}`);
};

/** Exponents between neighbouring sizes, each with the step it is of. */
function listExponents(what: string, samples: readonly Sample[], most: number): QualityFigure[] {
  return samples.slice(1).map((sample, i) => {
    const before = samples[i] ?? sample;
    const value = Math.log(sample.value / before.value) / Math.log(sample.times / before.times);
    return {
      what: `${what}: exponent of growth from ${String(before.times)} to ${String(sample.times)} times`,
      value: round(value),
      most,
      culprit: what,
    };
  });
}

/** Time on all cores [s], which says more than a clock where others use them too; the clock's where unknown. */
const workOf = ({ cpuSeconds, seconds }: MeasuredRun): number =>
  Number.isFinite(cpuSeconds) ? cpuSeconds : seconds;

const round = (value: number): number => Number(value.toPrecision(3));

function describeRun(what: string, times: number, run: MeasuredRun): QualityFigure[] {
  const at = `${what}, ${String(times)} times the catalogue`;
  return [
    { what: at, value: round(run.seconds), unit: 's' },
    ...(Number.isFinite(run.peakMegabytes)
      ? [{ what: `${at}: memory`, value: round(run.peakMegabytes), unit: 'MB' }]
      : []),
  ];
}

async function measureCommands(folder: string): Promise<QualityFigure[]> {
  const figures: QualityFigure[] = [];
  const samples = new Map<string, Sample[]>();
  const add = (what: string, times: number, run: MeasuredRun): void => {
    figures.push(...describeRun(what, times, run));
    samples.set(what, [...(samples.get(what) ?? []), { times, value: workOf(run) }]);
    say(
      `${what}, ${String(times)}x: ${run.seconds.toFixed(1)} s, ${run.peakMegabytes.toFixed(0)} MB`,
    );
  };
  for (const times of CATALOGUES) {
    const root = join(folder, 'content');
    await writeLargeCatalogue('content', root, times);
    const options = { env: { [CACHE_VARIABLE]: join(folder, 'cache') } };
    await rm(join(folder, 'cache'), { recursive: true, force: true });
    const node = process.execPath;
    add(
      'check, cold',
      times,
      await runMeasured([node, 'scripts/check.ts', '--root', root], options),
    );
    add(
      'check, warm',
      times,
      await runMeasured([node, 'scripts/check.ts', '--root', root], options),
    );
    add('combine', times, await runMeasured([node, 'scripts/combine.ts', '--root', root], options));
    const index = await runMeasured(
      [node, 'scripts/quality/scale-parts.ts', 'index', root],
      options,
    );
    add('index of the API', times, index);
    const { limits, bytes, largestPart } = JSON.parse(index.stdout) as IndexSizes;
    figures.push(
      { what: `limits at ${String(times)} times`, value: limits },
      { what: `index.json at ${String(times)} times`, value: bytes / 1000, unit: 'kB' },
      {
        what: `largest index of a plane at ${String(times)} times`,
        value: largestPart.bytes / 1000,
        unit: 'kB',
        culprit: largestPart.path,
      },
    );
    await rm(root, { recursive: true });
  }
  for (const [what, list] of samples) figures.push(...listExponents(what, list, MOST_EXPONENT));
  return figures;
}

interface IndexSizes {
  readonly limits: number;
  readonly bytes: number;
  readonly largestPart: { readonly path: string; readonly bytes: number };
}

interface PlaneSizes {
  readonly limits: number;
  readonly combineSeconds: number;
  readonly figureSeconds: number;
  readonly figureBytes: number;
  readonly briefBytes: number;
}

async function measureCrowdedPlane(folder: string): Promise<QualityFigure[]> {
  const sizes: PlaneSizes[] = [];
  for (const times of [1, 10]) {
    const root = join(folder, 'crowded');
    await writeCrowdedPlane('content', root, CROWDED, times);
    const run = await runMeasured([
      ...([process.execPath, 'scripts/quality/scale-parts.ts'] as const),
      ...['plane', root, CROWDED],
    ]);
    sizes.push(JSON.parse(run.stdout) as PlaneSizes);
    await rm(root, { recursive: true });
  }
  const [one, ten] = sizes;
  if (one === undefined || ten === undefined) return [];
  say(`${CROWDED} with ${String(ten.limits)} limits: ${JSON.stringify(ten)}`);
  const growth = (key: keyof PlaneSizes): number =>
    round(Math.log(ten[key] / one[key]) / Math.log(ten.limits / one.limits));
  const page = `/planes/${CROWDED}/`;
  const what = `a plane with ${String(ten.limits)} limits instead of ${String(one.limits)}`;
  return [
    { what: `${what}: its combination`, page, value: round(ten.combineSeconds), unit: 's' },
    { what: `${what}: its figure`, page, value: round(ten.figureSeconds), unit: 's' },
    { what: `${what}: data of its figure`, page, value: round(ten.figureBytes / 1000), unit: 'kB' },
    {
      what: `${what}: data to check points`,
      page,
      value: round(ten.briefBytes / 1000),
      unit: 'kB',
    },
    ...(['combineSeconds', 'figureSeconds', 'figureBytes', 'briefBytes'] as const).map((key) => ({
      what: `${what}: exponent of growth, ${WORDS[key]}`,
      ...{ page, value: growth(key), most: 1.25, culprit: WORDS[key] },
    })),
  ];
}

const WORDS = {
  combineSeconds: 'time to combine',
  figureSeconds: 'time of the figure',
  figureBytes: 'bytes of the figure',
  briefBytes: 'bytes to check points',
} as const;

/** What a built site weighs. */
interface BuiltSite {
  readonly times: number;
  readonly cpuSeconds: number;
  readonly files: number;
  readonly bytes: number;
  /** Compressed bytes of every page, by path. */
  readonly pages: ReadonlyMap<string, number>;
}

async function measureBuilds(folder: string): Promise<QualityFigure[]> {
  const figures: QualityFigure[] = [];
  const sites: BuiltSite[] = [];
  for (const times of BUILDS) {
    const root = join(folder, 'site');
    await makeSiteFolder(root, (to) => writeLargeCatalogue('content', to, times));
    const run = await runMeasured([process.execPath, 'scripts/build.ts'], { cwd: root });
    const site = await weighSite(join(root, 'dist'), times, run);
    sites.push(site);
    say(
      `build, ${String(times)}x: ${run.seconds.toFixed(0)} s, ${run.cpuSeconds.toFixed(0)} CPU s`,
    );
    figures.push(
      ...describeRun('build', times, run),
      {
        what: `build, ${String(times)} times: work of all cores`,
        value: round(run.cpuSeconds),
        unit: 's',
      },
      { what: `files of the site, ${String(times)} times`, value: site.files },
      {
        what: `bytes of the site, ${String(times)} times`,
        value: round(site.bytes / 1e6),
        unit: 'MB',
      },
    );
    if (times === BUILDS.at(-1)) {
      const { files, bytes, milliseconds } = await measureSearch(root);
      const at = `first search, ${String(times)} times the catalogue`;
      figures.push(
        {
          what: `${at}: time until there are results`,
          page: '/search/',
          value: milliseconds,
          unit: 'ms',
          most: 2000,
          culprit: `${String(files)} files of the search index`,
        },
        {
          what: `${at}: bytes of the index`,
          page: '/search/',
          value: round(bytes / 1000),
          unit: 'kB',
          most: 1500,
          culprit: `${String(files)} files of the search index`,
        },
      );
    }
    await rm(root, { recursive: true });
  }
  const samples = sites.map(({ times, cpuSeconds }) => ({ times, value: cpuSeconds }));
  const { catalogue } = await readContent('content');
  return [
    ...figures,
    ...listExponents('build, work of all cores', samples, MOST_EXPONENT),
    ...comparePages(sites, catalogue),
    ...listHeaviest(sites.at(-1)),
  ];
}

async function weighSite(dist: string, times: number, run: MeasuredRun): Promise<BuiltSite> {
  const pages = new Map<string, number>();
  let [files, bytes] = [0, 0];
  for (const path of await listFiles(dist)) {
    files++;
    bytes += (await stat(join(dist, path))).size;
    if (path.endsWith('/index.html'))
      pages.set(
        path.replace(/index\.html$/, ''),
        gzipSync(await readFile(join(dist, path))).length,
      );
  }
  return { times, cpuSeconds: workOf(run), files, bytes, pages };
}

/** Pages of a fixed amount may not grow; a list may until its page is full. */
function comparePages(
  sites: readonly BuiltSite[],
  catalogue: Readonly<Record<ListKind, ReadonlyMap<string, unknown>>>,
): QualityFigure[] {
  const [small, large] = [sites[0], sites.at(-1)];
  if (small === undefined || large === undefined || small === large) return [];
  const times = `${String(small.times)} to ${String(large.times)} times`;
  const fixed = FIXED_PAGES.flatMap((page) => {
    const [before, after] = [small.pages.get(page), large.pages.get(page)];
    if (before === undefined || after === undefined) return [];
    const value = Math.log(after / before) / Math.log(large.times / small.times);
    return {
      what: `compressed page: exponent of growth from ${times}`,
      page,
      value: round(value),
      most: MOST_PAGE_EXPONENT,
      culprit: `${String(before)} to ${String(after)} bytes`,
    };
  });
  const lists = LIST_KINDS.flatMap((kind) => {
    const before = small.pages.get(`/${kind}/`);
    const parts = [...large.pages].filter(([path]) =>
      new RegExp(`^/${kind}/(?:page/\\d+/)?$`).test(path),
    );
    if (before === undefined || parts.length === 0) return [];
    const [page, bytes] = parts.reduce((a, b) => (b[1] > a[1] ? b : a));
    const fill = MOST_ROWS[kind] / (catalogue[kind].size * small.times);
    return {
      // No link: the page is one of the large site.
      what: `compressed page of a list at ${String(large.times)} times, of ${String(parts.length)}: the heaviest, ${page}`,
      ...{ value: round(bytes / 1000), unit: 'kB' },
      // Copies have longer names.
      most: round((before * Math.max(1, fill) * 1.2) / 1000),
      culprit: `${String(MOST_ROWS[kind])} rows a page at most`,
    };
  });
  return [...fixed, ...lists];
}

const LIST_KINDS = ['limits', 'searches', 'references', 'planes', 'experiments', 'models'] as const;
type ListKind = (typeof LIST_KINDS)[number];

/** The heaviest page of each kind at the largest size built. */
function listHeaviest(site: BuiltSite | undefined): QualityFigure[] {
  if (site === undefined) return [];
  const kinds = Map.groupBy(site.pages, ([path]) => path.split('/')[1] ?? '');
  return [...kinds].map(([, pages]) => {
    const [page, bytes] = pages.reduce((a, b) => (b[1] > a[1] ? b : a));
    return {
      what: `heaviest page of its kind at ${String(site.times)} times, compressed, ${page}`,
      ...{ value: round(bytes / 1000), unit: 'kB' },
    };
  });
}
