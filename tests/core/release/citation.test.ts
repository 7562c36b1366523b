import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { updateCitation, updatePackage, writeZenodo } from '../../../src/core/release/citation.ts';

const ISSUE = { version: '0.2.0', date: '2027-01-15' };
const real = readFileSync('CITATION.cff', 'utf8');

const schema = JSON.parse(
  readFileSync('tests/fixtures/schemas/citation-file-format.json', 'utf8'),
) as object;
// The schema names formats that Ajv leaves to a package of its own.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const validate = ajv.compile(schema);

/** What the published schema says against a CITATION.cff. */
function listFaults(text: string): string[] {
  validate(parse(text, { schema: 'core' }));
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${String(message)}`,
  );
}

describe('CITATION.cff', () => {
  it('follows the published schema as it stands and as a release writes it', () => {
    expect(listFaults(real)).toEqual([]);
    expect(listFaults(updateCitation(real, ISSUE))).toEqual([]);
  });
  it('is refused by the schema without authors, with a date that is none, and with unknown keys', () => {
    expect(listFaults(real.replace(/^authors:\n( {2}.*\n)+/m, ''))).not.toEqual([]);
    expect(listFaults(updateCitation(real, { ...ISSUE, date: 'soon' }))).not.toEqual([]);
    expect(listFaults(`${real}authr: x\n`)).not.toEqual([]);
  });
  it('changes in its version and its date only', () => {
    const lines = (text: string): string[] =>
      text.split('\n').filter((line) => !/^(version|date-released):/.test(line));
    const updated = updateCitation(real, ISSUE);
    expect(lines(updated)).toEqual(lines(real));
    expect(updated).toMatch(/^version: 0\.2\.0$/m);
    expect(updated).toMatch(/^date-released: '?2027-01-15'?$/m);
    expect(updateCitation(updated, ISSUE)).toBe(updated);
  });
  it('is refused without a line for its version', () => {
    expect(() => updateCitation(real.replace(/^version: .*$/m, ''), ISSUE)).toThrow(
      'CITATION.cff has 0 lines "version: …"; expected one',
    );
  });
  it('agrees with package.json and the changelog about the version', () => {
    const { version } = parse(real) as { version: string };
    const own = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(version).toBe(own.version);
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`\n## ${version} (`);
  });
});

describe('.zenodo.json', () => {
  it('is what CITATION.cff says, and invents nothing', () => {
    const record = JSON.parse(writeZenodo(real, ISSUE)) as Record<string, unknown>;
    const citation = parse(real) as { title: string; keywords: string[] };
    expect(record).toMatchObject({
      upload_type: 'dataset',
      title: citation.title,
      creators: [{ name: 'Dark Portals contributors' }],
      license: 'cc-by-4.0',
      keywords: citation.keywords,
      version: '0.2.0',
      publication_date: '2027-01-15',
    });
    expect(Object.keys(record)).not.toContain('doi');
    expect(JSON.stringify(record)).not.toMatch(/orcid|10\.5281/i);
  });
  it('is the one that the version in CITATION.cff gives', () => {
    const { version, 'date-released': date } = parse(real, { schema: 'core' }) as {
      version: string;
      'date-released': string;
    };
    expect(readFileSync('.zenodo.json', 'utf8')).toBe(writeZenodo(real, { version, date }));
  });
  it('names people as Zenodo does, with the ORCID they gave', () => {
    const text = `title: T\nabstract: a < b\nkeywords: [k]\nauthors:\n  - family-names: Curie\n    given-names: Marie\n    orcid: https://orcid.org/0000-0000-0000-0000\n`;
    expect(JSON.parse(writeZenodo(text, ISSUE))).toMatchObject({
      description: '<p>a &lt; b</p>',
      creators: [{ name: 'Curie, Marie', orcid: '0000-0000-0000-0000' }],
    });
  });
  it.each(['title', 'abstract', 'keywords', 'authors'])('is refused without %s', (key) => {
    const facts = { title: 'T', abstract: 'A', keywords: ['k'], authors: [{ name: 'N' }] };
    const text = JSON.stringify({ ...facts, [key]: undefined });
    expect(() => writeZenodo(text, ISSUE)).toThrow(`CITATION.cff has no ${key}; expected`);
  });
});

describe('a package file', () => {
  it('changes in its own version only', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    const updated = updatePackage(lock, 'dark-portals', '9.8.7', 2);
    expect(updated.match(/9\.8\.7/g)).toHaveLength(2);
    expect(updated.split('\n')).toHaveLength(lock.split('\n').length);
    expect((JSON.parse(updated) as { version: string }).version).toBe('9.8.7');
  });
  it('is refused where the version is not where npm writes it', () => {
    expect(() => updatePackage('{"version": "1.0.0"}', 'dark-portals', '2.0.0', 1)).toThrow(
      'has the version of dark-portals 0 times; expected 1',
    );
  });
});
