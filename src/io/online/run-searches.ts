import type { ServiceBases } from '../../core/online/addresses.ts';
import { inspireSearch } from '../../core/online/addresses.ts';
import type { InspireRecord } from '../../core/online/read-inspire.ts';
import { readInspire } from '../../core/online/read-inspire.ts';
import type { SavedSearch } from '../../core/online/saved-search.ts';
import { queryAfter } from '../../core/online/saved-search.ts';
import type { PoliteClient } from './polite-client.ts';

/** Records taken from one search. */
const SIZE = 100;

/** The records of every search that INSPIRE answered, by its id; a sentence for each of the others, and for those that found more than is taken. */
export async function runSearches(
  searches: readonly SavedSearch[],
  since: string,
  bases: ServiceBases,
  client: PoliteClient,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ found: Map<string, readonly InspireRecord[]>; warnings: string[] }> {
  const found = new Map<string, readonly InspireRecord[]>();
  const warnings: string[] = [];
  for (const search of searches) {
    const url = inspireSearch(bases.inspire, queryAfter(search, since), SIZE);
    const answer = await client.get(url, readInspire);
    if (answer.state === 'found') found.set(search.id, answer.value);
    else {
      const why = answer.state === 'failed' ? answer.why : 'status 404';
      warnings.push(`the search ${search.id} has no answer from INSPIRE (${why})`);
    }
    if (found.get(search.id)?.length === SIZE) {
      warnings.push(`the search ${search.id} found ${String(SIZE)} papers or more; narrow it`);
    }
    onProgress(found.size + warnings.length, searches.length);
  }
  return { found, warnings };
}
