import { parseBibtex } from '../../core/formats/bibtex.ts';
import { type CitablePage, formatPageBibtex } from '../../core/formats/bibtex-entry.ts';
import { BIBLIOGRAPHY_FORMATS } from '../../core/formats/citing/bibliography-formats.ts';
import { citePage } from '../../core/formats/citing/cite-page.ts';
import { type CslItem, writeCslJson } from '../../core/formats/citing/csl-item.ts';
import { writeRis } from '../../core/formats/citing/write-ris.ts';

export type FileFormat = (typeof BIBLIOGRAPHY_FORMATS)[number]['extension'];

/** Papers as one file, made of the site's own records, with an entry for the site where it is wanted. */
export async function writeCollectionFile(
  format: FileFormat,
  items: readonly CslItem[],
  {
    site,
    loadBibtex,
  }: { readonly site: CitablePage | undefined; readonly loadBibtex: () => Promise<string> },
): Promise<{ readonly text: string; readonly mediaType: string }> {
  const mediaType = BIBLIOGRAPHY_FORMATS.find(({ extension }) => extension === format)?.mediaType;
  const all = site === undefined ? items : [...items, citePage(site)];
  const texts = {
    bib: async () =>
      [
        ...pickEntries(
          await loadBibtex(),
          items.map(({ id }) => id),
        ),
        ...(site === undefined ? [] : [formatPageBibtex(site)]),
      ].join('\n'),
    ris: () => writeRis(all),
    'csl.json': () => writeCslJson(all),
  };
  return { text: await texts[format](), mediaType: mediaType ?? 'text/plain' };
}

/** Entries of a BibTeX file by their keys, as they are written there. */
function pickEntries(bibtex: string, keys: readonly string[]): string[] {
  const lines = bibtex.split('\n');
  const entries = new Map(parseBibtex(bibtex).entries.map((entry) => [entry.key, entry]));
  return keys.flatMap((key) => {
    const entry = entries.get(key);
    return entry === undefined
      ? []
      : [`${lines.slice(entry.line - 1, entry.endLine).join('\n')}\n`];
  });
}
