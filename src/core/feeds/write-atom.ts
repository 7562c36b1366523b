import { escapeXml } from '../escape-xml.ts';
import { cleanText } from '../formats/figure/clean-text.ts';
import type { Feed, FeedCategory, FeedEntry } from './feed.ts';

/** A feed in the Atom format (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const { id, title, subtitle, url, atomUrl, jsonUrl, updated, author, rights, entries } = feed;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  ${element('id', id)}`,
    `  ${element('title', title)}`,
    `  ${element('subtitle', subtitle)}`,
    `  ${element('updated', updated)}`,
    `  <author>${element('name', author)}</author>`,
    `  ${element('rights', rights)}`,
    `  ${link('self', 'application/atom+xml', atomUrl)}`,
    `  ${link('alternate', 'text/html', url)}`,
    `  ${link('alternate', 'application/feed+json', jsonUrl)}`,
    ...entries.map(writeEntry),
    '</feed>\n',
  ].join('\n');
}

/** An entry without authors has those of the feed, as the format says. */
function writeEntry(entry: FeedEntry): string {
  const { id, title, url, published, updated, summary, authors, categories } = entry;
  return [
    '  <entry>',
    `    ${element('id', id)}`,
    `    ${element('title', title)}`,
    `    ${link('alternate', 'text/html', url)}`,
    `    ${element('published', published)}`,
    `    ${element('updated', updated)}`,
    ...authors.map((name) => `    <author>${element('name', name)}</author>`),
    ...categories.map((category) => `    ${writeCategory(category)}`),
    `    ${element('summary', summary)}`,
    '  </entry>',
  ].join('\n');
}

const writeCategory = ({ term, label, scheme }: FeedCategory): string =>
  `<category term="${clean(term)}" scheme="${clean(scheme)}" label="${clean(label)}"/>`;

const element = (name: string, text: string): string => `<${name}>${clean(text)}</${name}>`;

const link = (rel: string, type: string, url: string): string =>
  `<link rel="${rel}" type="${type}" href="${clean(url)}"/>`;

/** XML has no way to write a control character, not even as an entity. */
const clean = (text: string): string => escapeXml(cleanText(text));
