import { parseDocument } from 'yaml';

/** A version and its date as CITATION.cff, `.zenodo.json` and `package.json` carry them. */
export interface Issue {
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** CITATION.cff or a package file lacks what a release writes; the message says what and how to fix it. */
export class CitationError extends Error {
  override readonly name = 'CitationError';
}

/**
 * CITATION.cff with another version and date; every other byte stays as people wrote it.
 * @throws {CitationError} when one of the two is not there, on a line of its own
 */
export function updateCitation(text: string, { version, date }: Issue): string {
  return replaceLine(replaceLine(text, 'version', version), 'date-released', `'${date}'`);
}

function replaceLine(text: string, key: string, value: string): string {
  const line = new RegExp(`^${key}: .*$`, 'gm');
  const found = [...text.matchAll(line)].length;
  if (found !== 1) {
    throw new CitationError(
      `CITATION.cff has ${String(found)} lines "${key}: …"; expected one, at the beginning of its line; correct the file`,
    );
  }
  return text.replace(line, `${key}: ${value}`);
}

/** What of CITATION.cff other records repeat. */
export interface Citation {
  readonly title: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly authors: readonly Readonly<Record<string, string>>[];
  /** SPDX name of the licence of the data. */
  readonly license?: string;
}

/**
 * `.zenodo.json` from CITATION.cff: Zenodo reads it when it archives a release. Nothing is in it that
 * CITATION.cff does not say: no DOI, no identifier of a person.
 * @throws {CitationError} when a field is missing
 */
export function writeZenodo(citation: string, { version, date }: Issue): string {
  const { title, abstract, keywords, authors } = readCitation(citation);
  const record = {
    upload_type: 'dataset',
    title,
    description: `<p>${escapeHtml(abstract)}</p>`,
    creators: authors.map(nameCreator),
    access_right: 'open',
    license: 'cc-by-4.0',
    keywords,
    language: 'eng',
    version,
    publication_date: date,
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/**
 * The facts of CITATION.cff that other records repeat.
 * @throws {CitationError} when one is missing
 */
export function readCitation(text: string): Citation {
  const facts = parseDocument(text).toJS() as Partial<Citation> | null;
  const { title, abstract, keywords, authors, license } = facts ?? {};
  const missing = Object.entries({ title, abstract, keywords, authors }).find(
    ([, value]) => value === undefined || value.length === 0,
  );
  if (
    title === undefined ||
    abstract === undefined ||
    keywords === undefined ||
    authors === undefined ||
    missing !== undefined
  ) {
    throw new CitationError(
      `CITATION.cff has no ${missing?.[0] ?? 'facts'}; expected title, abstract, keywords and authors; add it`,
    );
  }
  return { title, abstract, keywords, authors, ...(license === undefined ? {} : { license }) };
}

/** A person as `Family, Given`, or a group by its name; an ORCID only where CITATION.cff has one. */
function nameCreator(author: Readonly<Record<string, string>>): Record<string, string> {
  const { name, affiliation, orcid } = author;
  const person = [author['family-names'], author['given-names']].filter(Boolean).join(', ');
  return {
    name: name ?? person,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(orcid === undefined ? {} : { orcid: orcid.replace(/^https:\/\/orcid\.org\//, '') }),
  };
}

const escapeHtml = (text: string): string =>
  text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A package file (`package.json` or `package-lock.json`) with another version, its layout untouched.
 * @param count how often the package's own version is in it: first thing after its name
 * @throws {CitationError} when it is not there as often
 */
export function updatePackage(text: string, name: string, version: string, count: number): string {
  const own = new RegExp(String.raw`("name": "${name}",\s*"version": ")[^"]*(")`, 'g');
  const found = [...text.matchAll(own)].length;
  if (found !== count) {
    throw new CitationError(
      `the package file has the version of ${name} ${String(found)} times; expected ${String(count)}, right after its name; run npm install`,
    );
  }
  return text.replaceAll(own, `$1${version}$2`);
}
