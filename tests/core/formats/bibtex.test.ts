import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatBibliography,
  formatBibtex,
  IGNORED_FIELDS,
  parseBibtex,
  REFERENCE_FIELDS,
} from '../../../src/core/formats/bibtex.ts';
import type { Reference } from '../../../src/core/schema/index.ts';
import { makeReference } from '../../fixtures/make-catalogue.ts';

fc.configureGlobal({ seed: 20261122, numRuns: 300 });

const BABAR = `@article{BaBar:2014zli,
    author = "Lees, J. P. and others",
    collaboration = "BaBar",
    title = "{Search for a Dark Photon in $e^+e^-$ Collisions at BaBar}",
    eprint = "1406.2980",
    archivePrefix = "arXiv",
    year = 2014
}
`;

/** Entries as plain objects. */
const read = (text: string): unknown => {
  const { entries, faults } = parseBibtex(text);
  return {
    entries: entries.map(({ type, key, line, fields }) => ({
      type,
      key,
      line,
      ...Object.fromEntries([...fields].map(([name, { value }]) => [name, value])),
    })),
    faults,
  };
};

const faultsOf = (text: string): string =>
  parseBibtex(text)
    .faults.map(
      ({ line, found, expected, fix }) => `:${String(line)} ${found}; expected ${expected}; ${fix}`,
    )
    .join('\n');

describe('parseBibtex', () => {
  it('reads what INSPIRE exports, text as written', () => {
    expect(read(BABAR)).toEqual({
      entries: [
        {
          type: 'article',
          key: 'BaBar:2014zli',
          line: 1,
          author: 'Lees, J. P. and others',
          collaboration: 'BaBar',
          title: '{Search for a Dark Photon in $e^+e^-$ Collisions at BaBar}',
          eprint: '1406.2980',
          archivePrefix: 'arXiv',
          year: '2014',
        },
      ],
      faults: [],
    });
  });
  it('knows the line of every entry and field', () => {
    const { entries } = parseBibtex(`\n${BABAR}\n${BABAR}`);
    expect(entries.map(({ line }) => line)).toEqual([2, 11]);
    expect(entries[1]?.fields.get('year')?.line).toBe(17);
  });
  it('reads braces within values and joins the lines of a value', () => {
    expect(read('@misc{a, title = {A {B {C}}\n   and  "D"}, note = "x {"} y"}')).toEqual({
      entries: [{ type: 'misc', key: 'a', line: 1, title: 'A {B {C}} and "D"', note: 'x {"} y' }],
      faults: [],
    });
  });
  it('reads types in any case, entries without fields and a comma at the end', () => {
    expect(read('@ARTICLE{a}\n@misc{b,}\n@misc{c, year = 1,}')).toMatchObject({
      entries: [
        { type: 'article', key: 'a' },
        { type: 'misc', key: 'b' },
        { type: 'misc', key: 'c', year: '1' },
      ],
      faults: [],
    });
  });
  it('skips text between entries', () => {
    expect(read('A note.\n@misc{a}\nAnother.')).toMatchObject({ entries: [{ key: 'a' }] });
    expect(read('')).toEqual({ entries: [], faults: [] });
  });
  it('says what is wrong and where, and goes on with the next entry', () => {
    const text = `@misc{a, title = bare}\n@misc{b, year = 1, year = 2}\n${BABAR}`;
    expect(faultsOf(text)).toMatchInlineSnapshot(`
      ":1 "bare"; expected a value in braces or quotes; correct the entry that starts in line 1
      :2 a second field year; expected each field once; correct the entry that starts in line 2"
    `);
    expect(parseBibtex(text).entries.map(({ key }) => key)).toEqual(['BaBar:2014zli']);
  });
  it('says where an entry or a value never ends', () => {
    expect(faultsOf('@misc{a, title = {never\nclosed')).toMatchInlineSnapshot(
      `":2 the end of the file; expected the end of a value; correct the entry that starts in line 1"`,
    );
    expect(faultsOf('@misc{a, title = {closed}\n')).toMatchInlineSnapshot(
      `":2 the end of the file; expected a field name or "}"; correct the entry that starts in line 1"`,
    );
  });
  it('asks for a type, a key, an equals sign and a brace', () => {
    expect(faultsOf('@{a}')).toMatchInlineSnapshot(
      `":1 "{"; expected an entry type like article; correct the entry that starts in line 1"`,
    );
    expect(faultsOf('@misc a')).toMatchInlineSnapshot(
      `":1 "a"; expected "{"; correct the entry that starts in line 1"`,
    );
    expect(faultsOf('@misc{, year = 1}')).toMatchInlineSnapshot(
      `":1 ","; expected a key like BaBar:2014zli; correct the entry that starts in line 1"`,
    );
    expect(faultsOf('@misc{a, year 1}')).toMatchInlineSnapshot(
      `":1 "1"; expected "="; correct the entry that starts in line 1"`,
    );
  });
  it('refuses a closing brace without its opening brace in quotes', () => {
    expect(faultsOf('@misc{a, title = "one } two { three"}')).toMatchInlineSnapshot(
      `":1 a "}" without its "{"; expected braces in pairs; correct the entry that starts in line 1"`,
    );
  });
});

