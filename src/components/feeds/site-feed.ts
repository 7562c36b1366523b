import type { Feed } from '../../core/feeds/feed.ts';
import type { CombinedFile } from '../../core/combine/combined-file.ts';
import type { PortalId } from '../../core/schema/index.ts';
import { getCatalogue, getCombined, getHistoryOfContent, siteUrl } from '../../io/site.ts';
import { href } from '../href.ts';
import { makeLimitFeed } from './make-limit-feed.ts';

/** The feed of this site, of one portal or of all. */
export async function getFeed(portal?: PortalId): Promise<Feed> {
  const { catalogue, version, releases } = await getCatalogue();
  const files = await Promise.all([...catalogue.planes.keys()].map(getCombined));
  const combined = new Map(
    files
      .filter((file) => file !== undefined)
      .map((file): [string, CombinedFile] => [file.plane, file]),
  );
  const { date } = version;
  const history = getHistoryOfContent();
  return makeLimitFeed(
    { catalogue, combined, history, releases, date, url: siteUrl + href('') },
    portal,
  );
}
