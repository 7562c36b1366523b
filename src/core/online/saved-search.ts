import { z } from 'zod';
import type { Reference } from '../schema/index.ts';
import { Id, PortalId, Text } from '../schema/common.ts';
import type { InspireRecord } from './read-inspire.ts';

/** A search at INSPIRE for papers that might belong into the catalogue. */
export const SavedSearch = z.strictObject({
  id: Id,
  /** What it finds, in words. */
  title: Text,
  portals: z.array(PortalId).min(1),
  /** Experiments of the catalogue whose papers it finds; empty for any. */
  experiments: z.array(Id).default([]),
  /** In INSPIRE's language, without a date. */
  query: Text,
});
export type SavedSearch = z.infer<typeof SavedSearch>;

export const SavedSearches = z.strictObject({ searches: z.array(SavedSearch).min(1) });

/** A paper that a saved search found and no entry of the bibliography is. */
export interface Candidate {
  readonly recid: number;
  readonly texkey: string | undefined;
  readonly title: string;
  readonly date: string;
  readonly eprint: string | undefined;
  /** Ids of the searches that found it. */
  readonly searches: readonly string[];
}

/** The query of a saved search for papers from a day on. */
export const queryAfter = ({ query }: SavedSearch, since: string): string =>
  `(${query}) and date >= ${since}`;

/**
 * What saved searches found and the bibliography has not, the newest first. A paper is known by its key
 * (also a former one), preprint or DOI.
 * @param since YYYY-MM-DD; INSPIRE widens a search it does not understand, so dates are looked at here too
 */
export function listCandidates(
  found: ReadonlyMap<string, readonly InspireRecord[]>,
  references: Iterable<Reference>,
  since: string,
): Candidate[] {
  const known = new Set<string>();
  for (const { key, eprint, doi } of references) {
    for (const name of [key, eprint, doi?.toLowerCase()]) if (name !== undefined) known.add(name);
  }
  const candidates = new Map<number, Candidate>();
  for (const [search, records] of found) {
    for (const record of records) {
      const date = record.earliestDate ?? '';
      const names = [
        ...record.texkeys,
        ...record.eprints,
        ...record.dois.map((d) => d.toLowerCase()),
      ];
      if (date < since.slice(0, date.length) || names.some((name) => known.has(name))) continue;
      const before = candidates.get(record.recid)?.searches ?? [];
      candidates.set(record.recid, {
        recid: record.recid,
        texkey: record.texkeys[0],
        title: record.titles[0] ?? 'without a title',
        date,
        eprint: record.eprints[0],
        searches: [...before, search],
      });
    }
  }
  return [...candidates.values()].sort((a, b) =>
    a.date === b.date ? b.recid - a.recid : a.date < b.date ? 1 : -1,
  );
}
