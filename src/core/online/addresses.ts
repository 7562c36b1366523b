import type { Reference } from '../schema/index.ts';
import type { Service } from './compare-reference.ts';
import { INSPIRE_FIELDS } from './read-inspire.ts';

/** Where the services are, without a slash at the end. */
export type ServiceBases = Readonly<Record<Service, string>>;

export const SERVICE_BASES: ServiceBases = {
  inspire: 'https://inspirehep.net',
  crossref: 'https://api.crossref.org',
  arxiv: 'https://export.arxiv.org',
  hepdata: 'https://www.hepdata.net',
};

/** Search of INSPIRE, the newest first. */
export const inspireSearch = (base: string, query: string, size: number): string =>
  `${base}/api/literature?q=${encodeURIComponent(query)}&fields=${INSPIRE_FIELDS.join(',')}` +
  `&size=${String(size)}&sort=mostrecent`;

/** INSPIRE's record of a reference: by its preprint, its DOI or its key, whichever is surest. */
export function inspireAddress(base: string, { eprint, doi, key }: Reference): string {
  const query =
    eprint !== undefined
      ? `arxiv:${eprint}`
      : doi !== undefined
        ? `doi:"${doi.replaceAll('"', '')}"`
        : `texkeys:"${key}"`;
  return inspireSearch(base, query, 2);
}

export const crossrefAddress = (base: string, doi: string): string =>
  `${base}/works/${encodeURIComponent(doi)}`;

/** The newest versions of several preprints in one question. */
export const arxivAddress = (base: string, eprints: readonly string[]): string =>
  `${base}/api/query?id_list=${eprints.map(encodeURIComponent).join(',')}&max_results=${String(eprints.length)}`;

export const hepdataAddress = (base: string, recid: number): string =>
  `${base}/search/?q=${encodeURIComponent(`inspire_id:${String(recid)}`)}&format=json&page=1&size=10`;

/** The page of a paper's numbers, for people. */
export const hepdataPage = (recid: number): string =>
  `https://www.hepdata.net/record/ins${String(recid)}`;
