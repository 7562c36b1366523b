import type { APIRoute, GetStaticPaths } from 'astro';
import { listBibliographyPaths, respondBibliography } from '../components/cite/bibliography.ts';
import { getCatalogue } from '../io/site.ts';

export const getStaticPaths = (() => listBibliographyPaths({})) satisfies GetStaticPaths;

/** Every paper of the catalogue. */
export const GET: APIRoute<object, { bibliography: string }> = async ({
  params: { bibliography },
}) => {
  const { catalogue } = await getCatalogue();
  return respondBibliography([...catalogue.references.keys()], catalogue, bibliography);
};
