import { isScaled } from './base-limit.ts';
import type { FigureSeries, FigureSpec, LayerId } from './figure-spec.ts';
import { describeOutlines } from './words.ts';
import { capitalise } from '../sentences.ts';

/** What each layer is called, in the order readers want them. */
const LAYER_TITLES: readonly (readonly [LayerId, string])[] = [
  ['ee', 'e⁺e⁻ colliders'],
  ['laboratory', 'Other laboratory results'],
  ['astro-cosmo', 'Astrophysics, cosmology and precision'],
  ['compilation', 'Compilations'],
  ['favoured', 'Favoured regions'],
  ['target', 'Targets'],
  ['projection', 'Projections'],
  ['recast', 'Recast here'],
  ['own', 'Your curves'],
];

export interface LegendGroup {
  readonly layer: LayerId;
  readonly title: string;
  /** Newest first. */
  readonly series: readonly FigureSeries[];
}

/** The series of a figure by layer, empty layers left out. */
export function groupLegend(series: readonly FigureSeries[]): LegendGroup[] {
  return LAYER_TITLES.flatMap(([layer, title]) => {
    const own = series
      .filter((one) => one.layer === layer)
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.label < b.label ? -1 : 1));
    return own.length === 0 ? [] : [{ layer, title, series: own }];
  });
}

/** True for what stands out: e+e- results, the limit in focus, favoured regions and targets. */
export const isColouredSeries = ({ style }: Pick<FigureSeries, 'style'>): boolean =>
  !['laboratory', 'astro-cosmo', 'context'].includes(style.hue);

/** How to read the edges of a figure, only for what it shows, and what its outlines are made of. */
export function describeKey(
  series: readonly FigureSeries[],
  figure: Pick<FigureSpec, 'outlines' | 'leavesOut'>,
): string {
  const has = (test: (one: FigureSeries) => boolean): boolean => series.some(test);
  const dashed = [
    has((one) => one.layer === 'projection' && one.status !== 'expected' && !isScaled(one)) &&
      'projections',
    has((one) => one.layer === 'projection' && one.status === 'expected') && 'expected limits',
  ].filter((name) => name !== false);
  const parts = [
    has(
      (one) =>
        one.status === 'observed' && one.mark.kind !== 'markers' && one.style.line !== 'dash-dot',
    ) && 'solid lines are observed limits',
    has((one) => one.mark.kind === 'markers') && 'open circles hold at the tested masses only',
    dashed.length > 0 && `dashed lines are ${dashed.join(' and ')}`,
    has(isScaled) &&
      'thin dashed lines named naive are published limits scaled here with luminosity, not projections by the experiments',
    has((one) => one.layer === 'compilation' || one.layer === 'recast') &&
      'dash-dotted lines join several experiments or are recast',
    has((one) => one.layer === 'favoured') && 'hatched regions are favoured by a measurement',
    has((one) => one.layer === 'target') && 'dotted lines are theory targets',
    figure.outlines.length > 0 &&
      'the broad red line follows the best e⁺e⁻ limit, the thin dark line the best of all laboratory limits',
  ].filter((part) => part !== false);
  const text = parts.join('; ');
  const key = text === '' ? [] : [`${capitalise(text)}.`];
  return [...key, ...describeOutlines(figure)].join(' ');
}
