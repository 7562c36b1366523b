import type { FigureFrontier, FigureSeries, FigureSpec, Point } from './figure-spec.ts';
import { describeFrame } from './figure-frame.ts';
import { formatMass } from './finding.ts';
import { formatValue } from './format-value.ts';
import {
  chooseLongest,
  type FrontierGap,
  type FrontierStretch,
  listFrontierGaps,
  listStretches,
} from './frontier-stretches.ts';
import { readMark } from './read-values.ts';
import { capitalise, count, listNames } from '../sentences.ts';
import { listPoints } from './summary.ts';
import { describeLevel, describeOrigin, describeOutlines } from './words.ts';

/** A figure for those who cannot see it, or would rather read. */
export interface FigureWords {
  /** What is drawn: both axes with their ranges, and how many curves. */
  readonly lead: string;
  /** What the drawing shows, a sentence or two each, in the order of their weight. */
  readonly facts: readonly string[];
}

/** More stretches of a frontier than these are for its table. */
const MOST_STRETCHES = 8;
/** More gaps than these are counted. */
const MOST_GAPS = 4;

/**
 * A figure in words, from the numbers that are drawn. Values are those of the curves as drawn, masses
 * and values written as everywhere.
 * @param shown what is drawn
 * @param whole the same figure with nothing left out: who sets a limit may not be drawn
 */
export function describeFigure(shown: FigureSpec, whole: FigureSpec = shown): FigureWords {
  const focus = shown.series.find(({ limit }) => limit === shown.highlight);
  return {
    lead: describeFrame(shown),
    facts: [
      ...(focus === undefined
        ? [...describeFrontiers(shown, whole), ...describeIslands(shown)]
        : describeFocus(focus, shown)),
      ...(focus === undefined ? listPromises(shown, whole) : []),
      ...describeOutlines(shown),
      ...describeLifetimes(shown),
      ...(shown.note === undefined ? [] : [`A note in the figure says: ${shown.note}.`]),
    ],
  };
}

/** A place on the horizontal axis for running text. */
const writeX = ({ x }: FigureSpec, value: number): string =>
  x.unitLabel === 'GeV' ? formatMass(value) : formatValue(value, x.unitLabel);

const writeY = ({ y }: FigureSpec, value: number): string => formatValue(value, y.unitLabel);

const SCOPE_WORDS = { ee: 'best e⁺e⁻ limit', laboratory: 'best laboratory limit' } as const;

/** What this site is about comes first. */
const sortScopes = (frontiers: readonly FigureFrontier[]): readonly FigureFrontier[] =>
  frontiers.toSorted((a, b) => (a.scope < b.scope ? -1 : 1));

/** Who sets the combined limits where, how strong they are there, and where nobody does. */
function describeFrontiers(shown: FigureSpec, whole: FigureSpec): string[] {
  // The frontier is today's.
  if (shown.asOf !== undefined) return [];
  return sortScopes(shown.frontiers).flatMap((frontier) =>
    describeFrontier(frontier, shown, whole),
  );
}

/** One frontier in sentences: its stretches rising in mass, then its gaps. Empty where there is none. */
export function describeFrontier(
  { scope, spans }: FigureFrontier,
  shown: FigureSpec,
  whole: FigureSpec = shown,
): string[] {
  const stretches = listStretches(spans);
  if (stretches.length === 0) return [];
  const limit = SCOPE_WORDS[scope];
  const told = chooseLongest(stretches, MOST_STRETCHES);
  const rest = stretches.length - told.length;
  const gaps = describeGaps(listFrontierGaps(spans, shown.x.range), shown);
  return [
    ...told.map((stretch) => describeStretch(stretch, limit, shown, whole)),
    ...(rest === 0
      ? []
      : [`The ${limit} changes hands in ${count(rest, 'further, shorter range')} of mass.`]),
    ...(gaps === '' ? [] : [`There is no one-sided ${limit.replace('best ', '')} ${gaps}.`]),
  ];
}

function describeStretch(
  { from, to, leaders, isSettled, isAlone }: FrontierStretch,
  limit: string,
  shown: FigureSpec,
  whole: FigureSpec,
): string {
  const names = leaders.map((id) => whole.series.find((one) => one.limit === id)?.label ?? id);
  const range = `from ${writeX(shown, from)} to ${writeX(shown, to)}`;
  const best = findStrongest(shown, leaders, [from, to]);
  const strongest =
    best === undefined
      ? ''
      : `; strongest ${writeY(shown, best[1])} at ${writeX(shown, best[0])}${isSettled ? '' : ` (${names[leaders.indexOf(best[2])] ?? best[2]})`}`;
  if (isSettled)
    return `${names[0] ?? ''} sets the ${limit} ${range}${isAlone ? '' : ', almost everywhere'}${strongest}.`;
  return `${listNames(names)} take turns in setting the ${limit} ${range}${strongest}.`;
}

