import type { EntryMap } from '../catalogue.ts';
import { suggest } from '../lint/suggest.ts';
import type { Reference } from '../schema/index.ts';
import type { FactProblem } from './limit-facts.ts';

const ARXIV = /^(?:arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i;
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i;

/**
 * The record that a key, an arXiv number or a DOI means.
 * @param pasted records that are about to be added; they are asked too
 */
export function findReference(
  query: string,
  references: EntryMap<Reference>,
  pasted: readonly Reference[] = [],
): Reference | undefined {
  const name = query.trim();
  const eprint = ARXIV.exec(name)?.[1];
  const doi = DOI.exec(name)?.[1]?.toLowerCase();
  const isMeant = (reference: Reference): boolean =>
    reference.key === name ||
    (eprint !== undefined && reference.eprint === eprint) ||
    (doi !== undefined && reference.doi?.toLowerCase() === doi);
  const known = references.get(name) ?? [...references.values()].find(isMeant);
  if (known !== undefined) return known;
  const fresh = pasted.find(isMeant);
  // The same paper may be there under another key.
  const isSame = ({ eprint, doi }: Reference): boolean =>
    (eprint !== undefined && eprint === fresh?.eprint) ||
    (doi !== undefined && doi.toLowerCase() === fresh?.doi?.toLowerCase());
  return [...references.values()].find(isSame) ?? fresh;
}

/** Says that no record was found, and where its BibTeX is. Records are never made up. */
export function describeMissingReference(
  fact: 'reference' | 'data',
  query: string,
  references: EntryMap<Reference>,
  pasted: readonly Reference[] = [],
): FactProblem {
  const near = suggest(query, references.keys());
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  const others = pasted.map(({ key, eprint }) =>
    eprint === undefined ? key : `${key} (${eprint})`,
  );
  return {
    fact,
    found:
      others.length === 0
        ? `the paper "${query}", which is not in references.bib`
        : `the paper "${query}", which is neither in references.bib nor in the BibTeX given (${others.join(', ')})`,
    expected: `a key, an arXiv number or a DOI of references.bib, or the paper's BibTeX${hint}`,
    fix: `take the BibTeX from ${inspireAddress(query)} and give it as bibtex`,
  };
}

/** Address at which INSPIRE gives the BibTeX of a paper. */
function inspireAddress(query: string): string {
  const eprint = ARXIV.exec(query.trim())?.[1];
  const doi = DOI.exec(query.trim())?.[1];
  if (eprint !== undefined) return `https://inspirehep.net/api/arxiv/${eprint}?format=bibtex`;
  if (doi !== undefined) return `https://inspirehep.net/api/doi/${doi}?format=bibtex`;
  return `https://inspirehep.net/api/literature?q=texkeys:${encodeURIComponent(query.trim())}&format=bibtex`;
}
