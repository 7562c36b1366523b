import type { Catalogue, Limit } from './catalogue.ts';

/** Names of the experiments of an entry, in its own order. */
export const experimentNames = (
  entry: { readonly experiment: readonly string[] },
  catalogue: Catalogue,
): string => entry.experiment.map((id) => catalogue.experiments.get(id)?.name ?? id).join(', ');

/** The year of a limit, from its paper where there is one. */
export const yearOf = (limit: Limit, catalogue: Catalogue): number | undefined =>
  catalogue.references.get(limit.reference)?.year ?? limit.year;

/** Who and when: `BaBar 2014`; the title where no experiment stands behind it. */
export function shortLabel(limit: Limit, catalogue: Catalogue): string {
  const who = experimentNames(limit, catalogue);
  const year = yearOf(limit, catalogue);
  if (who === '') return limit.title;
  return year === undefined ? who : `${who} ${String(year)}`;
}