/** The strongest drawn value of some limits between two masses, and whose it is. */
function findStrongest(
  { series, y }: FigureSpec,
  limits: readonly string[],
  [from, to]: readonly [number, number],
): readonly [x: number, value: number, limit: string] | undefined {
  let best: readonly [number, number, string] | undefined;
  const isStronger = (value: number): boolean =>
    best === undefined || (y.isReversed === true ? value > best[1] : value < best[1]);
  for (const { limit, mark } of series) {
    if (!limits.includes(limit) || mark.kind !== 'segments') continue;
    const ends = [from, to].flatMap((x) =>
      readMark(mark, x).map(([value = NaN]): Point => [x, value]),
    );
    for (const [x, value] of [...listPoints(mark), ...ends])
      if (x >= from && x <= to && isStronger(value)) best = [x, value, limit];
  }
  return best;
}

function describeGaps(gaps: readonly FrontierGap[], spec: FigureSpec): string {
  const [start, end] = spec.x.range;
  const write = ([from, to]: FrontierGap): string =>
    from <= start
      ? `below ${writeX(spec, to)}`
      : to >= end
        ? `above ${writeX(spec, from)}`
        : `between ${writeX(spec, from)} and ${writeX(spec, to)}`;
  const inner = gaps.filter(([from, to]) => from > start && to < end);
  if (inner.length <= MOST_GAPS) return listNames(gaps.map(write));
  const window = `in ${String(inner.length)} windows between ${writeX(spec, inner[0]?.[0] ?? NaN)} and ${writeX(spec, inner.at(-1)?.[1] ?? NaN)}`;
  const outer = gaps.filter((gap) => !inner.includes(gap));
  return listNames([...outer.map(write), window]);
}

/** Where a curve lies and how far it reaches; undefined where nothing of it is drawn. */
interface Extent {
  readonly x: readonly [from: number, to: number];
  readonly lowest: Point;
  readonly highest: Point;
}

function measure({ mark }: FigureSeries): Extent | undefined {
  const points = listPoints(mark);
  const [first] = points;
  if (first === undefined) return undefined;
  let [from, to, lowest, highest] = [first[0], first[0], first, first];
  for (const point of points) {
    from = Math.min(from, point[0]);
    to = Math.max(to, point[0]);
    if (point[1] < lowest[1]) lowest = point;
    if (point[1] > highest[1]) highest = point;
  }
  return { x: [from, to], lowest, highest };
}

const writeExtent = (spec: FigureSpec, { x: [from, to] }: Extent): string =>
  from === to ? `at ${writeX(spec, from)}` : `from ${writeX(spec, from)} to ${writeX(spec, to)}`;

const isRegion = ({ mark }: FigureSeries): boolean =>
  mark.kind === 'strips' || mark.kind === 'rings';

/** Closed exclusions of e+e- results, which no frontier contains. */
function describeIslands(spec: FigureSpec): string[] {
  const islands = spec.series.filter(
    (one) => one.layer === 'ee' && one.status === 'observed' && !one.isSuperseded && isRegion(one),
  );
  return nameEach(
    islands,
    (one, extent) =>
      `${one.label} excludes a region of its own, ${writeExtent(spec, extent)}, between ${writeY(spec, extent.lowest[1])} and ${writeY(spec, extent.highest[1])}.`,
    (names) => `${names} exclude regions of their own.`,
  );
}

/** A sentence each where they are few, one for all where they are many. */
function nameEach(
  series: readonly FigureSeries[],
  describe: (one: FigureSeries, extent: Extent) => string,
  summarise: (names: string) => string,
): string[] {
  if (series.length > MOST_GAPS) return [summarise(listNames(series.map(({ label }) => label)))];
  return series.flatMap((one) => {
    const extent = measure(one);
    return extent === undefined ? [] : [describe(one, extent)];
  });
}

/** What is drawn or could be without being a published limit: favoured regions, targets, projections. */
function listPromises(shown: FigureSpec, whole: FigureSpec): string[] {
  const ofLayer = (layer: FigureSeries['layer']): FigureSeries[] =>
    shown.series.filter((one) => one.layer === layer);
  const say = (layer: 'favoured' | 'target' | 'projection', verb: string, all: string): string[] =>
    nameEach(
      ofLayer(layer),
      (one, extent) => `${one.label} ${verb}, ${writeExtent(shown, extent)}.`,
      (names) => `${all}: ${names}.`,
    );
  const drawn = new Set(shown.series.map(({ limit }) => limit));
  const hidden = whole.series.filter(
    ({ layer, limit }) => layer === 'projection' && !drawn.has(limit),
  ).length;
  return [
    ...say(
      'favoured',
      'is a region favoured by a measurement, not excluded',
      'Favoured regions, not excluded',
    ),
    ...say('target', 'is a theory target', 'Theory targets'),
    ...say(
      'projection',
      'is a projection or an expected limit, not an observed one',
      'Projections and expected limits, not observed',
    ),
    ...(hidden === 0
      ? []
      : [
          `${capitalise(count(hidden, 'projection'))} of the plane ${hidden === 1 ? 'is' : 'are'} not drawn.`,
        ]),
  ];
}

