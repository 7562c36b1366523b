import type { Feed } from '../../core/feeds/feed.ts';
import type { PortalId } from '../../core/schema/index.ts';
import { getApiSite, getCatalogue, getHistoryOfContent } from '../../io/site.ts';
import { makeLimitFeed } from './make-limit-feed.ts';

/** The feed of this site, of one portal or of all. */
export async function getFeed(portal?: PortalId): Promise<Feed> {
  const { releases } = await getCatalogue();
  const { catalogue, combined, version, url } = await getApiSite();
  const { date } = version;
  const history = getHistoryOfContent();
  return makeLimitFeed({ catalogue, combined, history, releases, date, url }, portal);
}
