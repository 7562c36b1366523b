import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/online/answer.ts';
import type { ReferenceAnswers } from '../../../src/core/online/compare-reference.ts';
import { compareReference } from '../../../src/core/online/compare-reference.ts';
import { readArxiv } from '../../../src/core/online/read-arxiv.ts';
import { readCrossref } from '../../../src/core/online/read-crossref.ts';
import { readInspire } from '../../../src/core/online/read-inspire.ts';
import type { Reference } from '../../../src/core/schema/index.ts';
import { ARXIV, changed, CROSSREF, INSPIRE } from '../../fixtures/online/answers.ts';
import { makeBabar } from '../../fixtures/online/make-babar.ts';

interface Texts {
  readonly inspire?: string;
  readonly crossref?: string;
  readonly arxiv?: string;
}

/** The answers as the client gives them for one reference. */
function answer({
  inspire = INSPIRE,
  crossref = CROSSREF,
  arxiv = ARXIV,
}: Texts = {}): ReferenceAnswers {
  const first = <T>(list: Answer<readonly T[]>): Answer<T> => {
    if (list.state !== 'found') return list;
    const value = list.value[0];
    return value === undefined ? { state: 'absent' } : { state: 'found', value };
  };
  const feed = readArxiv(arxiv);
  return {
    inspire: first(readInspire(inspire)),
    crossref: readCrossref(crossref),
    arxiv: first(
      feed.state === 'found' ? { state: 'found', value: [...feed.value.values()] } : feed,
    ),
  };
}

/** Rule, found and expected of every message. */
const compare = (reference: Reference, answers: ReferenceAnswers): string[][] =>
  compareReference(reference, answers).map(({ rule, found, expected }) => [rule, found, expected]);

