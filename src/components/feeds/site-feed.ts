import type { Feed } from '../../core/feeds/feed.ts';
import { writeAtom } from '../../core/feeds/write-atom.ts';
import { writeJsonFeed } from '../../core/feeds/write-json-feed.ts';
import type { PortalId } from '../../core/schema/index.ts';
import { getApiSite, getCatalogue, getHistoryOfContent } from '../../io/site.ts';
import { memoise } from '../figure/memo.ts';
import { makeLimitFeed } from './make-limit-feed.ts';

/** The feed of this site, of one portal or of all. */
const getFeed = memoise(async (portal: PortalId | undefined): Promise<Feed> => {
  const { releases } = await getCatalogue();
  const { catalogue, combined, version, url } = await getApiSite();
  const { date } = version;
  const history = getHistoryOfContent();
  return makeLimitFeed({ catalogue, combined, history, releases, date, url }, portal);
});

/** The paths of the feeds of every portal. */
export async function listFeedPaths(): Promise<
  { params: { portal: PortalId }; props: { portal: PortalId } }[]
> {
  const { catalogue } = await getCatalogue();
  return [...catalogue.portals.values()].map(({ id }) => ({
    params: { portal: id },
    props: { portal: id },
  }));
}

/** A feed as Atom, of one portal or of all. */
export const respondAtom = async (portal?: PortalId): Promise<Response> =>
  new Response(writeAtom(await getFeed(portal)), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });

/** A feed as JSON Feed, of one portal or of all. */
export const respondJsonFeed = async (portal?: PortalId): Promise<Response> =>
  new Response(writeJsonFeed(await getFeed(portal)), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
