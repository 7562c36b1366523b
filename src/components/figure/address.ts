import { encodeOwnCurve } from '../../core/figure/own-curve-address.ts';
import { encodeView } from '../../core/figure/view-address.ts';
import type { FigureModel } from './figure-model.ts';

/** Before an own curve in the fragment of an address; several follow one another. */
export const CURVE_KEY = 'curve=';

/**
 * Own curves as the fragment of an address, `#curve=…&curve=…`: fragments are never sent to a server.
 * Curves too long for an address are left out.
 */
export function encodeCurves(model: FigureModel): string {
  const parts = model.own.flatMap(({ label, mark }) => {
    const segments = mark.kind === 'segments' ? mark.segments : [];
    return encodeOwnCurve({ name: label, segments }) ?? [];
  });
  return parts.length === 0 ? '' : `#${parts.map((part) => CURVE_KEY + part).join('&')}`;
}

/**
 * The address of what is shown: of the page whose figure this is, of the page made to be embedded, or
 * of the static image (as the figure starts).
 */
export function viewAddress(
  host: HTMLElement,
  model: FigureModel,
  kind: 'page' | 'embed' | 'image',
): string {
  const path = host.dataset[kind] ?? location.pathname;
  const address = new URL(path, location.href).href;
  if (kind === 'image') return address;
  const query = encodeView(model.view);
  return `${address}${query === '' ? '' : `?${query}`}${encodeCurves(model)}`;
}
