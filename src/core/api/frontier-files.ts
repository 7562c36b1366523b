import { LEVELS, SCOPES } from '../combine/inputs.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { schemaUrl } from './address.ts';
import { describeHolder, findTexkey } from './combined-files.ts';
import type { FrontierFile } from './schemas/frontier-file.ts';
import { writeJson } from './write-json.ts';

export const FRONTIER_CSV = 'frontier.csv';
export const FRONTIER_JSON = 'frontier.json';

/** Who sets the combined limit where, in every plane, as JSON and CSV. */
export const listFrontierFiles = (site: ApiSite): ApiFile[] => [
  { path: FRONTIER_JSON, mediaType: 'application/json', write: () => writeJson(describe(site)) },
  { path: FRONTIER_CSV, mediaType: 'text/csv', write: () => writeFrontierCsv(site) },
];

const describe = (site: ApiSite): FrontierFile => ({
  $schema: schemaUrl(site, 'frontier'),
  contentVersion: site.version,
  frontier: listRanges(site),
});

/** Plane by plane, scope by scope, level by level, by mass. */
const listRanges = ({ combined, catalogue }: ApiSite): FrontierFile['frontier'] =>
  [...combined.values()].flatMap((file) =>
    SCOPES.flatMap((scope) =>
      LEVELS.flatMap((level) =>
        file.scopes[scope].levels[level].frontier.map((entry) => ({
          ...{ plane: file.plane, scope, level },
          ...entry,
          reference: findTexkey(entry.limit, catalogue.limits),
        })),
      ),
    ),
  );

/** Columns of `frontier.csv`, named as in `frontier.parquet`. */
export const FRONTIER_COLUMNS = [
  ...['plane', 'scope', 'level', 'mass_from', 'mass_to'],
  ...['limit_id', 'texkey', 'cl', 'runner_up', 'factor'],
] as const;

/** `frontier.csv`. */
export function writeFrontierCsv(site: ApiSite): string {
  const lines = listRanges(site).map((range) =>
    [
      ...[range.plane, range.scope, range.level, range.from, range.to, range.limit],
      ...describeHolder(range, site.catalogue.limits),
      ...[range.runnerUp ?? '', range.factor ?? ''],
    ].join(','),
  );
  return `${[FRONTIER_COLUMNS.join(','), ...lines].join('\n')}\n`;
}
