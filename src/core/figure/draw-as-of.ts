import { chooseEmphasis } from './emphasis.ts';
import type { FigureHistory } from './figure-history.ts';
import type { FigureSeries, FigureSpec } from './figure-spec.ts';

/** Whether a curve had appeared by the end of a year; one of unknown date never counts. */
export const hadAppearedBy = (limit: string, { since }: FigureHistory, year: number): boolean =>
  (since[limit] ?? Infinity) <= year;

/** The figure as of the end of a year: what appeared later is gone, what was replaced later is back. */
export function drawAsOf(spec: FigureSpec, history: FigureHistory, year: number): FigureSpec {
  const outlines = history.outlines.findLast((state) => state.year <= year)?.outlines ?? [];
  return {
    ...spec,
    outlines,
    series: spec.series
      .filter(({ limit }) => hadAppearedBy(limit, history, year))
      .map((one) => restore(one, (history.until[one.limit] ?? Infinity) <= year)),
  };
}

function restore(one: FigureSeries, isSuperseded: boolean): FigureSeries {
  if (one.isSuperseded === isSuperseded) return one;
  const restored = { ...one, isSuperseded };
  return { ...restored, style: { ...one.style, ...chooseEmphasis(restored) } };
}
