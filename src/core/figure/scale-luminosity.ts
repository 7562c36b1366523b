import { convertMark } from './convert-mark.ts';
import type { FigureSeries } from './figure-spec.ts';
import { IDENTITY } from '../quantities.ts';

/** Multiples of each result's own luminosity that readers can choose. */
export const LUMINOSITY_MULTIPLES: readonly number[] = [1, 2, 5, 10, 20, 50, 100];

/**
 * A limit moved naively to a multiple of its own luminosity: the rate it excludes goes like 1/√L at
 * every mass (`physics/project-luminosity.ts`). Undefined where even that means nothing. Drawn as a
 * projection, and its name says what it is.
 */
export function scaleLuminosity(series: FigureSeries, multiple: number): FigureSeries | undefined {
  const { scaling } = series;
  if (scaling === undefined || series.mark.kind !== 'segments') return undefined;
  const factor = multiple ** -scaling.exponent;
  const times = `× ${String(Number(multiple.toPrecision(3)))} data`;
  return {
    ...series,
    limit: `${series.limit}@${String(multiple)}`,
    title: `${series.title}, naively scaled with luminosity`,
    label: `${series.label} ${times} (naive)`,
    short: `${series.short} ${times}`,
    status: 'projected',
    derivedBy: 'this-project',
    layer: 'projection',
    enters: [],
    style: { ...series.style, line: 'dashed', weight: 'thin', fill: 'none' },
    mark: convertMark(series.mark, { x: IDENTITY, y: { factor, power: 1 } }),
    remark: `naive 1/√L scaling of the published limit from ${String(Number(scaling.fromInvFb.toPrecision(4)))} to ${String(Number((scaling.fromInvFb * multiple).toPrecision(4)))} fb⁻¹, not a projection by the experiment`,
  };
}
