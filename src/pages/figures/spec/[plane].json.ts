import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlaneFigure } from '../../../components/figure/figure-data.ts';
import { getCatalogue } from '../../../io/site.ts';

/** The data behind an interactive figure. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].map((plane) => ({ params: { plane } }));
};

export const GET: APIRoute = async ({ params }) => {
  const spec = await getPlaneFigure(params['plane'] ?? '');
  return new Response(JSON.stringify(spec), { headers: { 'content-type': 'application/json' } });
};
