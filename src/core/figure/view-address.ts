import { roundTo } from '../combine/digits.ts';
import { readNumber } from '../query/read-points.ts';
import { FACETS, type Facet } from './facets.ts';
import { type FigureAxis, type FigureSpec, type LayerId, LAYERS } from './figure-spec.ts';
import { findSliceLength } from './grid-slices.ts';
import { isWideEnough } from './zoom-range.ts';
import { LUMINOSITY_MULTIPLES } from './scale-luminosity.ts';
import { type AxisView, DEFAULT_VIEW, type FigureView, OUTLINE_CHOICES } from './view.ts';

/** Version of the addresses written here; older ones stay readable. */
const VERSION = '1';
/** An address longer than this was not written here. */
const LONGEST = 8000;
/** A fault quotes no more than this of what it found. */
const LONGEST_QUOTE = 40;

const LISTS = {
  only: 'only',
  show: 'show',
  hide: 'hide',
  layersOn: 'on',
  layersOff: 'off',
} as const;
type ListField = keyof typeof LISTS;

/**
 * The view as the query of an address: readable, in a fixed order, and empty for the figure as it
 * starts. `?v=1&y=epsilon-squared,1e-9..1e-4&hide=kloe-2013-phi-eta-ee&asof=2018`
 */
export function encodeView(view: FigureView): string {
  const parts: [key: string, value: string][] = [];
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') parts.push([key, value]);
  };
  add('x', encodeAxis(view.x));
  add('y', encodeAxis(view.y));
  for (const [field, key] of Object.entries(LISTS))
    add(key, [...view[field as ListField]].sort().join());
  for (const facet of Object.keys(FACETS) as Facet[])
    add(facet, [...view.facets[facet]].sort().join());
  add('years', view.years?.join('..'));
  add('asof', view.asOf === undefined ? undefined : String(view.asOf));
  add('data', view.luminosity === undefined ? undefined : writeNumber(view.luminosity));
  add('lifetimes', view.lifetimes ? 'shown' : undefined);
  add('combined', view.outlines === DEFAULT_VIEW.outlines ? undefined : view.outlines);
  add('ctau', view.ctauM === undefined ? undefined : writeNumber(view.ctauM));
  // A mass is kept as finely as the deepest zoom places it.
  add('at', view.mass === undefined ? undefined : String(roundTo(view.mass, 10)));
  if (parts.length === 0) return '';
  return [['v', VERSION], ...parts]
    .map(
      ([key = '', value = '']) =>
        `${key}=${encodeURIComponent(value).replaceAll(/%(?:2C|3A)/gu, decodeURIComponent)}`,
    )
    .join('&');
}

const encodeAxis = ({ choice, range }: AxisView): string =>
  [choice ?? '', range === undefined ? '' : range.map(writeNumber).join('..')]
    .join()
    .replace(/,$/u, '');

/** Six digits place a frame more finely than any screen. */
const writeNumber = (value: number): string => String(Number(value.toPrecision(6)));

/** The keys of an address that are of a figure; all others belong to somebody else. */
export const VIEW_KEYS: ReadonlySet<string> = new Set([
  'v',
  'x',
  'y',
  ...Object.values(LISTS),
  ...Object.keys(FACETS),
  'years',
  'asof',
  'data',
  'lifetimes',
  'combined',
  'ctau',
  'at',
]);

/** A view read from an address, with a sentence for whatever of it cannot be had. */
export interface DecodedView {
  readonly view: FigureView;
  /** What the address asked for and did not get, as sentences; the rest of it still counts. */
  readonly faults: readonly string[];
}

/**
 * The view behind the query of an address. Whatever is broken, unknown or hostile is left out and
 * said; keys that are not of a figure belong to somebody else.
 */
