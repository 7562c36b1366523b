import { describe, expect, it } from 'vitest';
import { writeJsonFeed } from '../../../src/core/feeds/write-json-feed.ts';
import { listJsonFeedFaults } from '../../fixtures/json-feed-rules.ts';
import { HOSTILE, makeEntry, makeFeed } from './make-feed.ts';

const write = (...args: Parameters<typeof makeFeed>): unknown =>
  JSON.parse(writeJsonFeed(makeFeed(...args))) as unknown;

describe('a JSON feed', () => {
  it('follows the rules of version 1.1', () => {
    expect(listJsonFeedFaults(write())).toEqual([]);
    expect(listJsonFeedFaults(write({ entries: [] }))).toEqual([]);
  });
  it('would be caught breaking them', () => {
    const faulty = write({
      jsonUrl: '/feed.json',
      entries: [makeEntry({ published: 'yesterday', url: 'limits/a' }), makeEntry()],
    });
    expect(listJsonFeedFaults(faulty)).toEqual([
      'feed_url is no absolute address',
      'items[0].url is no absolute address',
      'items[0].date_published is no date of RFC 3339',
      'items have the same id',
    ]);
    expect(listJsonFeedFaults({ version: '1', items: [{}] })).toHaveLength(4);
  });
  it('says of an entry what it is, when it came and changed, and of which portal', () => {
    expect(write()).toMatchObject({
      items: [
        {
          id: 'urn:uuid:1',
          content_text: 'Masses 1–3 GeV.',
          date_published: '2026-01-10T12:00:00Z',
          date_modified: '2026-01-11T12:00:00Z',
          authors: [{ name: 'BaBar collaboration' }],
          tags: ['vector'],
        },
      ],
    });
  });
  it('has hostile words as text, without what nobody sees', () => {
    const entries = [makeEntry({ title: HOSTILE, summary: HOSTILE })];
    const feed = write({ entries }) as { items: { title: string }[] };
    expect(listJsonFeedFaults(feed)).toEqual([]);
    expect(feed.items[0]?.title).toBe(
      ']]></title><script>alert(1)</script> & "quoted" \'single\' <!-- back line break',
    );
  });
});
