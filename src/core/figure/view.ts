import { FACETS, type Facet } from './facets.ts';
import type { FigureSeries, LayerId } from './figure-spec.ts';

/** An axis as the reader wants it; absent parts as the figure starts. */
export interface AxisView {
  /** Id of one of the axis's choices. */
  readonly choice?: string;
  /** What is in view [unit of the choice]. */
  readonly range?: readonly [from: number, to: number];
}

/** Which combined limits are outlined. */
export const OUTLINE_CHOICES = ['both', 'ee', 'laboratory', 'none'] as const;
/** One of `OUTLINE_CHOICES`. */
export type OutlineChoice = (typeof OUTLINE_CHOICES)[number];

/**
 * Everything a reader chose about a figure, and everything a link to it has to carry. Own curves
 * are kept apart: they never leave the browser.
 */
export interface FigureView {
  readonly x: AxisView;
  readonly y: AxisView;
  /** Only these limits, where there are any; then nothing else decides. */
  readonly only: readonly string[];
  /** Limits switched on or off one by one. */
  readonly show: readonly string[];
  readonly hide: readonly string[];
  /** Layers switched on or off as a whole. */
  readonly layersOn: readonly LayerId[];
  readonly layersOff: readonly LayerId[];
  /** What a limit has to be, facet by facet; an empty facet asks nothing. */
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  /** Years of publication, both ends included. */
  readonly years?: readonly [from: number, to: number];
  /** The figure as of the end of a year. */
  readonly asOf?: number;
  /** Multiple of each result's own luminosity for naive scaling. */
  readonly luminosity?: number;
  readonly lifetimes: boolean;
  readonly outlines: OutlineChoice;
  /** The proper decay length at which grids are drawn [m]; without it their strongest values. */
  readonly ctauM?: number;
  /** Where the crosshair stands [native unit of the horizontal axis]. */
  readonly mass?: number;
}

/** The figure as it starts. */
export const DEFAULT_VIEW: FigureView = {
  x: {},
  y: {},
  only: [],
  show: [],
  hide: [],
  layersOn: [],
  layersOff: [],
  facets: { experiment: [], kind: [], cl: [], status: [], origin: [], search: [] },
  lifetimes: false,
  outlines: 'both',
};

/** Whether the view shows a series. The most particular choice wins: a limit before its layer. */
export function isShownIn(view: FigureView, series: FigureSeries): boolean {
  if (series.layer === 'own') return true;
  if (view.only.length > 0) return view.only.includes(series.limit);
  return isSwitchedOn(view, series) && passesFilters(view, series);
}

function isSwitchedOn(view: FigureView, { limit, layer, startsHidden }: FigureSeries): boolean {
  if (view.hide.includes(limit)) return false;
  if (view.show.includes(limit)) return true;
  if (view.layersOff.includes(layer)) return false;
  return view.layersOn.includes(layer) || !startsHidden;
}

function passesFilters({ facets, years }: FigureView, series: FigureSeries): boolean {
  const { year } = series;
  if (years !== undefined && (year === undefined || year < years[0] || year > years[1]))
    return false;
  return Object.entries(FACETS).every(([id, { read }]) => {
    const wanted = facets[id as Facet];
    return wanted.length === 0 || read(series).some((value) => wanted.includes(value));
  });
}

/** The view with one limit switched; back at its start a switch leaves no trace. */
export function toggleSeries(view: FigureView, series: FigureSeries): FigureView {
  const { limit } = series;
  const rest = {
    ...view,
    show: view.show.filter((id) => id !== limit),
    hide: view.hide.filter((id) => id !== limit),
  };
  if (view.only.length > 0) {
    // The last of a selection cannot be switched off: an empty figure says nothing.
    const others = view.only.filter((id) => id !== limit);
    const only = others.length < view.only.length ? others : [...view.only, limit];
    return { ...view, only: only.length === 0 ? view.only : only };
  }
  const wantsOn = !isSwitchedOn(view, series);
  if (isSwitchedOn(rest, series) === wantsOn) return rest;
  return wantsOn
    ? { ...rest, show: [...rest.show, limit] }
    : { ...rest, hide: [...rest.hide, limit] };
}

/** The view with a whole layer switched; switches of its limits one by one are forgotten. */
export function toggleLayer(
  view: FigureView,
  layer: LayerId,
  all: readonly FigureSeries[],
): FigureView {
  const own = all.filter((one) => one.layer === layer);
  const ids = new Set(own.map(({ limit }) => limit));
  const isOn = own.some((one) => isShownIn(view, one));
  const cleared: FigureView = {
    ...view,
    only: [],
    show: view.show.filter((id) => !ids.has(id)),
    hide: view.hide.filter((id) => !ids.has(id)),
    layersOn: view.layersOn.filter((id) => id !== layer),
    layersOff: view.layersOff.filter((id) => id !== layer),
  };
  const startsOn = own.some((one) => !one.startsHidden);
  const startsWhole = own.every((one) => !one.startsHidden);
  if (isOn) return startsOn ? { ...cleared, layersOff: [...cleared.layersOff, layer] } : cleared;
  return startsWhole ? cleared : { ...cleared, layersOn: [...cleared.layersOn, layer] };
}

/** The view with one limit alone, or with everything again where it was alone already. */
export const toggleOnly = (view: FigureView, limit: string): FigureView => ({
  ...view,
  only: view.only.length === 1 && view.only[0] === limit ? [] : [limit],
});
