import type { FigureSeries } from '../../core/figure/figure-spec.ts';

/** A limit as it is looked for. */
export interface FindableLimit {
  readonly series: FigureSeries;
  /** Everything it may be found by, folded. */
  readonly text: string;
}

/** The limits of a figure with the words they are found by: label, title, experiments, year, paper. */
export const listFindable = (
  series: readonly FigureSeries[],
  names: Readonly<Record<string, string>>,
): FindableLimit[] =>
  series
    .map((one) => ({
      series: one,
      text: fold(
        [
          one.label,
          one.title,
          ...one.experiments.map((id) => names[id] ?? id),
          one.year === undefined ? '' : String(one.year),
          one.reference ?? '',
          one.limit,
        ].join(' '),
      ),
    }))
    .sort(
      (a, b) =>
        Number(b.series.isEe) - Number(a.series.isEe) ||
        (b.series.year ?? 0) - (a.series.year ?? 0) ||
        (a.series.label < b.series.label ? -1 : 1),
    );

/** The limits that have every word of the query somewhere; all of them for an empty one. */
export function findLimits(limits: readonly FindableLimit[], query: string): FindableLimit[] {
  const words = fold(query).split(' ').filter(Boolean);
  return limits.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** Lower case without accents; whatever parts words is one blank. A plus is part of a word: e+e-. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