describe('formatBibtex', () => {
  it('writes the fields in a fixed order, the archive after the arXiv number', () => {
    const reference = makeReference({
      url: 'https://example.org/a_b',
      eprint: '1406.2980',
      authors: 'Lees, J. P. and others',
    });
    expect(formatBibtex(reference)).toMatchInlineSnapshot(`
      "@article{BaBar:2014zli,
        author = {Lees, J. P. and others},
        title = {Search for a Dark Photon in $e^+e^-$ Collisions at BaBar},
        year = {2014},
        eprint = {1406.2980},
        archivePrefix = {arXiv},
        url = {https://example.org/a_b}
      }
      "
    `);
  });
  it('leaves out what is this catalogue’s own', () => {
    expect(formatBibtex(makeReference())).not.toMatch(/x-|verified|complete/);
  });
  it('names every property of a reference but key and type', () => {
    expect(REFERENCE_FIELDS.some(([name]) => IGNORED_FIELDS.has(name))).toBe(false);
    expect(new Set(REFERENCE_FIELDS.map(([, property]) => property)).size).toBe(
      REFERENCE_FIELDS.length,
    );
  });
  it('gives back what it wrote when read again', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9,.:;$^+'"\\=@#%-]{1,10}$/);
    const group = word.map((text) => `{${text}}`);
    const text = fc
      .array(fc.oneof(word, group), { minLength: 1, maxLength: 5 })
      .map((words) => words.join(' '));
    const optional = { authors: text, title: text, journal: text, note: text, volume: text };
    const written = fc.record(
      {
        ...optional,
        year: fc.integer({ min: 1900, max: 2100 }),
        eprint: fc.stringMatching(/^\d{4}\.\d{5}$/),
        doi: fc.stringMatching(/^10\.\d{4}\/[A-Za-z0-9.()-]{1,12}$/),
      },
      { requiredKeys: [] },
    );
    const key = fc.stringMatching(/^[A-Za-z'-]{1,8}:\d{4}[a-z]{3}$/);
    const type = fc.constantFrom('article', 'misc', 'phdthesis');
    fc.assert(
      fc.property(key, type, written, (key, type, facts) => {
        const { entries, faults } = parseBibtex(
          formatBibtex(makeReference({ title: undefined, year: undefined, ...facts, key, type })),
        );
        expect(faults).toEqual([]);
        expect(entries).toHaveLength(1);
        const [entry] = entries;
        expect([entry?.key, entry?.type]).toEqual([key, type]);
        const values = Object.fromEntries(
          REFERENCE_FIELDS.flatMap(([name, property]) => {
            const value = entry?.fields.get(name)?.value;
            return value === undefined ? [] : [[property, value]];
          }),
        );
        expect(values).toEqual(
          Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)])),
        );
      }),
    );
  });
});

describe('formatBibliography', () => {
  it('sorts by key and writes each reference once', () => {
    const references: Reference[] = ['C:2003cc', 'A:2001aa', 'B:2002bb', 'A:2001aa'].map((key) =>
      makeReference({ key }),
    );
    const { entries } = parseBibtex(formatBibliography(references));
    expect(entries.map(({ key }) => key)).toEqual(['A:2001aa', 'B:2002bb', 'C:2003cc']);
  });
  it('is empty without references', () => {
    expect(formatBibliography([])).toBe('');
  });
});