const STATUS_WORDS: Readonly<Record<FigureSeries['status'], string>> = {
  observed: 'an observed limit',
  expected: 'an expected limit, not an observed one',
  projected: 'a projection, not a measurement',
  favoured: 'a favoured region, which excludes nothing',
  target: 'a theory target, which excludes nothing',
};

/** The limit a figure is about: what it is, where it lies, its gaps, and where it leads. */
function describeFocus(one: FigureSeries, spec: FigureSpec): string[] {
  const extent = measure(one);
  const origin = describeOrigin(one.derivedBy, one.layer);
  const isLimit = one.status === 'observed' || one.status === 'expected';
  const what = [
    `${one.label} is ${STATUS_WORDS[one.status]}`,
    ...(isLimit ? [describeLevel(one.confidenceLevel)] : []),
    ...(origin === '' ? [] : [origin]),
    ...(one.remark === undefined
      ? []
      : [`drawn ${one.remark.startsWith('at') ? '' : 'as the '}${one.remark}`]),
  ].join(', ');
  if (extent === undefined) return [`${what}.`];
  return [
    `${what}, ${writeExtent(spec, extent)}.`,
    describeHeights(one, spec, extent),
    ...describeBreaks(one, spec),
    ...sortScopes(spec.frontiers).flatMap((frontier) => describeLead(one, frontier, spec)),
  ];
}

function describeHeights(one: FigureSeries, spec: FigureSpec, extent: Extent): string {
  const at = ([x, value]: Point): string => `${writeY(spec, value)} at ${writeX(spec, x)}`;
  const { mark } = one;
  const { lowest, highest } = extent;
  if (isRegion(one))
    return `It lies between ${writeY(spec, lowest[1])} and ${writeY(spec, highest[1])}.`;
  if (lowest[1] === highest[1]) return `Its value is ${at(lowest)}.`;
  if (mark.kind === 'segments' && mark.side === undefined)
    return `It runs between ${at(lowest)} and ${at(highest)}.`;
  const isBelow = mark.kind === 'segments' && mark.side === 'below';
  const [strong, weak] = isBelow ? [highest, lowest] : [lowest, highest];
  const excludes =
    mark.kind === 'markers'
      ? `It holds at ${count(mark.points.length, 'tested mass', 'tested masses')} only`
      : `What lies ${isBelow ? 'below' : 'above'} it is excluded`;
  return `${excludes}; it is strongest, ${at(strong)}, and weakest, ${at(weak)}.`;
}

/** Masses inside its range where a curve is interrupted. */
function describeBreaks({ mark }: FigureSeries, spec: FigureSpec): string[] {
  if (mark.kind !== 'segments') return [];
  const ends = mark.segments
    .flatMap((segment): FrontierGap[] => {
      const xs = segment.map(([x]) => x);
      return xs.length === 0 ? [] : [[Math.min(...xs), Math.max(...xs)]];
    })
    .sort((a, b) => a[0] - b[0]);
  const gaps: FrontierGap[] = [];
  let reached = ends[0]?.[1] ?? NaN;
  for (const [from, to] of ends) {
    if (from > reached) gaps.push([reached, from]);
    reached = Math.max(reached, to);
  }
  if (gaps.length === 0) return [];
  return gaps.length > MOST_GAPS
    ? [`It is interrupted ${String(gaps.length)} times.`]
    : [
        `It says nothing ${listNames(gaps.map(([from, to]) => `between ${writeX(spec, from)} and ${writeX(spec, to)}`))}.`,
      ];
}

function describeLead(
  one: FigureSeries,
  { scope, spans }: FigureFrontier,
  spec: FigureSpec,
): string[] {
  if (!one.enters.includes(scope) || one.isSuperseded || isRegion(one) || spans.length === 0)
    return [];
  const own = spans.filter(({ limit }) => limit === one.limit);
  if (own.length === 0) return [`It sets the ${SCOPE_WORDS[scope]} nowhere.`];
  if (own.length > MOST_GAPS)
    return [
      `It sets the ${SCOPE_WORDS[scope]} in ${String(own.length)} ranges between ${writeX(spec, own[0]?.from ?? NaN)} and ${writeX(spec, own.at(-1)?.to ?? NaN)}.`,
    ];
  return [
    `It sets the ${SCOPE_WORDS[scope]} ${listNames(own.map(({ from, to }) => `from ${writeX(spec, from)} to ${writeX(spec, to)}`))}.`,
  ];
}

function describeLifetimes({ lifetimes }: FigureSpec): string[] {
  const labels = lifetimes.map(({ label }) => label);
  return labels.length === 0
    ? []
    : [`Dotted lines show where the decay length cτ is ${listNames(labels, 8)}.`];
}
