import type { APIRoute } from 'astro';
import { listPortalFigures } from '../../components/figure/portal-figures.ts';
import { renderSocialCard } from '../../components/figure/social-card.ts';

/** The picture of the home page for link previews. */
export const GET: APIRoute = async () => {
  const portals = await listPortalFigures();
  const card = await renderSocialCard({
    kicker: 'Dark Portals',
    title: 'What e⁺e⁻ colliders have ruled out of the dark sector',
    text: 'A living review of the searches, with every published limit, its numbers and its paper.',
    figures: portals.map(({ figure }) => figure),
  });
  return new Response(card, { headers: { 'content-type': 'image/png' } });
};
