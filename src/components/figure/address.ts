import type { FigureSeries } from '../../core/figure/figure-spec.ts';
import {
  decodeOwnCurve,
  encodeOwnCurve,
  MOST_CURVES,
} from '../../core/figure/own-curve-address.ts';
import { orderByMass } from '../../core/figure/own-curve-order.ts';
import { encodeView } from '../../core/figure/view-address.ts';
import type { FigureModel } from './figure-model.ts';
import { makeOwnSeries } from './own-series.ts';

/** Before an own curve in the fragment of an address; several follow one another. */
export const CURVE_KEY = 'curve=';

/** An own curve that an address can carry, and how. */
export interface CarriedSeries {
  readonly series: FigureSeries;
  readonly text: string;
}

/** The own curves that an address carries: the first ones that are short enough. */
export const listCarried = (own: readonly FigureSeries[]): CarriedSeries[] =>
  own
    .flatMap((series) => {
      const segments = series.mark.kind === 'segments' ? series.mark.segments : [];
      const text = encodeOwnCurve({ name: series.label, segments });
      return text === undefined ? [] : { series, text };
    })
    .slice(0, MOST_CURVES);

/** Own curves as the fragment of an address, `#curve=…&curve=…`: fragments are never sent to a server. */
export function encodeCurves({ own }: Pick<FigureModel, 'own'>): string {
  const parts = listCarried(own).map(({ text }) => CURVE_KEY + text);
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** Own curves out of an address, ready to be drawn, and what could not be read as sentences. */
export interface CurvesRead {
  readonly own: readonly FigureSeries[];
  readonly problems: readonly string[];
}

/** Reads what `encodeCurves` wrote; other parts of a fragment belong to somebody else. */
export const readCurves = (hash: string): CurvesRead =>
  decodeCurves(
    hash
      .replace(/^#/u, '')
      .split('&')
      .filter((part) => part.startsWith(CURVE_KEY))
      .map((part) => part.slice(CURVE_KEY.length)),
  );

/** Reads own curves as `encodeOwnCurve` wrote them. */
export function decodeCurves(texts: readonly string[]): CurvesRead {
  const read = texts.slice(0, MOST_CURVES).map(decodeOwnCurve);
  const own = read.flatMap((one) => ('curve' in one ? [one.curve] : []));
  return {
    // Links of before this was done when a curve is placed carry some in falling mass.
    own: own.map(({ name, segments }, i) => makeOwnSeries(name, segments.map(orderByMass), i)),
    problems: [
      ...read.flatMap((one) => ('problem' in one ? [one.problem] : [])),
      ...(texts.length > MOST_CURVES
        ? [
            `The link has ${String(texts.length)} curves; the first ${String(MOST_CURVES)} are read.`,
          ]
        : []),
    ],
  };
}

/**
 * The address of what is shown:
 * - `page`: of the page whose figure this is, with the reader's own curves in the part that is never sent
 * - `permalink`: the same without them, for whatever leaves the browser: files, citations, captions
 * - `embed`: of the page made to be embedded, for code that others publish, so without them too
 * - `image`: of the static image, as the figure starts
 */
export function viewAddress(
  host: Pick<HTMLElement, 'dataset'>,
  model: Pick<FigureModel, 'view' | 'own'>,
  kind: 'page' | 'permalink' | 'embed' | 'image',
): string {
  const path = host.dataset[kind === 'permalink' ? 'page' : kind] ?? location.pathname;
  const address = new URL(path, location.href).href;
  if (kind === 'image') return address;
  const query = encodeView(model.view);
  const curves = kind === 'page' ? encodeCurves(model) : '';
  const join = address.includes('?') ? '&' : '?';
  return `${address}${query === '' ? '' : `${join}${query}`}${curves}`;
}
