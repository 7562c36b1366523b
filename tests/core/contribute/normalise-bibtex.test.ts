import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normaliseBibtex } from '../../../src/core/contribute/normalise-bibtex.ts';

fc.configureGlobal({ seed: 20261122, numRuns: 200 });

/** As INSPIRE exports it, with an invented paper. */
const EXPORTED = String.raw`@article{Belle-II:2099abc,
    author = "Fern{\'a}ndez, J.P. and others",
    collaboration = "Belle-II",
    title = "{Search for a Dark Photon in $e^+e^-$ Collisions with M\"oller pairs}",
    eprint = "9901.01234",
    archivePrefix = "arXiv",
    primaryClass = "hep-ex",
    reportNumber = "Belle II Preprint 2099-001, KEK Preprint 2099-1",
    doi = "10.1103/PhysRevD.999.012001",
    journal = "Phys. Rev. D",
    volume = "999",
    number = "1",
    pages = "12001--12010",
    month = "7",
    year = "2099"
}
`;

/** The text of what comes out, or the problems as lines. */
function normalise(text: string, isCompared = false): string {
  const result = normaliseBibtex(text, isCompared);
  if ('text' in result) return result.text;
  return result.problems
    .map(({ line, found, expected }) => `:${String(line)} ${found}; expected ${expected}`)
    .join('\n');
}

