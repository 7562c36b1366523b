import { expect, it } from 'vitest';
import { listReferenceFiles } from '../../../src/core/api/reference-files.ts';
import { parseBibtex } from '../../../src/core/formats/bibtex.ts';
import { makeReference } from '../../fixtures/make-catalogue.ts';
import { makeCatalogue } from '../../fixtures/make-catalogue.ts';
import { readRis } from '../formats/citing/read-ris.ts';

it('the papers of the catalogue leave in three formats, sorted by key, each with all of them', () => {
  const keys = ['Zeta:2001aa', 'Alpha:2000aa', 'Mid:2002aa'];
  const catalogue = makeCatalogue({ references: keys.map((key) => makeReference({ key })) });
  const files = listReferenceFiles({ catalogue });
  expect(files.map(({ path }) => path)).toEqual([
    'references.bib',
    'references.ris',
    'references.csl.json',
  ]);
  const [bib = '', ris = '', csl = ''] = files.map(({ write }) => String(write()));
  const sorted = keys.toSorted();
  expect(parseBibtex(bib).entries.map(({ key }) => key)).toEqual(sorted);
  expect(readRis(ris).map((record) => record.find(([tag]) => tag === 'ID')?.[1])).toEqual(sorted);
  expect((JSON.parse(csl) as { id: string }[]).map(({ id }) => id)).toEqual(sorted);
});
