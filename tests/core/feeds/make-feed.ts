import type { Feed, FeedEntry } from '../../../src/core/feeds/feed.ts';

/** An entry with nothing special about it. */
export const makeEntry = (overrides: Partial<FeedEntry> = {}): FeedEntry => ({
  id: 'urn:uuid:1',
  title: 'BaBar 2014: Dark photon',
  url: 'https://example.org/limits/a/',
  published: '2026-01-10T12:00:00Z',
  updated: '2026-01-11T12:00:00Z',
  summary: 'Masses 1–3 GeV.',
  authors: ['BaBar collaboration'],
  categories: [{ term: 'vector', label: 'Vector', scheme: 'https://example.org/portals/' }],
  ...overrides,
});

export const makeFeed = (overrides: Partial<Feed> = {}): Feed => ({
  id: 'urn:uuid:0',
  title: 'New limits',
  subtitle: 'What is new.',
  url: 'https://example.org/changes/',
  atomUrl: 'https://example.org/feed.xml',
  jsonUrl: 'https://example.org/feed.json',
  updated: '2026-01-11T12:00:00Z',
  author: 'Contributors',
  rights: 'CC BY 4.0',
  entries: [makeEntry()],
  ...overrides,
});

/** Words that would break out of XML or JSON, turn the direction of writing, or cannot stand in XML at all. */
export const HOSTILE =
  ']]></title><script>alert(1)</script> & "quoted" \'single\' <!-- \u0000\u0008\u001b\ufffe\ud800 \u202eback\u2028line\nbreak';
