import { writeCombinedTable, writeFrontierTable } from '../formats/tables/combined-rows.ts';
import { writeExclusionScript } from '../formats/tables/exclusion-script.ts';
import { writeExclusionTable } from '../formats/tables/exclusion-table.ts';
import { writeLimitTable } from '../formats/tables/limit-rows.ts';
import { apiUrl } from './address.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { describeCiting } from './cite-catalogue.ts';
import { COMBINED_SENTENCE, LICENCE } from './site-words.ts';

/** Tables for engines and the statement that scans points with one of them. */
export const EXCLUSION_TABLE = 'exclusion.parquet';
export const EXCLUSION_SCRIPT = 'exclusion.sql';
export const LIMIT_TABLE = 'limits.parquet';
export const COMBINED_TABLE = 'combined.parquet';
export const FRONTIER_TABLE = 'frontier.parquet';

/** The media type of Parquet. */
export const PARQUET = 'application/vnd.apache.parquet';

/** Tables of everything for engines of SQL, and the statement that says who excludes a point. */
export function listTableFiles(site: ApiSite): ApiFile[] {
  const { catalogue, combined } = site;
  const table = (
    path: string,
    title: string,
    write: (facts: Readonly<Record<string, string>>) => Uint8Array<ArrayBuffer>,
  ): ApiFile => ({
    path,
    mediaType: PARQUET,
    write: () => write(listFacts(title, path, site)),
  });
  return [
    table(
      EXCLUSION_TABLE,
      'Pieces of every limit that enters a combined limit, for scans of points',
      (facts) => writeExclusionTable(catalogue, facts),
    ),
    {
      path: EXCLUSION_SCRIPT,
      mediaType: 'application/sql',
      write: () =>
        writeExclusionScript({
          parquet: apiUrl(site, EXCLUSION_TABLE),
          references: apiUrl(site, 'references.csl.json'),
          citing: describeCiting(site),
        }),
    },
    table(LIMIT_TABLE, 'Every number of every limit, as published and on its plane', (facts) =>
      writeLimitTable(catalogue, facts),
    ),
    table(COMBINED_TABLE, `Combined limits. ${COMBINED_SENTENCE}`, (facts) =>
      writeCombinedTable([...combined.values()], facts),
    ),
    table(FRONTIER_TABLE, `Who sets the combined limits. ${COMBINED_SENTENCE}`, (facts) =>
      writeFrontierTable([...combined.values()], catalogue, facts),
    ),
  ];
}

/** What a table says of itself in its metadata. */
function listFacts(title: string, path: string, site: ApiSite): Readonly<Record<string, string>> {
  const { date, commit, release } = site.version;
  return {
    title,
    source: apiUrl(site, path),
    contentDate: date,
    contentCommit: commit,
    ...(release === undefined ? {} : { contentRelease: release }),
    howToCite: describeCiting(site),
    licence: `${LICENCE.name} (${LICENCE.url}), of the arrangement. ${LICENCE.numbers}`,
  };
}
