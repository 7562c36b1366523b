import type { FigureAxis, FigureSeries, FigureSpec } from './figure-spec.ts';
import { formatMass } from './finding.ts';
import { formatValue } from './format-value.ts';
import { groupLegend } from './legend.ts';
import { capitalise, count, listNames } from '../sentences.ts';

/** What is drawn against what, from where to where, and how many curves. */
export function describeFrame({ x, y, series, asOf, highlight }: FigureSpec): string {
  const isBothLog = x.scale === 'log' && y.scale === 'log';
  const scales = isBothLog
    ? 'both axes logarithmic'
    : `horizontal axis ${describeScale(x)}, vertical axis ${describeScale(y)}`;
  const state = asOf === undefined ? '' : ` As of the end of ${String(asOf)}.`;
  return `${capitalise(describeAxis(y))}; against ${describeAxis(x)}; ${scales}. ${capitalise(countCurves(series, highlight))}.${state}`;
}

const describeScale = ({ scale }: FigureAxis): string =>
  scale === 'log' ? 'logarithmic' : 'linear';

function describeAxis(axis: FigureAxis): string {
  // Scripts would be read out letter by letter.
  const symbol = /[_^{}]/u.test(axis.plain) ? '' : ` ${axis.plain}`;
  const [from, to] = axis.range.map((end) => writeEnd(axis, end));
  return `${axis.name}${symbol}, from ${from ?? ''} to ${to ?? ''}`;
}

/** The end of an axis: powers of ten have one digit. */
function writeEnd(axis: FigureAxis, value: number): string {
  const isPower = value > 0 && Number.isInteger(Number(Math.log10(value).toFixed(9)));
  return axis.unitLabel === 'GeV'
    ? formatMass(value)
    : formatValue(value, axis.unitLabel, isPower ? 1 : 3);
}

const LAYER_NOUNS: Readonly<Record<FigureSeries['layer'], readonly [one: string, many: string]>> = {
  ee: ['e⁺e⁻ result', 'e⁺e⁻ results'],
  laboratory: ['other laboratory result', 'other laboratory results'],
  'astro-cosmo': [
    'result from astrophysics, cosmology or precision',
    'results from astrophysics, cosmology or precision',
  ],
  compilation: ['compilation', 'compilations'],
  favoured: ['favoured region', 'favoured regions'],
  target: ['theory target', 'theory targets'],
  projection: ['projection', 'projections'],
  recast: ['curve recast here', 'curves recast here'],
  own: ['curve of your own', 'curves of your own'],
};

function countCurves(series: readonly FigureSeries[], highlight: string | undefined): string {
  if (series.length === 0) return 'no curve is drawn';
  if (highlight !== undefined) {
    const others = series.length - 1;
    return `one curve in colour${others === 0 ? '' : `, ${count(others, 'other curve')} in grey behind it`}`;
  }
  const groups = groupLegend(series).map(({ layer, series: own }) =>
    count(own.length, ...LAYER_NOUNS[layer]),
  );
  return `${count(series.length, 'curve')} drawn: ${listNames(groups, 9)}`;
}
