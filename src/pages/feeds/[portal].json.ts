import type { APIRoute, GetStaticPaths } from 'astro';
import { getFeed } from '../../components/feeds/site-feed.ts';
import { writeJsonFeed } from '../../core/feeds/write-json-feed.ts';
import type { PortalId } from '../../core/schema/index.ts';
import { getCatalogue } from '../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.portals.values()].map(({ id }) => ({
    params: { portal: id },
    props: { portal: id },
  }));
};

/** New and changed limits of a portal, JSON Feed. */
export const GET: APIRoute<{ portal: PortalId }> = async ({ props }) =>
  new Response(writeJsonFeed(await getFeed(props.portal)), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
