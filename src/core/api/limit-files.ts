import type { Limit } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import type { LimitTable } from '../formats/limit-table.ts';
import { listLimitKeys } from '../formats/citing/limit-keys.ts';
import { shortLabel, yearOf } from '../limit-label.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { apiUrl, schemaUrl } from './address.ts';
import { citeCatalogue } from './cite-catalogue.ts';
import { describeColumns } from './describe-columns.ts';
import { describePaper } from './describe-paper.ts';
import { describeStanding, listPlaneIds, listSuccessors } from './describe-standing.ts';
import type { LimitFile } from './schemas/limit-file.ts';
import { toJsonNumber, writeJson } from './write-json.ts';

/** Path of the CSV file of a limit below `/api/v1/`. */
export const limitCsvPath = (id: string): string => `limits/${id}.csv`;

/** Path of the JSON file of a limit below `/api/v1/`. */
export const limitJsonPath = (id: string): string => `limits/${id}.json`;

/** Every limit as JSON with all its facts, and its numbers as CSV as they stand in the content. */
export const listLimitFiles = (site: ApiSite): ApiFile[] =>
  [...site.catalogue.limits.values()].flatMap((limit): ApiFile[] => [
    {
      path: limitJsonPath(limit.id),
      mediaType: 'application/json',
      write: () => writeJson(describeLimit(limit, site), { numbers: writeNumbers(limit.table) }),
    },
    { path: limitCsvPath(limit.id), mediaType: 'text/csv', write: () => limit.table.text },
  ]);

/** Everything but the numbers themselves, which are written with the digits of the CSV file. */
function describeLimit(limit: Limit, site: ApiSite): Omit<LimitFile, 'numbers'> {
  const { catalogue, url, version } = site;
  const { id, confidence } = limit;
  const paperOf = (key: string | undefined): LimitFile['reference'] => {
    const reference = catalogue.references.get(key ?? '');
    return reference && describePaper(reference);
  };
  return {
    $schema: schemaUrl(site, 'limit'),
    contentVersion: version,
    id,
    title: limit.title,
    label: shortLabel(limit, catalogue),
    page: `${url}/limits/${id}/`,
    csv: apiUrl(site, limitCsvPath(id)),
    portal: limit.portal,
    plane: limit.plane,
    planes: listPlaneIds(limit).flatMap(
      (plane) => describeStanding(limit, mustGet(catalogue.planes, plane), site) ?? [],
    ),
    search: limit.search,
    experiments: limit.experiment.map((experiment) => {
      const { name, kind } = mustGet(catalogue.experiments, experiment);
      return { id: experiment, name, kind };
    }),
    reference: paperOf(limit.reference),
    data: paperOf(limit.data),
    alsoCite: limit.alsoCite.flatMap((key) => paperOf(key) ?? []),
    year: yearOf(limit, catalogue),
    status: limit.status,
    derivedBy: limit.derivedBy,
    shape: limit.shape,
    excludes: limit.excludes,
    signature: limit.signature,
    lifetime: limit.lifetime,
    channels: limit.channels,
    confidence,
    exposure: limit.exposure,
    sqrtS: limit.sqrtS,
    massRange: limit.massRange,
    gaps: limit.gaps,
    jumps: limit.jumps,
    anchors: limit.anchors,
    ratePower: limit.ratePower,
    recast: limit.recast,
    provenance: limit.provenance,
    supersedes: limit.supersedes,
    supersededBy: listSuccessors(limit, catalogue),
    unverified: limit.unverified,
    notes: limit.notes,
    howToCite: describeCitation(limit, site),
    columns: describeColumns(limit, catalogue).map(({ name, type, description, column, law }) => ({
      name,
      type,
      description,
      ...column,
      law,
    })),
    rows: limit.table.length,
  };
}

function describeCitation(limit: Limit, site: ApiSite): LimitFile['howToCite'] {
  const path = `/limits/${limit.id}/`;
  return {
    text: `Cite the papers, and where the numbers were taken from: ${citeCatalogue(site, path)}`,
    keys: listLimitKeys(limit),
    bibtex: `${site.url}/limits/${limit.id}.bib`,
  };
}

/** The table by columns as JSON text, every number with the digits of the file. */
function writeNumbers({ columns, words, text }: LimitTable): string {
  const cells = columns.map((): string[] => []);
  for (const line of text.trimEnd().split('\n').slice(1)) {
    for (const [i, cell] of line.split(',').entries()) cells[i]?.push(cell);
  }
  const written = columns.map((name, i) => {
    const write = words.has(name) ? (cell: string) => JSON.stringify(cell) : toJsonNumber;
    return `  ${JSON.stringify(name)}: [${(cells[i] ?? []).map(write).join(', ')}]`;
  });
  return `{\n${written.join(',\n')}\n }`;
}
