import type { Limit, PlaneEntry } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import type { CombinedFile } from '../combine/combined-file.ts';
import type { Level, Scope } from '../combine/inputs.ts';
import { LEVELS, SCOPES } from '../combine/inputs.ts';
import { SITE_AUTHOR, SITE_NAME } from '../formats/bibtex-entry.ts';
import { listPapers } from '../formats/citing/limit-keys.ts';
import { plainTitle } from '../formats/citing/plain-title.ts';
import { shortLabel } from '../limit-label.ts';
import type { Axis } from '../schema/index.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { combinedCsvPath, writeEnvelope } from './combined-files.ts';
import { describeColumns } from './describe-columns.ts';
import { paperUrl } from './describe-paper.ts';
import { FRONTIER_CSV, writeFrontierCsv } from './frontier-files.ts';
import { limitCsvPath } from './limit-files.ts';
import { COMBINED_SENTENCE, KEYWORDS, LICENCE, SITE_SUMMARY } from './site-words.ts';
import { writeJson } from './write-json.ts';

/** Digest of a text in UTF-8, in hexadecimal digits. */
export type Sha256 = (text: string) => string;

export const DATA_PACKAGE_PATH = 'datapackage.json';

/** A Data Package (https://datapackage.org, version 2) over the CSV files, paths relative to it. */
export const listDataPackageFiles = (site: ApiSite, sha256: Sha256): ApiFile[] => [
  {
    path: DATA_PACKAGE_PATH,
    mediaType: 'application/json',
    write: () => writeJson(describePackage(site, sha256)),
  },
];

const describePackage = (site: ApiSite, sha256: Sha256): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'dark-portals',
  title: SITE_NAME,
  description: `${SITE_SUMMARY} ${COMBINED_SENTENCE}`,
  homepage: `${site.url}/`,
  version: site.version.release ?? site.version.date,
  contentVersion: site.version,
  licenses: LICENSES,
  contributors: [{ title: SITE_AUTHOR }],
  keywords: KEYWORDS,
  resources: [
    ...[...site.catalogue.limits.values()].map((limit) => describeLimit(limit, site, sha256)),
    ...[...site.combined.values()].flatMap((file) =>
      SCOPES.flatMap((scope) =>
        LEVELS.map((level) => describeCombined(file, scope, level, site, sha256)),
      ),
    ),
    describeFrontier(site, sha256),
  ],
});

const LICENSES = [
  {
    name: LICENCE.name,
    path: LICENCE.url,
    title: `Creative Commons Attribution 4.0, of the arrangement. ${LICENCE.numbers}`,
  },
];

/** A column as Table Schema has it; `unit` is a property of our own, which the standard allows. */
interface Field {
  readonly name: string;
  readonly type: 'number' | 'integer' | 'string' | 'boolean';
  readonly description: string;
  readonly unit?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly enum?: readonly string[];
  };
}

/** What a resource of a CSV file says besides what it is called. */
function describeTable(
  path: string,
  text: string,
  fields: readonly Field[],
  sha256: Sha256,
): object {
  return {
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: new TextEncoder().encode(text).length,
    hash: `sha256:${sha256(text)}`,
    schema: { fields },
  };
}

function describeLimit(limit: Limit, { catalogue, url }: ApiSite, sha256: Sha256): object {
  const plane = mustGet(catalogue.planes, limit.plane);
  return {
    name: `limit-${limit.id}`,
    title: `${shortLabel(limit, catalogue)}: ${limit.title}`,
    description: `${limit.status}, ${limit.derivedBy}, ${limit.shape}; plane: ${plane.title}.`,
    homepage: `${url}/limits/${limit.id}/`,
    ...describeTable(
      limitCsvPath(limit.id),
      limit.table.text,
      listLimitFields(limit, { catalogue }),
      sha256,
    ),
    licenses: LICENSES,
    sources: listSources(limit, { catalogue }),
  };
}

const listLimitFields = (limit: Limit, { catalogue }: Pick<ApiSite, 'catalogue'>): Field[] =>
  describeColumns(limit, catalogue).map(({ name, type, description, column, words }) => ({
    name,
    type,
    description,
    // A logarithm has no unit; that of its argument is in words.
    ...(column?.scale === 'linear' ? { unit: column.unit } : {}),
    ...(column?.scale === 'log10' ? { unit: `log10(${column.unit})` } : {}),
    constraints: {
      required: true,
      ...(type === 'integer' ? { minimum: 1 } : {}),
      ...(column?.scale === 'linear' ? { minimum: 0 } : {}),
      ...(words === undefined ? {} : { enum: words }),
    },
  }));