describe('a reference compared with the services', () => {
  it('gives nothing when all agree', () => {
    expect(compare(makeBabar(), answer())).toEqual([]);
  });
  it('gives warnings only, each at its field', () => {
    const messages = compareReference(makeBabar({ year: 2013 }), answer());
    expect(messages).toEqual([
      {
        rule: 'online-year',
        severity: 'warning',
        file: 'references.bib',
        path: ['BaBar:2014zli', 'year'],
        found: 'the year 2013 in BaBar:2014zli',
        expected: '2014',
        fix: 'take the year of the journal, or of the first preprint where there is no journal',
      },
    ]);
  });
  it('finds another title', () => {
    expect(compare(makeBabar({ title: 'Search for a Dark Scalar' }), answer())).toMatchObject([
      [
        'online-title',
        'the title “Search for a Dark Scalar” in BaBar:2014zli',
        expect.stringContaining('(INSPIRE)'),
      ],
    ]);
  });
  it('takes the title of any of the services', () => {
    const inspire = changed(INSPIRE, 'Search for a Dark Photon', 'Hunting the Dark Photon');
    expect(compare(makeBabar(), answer({ inspire }))).toEqual([]);
  });
  it('finds another DOI, and a missing one, whatever the capitals', () => {
    expect(compare(makeBabar({ doi: '10.1103/PhysRevLett.1.1' }), answer())).toEqual([
      [
        'online-doi',
        'the DOI 10.1103/PhysRevLett.1.1 in BaBar:2014zli',
        '10.1103/PhysRevLett.113.201801',
      ],
    ]);
    expect(compare(makeBabar({ doi: '10.1103/PHYSREVLETT.113.201801' }), answer())).toEqual([]);
    expect(compare(makeBabar({ doi: undefined }), answer()).map(([rule]) => rule)).toEqual([
      'online-doi',
    ]);
  });
  it('finds another journal and another volume', () => {
    expect(compare(makeBabar({ journal: 'JHEP' }), answer())).toEqual([
      ['online-journal', 'the journal JHEP in BaBar:2014zli', 'Phys.Rev.Lett.'],
    ]);
    expect(compare(makeBabar({ volume: '112' }), answer())).toEqual([
      ['online-journal', 'the volume 112 in BaBar:2014zli', 'Phys. Rev. Lett. 113'],
    ]);
  });
  it('asks Crossref for the journal where INSPIRE has none', () => {
    const answers = {
      crossref: answer().crossref,
      inspire: { state: 'absent' },
    } as ReferenceAnswers;
    expect(compare(makeBabar({ journal: 'JHEP' }), answers).map(([rule]) => rule)).toEqual([
      'online-absent',
      'online-journal',
    ]);
  });
  it('takes the year of the first preprint where there is no journal', () => {
    const preprint = changed(INSPIRE, '"publication_info"', '"ignored"');
    const reference = makeBabar({ journal: undefined, volume: undefined, year: 2013 });
    const rules = compare(reference, {
      ...answer({ inspire: preprint }),
      crossref: { state: 'absent' },
    });
    expect(rules).toContainEqual(['online-year', 'the year 2013 in BaBar:2014zli', '2014']);
  });
  it('finds the key that INSPIRE uses, and accepts a former one', () => {
    expect(compare(makeBabar({ key: 'BaBar:2014abc' }), answer())).toEqual([
      ['online-texkey', 'a key that is not INSPIRE’s in BaBar:2014abc', 'BaBar:2014zli'],
    ]);
    expect(compare(makeBabar({ key: 'Lees:2014xha' }), answer())).toEqual([]);
  });
  it('finds an erratum at INSPIRE or Crossref, until the note names it', () => {
    const inspire = changed(
      INSPIRE,
      '"publication_info": [',
      '"publication_info": [{"journal_title": "Phys.Rev.Lett.", "journal_volume": "114", "artid": "1", "material": "erratum"},',
    );
    const crossref = changed(
      CROSSREF,
      '"volume"',
      '"updated-by": [{"type": "erratum", "DOI": "10.1/e"}], "volume"',
    );
    expect(compare(makeBabar(), answer({ inspire, crossref }))).toMatchObject([
      [
        'online-erratum',
        'a paper with erratum Phys.Rev.Lett. 114 1 and erratum 10.1/e, in BaBar:2014zli',
        'a note that says whether the numbers here are those before or after it',
      ],
    ]);
    expect(
      compare(makeBabar({ note: 'Erratum: Phys. Rev. Lett. 114, 1' }), answer({ inspire })),
    ).toEqual([]);
  });
  it('finds a paper taken back, whoever says so', () => {
    const withdrawn = changed(INSPIRE, '"control_number"', '"withdrawn": true, "control_number"');
    const retracted = changed(
      CROSSREF,
      '"volume"',
      '"updated-by": [{"type": "retraction", "DOI": "10.1/r"}], "volume"',
    );
    const comment = changed(ARXIV, '7 pages', 'Withdrawn: an error. 7 pages');
    expect(
      compare(makeBabar(), answer({ inspire: withdrawn, crossref: retracted, arxiv: comment })),
    ).toMatchObject([
      [
        'online-withdrawn',
        'a paper taken back, according to INSPIRE and arXiv and Crossref (retraction 10.1/r), in BaBar:2014zli',
        'papers that stand',
      ],
    ]);
  });
  it('finds a newer version than the one looked at last, where that is recorded', () => {
    expect(compare(makeBabar({ arxivVersion: '1' }), answer())).toEqual([
      [
        'online-version',
        'version 1 of arXiv:1406.2980 as the last one looked at in BaBar:2014zli',
        'version 2',
      ],
    ]);
    expect(compare(makeBabar({ arxivVersion: '2' }), answer())).toEqual([]);
  });
  it('says of a record that is not there which number was asked for', () => {
    const absent = { state: 'absent' } as const;
    expect(
      compare(makeBabar(), { inspire: absent, crossref: absent, arxiv: absent }).map(
        ([, found]) => found,
      ),
    ).toEqual([
      '1406.2980, which INSPIRE does not know, in BaBar:2014zli',
      '10.1103/PhysRevLett.113.201801, which Crossref does not know, in BaBar:2014zli',
      '1406.2980, which arXiv does not know, in BaBar:2014zli',
    ]);
  });
  it('says nothing for an answer that failed', () => {
    const failed = { state: 'failed', why: 'status 500' } as const;
    expect(
      compare(makeBabar({ year: 1999 }), { inspire: failed, crossref: failed, arxiv: failed }),
    ).toEqual([]);
  });
});