describe('normaliseBibtex', () => {
  it('takes what INSPIRE exports and writes it as the bibliography has it', () => {
    expect(normalise(EXPORTED)).toMatchInlineSnapshot(`
      "@article{Belle-II:2099abc,
        author = {J. P. Fernández and others},
        collaboration = {Belle-II},
        title = {Search for a Dark Photon in $e^+e^-$ Collisions with Möller pairs},
        journal = {Phys. Rev. D},
        volume = {999},
        pages = {12001-12010},
        year = {2099},
        doi = {10.1103/PhysRevD.999.012001},
        eprint = {9901.01234},
        archivePrefix = {arXiv},
        primaryClass = {hep-ex},
        x-bibliography = {unverified},
        x-authors = {first-only},
        x-texkey = {unverified}
      }
      "
    `);
  });
  it('says what it left out', () => {
    expect(normaliseBibtex(EXPORTED)).toMatchObject({
      keys: ['Belle-II:2099abc'],
      notes: ['Belle-II:2099abc: left out reportNumber, number, month'],
    });
  });
  it('marks a record verified only where a person compared it', () => {
    expect(normalise(EXPORTED, true)).toMatch(
      /x-bibliography = \{verified\},\n {2}x-authors = \{first-only\},\n {2}x-texkey = \{verified\}/,
    );
    expect(normalise(EXPORTED.replace('Belle-II:2099abc', 'fernandez2099'), true)).toMatch(
      /x-bibliography = \{verified\},[^]*x-texkey = \{unverified\}/,
    );
    const claims = EXPORTED.replace('month', 'x-bibliography = {verified}, month');
    expect(normalise(claims)).toBe(normalise(EXPORTED));
  });
  it('is the same for braces and quotes, capitals, line endings, a byte order mark and text around', () => {
    const expected = normalise(EXPORTED);
    const variants = [
      EXPORTED.replaceAll('\n', '\r\n'),
      EXPORTED.replaceAll('\n', '\r'),
      `\uFEFF${EXPORTED}`,
      EXPORTED.replaceAll(/"(.*)"/g, '{$1}'),
      EXPORTED.replaceAll(/^ {4}(\w+)/gm, (name) => name.toUpperCase()).replace(
        '@article',
        '@ARTICLE',
      ),
      EXPORTED.replace('month = "7"', 'month = jul'),
      EXPORTED.replace('month = "7"', 'SLACcitation = "%%CITATION = ARXIV:9901.01234;%%"'),
      EXPORTED.replace('year = "2099"', 'year = 2099,'),
      EXPORTED.replace('"9901.01234"', '"arXiv:9901.01234v3"'),
      EXPORTED.replace('"10.1103', '"https://doi.org/10.1103'),
      EXPORTED.replace('month', 'url = "http://dx.doi.org/10.1103/PhysRevD.999.012001", month'),
      EXPORTED.replace('month', 'abstract = {A {long} text, with = signs}, ISSN = {1}, month'),
      `Dear all, ours (me@example.org):\n\n${EXPORTED}\n%%% end of record\nCheers\n`,
      `${EXPORTED}\n${EXPORTED}`,
    ];
    for (const variant of variants) expect(normalise(variant)).toBe(expected);
  });
  it('sorts several entries', () => {
    const other = EXPORTED.replace('Belle-II:2099abc', 'ALEPH:2098xyz')
      .replace('01234', '01235')
      .replace('.012001', '.012002');
    const result = normaliseBibtex(`${EXPORTED}${other}`);
    expect(result).toMatchObject({ keys: ['ALEPH:2098xyz', 'Belle-II:2099abc'] });
    expect(normalise(`${EXPORTED}${other}`)).toBe(`${normalise(other)}\n${normalise(EXPORTED)}`);
  });
  it('keeps surnames of several words, collaborations as authors and long lists of names apart', () => {
    const named = (author: string): string =>
      normalise(`@misc{a:2099abc, author = "${author}", year = 2099}`);
    expect(named("Alemany Fern\\'andez, R. and Smith, J.R. and Ford, Jr., W. K.")).toContain(
      '  author = {Alemany Fernández, R. and J. R. Smith and Ford, Jr., W. K.},\n',
    );
    expect(named('{The Fermi and Other Collaborations} and Doe, Jane')).toContain(
      '  author = {{The Fermi and Other Collaborations} and Jane Doe},\n',
    );
    expect(named('Doe, Jane and Roe, R. and others')).not.toContain('x-authors');
    expect(named('Doe, Jane and others')).toContain('  x-authors = {first-only},\n');
  });
  it('keeps braces inside a title', () => {
    expect(normalise('@misc{a:2099abc, title = {{The BaBar} and {Belle}}, year = 2099}')).toContain(
      '  title = {{The BaBar} and {Belle}},\n',
    );
  });
  it('says what is wrong, and where', () => {
    expect(normalise('')).toMatchInlineSnapshot(
      `":1 no BibTeX entry; expected an entry that begins like @article{BaBar:2014zli,"`,
    );
    expect(normalise('10.1103/PhysRevD.999.012001')).toMatchInlineSnapshot(
      `":1 no BibTeX entry; expected an entry that begins like @article{BaBar:2014zli,"`,
    );
    expect(normalise(EXPORTED.slice(0, 200))).toMatchInlineSnapshot(
      `":5 the end of the file; expected "=""`,
    );
    expect(normalise(EXPORTED.replace('"2099"', '"in press"'))).toMatchInlineSnapshot(
      `":15 year = {in press} in Belle-II:2099abc; expected a year in four digits"`,
    );
    expect(normalise(EXPORTED.replace('Belle-II:2099abc', '2099PhRvD_1'))).toMatchInlineSnapshot(
      `":1 the key "2099PhRvD_1"; expected a reference key looks like BaBar:2014zli"`,
    );
    expect(normalise(EXPORTED.replace('"9901.01234"', '"see text"'))).toMatchInlineSnapshot(
      `":5 eprint = {see text} in Belle-II:2099abc; expected an arXiv number looks like 1406.2980 or hep-ex/0107001"`,
    );
    expect(
      normalise(EXPORTED.replace('month', 'DOI = {10.1103/other}, month')),
    ).toMatchInlineSnapshot(
      `":14 a second field doi in Belle-II:2099abc; expected each field once, whatever its capitals"`,
    );
    expect(normalise(`${EXPORTED}${EXPORTED.replace('"2099"', '"2098"')}`)).toMatchInlineSnapshot(
      `":17 a second, different entry Belle-II:2099abc; expected each key once"`,
    );
  });
  it('does not change what it has written', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9,.:;$^+'"\\=#%{}~-]{1,10}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.array(word, { maxLength: 6 }),
        (title, author) => {
          const once = normaliseBibtex(
            `@article{a:2099abc, title = {${title.join(' ')}}, author = {${author.join(' and ')}}, year = 2099}`,
          );
          if (!('text' in once)) return;
          expect(normalise(once.text)).toBe(once.text);
        },
      ),
    );
  });
  it('leaves every entry of the bibliography as it is, but for how far it was checked', () => {
    const unmark = (text: string): string =>
      text.replaceAll(/x-(bibliography|texkey) = \{\w+\}/g, 'x-$1');
    const bibliography = readFileSync('content/references.bib', 'utf8');
    const lines = unmark(normalise(bibliography)).split('\n');
    const changed = unmark(bibliography)
      .split('\n')
      .filter((line, i) => line !== lines[i]);
    expect(changed).toEqual([]);
  });
});