export function decodeView(query: string, spec: FigureSpec): DecodedView {
  const text = query.replace(/^\?/u, '');
  if (text.length > LONGEST) {
    return { view: DEFAULT_VIEW, faults: ['The link is too long to be one of this site.'] };
  }
  const faults: string[] = [];
  const asked = new URLSearchParams(text);
  const version = asked.get('v');
  if (version === null) return { view: DEFAULT_VIEW, faults };
  if (version !== VERSION) {
    faults.push(`The link is of version ${quote(version)}; version ${VERSION} is read here.`);
    return { view: DEFAULT_VIEW, faults };
  }
  const read = <T>(
    key: string,
    parse: (value: string) => T | undefined,
    expected: string,
  ): T | undefined => {
    const value = asked.get(key);
    if (value === null) return undefined;
    const parsed = parse(value);
    if (parsed === undefined)
      faults.push(`The link has ${key}=${quote(value)}; expected ${expected}.`);
    return parsed;
  };
  const readList = <T extends string>(
    key: string,
    known: ReadonlySet<string>,
    what: string,
  ): T[] => {
    const values = [...new Set((asked.get(key) ?? '').split(',').filter((value) => value !== ''))];
    const unknown = values.filter((value) => !known.has(value));
    const [first] = unknown;
    if (first !== undefined) {
      const more = unknown.length > 1 ? ` and ${String(unknown.length - 1)} more` : '';
      faults.push(
        `This figure has no ${what} ${quote(first)}${more}; the link's ${key} leaves it out.`,
      );
    }
    return values.filter((value): value is T => known.has(value));
  };
  const limits = new Set(spec.series.map(({ limit }) => limit));
  const layers = new Set<string>(LAYERS);
  const facets = Object.fromEntries(
    (Object.keys(FACETS) as Facet[]).map((facet) => {
      const values = new Set(spec.series.flatMap((one) => FACETS[facet].read(one)));
      return [facet, readList(facet, values, FACETS[facet].title.toLowerCase())];
    }),
  ) as Record<Facet, string[]>;
  const years = read('years', parseYears, 'two years like 2010..2020');
  const asOf = read(
    'asof',
    (value) => parseYearIn(value, spec.years),
    spec.years === undefined
      ? 'no year: this figure has no history'
      : `a year from ${spec.years.join(' to ')}`,
  );
  const luminosity = read(
    'data',
    (value) => LUMINOSITY_MULTIPLES.slice(1).find((multiple) => String(multiple) === value),
    `one of ${LUMINOSITY_MULTIPLES.slice(1).join(', ')}`,
  );
  const outlines = read(
    'combined',
    (value) => OUTLINE_CHOICES.find((choice) => choice === value),
    OUTLINE_CHOICES.join(', '),
  );
  const ctauM = read(
    'ctau',
    (value) => findSliceLength(spec, readNumber(value)),
    'the decay length of a slice of this figure [m]',
  );
  const mass = read('at', parsePositive, 'a positive mass');
  const lifetimes = read('lifetimes', (value) => (value === 'shown' ? true : undefined), 'shown');
  const view: FigureView = {
    x: decodeAxis(asked.get('x'), 'x', spec.x, faults),
    y: decodeAxis(asked.get('y'), 'y', spec.y, faults),
    only: readList(LISTS.only, limits, 'limit'),
    show: readList(LISTS.show, limits, 'limit'),
    hide: readList(LISTS.hide, limits, 'limit'),
    layersOn: readList<LayerId>(LISTS.layersOn, layers, 'layer'),
    layersOff: readList<LayerId>(LISTS.layersOff, layers, 'layer'),
    facets,
    ...(years === undefined ? {} : { years }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(luminosity === undefined ? {} : { luminosity }),
    lifetimes: lifetimes ?? false,
    outlines: outlines ?? DEFAULT_VIEW.outlines,
    ...(ctauM === undefined ? {} : { ctauM }),
    ...(mass === undefined ? {} : { mass }),
  };
  return { view, faults };
}

function decodeAxis(
  text: string | null,
  key: 'x' | 'y',
  axis: FigureAxis,
  faults: string[],
): AxisView {
  if (text === null || text === '') return {};
  const comma = text.indexOf(',');
  const [name, window] = comma < 0 ? [text, ''] : [text.slice(0, comma), text.slice(comma + 1)];
  const choice = axis.choices?.find(({ id }) => id === name);
  if (name !== '' && choice === undefined) {
    faults.push(
      `The link asks for ${quote(name)} on the ${key === 'x' ? 'horizontal' : 'vertical'} axis, which cannot show it; it shows ${axis.quantity}.`,
    );
    return {};
  }
  const isOwn = choice === undefined || choice === axis.choices?.[0];
  const named: AxisView = isOwn ? {} : { choice: choice.id };
  if (window === '') return named;
  const range = parseRange(window, axis.scale);
  if (range !== undefined) return { ...named, range };
  faults.push(
    `The link has the range ${quote(window)}; expected two rising ${axis.scale === 'log' ? 'positive ' : ''}numbers like 0.01..10.`,
  );
  return named;
}

/** Two rising finite numbers, positive on a logarithmic axis; undefined for anything else. */
export function parseRange(
  text: string,
  scale: FigureAxis['scale'],
): readonly [number, number] | undefined {
  const ends = text.split('..').map(readNumber);
  const [from, to] = ends;
  if (ends.length !== 2 || from === undefined || to === undefined || !(from < to)) return undefined;
  if (scale === 'log' && !(from >= 1e-300)) return undefined;
  if (!isWideEnough({ scale }, from, to)) return undefined;
  return Math.abs(to) > 1e300 ? undefined : [from, to];
}

function parseYears(text: string): readonly [number, number] | undefined {
  const years = text.split('..').map(parseYear);
  const [from, to] = years;
  if (years.length !== 2 || from === undefined || to === undefined || from > to) return undefined;
  return [from, to];
}

const parseYear = (text: string): number | undefined =>
  /^(?:19|20)\d\d$/u.test(text) ? Number(text) : undefined;

function parseYearIn(text: string, years: FigureSpec['years']): number | undefined {
  const year = parseYear(text);
  const isKnown = year !== undefined && years !== undefined && year >= years[0] && year <= years[1];
  return isKnown ? year : undefined;
}

function parsePositive(text: string): number | undefined {
  const value = readNumber(text);
  return value !== undefined && value > 0 ? value : undefined;
}

const quote = (text: string): string =>
  `"${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}"`;
