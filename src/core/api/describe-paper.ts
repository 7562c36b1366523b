import type { z } from 'zod';
import { arxivAddress } from '../formats/citing/cite-reference.ts';
import type { Reference } from '../schema/index.ts';
import type { PaperPart } from './schemas/parts.ts';

/** A paper with where to read it; what is not known is absent. */
export function describePaper(reference: Reference): z.infer<typeof PaperPart> {
  const { key, title, authors, collaboration, journal, volume, pages, year } = reference;
  return {
    ...{ key, title, authors, collaboration, journal, volume, pages, year },
    doi: reference.doi,
    arxiv: reference.eprint,
    hepdata: reference.hepdata,
    url: paperUrl(reference),
    bibliography: reference.bibliography,
  };
}

/** Where a paper can be read: its DOI, else its preprint, else the address of its record. */
export const paperUrl = ({ doi, eprint, url }: Reference): string | undefined =>
  doi !== undefined ? `https://doi.org/${doi}` : eprint !== undefined ? arxivAddress(eprint) : url;
