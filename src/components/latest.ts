import type { Catalogue, Limit, SearchEntry } from '../core/catalogue.ts';
import { compareText } from '../core/message.ts';
import type { Reference } from '../core/schema/index.ts';
import { relate } from './relations.ts';

/** One paper of an e+e- experiment with what this site holds of it. */
export interface Result {
  readonly reference: Reference;
  readonly search: SearchEntry | undefined;
  readonly limits: readonly Limit[];
}

/** The newest e+e- results, one per paper, newest first. */
export function listLatest(catalogue: Catalogue, count: number): Result[] {
  const { limitsByReference } = relate(catalogue);
  const searches = new Map<string, SearchEntry>();
  for (const search of catalogue.searches.values()) {
    if (isEe(search, catalogue)) searches.set(search.reference, search);
  }
  const keys = new Set(searches.keys());
  for (const limit of catalogue.limits.values()) {
    const isOwn = limit.status === 'observed' && limit.derivedBy === 'collaboration';
    if (isOwn && isEe(limit, catalogue)) keys.add(limit.reference);
  }
  return [...keys]
    .flatMap((key) => {
      const reference = catalogue.references.get(key);
      if (reference === undefined) return [];
      const limits = (limitsByReference.get(key) ?? []).filter((limit) => limit.reference === key);
      return [{ reference, search: searches.get(key), limits }];
    })
    .sort((a, b) => compareText(dateOf(b.reference), dateOf(a.reference)))
    .slice(0, count);
}

const isEe = (entry: { readonly experiment: readonly string[] }, catalogue: Catalogue): boolean =>
  entry.experiment.some((id) => catalogue.experiments.get(id)?.kind === 'ee-collider');

/** Year and month of the preprint where there is one (YYMM.nnnnn), else the year of publication. */
function dateOf(reference: Reference): string {
  const month = /^(\d{2})(\d{2})\./.exec(reference.eprint ?? '');
  if (month !== null) return `20${month[1] ?? ''}-${month[2] ?? ''}`;
  return String(reference.year ?? 0);
}
