import type { APIRoute, GetStaticPaths } from 'astro';
import { writeFigurePng } from '../../components/figure/figure-files.ts';
import { getCatalogue } from '../../io/site.ts';

/** The figure of a plane in pixels, for slides. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].map((plane) => ({ params: { plane } }));
};

export const GET: APIRoute = async ({ params }) =>
  new Response(await writeFigurePng(params['plane'] ?? ''), {
    headers: { 'content-type': 'image/png' },
  });
