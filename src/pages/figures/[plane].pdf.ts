import type { APIRoute, GetStaticPaths } from 'astro';
import { writeFigurePdf } from '../../components/figure/figure-files.ts';
import { getCatalogue } from '../../io/site.ts';

/** The figure of a plane for one column of a paper. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].map((plane) => ({ params: { plane } }));
};

export const GET: APIRoute = async ({ params }) =>
  new Response(await writeFigurePdf(params['plane'] ?? ''), {
    headers: { 'content-type': 'application/pdf' },
  });
