import { cleanText } from '../formats/figure/clean-text.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** A feed in the JSON Feed format, version 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(feed: Feed): string {
  const { title, subtitle, url, jsonUrl, author, entries } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: cleanText(title),
    home_page_url: url,
    feed_url: jsonUrl,
    description: cleanText(subtitle),
    language: 'en',
    authors: [{ name: cleanText(author) }],
    items: entries.map(toItem),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** An item without authors has those of the feed, as the format says. */
function toItem(entry: FeedEntry): Readonly<Record<string, unknown>> {
  const { id, title, url, published, updated, summary, authors, categories } = entry;
  return {
    id,
    url,
    title: cleanText(title),
    content_text: cleanText(summary),
    date_published: published,
    date_modified: updated,
    ...(authors.length === 0
      ? {}
      : { authors: authors.map((name) => ({ name: cleanText(name) })) }),
    tags: categories.map(({ term }) => term),
  };
}
