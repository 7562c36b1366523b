import { expect, it } from 'vitest';
import { writeCollectionFile } from '../../../src/components/cite/collection-file.ts';
import { formatBibliography, parseBibtex } from '../../../src/core/formats/bibtex.ts';
import { citeReference } from '../../../src/core/formats/citing/cite-reference.ts';
import { readRis } from '../../core/formats/citing/read-ris.ts';
import { makeReference } from '../../fixtures/make-catalogue.ts';

const all = ['Alpha:2000aa', 'Beta:2001aa', 'Gamma:2002aa'].map((key) => makeReference({ key }));
const items = all.slice(1).map(citeReference).toReversed();
const site = {
  path: '/',
  title: 'Dark Portals',
  url: 'https://example.org/',
  date: '2026-03-01',
  commit: 'abc1234',
};
const loadBibtex = (): Promise<string> => Promise.resolve(formatBibliography(all));

it.each([
  ['bib', (text: string) => parseBibtex(text).entries.map(({ key }) => key)],
  [
    'ris',
    (text: string) => readRis(text).map((record) => record.find(([tag]) => tag === 'ID')?.[1]),
  ],
  ['csl.json', (text: string) => (JSON.parse(text) as { id: string }[]).map(({ id }) => id)],
] as const)(
  'a collection as %s has its papers and no others, and the site where it is wanted',
  async (format, readKeys) => {
    const keys = ['Gamma:2002aa', 'Beta:2001aa'];
    const plain = await writeCollectionFile(format, items, { site: undefined, loadBibtex });
    expect(readKeys(plain.text)).toEqual(keys);
    const whole = await writeCollectionFile(format, items, { site, loadBibtex });
    expect(readKeys(whole.text)).toEqual([...keys, 'DarkPortals:home']);
  },
);

it('entries of BibTeX are those of the file, letter by letter', async () => {
  const { text } = await writeCollectionFile('bib', all.slice(0, 1).map(citeReference), {
    site: undefined,
    loadBibtex,
  });
  expect(text).toBe(formatBibliography(all.slice(0, 1)));
});
