import { escapeXml } from '../escape-xml.ts';
import type { ContentHistory } from '../feeds/content-history.ts';

/** A page as a sitemap names it. */
export interface SitemapPage {
  /** Absolute. */
  readonly url: string;
  /** When what it is about last changed, RFC 3339; absent where nothing says it. */
  readonly changed?: string;
}

/** A sitemap (https://www.sitemaps.org/protocol.html) of pages in the order given. */
export function writeSitemap(pages: readonly SitemapPage[]): string {
  const entries = pages.map(({ url, changed }) => {
    const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
    return `  <url><loc>${escapeXml(url)}</loc>${lastmod}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>\n',
  ].join('\n');
}

/** Addresses in one sitemap at most: the protocol allows 50 000. */
export const MOST_ADDRESSES = 45_000;

/** A file of the sitemap. */
export interface SitemapFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The sitemap of a site: `sitemap.xml`, which lists others where the pages are too many for one.
 * @param url address of the site's root without a slash at its end
 */
export function writeSitemaps(pages: readonly SitemapPage[], url: string): SitemapFile[] {
  if (pages.length <= MOST_ADDRESSES) return [{ name: 'sitemap.xml', text: writeSitemap(pages) }];
  const count = Math.ceil(pages.length / MOST_ADDRESSES);
  const parts = Array.from({ length: count }, (_, i) => ({
    name: `sitemap-${String(i + 1)}.xml`,
    text: writeSitemap(pages.slice(i * MOST_ADDRESSES, (i + 1) * MOST_ADDRESSES)),
  }));
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...parts.map(({ name }) => `  <sitemap><loc>${escapeXml(`${url}/${name}`)}</loc></sitemap>`),
    '</sitemapindex>\n',
  ].join('\n');
  return [{ name: 'sitemap.xml', text }, ...parts];
}

/** Folders of the content whose entries have a page each, under this name. */
const PAGE_FOLDERS: Readonly<Record<string, string>> = {
  limits: 'limits',
  planes: 'planes',
  // The combined limit of a plane stands on its page.
  combined: 'planes',
  searches: 'searches',
  models: 'models',
  methods: 'methods',
  experiments: 'experiments',
  portals: 'portals',
  chapters: 'review',
};

/**
 * When the page of an entry last changed, by its address: when a file of its own did. Pages of lists and of
 * tools are about everything, and no date is true for them.
 */
export function datePages({ files }: ContentHistory): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  for (const [path, { changed }] of files) {
    const [, folder = '', name = ''] =
      /^([a-z]+)\/(?:.*\/)?([^/]+)\.(?:yaml|csv|mdx|json)$/.exec(path) ?? [];
    const page = PAGE_FOLDERS[folder];
    if (page === undefined || changed === undefined) continue;
    const address = `/${page}/${name}/`;
    if (changed.time > (dates.get(address) ?? '')) dates.set(address, changed.time);
  }
  return dates;
}
