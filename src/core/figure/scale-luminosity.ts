import { scaledLimit } from './base-limit.ts';
import { convertMark } from './convert-mark.ts';
import type { FigureSeries } from './figure-spec.ts';
import { IDENTITY } from '../quantities.ts';

/** Multiples of each result's own luminosity that readers can choose. */
export const LUMINOSITY_MULTIPLES: readonly number[] = [1, 2, 5, 10, 20, 50, 100];

/**
 * A limit moved naively to a multiple of its own luminosity: the rate it excludes goes like 1/√L at
 * every mass (`physics/project-luminosity.ts`). Undefined where even that means nothing. Drawn as a
 * projection, and its names say what it is.
 */
export function scaleLuminosity(series: FigureSeries, multiple: number): FigureSeries | undefined {
  const { scaling } = series;
  if (scaling === undefined || series.mark.kind !== 'segments') return undefined;
  const factor = multiple ** -scaling.exponent;
  const times = `× ${write(multiple, 3)} data`;
  const [from, to] = [scaling.fromInvFb, scaling.fromInvFb * multiple].map((one) => write(one, 4));
  return {
    ...series,
    limit: scaledLimit(series.limit, multiple),
    title: `${series.title}, naively scaled with luminosity`,
    label: `${series.label} ${times} (naive)`,
    short: `${series.short} ${times}, naive`,
    status: 'projected',
    derivedBy: 'this-project',
    layer: 'projection',
    enters: [],
    style: { ...series.style, line: 'dashed', weight: 'thin', fill: 'none' },
    mark: convertMark(series.mark, { x: IDENTITY, y: { factor, power: 1 } }),
    remark: `naive scaling of the published limit from ${from ?? ''} to ${to ?? ''} fb⁻¹, the excluded rate like 1/√L; not a projection by the experiment`,
  };
}

const write = (value: number, digits: number): string => String(Number(value.toPrecision(digits)));