/** The papers, and the file the numbers were taken from. */
function listSources(
  limit: Limit,
  { catalogue }: Pick<ApiSite, 'catalogue'>,
): { readonly title: string; readonly path?: string; readonly version?: string }[] {
  const { name, path, revision, licence } = limit.provenance.from;
  return [
    ...listPapers(limit, catalogue).map((reference) => {
      const address = paperUrl(reference);
      return {
        title: plainTitle(reference.title ?? reference.key),
        ...(address === undefined ? {} : { path: address }),
      };
    }),
    { title: `${name}, ${path}; licence: ${licence}`, version: revision },
  ];
}

function describeCombined(
  file: CombinedFile,
  scope: Scope,
  level: Level,
  { catalogue, url }: ApiSite,
  sha256: Sha256,
): object {
  const plane = mustGet(catalogue.planes, file.plane);
  const text = writeEnvelope(file.scopes[scope].levels[level], catalogue.limits);
  return {
    name: `combined-${file.plane}-${scope}-${level}`,
    title: `Combined limit: ${plane.title}`,
    description: `Scope ${scope}, confidence level ${level}. The envelope alone, with the limit that holds from each row to the next; islands are in ${file.plane}.json. ${COMBINED_SENTENCE}`,
    homepage: `${url}/planes/${plane.id}/`,
    ...describeTable(
      combinedCsvPath(file.plane, scope, level),
      text,
      listEnvelopeFields(plane, { catalogue }),
      sha256,
    ),
    licenses: LICENSES,
  };
}

function listEnvelopeFields(plane: PlaneEntry, { catalogue }: Pick<ApiSite, 'catalogue'>): Field[] {
  const axis = (name: string, { quantity }: Axis): Field => {
    const { name: words, unit } = mustGet(catalogue.quantities, quantity);
    return { name, type: 'number', description: words, unit, constraints: REQUIRED };
  };
  return [
    {
      name: 'segment',
      type: 'integer',
      description: 'Contiguous range of mass, counted from one: between two there is no limit.',
      constraints: { required: true, minimum: 1 },
    },
    axis('mass', plane.x),
    axis('value', plane.y),
    ...HOLDER_FIELDS,
  ];
}

const REQUIRED = { required: true, minimum: 0 } as const;

const HOLDER_FIELDS: readonly Field[] = [
  {
    name: 'limit_id',
    type: 'string',
    description: 'The limit that sets the combined limit.',
    constraints: { required: true },
  },
  {
    name: 'texkey',
    type: 'string',
    description: 'Key of its paper in references.bib; empty where none is known.',
  },
  {
    name: 'cl',
    type: 'number',
    description: 'Confidence level as published, 0.9 for 90 %; empty where the source states none.',
    constraints: { minimum: 0 },
  },
];

function describeFrontier(site: ApiSite, sha256: Sha256): object {
  const word = (name: string, description: string, words?: readonly string[]): Field => ({
    name,
    type: 'string',
    description,
    constraints: { required: true, ...(words === undefined ? {} : { enum: words }) },
  });
  const mass = (name: string, description: string): Field => ({
    name,
    type: 'number',
    description: `${description} [canonical unit of the plane]`,
    constraints: REQUIRED,
  });
  return {
    name: 'frontier',
    title: 'Who sets the combined limits',
    description: COMBINED_SENTENCE,
    homepage: `${site.url}/planes/`,
    ...describeTable(
      FRONTIER_CSV,
      writeFrontierCsv(site),
      [
        word('plane', 'Id of the plane.'),
        word('scope', 'Whose limits enter.', SCOPES),
        word('level', 'Which confidence levels enter.', LEVELS),
        mass('mass_from', 'Lowest mass'),
        mass('mass_to', 'Highest mass'),
        ...HOLDER_FIELDS,
        {
          name: 'runner_up',
          type: 'string',
          description: 'The limit that comes second over most of the range; empty where none does.',
        },
        {
          name: 'factor',
          type: 'number',
          description:
            'Runner-up over holder: geometric mean over log mass; empty without a runner-up.',
          constraints: { minimum: 0 },
        },
      ],
      sha256,
    ),
    licenses: LICENSES,
  };
}
