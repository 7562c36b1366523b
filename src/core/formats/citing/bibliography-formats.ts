import type { Reference } from '../../schema/index.ts';
import { formatBibliography } from '../bibtex.ts';
import { compareText } from '../../message.ts';
import { citeReference } from './cite-reference.ts';
import { writeCslJson } from './csl-item.ts';
import { writeRis } from './write-ris.ts';

/** A way to take papers away as a file of a bibliography. */
export interface BibliographyFormat {
  /** End of the file name, without a dot in front. */
  readonly extension: 'bib' | 'ris' | 'csl.json';
  readonly label: string;
  readonly mediaType: string;
  /** The papers sorted by key, each once. */
  readonly write: (references: Iterable<Reference>) => string;
}

export const BIBLIOGRAPHY_FORMATS: readonly BibliographyFormat[] = [
  {
    extension: 'bib',
    label: 'BibTeX',
    mediaType: 'application/x-bibtex',
    write: formatBibliography,
  },
  {
    extension: 'ris',
    label: 'RIS',
    mediaType: 'application/x-research-info-systems',
    write: (references) => writeRis(sortByKey(references).map(citeReference)),
  },
  {
    extension: 'csl.json',
    label: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (references) => writeCslJson(sortByKey(references).map(citeReference)),
  },
];

const sortByKey = (references: Iterable<Reference>): Reference[] =>
  [...references].sort((a, b) => compareText(a.key, b.key));
