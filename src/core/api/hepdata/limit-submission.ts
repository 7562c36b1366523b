import type { ApiSite } from '../api-file.ts';
import { paperUrl } from '../describe-paper.ts';
import { LICENCE } from '../site-words.ts';
import type { Limit } from '../../catalogue.ts';
import { mustGet } from '../../catalogue.ts';
import { describeContent, SITE_NAME } from '../../formats/bibtex-entry.ts';
import { listPapers } from '../../formats/citing/limit-keys.ts';
import type { HepdataKeywords } from '../../formats/hepdata/hepdata-yaml.ts';
import {
  LOCATION_LENGTH,
  NAME_LENGTH,
  quote,
  shorten,
  writeKeywords,
  writeVariables,
} from '../../formats/hepdata/hepdata-yaml.ts';
import type { HepdataColumns } from './limit-columns.ts';
import { listVariables } from './limit-columns.ts';
import { listQualifiers } from './limit-qualifiers.ts';
import { writeReaction } from '../../formats/hepdata/write-reaction.ts';

/** A table of a limit, or a part of one that is too large for a file. */
export interface LimitTablePart {
  readonly limit: Limit;
  /** Name of its data file. */
  readonly file: string;
  /** First row of the CSV and the one after the last. */
  readonly rows: readonly [from: number, to: number];
}

/** HEPData refuses data files above 10 MB; a number takes some forty letters at most. */
const MOST_CELLS = 250_000;

/** The tables of a limit: one, unless it is too large. */
export function listParts(limit: Limit, mostCells = MOST_CELLS): LimitTablePart[] {
  const { columns, length } = limit.table;
  const most = Math.floor(mostCells / columns.length);
  const count = Math.ceil(length / most);
  return Array.from({ length: count }, (_, i) => ({
    limit,
    // No id has a dot: the file of a part is no other limit's.
    file: count === 1 ? `${limit.id}.yaml` : `${limit.id}.part-${String(i + 1)}.yaml`,
    rows: [i * most, Math.min((i + 1) * most, length)],
  }));
}

/** The columns of a table with everything that is said of them. */
export const listTableVariables = (
  { limit, rows }: LimitTablePart,
  site: ApiSite,
): HepdataColumns =>
  listVariables(limit, site.catalogue, (column) => listQualifiers(limit, site, column), rows);

/** The data file of a table. */
export function writeDataFile(part: LimitTablePart, site: ApiSite): string {
  const { independent, dependent } = listTableVariables(part, site);
  return writeVariables(independent, dependent);
}

/**
 * `submission.yaml` of HEPData for some tables: a document about the whole, then one for each table. Tables
 * are numbered, because HEPData wants short names that differ.
 * @param subject what is submitted, as the beginning of a sentence
 */
export function writeSubmission(
  subject: string,
  parts: readonly LimitTablePart[],
  site: ApiSite,
  page: string,
): string {
  return [
    '---',
    `comment: ${quote(describeSubmission(subject, site, page))}`,
    'additional_resources:',
    writeResource(page, `${SITE_NAME}, the page of these numbers`),
    ...parts.flatMap((part, i) => ['---', ...writeTable(part, i + 1, site)]),
    '',
  ].join('\n');
}

function describeSubmission(subject: string, { version }: ApiSite, page: string): string {
  const state = describeContent(version);
  return [
    `${subject}, collected by ${SITE_NAME} from what was published, content of ${version.date}${state === '' ? '' : ` (${state})`}.`,
    'This is no submission of the experiments and no record of HEPData.',
    'Numbers are in the quantities and units of the publications, with the digits of their sources; ON THE PLANE says what they are on the plane where results are compared.',
    'No uncertainties are given, because the catalogue has none. What is not known is absent.',
    `Cite the papers, by their keys (those in INSPIRE where they are known), and where the numbers were taken from: ${page}`,
  ].join(' ');
}

function writeTable(part: LimitTablePart, index: number, site: ApiSite): string[] {
  const { limit, file } = part;
  const { catalogue, url } = site;
  const papers = listPapers(limit, catalogue);
  const { figure, from } = limit.provenance;
  const licence = `Of the arrangement by ${SITE_NAME}. ${LICENCE.numbers} Here: ${from.licence} (${from.name}).`;
  return [
    `name: ${quote(shorten(`Table ${String(index)}: ${limit.id}`, NAME_LENGTH))}`,
    ...(figure === undefined ? [] : [`location: ${quote(shorten(figure, LOCATION_LENGTH))}`]),
    `description: ${quote(describeTable(part, site))}`,
    ...writeKeywords(listKeywords(limit, site)),
    `data_file: ${file}`,
    `data_license: {name: ${quote(LICENCE.name)}, url: ${quote(LICENCE.url)}, description: ${quote(licence)}}`,
    'additional_resources:',
    writeResource(`${url}/limits/${limit.id}/`, 'The page of this limit'),
    ...papers.flatMap((paper) => {
      const address = paperUrl(paper);
      return address === undefined || address.length > LOCATION_LENGTH
        ? []
        : [writeResource(address, paper.title ?? paper.key)];
    }),
  ];
}

function describeTable({ limit, rows: [from, to] }: LimitTablePart, site: ApiSite): string {
  const plane = mustGet(site.catalogue.planes, limit.plane);
  const { length } = limit.table;
  return [
    `${limit.title}.`,
    `Plane: ${plane.title}.`,
    ...(to - from === length
      ? []
      : [
          `Rows ${String(from + 1)} to ${String(to)} of ${String(length)}; the others are in further tables.`,
        ]),
  ].join(' ');
}

function listKeywords(limit: Limit, { catalogue }: ApiSite): HepdataKeywords {
  const search = limit.search === undefined ? undefined : mustGet(catalogue.searches, limit.search);
  const { sqrtS } = limit;
  // Whoever reinterprets a search has other particles in mind than its reaction names.
  const isOwn = limit.derivedBy === 'collaboration';
  const isLimit = ['observed', 'expected', 'projected'].includes(limit.status);
  return {
    ...(search === undefined || !isOwn ? {} : { reactions: [writeReaction(search.process)] }),
    // HEPData's list of observables has CLS for confidence limits.
    observables: [...(isLimit ? ['CLS'] : []), limit.value.quantity],
    ...(sqrtS === undefined ? {} : { cmenergies: [String(sqrtS.value)] }),
    phrases: [
      'dark sector',
      `${limit.portal} portal`,
      mustGet(catalogue.planes, limit.plane).short,
      limit.status,
    ],
  };
}

const writeResource = (location: string, description: string): string =>
  `- {location: ${quote(location)}, description: ${quote(description)}}`;
