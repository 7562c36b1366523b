import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlaneFigure } from '../../../components/figure/figure-data.ts';
import { renderSocialCard } from '../../../components/figure/social-card.ts';
import { toPlainTitle } from '../../../components/tex.ts';
import { getCatalogue } from '../../../io/site.ts';

/** The picture of a plane for link previews. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].map((plane) => ({ params: { plane } }));
};

export const GET: APIRoute = async ({ params }) => {
  const figure = await getPlaneFigure(params['plane'] ?? '');
  const card = await renderSocialCard({
    kicker: 'Dark Portals',
    title: toPlainTitle(figure.title),
    text: figure.finding,
    figures: [figure],
  });
  return new Response(card, { headers: { 'content-type': 'image/png' } });
};
