import { describe, expect, it } from 'vitest';
import type { InspireRecord } from '../../../src/core/online/read-inspire.ts';
import { listCandidates, queryAfter, SavedSearch } from '../../../src/core/online/saved-search.ts';
import { makeBabar } from '../../fixtures/online/make-babar.ts';

const record = (facts: Partial<InspireRecord>): InspireRecord => ({
  recid: 1,
  texkeys: ['New:2026abc'],
  titles: ['A new search'],
  dois: [],
  eprints: ['2601.00001'],
  collaborations: [],
  primaryClass: undefined,
  publications: [],
  earliestDate: '2026-01-02',
  isWithdrawn: false,
  ...facts,
});

describe('a saved search', () => {
  it('asks for papers from a day on', () => {
    const search = SavedSearch.parse({
      id: 'a',
      title: 'A',
      portals: ['vector'],
      query: 't "dark photon" or t x',
    });
    expect(queryAfter(search, '2026-01-01')).toBe(
      '(t "dark photon" or t x) and date >= 2026-01-01',
    );
  });
  it('finds papers that the bibliography has not, the newest first, each once', () => {
    const found = new Map([
      ['a', [record({}), record({ recid: 2, earliestDate: '2026-03', texkeys: [] })]],
      ['b', [record({})]],
    ]);
    expect(listCandidates(found, [makeBabar()], '2026-01-01')).toEqual([
      {
        recid: 2,
        texkey: undefined,
        title: 'A new search',
        date: '2026-03',
        eprint: '2601.00001',
        searches: ['a'],
      },
      {
        recid: 1,
        texkey: 'New:2026abc',
        title: 'A new search',
        date: '2026-01-02',
        eprint: '2601.00001',
        searches: ['a', 'b'],
      },
    ]);
  });
  it.each([
    ['key', { texkeys: ['Newer:2026abc', 'BaBar:2014zli'] }],
    ['preprint', { eprints: ['1406.2980'] }],
    ['DOI', { dois: ['10.1103/PHYSREVLETT.113.201801'] }],
  ])('knows a paper by its %s', (_, facts) => {
    expect(listCandidates(new Map([['a', [record(facts)]]]), [makeBabar()], '2026-01-01')).toEqual(
      [],
    );
  });
  it('leaves out older papers even when INSPIRE returns them', () => {
    const old = ['2025-12-31', '2025-12', '2025'].map((earliestDate, i) =>
      record({ recid: i, earliestDate }),
    );
    const same = record({ recid: 9, earliestDate: '2026' });
    expect(
      listCandidates(new Map([['a', [...old, same]]]), [], '2026-01-01').map(({ recid }) => recid),
    ).toEqual([9]);
  });
});
