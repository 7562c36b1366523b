import type { APIRoute, GetStaticPaths } from 'astro';
import type { Limit } from '../../core/catalogue.ts';
import { formatBibliography } from '../../core/formats/bibtex.ts';
import { getCatalogue } from '../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.limits.values()].map((limit) => ({
    params: { limit: limit.id },
    props: { limit },
  }));
};

/** The papers to cite with a limit: the analysis, and the compilation its numbers came from. */
export const GET: APIRoute<{ limit: Limit }> = async ({ props }) => {
  const { catalogue } = await getCatalogue();
  const { reference, data, alsoCite } = props.limit;
  const keys = [reference, ...(data === undefined ? [] : [data]), ...alsoCite];
  const references = keys.flatMap((key) => catalogue.references.get(key) ?? []);
  return new Response(formatBibliography(references), {
    headers: { 'Content-Type': 'application/x-bibtex' },
  });
};
