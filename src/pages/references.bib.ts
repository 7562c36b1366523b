import type { APIRoute } from 'astro';
import { formatBibliography } from '../core/formats/bibtex.ts';
import { getCatalogue } from '../io/site.ts';

/** Every paper of the catalogue. */
export const GET: APIRoute = async () => {
  const { catalogue } = await getCatalogue();
  return new Response(formatBibliography(catalogue.references.values()), {
    headers: { 'Content-Type': 'application/x-bibtex' },
  });
};
