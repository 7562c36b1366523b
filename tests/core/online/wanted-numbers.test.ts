import { describe, expect, it } from 'vitest';
import { announceNumbers, listWantedNumbers } from '../../../src/core/online/wanted-numbers.ts';
import { makeCatalogue, makeLimit, makeSearch } from '../../fixtures/make-catalogue.ts';

describe('numbers that are wanted', () => {
  it('are those of digitised limits and of searches without public numbers, by paper', () => {
    const provenance = { from: { name: 'n', path: 'p', revision: '1', licence: 'l' }, raw: [] };
    const catalogue = makeCatalogue({
      limits: [
        makeLimit({
          id: 'a',
          reference: 'A:2014abc',
          provenance: { method: 'digitised', ...provenance },
        }),
        makeLimit({
          id: 'b',
          reference: 'B:2014abc',
          provenance: { method: 'official', ...provenance },
        }),
        makeLimit({
          id: 'c',
          reference: 'none-known',
          provenance: { method: 'digitised', ...provenance },
        }),
      ],
      searches: [
        makeSearch({ id: 's', reference: 'A:2014abc', limits: [], dataWanted: 'not public' }),
      ],
    });
    const wanted = listWantedNumbers(catalogue);
    expect([...wanted].map(([key, places]) => [key, places.map(({ has }) => has)])).toEqual([
      ['A:2014abc', ['digitised numbers', 'no public numbers']],
    ]);
  });
  it('are announced where they are wanted, with the page that has them', () => {
    const places = [
      { file: 'limits/vector/a.yaml', path: ['provenance', 'method'], has: 'digitised numbers' },
    ];
    expect(
      announceNumbers('A:2014abc', places, { recid: 7, tables: 3, doi: '10.17182/hepdata.0' }),
    ).toMatchObject([
      {
        rule: 'online-numbers',
        severity: 'warning',
        file: 'limits/vector/a.yaml',
        path: ['provenance', 'method'],
        found: 'digitised numbers of A:2014abc, which has a record at HEPData (3 tables found)',
        expected:
          'the official numbers, where https://www.hepdata.net/record/ins7 (doi:10.17182/hepdata.0) has those of this limit',
      },
    ]);
  });
});
