import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PackageFacts } from '../../../src/core/release/codemeta.ts';
import { writeCodemeta } from '../../../src/core/release/codemeta.ts';

const citation = readFileSync('CITATION.cff', 'utf8');
const facts = JSON.parse(readFileSync('package.json', 'utf8')) as PackageFacts;
const ISSUE = { version: '0.2.0', date: '2027-01-15' };

const CONTEXT = 'https://doi.org/10.5063/schema/codemeta-2.0';
const context = JSON.parse(
  readFileSync('tests/fixtures/schemas/codemeta-2.0.jsonld', 'utf8'),
) as Record<string, unknown>;

/** Reads a record with the published context; a term that it does not define is refused. */
const expand = (record: object): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  jsonld.expand(record, {
    safe: true,
    documentLoader: (url) =>
      url === CONTEXT
        ? Promise.resolve({ documentUrl: url, document: context })
        : Promise.reject(new Error(`nothing else is read: ${url}`)),
  });

describe('codemeta.json', () => {
  it('is the one that CITATION.cff and package.json give', () => {
    const { version, 'date-released': date } = parse(citation, { schema: 'core' }) as {
      version: string;
      'date-released': string;
    };
    expect(readFileSync('codemeta.json', 'utf8')).toBe(
      writeCodemeta(citation, facts, { version, date }),
    );
  });
  it('has only terms that the published context of CodeMeta defines', async () => {
    const record = JSON.parse(writeCodemeta(citation, facts, ISSUE)) as Record<string, unknown>;
    const [expanded] = await expand(record);
    const terms = Object.keys(record).filter((key) => !key.startsWith('@'));
    expect(Object.keys(expanded ?? {}).toSorted()).toEqual(
      ['@type', ...terms.map((term) => `http://schema.org/${term}`)].toSorted(),
    );
    await expect(expand({ ...record, licence: 'MIT' })).rejects.toThrow();
  });
  it('invents neither an address nor a DOI', () => {
    const text = writeCodemeta(citation, facts, ISSUE);
    expect(text).not.toMatch(/orcid|10\.5281|codeRepository|identifier/);
    expect(JSON.parse(text)).toMatchObject({ version: '0.2.0', datePublished: '2027-01-15' });
  });
  it('names people by both names, with the ORCID they gave, and groups by theirs', () => {
    const text = `title: T\nabstract: A\nkeywords: [k]\nauthors:\n  - family-names: Curie\n    given-names: Marie\n    orcid: https://orcid.org/0000-0000-0000-0000\n  - name: Others\n`;
    expect(JSON.parse(writeCodemeta(text, { name: 'x' }, ISSUE))).toMatchObject({
      author: [
        {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0000-0000-0000',
          givenName: 'Marie',
          familyName: 'Curie',
        },
        { '@type': 'Organization', name: 'Others' },
      ],
      license: [],
    });
  });
  it('is refused where CITATION.cff lacks what it needs', () => {
    expect(() => writeCodemeta('title: T\n', facts, ISSUE)).toThrow('CITATION.cff has no abstract');
  });
});
