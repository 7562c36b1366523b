import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { datePages, writeSitemaps } from '../core/discovery/sitemap.ts';
import type { ContentHistory } from '../core/feeds/content-history.ts';
import { toAddress } from '../core/release/permalinks.ts';
import { listFiles } from './release/list-files.ts';

export interface SitemapRequest {
  /** The built site. */
  readonly site: string;
  /** Address of the site's root without a slash at its end. */
  readonly url: string;
  readonly history: ContentHistory;
}

/**
 * Writes `sitemap.xml`, and what it lists, of every page that can be cited, as the built pages say themselves: no list of pages
 * beside the site could keep up with it. Pages to embed, redirects and the page for wrong addresses are none.
 * @returns the addresses of its pages
 */
export async function writeSitemapFile({ site, url, history }: SitemapRequest): Promise<string[]> {
  const dates = datePages(history);
  const pages = (await listFiles(site)).filter((file) => file.endsWith('.html'));
  const addresses: string[] = [];
  for (const file of pages) {
    if (isCitable(await readFile(join(site, file), 'utf8'))) addresses.push(toAddress(file));
  }
  const entries = addresses.map((address) => {
    const changed = dates.get(address);
    return { url: `${url}${address}`, ...(changed === undefined ? {} : { changed }) };
  });
  for (const { name, text } of writeSitemaps(entries, url)) await writeFile(join(site, name), text);
  return addresses;
}

const isCitable = (html: string): boolean => html.includes('<meta name="citation_title"');
