import type { Reference } from '../../schema/index.ts';
import { cleanText } from '../figure/clean-text.ts';
import { type CslItem, type CslName, OTHERS } from './csl-item.ts';
import { plainTitle } from './plain-title.ts';
import { splitAuthors } from './split-authors.ts';

/** A paper of the bibliography as an item to cite: what its record has, and nothing else. */
export function citeReference(reference: Reference): CslItem {
  const { key, title, journal, volume, pages, year, doi, eprint, url, note } = reference;
  const author = listNames(reference);
  const isPreprint = journal === undefined && eprint !== undefined;
  const address = url ?? (doi === undefined && eprint !== undefined ? arxivAddress(eprint) : url);
  return {
    id: key,
    type: findType(reference),
    ...(author.length === 0 ? {} : { author }),
    ...(title === undefined ? {} : { title: plainTitle(title) }),
    ...(journal === undefined ? {} : { 'container-title': plainTitle(journal) }),
    ...(volume === undefined ? {} : { volume: cleanText(volume) }),
    ...(pages === undefined ? {} : { page: cleanText(pages).replaceAll(/-{2,}|–/g, '-') }),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] as const } }),
    ...(doi === undefined ? {} : { DOI: doi }),
    ...(eprint === undefined ? {} : { archive: 'arXiv', archive_location: eprint }),
    ...(isPreprint ? { number: `arXiv:${eprint}`, publisher: 'arXiv' } : {}),
    ...(address === undefined ? {} : { URL: address }),
    ...(note === undefined ? {} : { note: plainTitle(note) }),
  };
}

export const arxivAddress = (eprint: string): string => `https://arxiv.org/abs/${eprint}`;

/** BibTeX's `@misc` says nothing of what a work is: where it is on arXiv alone it is a preprint. */
function findType({ type, journal, eprint }: Reference): CslItem['type'] {
  if (journal !== undefined && type === 'article') return 'article-journal';
  return eprint === undefined ? 'document' : 'article';
}

/** The people named, then their collaboration, then what stands for everybody else. */
function listNames(reference: Reference): CslName[] {
  const { people, hasOthers, collaborations } = splitAuthors(reference);
  return [
    ...people,
    ...collaborations.map((literal) => ({ literal })),
    ...(hasOthers ? [OTHERS] : []),
  ];
}
