import type { APIRoute, GetStaticPaths } from 'astro';
import { listPortalFigures, type PortalFigure } from '../../../components/figure/portal-figures.ts';
import { renderSocialCard } from '../../../components/figure/social-card.ts';

interface Props {
  portal: PortalFigure;
}

/** The picture of a chapter for link previews. */
export const getStaticPaths = (async () => {
  const portals = await listPortalFigures();
  return portals.map((portal) => ({ params: { portal: portal.id }, props: { portal } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) => {
  const { title, summary, figure } = props.portal;
  const card = await renderSocialCard({
    kicker: 'Dark Portals',
    title,
    text: summary,
    figures: [figure],
  });
  return new Response(card, { headers: { 'content-type': 'image/png' } });
};
