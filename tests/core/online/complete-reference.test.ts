import { describe, expect, it } from 'vitest';
import type { ReferenceAnswers } from '../../../src/core/online/compare-reference.ts';
import { completeReference } from '../../../src/core/online/complete-reference.ts';
import { readArxiv } from '../../../src/core/online/read-arxiv.ts';
import { readCrossref } from '../../../src/core/online/read-crossref.ts';
import { readInspire } from '../../../src/core/online/read-inspire.ts';
import { ARXIV, changed, CROSSREF, INSPIRE } from '../../fixtures/online/answers.ts';
import { makeBabar } from '../../fixtures/online/make-babar.ts';

function answer(inspire = INSPIRE, crossref = CROSSREF): ReferenceAnswers {
  const [records, feed] = [readInspire(inspire), readArxiv(ARXIV)];
  const record = records.state === 'found' ? records.value[0] : undefined;
  const preprint = feed.state === 'found' ? feed.value.get('1406.2980') : undefined;
  if (record === undefined || preprint === undefined) throw new Error('The answers are unusable.');
  return {
    inspire: { state: 'found', value: record },
    crossref: readCrossref(crossref),
    arxiv: { state: 'found', value: preprint },
  };
}

/** `field: from → to` of every change. */
const complete = (...args: Parameters<typeof completeReference>): string[] =>
  completeReference(...args).map(({ field, from = '', to }) => `${field}: ${from} → ${to}`);

const RAISED = ['x-bibliography: partly → verified', 'x-texkey: unverified → verified'];
const UNSURE = { bibliography: 'partly', texkey: 'unverified', arxivVersion: '2' } as const;

describe('completing a reference', () => {
  it('raises the marks of one that agrees with all services', () => {
    expect(complete(makeBabar(UNSURE), answer())).toEqual(RAISED);
  });
  it('fills what is missing from INSPIRE', () => {
    const bare = makeBabar({
      ...UNSURE,
      journal: undefined,
      volume: undefined,
      pages: undefined,
      doi: undefined,
    });
    const { crossref: _, ...answers } = answer();
    expect(complete(bare, answers)).toEqual([
      'journal:  → Phys. Rev. Lett.',
      'volume:  → 113',
      'pages:  → 201801',
      'doi:  → 10.1103/PhysRevLett.113.201801',
      ...RAISED,
    ]);
  });
  it('corrects year, volume and DOI of an entry that is not verified', () => {
    const wrong = makeBabar({ ...UNSURE, year: 2013, volume: '112' });
    expect(complete(wrong, answer())).toEqual([
      'volume: 112 → 113',
      'year: 2013 → 2014',
      ...RAISED,
    ]);
  });
  it('keeps the spelling of titles and collaborations', () => {
    const spelt = makeBabar({
      ...UNSURE,
      collaboration: 'BABAR',
      title: 'Search for a dark photon in e+e- collisions at BaBar',
    });
    expect(complete(spelt, answer())).toEqual(RAISED);
  });
  it('touches nothing of a verified entry but the version looked at', () => {
    expect(complete(makeBabar({ year: 2013, volume: '1' }), answer())).toEqual([]);
    expect(complete(makeBabar({ arxivVersion: undefined }), answer())).toEqual([
      'x-arxiv-version:  → 2',
    ]);
    expect(complete(makeBabar({ arxivVersion: '1' }), answer())).toEqual([]);
  });
  it('proposes nothing when the title is another paper’s', () => {
    expect(
      complete(makeBabar({ ...UNSURE, title: 'Search for something else' }), answer()),
    ).toEqual([]);
  });
  it('proposes nothing from a record that was found by its key only', () => {
    const bare = makeBabar({ ...UNSURE, doi: undefined, eprint: undefined });
    const { inspire } = answer();
    expect(complete(bare, inspire === undefined ? {} : { inspire })).toEqual([]);
  });
  it('proposes nothing for a paper that was withdrawn', () => {
    const withdrawn = changed(INSPIRE, '"control_number"', '"withdrawn": true, "control_number"');
    expect(complete(makeBabar(UNSURE), answer(withdrawn))).toEqual([]);
  });
  it('does not raise the mark while a service contradicts', () => {
    const other = changed(
      changed(CROSSREF, '2014', '2013'),
      '"volume"',
      '"updated-by": [{"type": "retraction"}], "volume"',
    );
    expect(complete(makeBabar(UNSURE), answer(INSPIRE, other))).toEqual([
      'x-texkey: unverified → verified',
    ]);
  });
  it('does not raise the mark while a service gives no answer', () => {
    const answers = { ...answer(), crossref: { state: 'failed', why: 'status 500' } as const };
    expect(complete(makeBabar(UNSURE), answers)).toEqual(['x-texkey: unverified → verified']);
  });
  it('does not call a former key verified', () => {
    expect(complete(makeBabar({ ...UNSURE, key: 'Lees:2014xha' }), answer())).toEqual([RAISED[0]]);
  });
});
