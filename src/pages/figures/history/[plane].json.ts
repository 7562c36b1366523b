import type { APIRoute, GetStaticPaths } from 'astro';
import { getFigureHistory } from '../../../components/figure/figure-data.ts';
import { getCatalogue } from '../../../io/site.ts';

/** What the year slider of a figure needs, for planes with more than one year. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  const planes = await Promise.all(
    [...catalogue.planes.keys()].map(async (plane) => ({
      plane,
      history: await getFigureHistory(plane),
    })),
  );
  return planes
    .filter(({ history }) => history !== undefined)
    .map(({ plane }) => ({ params: { plane } }));
};

export const GET: APIRoute = async ({ params }) => {
  const history = await getFigureHistory(params['plane'] ?? '');
  return new Response(JSON.stringify(history), {
    headers: { 'content-type': 'application/json' },
  });
};
