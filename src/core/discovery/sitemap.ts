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
