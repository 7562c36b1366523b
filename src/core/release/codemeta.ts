import type { Citation, Issue } from './citation.ts';
import { readCitation } from './citation.ts';

/** What of `package.json` the record repeats. */
export interface PackageFacts {
  readonly name: string;
  /** SPDX name of the licence of the code. */
  readonly license?: string;
  readonly engines?: { readonly node?: string };
}

/** The published context of CodeMeta 2.0, which gives the terms below their meaning. */
const CONTEXT = 'https://doi.org/10.5063/schema/codemeta-2.0';

/**
 * `codemeta.json` from CITATION.cff and `package.json`: software catalogues read it. Nothing is in it that
 * those two do not say: no address of a repository, no DOI.
 * @throws {CitationError} when CITATION.cff lacks a field
 */
export function writeCodemeta(
  citation: string,
  facts: PackageFacts,
  { version, date }: Issue,
): string {
  const { title, abstract, keywords, authors, license } = readCitation(citation);
  const licences = [facts.license, license].filter((name) => name !== undefined);
  const node = facts.engines?.node;
  const record = {
    '@context': CONTEXT,
    '@type': 'SoftwareSourceCode',
    name: title,
    description: abstract.trim(),
    version,
    datePublished: date,
    keywords,
    author: authors.map(describeAuthor),
    license: licences.map((name) => `https://spdx.org/licenses/${name}`),
    programmingLanguage: 'TypeScript',
    ...(node === undefined ? {} : { runtimePlatform: `Node.js ${node}` }),
    isAccessibleForFree: true,
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** A group by its name, a person by both names; an ORCID only where CITATION.cff has one. */
function describeAuthor(author: Citation['authors'][number]): Readonly<Record<string, string>> {
  const { name, orcid } = author;
  if (name !== undefined) return { '@type': 'Organization', name };
  const [givenName, familyName] = [author['given-names'], author['family-names']];
  return {
    '@type': 'Person',
    ...(orcid === undefined ? {} : { '@id': orcid }),
    ...(givenName === undefined ? {} : { givenName }),
    ...(familyName === undefined ? {} : { familyName }),
  };
}
