import type {
  BreadcrumbList,
  DataCatalog,
  DataDownload,
  Dataset,
  Graph,
  ListItem,
  Organization,
  Person,
  PropertyValue,
  ScholarlyArticle,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import { API_ROOT } from '../../core/api/address.ts';
import { combinedCsvPath, combinedPath } from '../../core/api/combined-files.ts';
import { LICENCE, SITE_SUMMARY } from '../../core/api/site-words.ts';
import { PARQUET } from '../../core/api/table-files.ts';
import { type Catalogue, type Limit, mustGet, type PlaneEntry } from '../../core/catalogue.ts';
import { type CitablePage, SITE_AUTHOR, SITE_NAME } from '../../core/formats/bibtex-entry.ts';
import { arxivAddress, citeReference } from '../../core/formats/citing/cite-reference.ts';
import { type CslName, isOthers } from '../../core/formats/citing/csl-item.ts';
import { isGroupName } from '../../core/formats/citing/split-authors.ts';
import { listPapers } from '../../core/formats/citing/limit-keys.ts';
import type { Reference } from '../../core/schema/index.ts';
import { METHOD_WORDS } from '../format.ts';
import { experimentNames, portalsOf } from '../relations.ts';
import { toPlainTitle } from '../tex.ts';

/**
 * What pages say of themselves in the vocabulary of schema.org. Nothing has an `@id`: every address
 * that stands in it is that of a page or a file.
 */

/** A page and how addresses of this site are written. */
export interface LdPage extends CitablePage {
  readonly description: string;
  /** Absolute address of a path from the site's root. */
  readonly address: (path: string) => string;
}

/** What a page is about, in terms of the page. */
export type LdSubject = (page: LdPage) => Thing;

const author: Organization = { '@type': 'Organization', name: SITE_AUTHOR };

/** What every page of the site says of itself, whatever it is. */
const sharedFacts = (page: LdPage) => ({
  name: page.title,
  description: page.description,
  url: page.url,
  dateModified: page.date,
  version: page.release ?? page.commit,
  inLanguage: 'en',
  license: LICENCE.url,
  isAccessibleForFree: true,
});

const site = ({ address }: LdPage): WebSite => ({
  '@type': 'WebSite',
  name: SITE_NAME,
  url: address('/'),
});

/** A page that is nothing more than that. */
export const describeWebPage: LdSubject = (page): WebPage => ({
  '@type': 'WebPage',
  ...sharedFacts(page),
  author,
  isPartOf: site(page),
});

/** A page of the review, with the papers it cites. */
export const describeReviewPage =
  (references: readonly Reference[]): LdSubject =>
  (page): ScholarlyArticle => ({
    '@type': 'ScholarlyArticle',
    headline: page.title,
    ...sharedFacts(page),
    author,
    isPartOf: site(page),
    ...citing(references.map(describeCited)),
  });

/** The home page: the site and the catalogue of data it is. */
export const describeHome = (page: LdPage): readonly Thing[] => {
  const website: WebSite = { '@type': 'WebSite', ...sharedFacts(page), name: SITE_NAME, author };
  const catalogue: DataCatalog = {
    '@type': 'DataCatalog',
    ...sharedFacts(page),
    description: SITE_SUMMARY,
    creator: author,
    keywords: ['dark sector', 'dark photon', 'axion-like particle', 'heavy neutral lepton'],
  };
  return [website, catalogue];
};

/**
 * The numbers of a limit. They belong to their source, whose licence `creditText` states: none is claimed
 * for them here.
 */
export const describeLimit =
  (limit: Limit, catalogue: Catalogue): LdSubject =>
  (page): Dataset => {
    const { name, licence } = limit.provenance.from;
    const techniques = listTechniques(limit, catalogue);
    const { license: _ofTheArrangement, ...facts } = describeData(page);
    return {
      '@type': 'Dataset',
      ...facts,
      usageInfo: page.address('/data/'),
      identifier: limit.id,
      keywords: [
        experimentNames(limit, catalogue),
        ...portalsOf(limit, catalogue).map((portal) => `${portal} portal`),
        limit.status,
      ].filter((word) => word !== ''),
      ...citing(listPapers(limit, catalogue).map(describePaper)),
      creditText: `Numbers from ${name} (${licence}), ${METHOD_WORDS[limit.provenance.method]}`,
      variableMeasured: [
        {
          ...describeQuantity(limit.mass.quantity, catalogue),
          unitText: 'GeV',
          minValue: limit.massRange[0],
          maxValue: limit.massRange[1],
        },
        describeQuantity(limit.value.quantity, catalogue, limit.value.unit),
      ],
      ...(techniques.length === 0 ? {} : { measurementTechnique: techniques }),
      distribution: [
        download(page, 'CSV, digits as published', 'text/csv', `/limits/${limit.id}.csv`),
        download(page, 'JSON', 'application/json', `${API_ROOT}limits/${limit.id}.json`),
        download(
          page,
          'HEPData YAML',
          'application/yaml',
          `${API_ROOT}hepdata/${limit.id}/submission.yaml`,
        ),
        download(page, 'Parquet, with all limits', PARQUET, `${API_ROOT}limits.parquet`),
      ],
    };
  };

/** The combined limit of a plane, or its curves where nothing is combined. */
export const describePlane =
  (plane: PlaneEntry, catalogue: Catalogue, facts: { readonly isCombined: boolean }): LdSubject =>
  (page): Dataset => {
    const combined = [
      download(page, 'JSON', 'application/json', API_ROOT + combinedPath(plane.id)),
      download(
        page,
        'CSV of the laboratory limit, all confidence levels',
        'text/csv',
        API_ROOT + combinedCsvPath(plane.id, 'laboratory', 'all'),
      ),
      download(page, 'Parquet, with all planes', PARQUET, `${API_ROOT}combined.parquet`),
    ];
    return {
      '@type': 'Dataset',
      ...describeData(page),
      identifier: plane.id,
      keywords: plane.portals.map((portal) => `${portal} portal`),
      variableMeasured: [plane.x, plane.y].map(({ quantity }) =>
        describeQuantity(quantity, catalogue),
      ),
      distribution: [
        ...(facts.isCombined ? combined : []),
        download(page, 'CSV of the curves', 'text/csv', `/figures/${plane.id}.csv`),
        download(
          page,
          'HEPData YAML of the curves',
          'application/yaml',
          `/figures/${plane.id}.hepdata.yaml`,
        ),
      ],
    };
  };

const describeData = (page: LdPage) => ({
  ...sharedFacts(page),
  creator: author,
  includedInDataCatalog: {
    '@type': 'DataCatalog',
    name: SITE_NAME,
    url: page.address('/'),
  } satisfies DataCatalog,
});

const download = (
  { address }: LdPage,
  name: string,
  encodingFormat: string,
  path: string,
): DataDownload => ({ '@type': 'DataDownload', name, encodingFormat, contentUrl: address(path) });

/** A quantity in the unit its numbers are given in, the canonical one unless another is named. */
function describeQuantity(
  id: string,
  catalogue: Catalogue,
  published?: string,
): Exclude<PropertyValue, string> {
  const { name, plain, unit: canonical } = mustGet(catalogue.quantities, id);
  const unit = published ?? canonical;
  return {
    '@type': 'PropertyValue',
    name,
    alternateName: plain,
    ...(unit === '1' ? {} : { unitText: unit }),
  };
}

/** How the search behind a limit was done, as its page says. */
const listTechniques = ({ search }: Limit, { searches, methods }: Catalogue): string[] =>
  (search === undefined ? [] : (searches.get(search)?.methods ?? [])).flatMap((id) => {
    const method = methods.get(id);
    return method === undefined ? [] : [toPlainTitle(method.title)];
  });

const citing = (citation: readonly ScholarlyArticle[]) =>
  citation.length === 0 ? {} : { citation };

/** A paper with what its record has. */
export function describePaper(reference: Reference): ScholarlyArticle {
  const item = citeReference(reference);
  const journal = item['container-title'];
  return {
    '@type': 'ScholarlyArticle',
    ...nameCited(reference),
    ...(item.author === undefined ? {} : { author: item.author.flatMap(describeAuthor) }),
    ...(reference.year === undefined ? {} : { datePublished: String(reference.year) }),
    ...(journal === undefined ? {} : { isPartOf: { '@type': 'Periodical', name: journal } }),
    ...(item.page === undefined ? {} : { pagination: item.page }),
  };
}

/** A paper by its title and where it is: a page of the review cites dozens. */
const describeCited = (reference: Reference): ScholarlyArticle => ({
  '@type': 'ScholarlyArticle',
  ...nameCited(reference),
});

function nameCited(reference: Reference) {
  const { key, doi, eprint } = reference;
  const { title, URL } = citeReference(reference);
  const addresses = [
    ...(doi === undefined ? [] : [`https://doi.org/${encodeURI(doi)}`]),
    ...(eprint === undefined ? [] : [arxivAddress(eprint)]),
  ];
  const known = addresses.length === 0 && URL !== undefined ? [URL] : addresses;
  return {
    name: title ?? key,
    identifier: [
      key,
      ...(doi === undefined ? [] : [`doi:${doi}`]),
      ...(eprint === undefined ? [] : [`arXiv:${eprint}`]),
    ],
    ...(known.length === 0 ? {} : { sameAs: known }),
  };
}

/** Who is named; `others` are nobody in particular. */
function describeAuthor(name: CslName): (Organization | Person)[] {
  if (isOthers(name)) return [];
  const { family, given, suffix, literal } = name;
  // What cannot be divided is a collaboration or a person: schema.org's thing is either.
  if (literal !== undefined)
    return [
      {
        '@type': isGroupName(literal) ? 'Organization' : 'Person',
        name: literal,
      },
    ];
  return [
    {
      '@type': 'Person',
      name: [given, family, suffix].filter((part) => part !== undefined).join(' '),
      ...(family === undefined ? {} : { familyName: family }),
      ...(given === undefined ? {} : { givenName: given }),
    },
  ];
}

/** The way from the home page to a page. */
export function describeTrail(
  trail: readonly { readonly title: string; readonly path: string }[],
  page: LdPage,
): BreadcrumbList {
  const steps = [
    { title: SITE_NAME, path: '/' },
    ...trail.map(({ title, path }) => ({ title: toPlainTitle(title), path })),
    page,
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ title, path }, i): ListItem => ({
      '@type': 'ListItem',
      position: i + 1,
      name: title,
      item: page.address(path),
    })),
  };
}

/** JSON-LD of a page as it stands in a script element: text that cannot end it. */
export function writeJsonLd(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
