import type { APIRoute, GetStaticPaths } from 'astro';
import { listBibliographyPaths, respondBibliography } from '../../components/cite/bibliography.ts';
import { mustGet } from '../../core/catalogue.ts';
import { listLimitKeys } from '../../core/formats/citing/limit-keys.ts';
import { getCatalogue } from '../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.limits.keys()].flatMap((limit) => listBibliographyPaths({ limit }));
};

/** The papers to cite with a limit: the analysis, and the compilation its numbers came from. */
export const GET: APIRoute<object, { limit: string; bibliography: string }> = async ({
  params: { limit, bibliography },
}) => {
  const { catalogue } = await getCatalogue();
  const keys = listLimitKeys(mustGet(catalogue.limits, limit));
  return respondBibliography(keys, catalogue, bibliography);
};
