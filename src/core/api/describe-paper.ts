import type { z } from 'zod';
import type { Catalogue, Limit } from '../catalogue.ts';
import { listLimitKeys } from '../formats/citing/limit-keys.ts';
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
  doi !== undefined
    ? `https://doi.org/${doi}`
    : eprint !== undefined
      ? `https://arxiv.org/abs/${eprint}`
      : url;

/** The papers to cite with a limit, the analysis first. */
export const listPapers = (limit: Limit, { references }: Catalogue): Reference[] =>
  listLimitKeys(limit).flatMap((key) => references.get(key) ?? []);
