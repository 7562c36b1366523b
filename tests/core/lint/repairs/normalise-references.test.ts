import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { normaliseReferences } from '../../../../src/core/lint/repairs/normalise-references.ts';

const PASTED = `@article{BaBar:2014zli,
    author = "Lees, J. P. and others",
    collaboration = "BaBar",
    title = "{Search for a Dark Photon}",
    eprint = "1406.2980",
    archivePrefix = "arXiv",
    year = "2014"
}`;
const CHECKED = `@misc{AxionLimits,
  title = {AxionLimits},
  x-bibliography = {verified},
  x-texkey = {verified}
}`;

describe('normaliseReferences', () => {
  it('sorts, takes pasted BibTeX as it is and keeps what was said of how far a record was checked', () => {
    expect(normaliseReferences(`${PASTED}\n${CHECKED}\n`)).toBe(`${CHECKED}

@article{BaBar:2014zli,
  author = {J. P. Lees and others},
  collaboration = {BaBar},
  title = {Search for a Dark Photon},
  year = {2014},
  eprint = {1406.2980},
  archivePrefix = {arXiv},
  x-bibliography = {unverified},
  x-authors = {first-only},
  x-texkey = {unverified}
}
`);
  });
  it('leaves the bibliography of this catalogue as it is, byte for byte', async () => {
    const text = await readFile('content/references.bib', 'utf8');
    expect(normaliseReferences(text)).toBe(text);
  });
  it('leaves a broken file and a key twice to a person', () => {
    expect(normaliseReferences('@article{a, title = {')).toBeUndefined();
    expect(normaliseReferences(`${CHECKED}\n\n${CHECKED}\n`)).toBeUndefined();
  });
});
