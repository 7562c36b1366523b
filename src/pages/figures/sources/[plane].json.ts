import type { APIRoute, GetStaticPaths } from 'astro';
import { getTakeAwayData } from '../../../components/figure/take-away-data.ts';
import { getCatalogue } from '../../../io/site.ts';

/** Papers and facts behind a figure, for what readers take away. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].map((plane) => ({ params: { plane } }));
};

export const GET: APIRoute<object, { plane: string }> = async ({ params }) =>
  Response.json(await getTakeAwayData(params.plane));
