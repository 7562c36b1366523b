import type { FigureSeries, Path } from '../../core/figure/figure-spec.ts';

/** A reader's curve as a series: drawn on top, in ink, and never part of a combination. */
export function makeOwnSeries(
  name: string,
  segments: readonly Path[],
  index: number,
): FigureSeries {
  const label = name.trim() === '' ? `Your curve ${String(index + 1)}` : name.trim();
  return {
    limit: `own-${String(index + 1)}-${label}`,
    title: `${label}, added by the reader`,
    label,
    short: label,
    experiments: [],
    isEe: false,
    status: 'expected',
    derivedBy: 'this-project',
    shape: 'line',
    signature: 'mixed',
    lifetime: 'any',
    enters: [],
    isSuperseded: false,
    layer: 'own',
    startsHidden: false,
    style: { hue: 'own', shade: 0, line: 'solid', weight: 'strong', fill: 'none' },
    mark: { kind: 'segments', segments },
    remark: 'added by the reader, not a published result',
  };
}
