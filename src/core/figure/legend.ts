import type { FigureSeries, LayerId } from './figure-spec.ts';

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

/** How to read the edges of a figure, only for what it shows. */
export function describeKey(series: readonly FigureSeries[], hasOutline: boolean): string {
  const has = (test: (one: FigureSeries) => boolean): boolean => series.some(test);
  const parts = [
    has((one) => one.status === 'observed' && one.mark.kind !== 'markers') &&
      'solid lines are observed limits',
    has((one) => one.mark.kind === 'markers') && 'open circles hold at the tested masses only',
    has((one) => one.layer === 'projection') && 'dashed lines are projections',
    has((one) => one.layer === 'compilation' || one.layer === 'recast') &&
      'dash-dotted lines join several experiments or are recast',
    has((one) => one.layer === 'favoured') && 'hatched regions are favoured by a measurement',
    has((one) => one.layer === 'target') && 'dotted lines are theory targets',
    hasOutline &&
      'the broad red line follows the best e⁺e⁻ limit, the thin dark line the best of all laboratory limits',
  ].filter((part) => part !== false);
  const text = parts.join('; ');
  return text === '' ? '' : `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}
