import type { APIRoute, GetStaticPaths } from 'astro';
import { getFeed } from '../../components/feeds/site-feed.ts';
import { writeAtom } from '../../core/feeds/write-atom.ts';
import type { PortalId } from '../../core/schema/index.ts';
import { getCatalogue } from '../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.portals.values()].map(({ id }) => ({
    params: { portal: id },
    props: { portal: id },
  }));
};

/** New and changed limits of a portal, Atom. */
export const GET: APIRoute<{ portal: PortalId }> = async ({ props }) =>
  new Response(writeAtom(await getFeed(props.portal)), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
