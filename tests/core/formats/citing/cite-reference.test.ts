import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { citePage } from '../../../../src/core/formats/citing/cite-page.ts';
import { citeReference } from '../../../../src/core/formats/citing/cite-reference.ts';
import { writeCslJson } from '../../../../src/core/formats/citing/csl-item.ts';
import { makeReference } from '../../../fixtures/make-catalogue.ts';
import { readRealContent } from '../../../fixtures/real-content.ts';
import { CSL_SCHEMA } from './csl-schema.ts';
import { HOSTILE_TEXTS, makeHostile } from './hostile-references.ts';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(CSL_SCHEMA);
const expectValid = (text: string): void => {
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
};

describe('a paper as CSL-JSON', () => {
  it('has what its record has', () => {
    const reference = makeReference({
      authors: 'J. P. Lees and others',
      collaboration: 'BaBar',
      journal: 'Phys. Rev. Lett.',
      volume: '113',
      pages: '201801',
      doi: '10.1103/PhysRevLett.113.201801',
      eprint: '1406.2980',
      primaryClass: 'hep-ex',
    });
    expect(citeReference(reference)).toEqual({
      id: 'BaBar:2014zli',
      type: 'article-journal',
      author: [
        { family: 'Lees', given: 'J. P.' },
        { literal: 'BaBar Collaboration' },
        { literal: 'others' },
      ],
      title: 'Search for a Dark Photon in e⁺e⁻ Collisions at BaBar',
      'container-title': 'Phys. Rev. Lett.',
      volume: '113',
      page: '201801',
      issued: { 'date-parts': [[2014]] },
      DOI: '10.1103/PhysRevLett.113.201801',
      archive: 'arXiv',
      archive_location: '1406.2980',
    });
  });

  it('has nothing that its record has not', () => {
    const { title: _title, year: _year, ...bare } = makeReference({ type: 'misc' });
    expect(citeReference(bare)).toEqual({ id: 'BaBar:2014zli', type: 'document' });
  });

  it('is a preprint where it is on arXiv and in no journal', () => {
    const item = citeReference(makeReference({ type: 'misc', eprint: '2508.20929' }));
    expect(item).toMatchObject({
      type: 'article',
      number: 'arXiv:2508.20929',
      publisher: 'arXiv',
      URL: 'https://arxiv.org/abs/2508.20929',
    });
  });

  it('is valid, for every paper of the catalogue and a page', async () => {
    const { catalogue } = await readRealContent();
    const papers = [...catalogue.references.values()].map(citeReference);
    expect(papers.length).toBeGreaterThan(250);
    const page = citePage({
      path: '/limits/a/',
      title: 'A',
      url: 'https://example.org/limits/a/',
      date: '2026-11-22',
      commit: 'abc',
      release: '0.1.0',
    });
    expectValid(writeCslJson([...papers, page]));
    expect(papers.filter(({ title }) => title === undefined || /[\\${}]/.test(title))).toEqual(
      papers.filter(({ title }) => title === undefined),
    );
  });

  it('is valid and one line of plain text wherever a record is hostile', () => {
    for (const text of HOSTILE_TEXTS) {
      const item = citeReference(makeHostile(text));
      expectValid(writeCslJson([item]));
      for (const value of Object.values(item))
        if (typeof value === 'string') expect(value).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }
  });

  it('stands in a file once', () => {
    const item = citeReference(makeReference());
    expect(JSON.parse(writeCslJson([item, item]))).toEqual([item]);
    expect(JSON.parse(writeCslJson([]))).toEqual([]);
  });
});

describe('the check of CSL-JSON in these tests', () => {
  it.each([
    [{ id: 'a', type: 'webpage', texkey: 'b' }],
    [{ id: 'a', type: 'paper' }],
    [{ type: 'webpage' }],
    [{ id: 'a', type: 'webpage', issued: { 'date-parts': [] } }],
    [{ id: 'a', type: 'webpage', author: [{ name: 'A' }] }],
  ])('refuses %j', (item) => {
    expect(validate([item])).toBe(false);
  });
});
