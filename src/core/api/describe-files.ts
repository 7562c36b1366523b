import type { ApiSite } from './api-file.ts';
import { apiUrl, schemaUrl } from './address.ts';
import { combinedPath } from './combined-files.ts';
import { FRONTIER_CSV, FRONTIER_JSON } from './frontier-files.ts';
import { historyPath } from './history-files.ts';
import { limitCsvPath, limitJsonPath } from './limit-files.ts';
import { planePath } from './plane-files.ts';
import type { IndexFile } from './schemas/index-file.ts';

/** What there is below `/api/v1/`, in one line each, for the index and for readers of all kinds. */
export function describeFiles(site: Pick<ApiSite, 'url'>): IndexFile['files'] {
  const file = (path: string, what: string, schema?: string): IndexFile['files'][number] => ({
    url: apiUrl(site, path),
    what,
    schema: schema === undefined ? undefined : schemaUrl(site, schema),
  });
  return [
    file(limitJsonPath('<id>'), 'A limit: facts, provenance, laws, numbers.', 'limit'),
    file(limitCsvPath('<id>'), 'Its numbers, digits as published.'),
    file(planePath('<plane>'), 'A plane: axes, assumptions, limits on it.', 'plane'),
    file(combinedPath('<plane>'), 'Combined limits: envelope, frontier, regions.', 'combined'),
    file('combined/<plane>.<scope>.<level>.csv', 'An envelope and who sets it.'),
    file(historyPath('<plane>'), 'Combined limits as of earlier years.', 'combined-history'),
    file(FRONTIER_JSON, 'Who sets the combined limits, all planes.', 'frontier'),
    file(FRONTIER_CSV, 'The same as a table.'),
  ];
}
