import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArxiv } from '../../../src/core/online/read-arxiv.ts';
import { readCrossref } from '../../../src/core/online/read-crossref.ts';
import { readHepdata } from '../../../src/core/online/read-hepdata.ts';
import { mainPublication, readInspire } from '../../../src/core/online/read-inspire.ts';
import { ARXIV, changed, CROSSREF, HEPDATA, INSPIRE } from '../../fixtures/online/answers.ts';

describe('an answer of INSPIRE', () => {
  it('gives its records', () => {
    expect(readInspire(INSPIRE)).toEqual({
      state: 'found',
      value: [
        {
          recid: 1000001,
          texkeys: ['BaBar:2014zli', 'Lees:2014xha'],
          titles: ['Search for a Dark Photon in $e^+e^-$ Collisions at BaBar'],
          dois: ['10.1103/PhysRevLett.113.201801'],
          eprints: ['1406.2980'],
          collaborations: ['BaBar'],
          primaryClass: 'hep-ex',
          publications: [
            {
              journal: 'Phys.Rev.Lett.',
              volume: '113',
              page: '201801',
              year: 2014,
              material: undefined,
            },
          ],
          earliestDate: '2014-06-11',
          isWithdrawn: false,
        },
      ],
    });
  });
  it('tells the paper from its erratum', () => {
    const answer = readInspire(
      changed(
        INSPIRE,
        '"publication_info": [',
        '"publication_info": [{"journal_title": "Phys.Rev.Lett.", "journal_volume": "114", "page_start": "1", "page_end": "2", "material": "erratum"},',
      ),
    );
    const record = answer.state === 'found' ? answer.value[0] : undefined;
    expect(record?.publications.map(({ material, page }) => [material, page])).toEqual([
      ['erratum', '1-2'],
      [undefined, '201801'],
    ]);
    expect(record && mainPublication(record)?.volume).toBe('113');
  });
  it('is unusable when it is no JSON, with how it begins', () => {
    expect(readInspire('<html>Bad Gateway')).toEqual({
      state: 'failed',
      why: 'the answer is not JSON (it begins "<html>Bad Gateway")',
    });
  });
  it('is unusable in another shape, with the place', () => {
    expect(readInspire('{"hits": {"total": 1}}')).toMatchObject({
      state: 'failed',
      why: expect.stringContaining('hits.hits') as string,
    });
  });
});

describe('an answer of Crossref', () => {
  it('gives titles, journals and years', () => {
    expect(readCrossref(CROSSREF)).toMatchObject({
      state: 'found',
      value: {
        journals: ['Physical Review Letters', 'Phys. Rev. Lett.'],
        years: [2014, 2014],
        updates: [],
      },
    });
  });
  it('gives the notices that update a work', () => {
    const text = changed(
      CROSSREF,
      '"volume"',
      '"updated-by": [{"type": "retraction", "DOI": "10.1/x", "label": "Retraction"}], "volume"',
    );
    expect(readCrossref(text)).toMatchObject({
      value: { updates: [{ type: 'retraction', doi: '10.1/x' }] },
    });
  });
});

describe('an answer of arXiv', () => {
  it('gives the newest version of each preprint', () => {
    const answer = readArxiv(ARXIV);
    expect(answer.state === 'found' && [...answer.value]).toEqual([
      [
        '1406.2980',
        {
          id: '1406.2980',
          version: 2,
          title: 'Search for a Dark Photon in $e^+e^-$ Collisions at BaBar',
          doi: '10.1103/PhysRevLett.113.201801',
          year: 2014,
          isWithdrawn: false,
        },
      ],
    ]);
  });
  it.each([
    ['7 pages, 4 figures', 'This paper has been withdrawn by the author due to an error'],
    ['An abstract &amp; its second line.', 'This paper has been withdrawn.'],
  ])('sees a withdrawal in place of “%s”', (from, to) => {
    const answer = readArxiv(changed(ARXIV, from, to));
    expect(answer.state === 'found' && answer.value.get('1406.2980')?.isWithdrawn).toBe(true);
  });
  it('does not take an abstract about withdrawn things for a withdrawal', () => {
    const answer = readArxiv(
      changed(ARXIV, 'An abstract', 'We study withdrawn electrodes. An abstract'),
    );
    expect(answer.state === 'found' && answer.value.get('1406.2980')?.isWithdrawn).toBe(false);
  });
  it('reads preprints with the old numbers', () => {
    const answer = readArxiv(changed(ARXIV, 'abs/1406.2980v2', 'abs/hep-ex/0107001v1'));
    expect(answer.state === 'found' && [...answer.value.keys()]).toEqual(['hep-ex/0107001']);
  });
  it('is unusable when arXiv refuses, although its status is 200', () => {
    const text = changed(
      changed(ARXIV, 'Search for a Dark Photon in $e^+e^-$ Collisions at\n  BaBar', 'Error'),
      'An abstract &amp; its second line.',
      'incorrect id format for 14x',
    );
    expect(readArxiv(text)).toEqual({
      state: 'failed',
      why: 'arXiv refused the question: incorrect id format for 14x',
    });
    expect(readArxiv('Rate exceeded.')).toMatchObject({ state: 'failed' });
  });
});

describe('an answer of HEPData', () => {
  it('gives the record of the paper asked for', () => {
    expect(readHepdata(HEPDATA, 1000001)).toEqual({
      state: 'found',
      value: { recid: 1000001, doi: '10.17182/hepdata.0', tables: 3 },
    });
  });
  it('holds no such record when the search found other papers', () => {
    expect(readHepdata(HEPDATA, 7)).toEqual({ state: 'absent' });
  });
});

describe('every reader', () => {
  it('answers any text without throwing', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((s) => `<feed>${s}<entry>${s}</entry>`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of [readInspire, readCrossref, readArxiv]) {
          expect(['found', 'failed']).toContain(read(text).state);
        }
        expect(['absent', 'failed']).toContain(readHepdata(text, 1).state);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
