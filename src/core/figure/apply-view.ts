import { applyPowerLaw, IDENTITY, invertPowerLaw, isDecreasing } from '../quantities.ts';
import { findChoice, readAxisAs } from './axis-choices.ts';
import { type AxesLaw, convertMark, convertPath } from './convert-mark.ts';
import { drawAsOf } from './draw-as-of.ts';
import type { FigureHistory } from './figure-history.ts';
import type {
  FigureAxis,
  FigureFrontier,
  FigureMark,
  FigureSeries,
  FigureSpec,
} from './figure-spec.ts';
import { findSlice, formatLength } from './grid-slices.ts';
import { scaleLuminosity } from './scale-luminosity.ts';
import { type AxisView, type FigureView, isShownIn } from './view.ts';

/** What a view may need beyond the figure itself. */
export interface ViewMaterial {
  /** Loaded when a year is first asked for. */
  readonly history?: FigureHistory | undefined;
  /** Marks with all digits, and slices of grids, by `markKey`. */
  readonly marks?: ReadonlyMap<string, FigureMark>;
  /** The reader's own curves, in the figure's own axes. */
  readonly own?: readonly FigureSeries[];
}

/**
 * The figure as a view shows it: only what is shown, on the axes and in the window asked for. All
 * that draws or writes a figure takes this.
 */
export function applyView(
  spec: FigureSpec,
  view: FigureView,
  { history, marks, own = [] }: ViewMaterial = {},
): FigureSpec {
  const dated =
    view.asOf === undefined || history === undefined ? spec : drawAsOf(spec, history, view.asOf);
  const shown = [...dated.series, ...own]
    .filter((one) => isShownIn(view, one))
    .flatMap((one) => chooseMark(one, view, marks));
  const scaled =
    view.luminosity === undefined || view.luminosity === 1
      ? []
      : shown.flatMap((one) => scaleLuminosity(one, view.luminosity ?? 1) ?? []);
  const laws: AxesLaw = {
    x: findChoice(spec.x, view.x.choice)?.law ?? IDENTITY,
    y: findChoice(spec.y, view.y.choice)?.law ?? IDENTITY,
  };
  const isNative = laws.x === IDENTITY && laws.y === IDENTITY;
  const outlines = dated.outlines.filter(
    ({ scope }) => view.outlines === 'both' || view.outlines === scope,
  );
  const lifetimes = view.lifetimes ? dated.lifetimes : [];
  const ids = new Set(shown.map(({ limit }) => limit));
  const leavesOut = dated.series.some(
    ({ enters, isSuperseded, limit }) => enters.length > 0 && !isSuperseded && !ids.has(limit),
  );
  return {
    ...dated,
    ...(leavesOut ? { leavesOut } : {}),
    ...(dated === spec || view.asOf === undefined ? {} : { asOf: view.asOf }),
    x: viewAxis(spec.x, view.x),
    y: viewAxis(spec.y, view.y),
    series: [
      ...shown.filter((one) => one.layer !== 'own'),
      ...scaled,
      ...shown.filter((one) => one.layer === 'own'),
    ].map((one) => (isNative ? one : { ...one, mark: convertMark(one.mark, laws) })),
    outlines: isNative
      ? outlines
      : outlines.map((one) => ({
          ...one,
          rings: one.rings.map((ring) => convertPath(ring, laws)),
        })),
    frontiers: isNative ? dated.frontiers : dated.frontiers.map((one) => convertSpans(one, laws)),
    lifetimes: isNative
      ? lifetimes
      : lifetimes.map((one) => ({
          ...one,
          segments: one.segments.map((segment) => convertPath(segment, laws)),
        })),
  };
}

/** Who leads where on other axes, rising again where the law turns masses round. */
function convertSpans({ scope, spans }: FigureFrontier, laws: AxesLaw): FigureFrontier {
  const converted = spans.map(({ from, to, limit }) => {
    const ends = [applyPowerLaw(laws.x, from), applyPowerLaw(laws.x, to)];
    return { from: Math.min(...ends), to: Math.max(...ends), limit };
  });
  return { scope, spans: isDecreasing(laws.x) ? converted.toReversed() : converted };
}

/**
 * The series with the mark the view asks for: a slice of a grid where one is chosen. A grid without a
 * slice at that length is not drawn: nothing is interpolated.
 */
function chooseMark(
  series: FigureSeries,
  { ctauM }: FigureView,
  marks: ViewMaterial['marks'],
): FigureSeries[] {
  const shown = { ...series, startsHidden: false };
  const wantsSlice = ctauM !== undefined && series.grid !== undefined;
  const slice = wantsSlice ? findSlice(series, ctauM) : undefined;
  if (wantsSlice && slice === undefined) return [];
  const mark = marks?.get(markKey(series.limit, slice));
  if (slice !== undefined) {
    const length = formatLength(series.grid?.ctauM[slice] ?? NaN);
    return mark === undefined ? [] : [{ ...shown, mark, remark: `at cτ = ${length}` }];
  }
  return [mark === undefined ? shown : { ...shown, mark }];
}

/** Under which key a mark stands for a series, or for one slice of its grid. */
export const markKey = (limit: string, slice?: number): string =>
  slice === undefined ? limit : `${limit}/${String(slice)}`;

/** An axis as a view shows it. */
export function viewAxis(axis: FigureAxis, { choice, range }: AxisView): FigureAxis {
  const chosen = findChoice(axis, choice);
  const read = chosen === undefined ? axis : readAxisAs(axis, chosen);
  return range === undefined ? read : { ...read, range };
}

/** A view's window carried over to another choice of an axis, so that it shows the same part. */
export function changeChoice(axis: FigureAxis, view: AxisView, choice: string): AxisView {
  const from = findChoice(axis, view.choice)?.law ?? IDENTITY;
  const to = findChoice(axis, choice)?.law ?? IDENTITY;
  const isOwn = choice === axis.choices?.[0]?.id;
  const named: AxisView = isOwn ? {} : { choice };
  if (view.range === undefined) return named;
  const [a, b] = view.range.map((end) => {
    const native = applyPowerLaw(invertPowerLaw(from), end);
    return Number(applyPowerLaw(to, native).toPrecision(12));
  });
  return { ...named, range: [Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0)] };
}
