import type { FigureSeries } from './figure-spec.ts';

/** A curve made from a limit by scaling has its id, an `@` and the multiple; no id of a limit has one. */
const SCALED = /^([a-z0-9-]+)@[\d.e+]+$/;

/** Id of a limit scaled to a multiple of its own luminosity. */
export const scaledLimit = (limit: string, multiple: number): string =>
  `${limit}@${String(multiple)}`;

/** Id of the published limit behind a curve: its own, but for naively scaled ones. */
export const baseLimit = (id: string): string => id.replace(SCALED, '$1');

/** True for a published limit scaled here with luminosity; what readers call their curves is no matter. */
export const isScaled = ({ limit, layer }: Pick<FigureSeries, 'limit' | 'layer'>): boolean =>
  layer !== 'own' && SCALED.test(limit);
