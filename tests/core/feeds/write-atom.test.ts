import { describe, expect, it } from 'vitest';
import { writeAtom } from '../../../src/core/feeds/write-atom.ts';
import { HOSTILE, makeEntry, makeFeed } from './make-feed.ts';

describe('an Atom feed', () => {
  it('has what RFC 4287 asks for, in one place each', () => {
    expect(writeAtom(makeFeed())).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <id>urn:uuid:0</id>
        <title>New limits</title>
        <subtitle>What is new.</subtitle>
        <updated>2026-01-11T12:00:00Z</updated>
        <author><name>Contributors</name></author>
        <rights>CC BY 4.0</rights>
        <link rel="self" type="application/atom+xml" href="https://example.org/feed.xml"/>
        <link rel="alternate" type="text/html" href="https://example.org/changes/"/>
        <link rel="alternate" type="application/feed+json" href="https://example.org/feed.json"/>
        <entry>
          <id>urn:uuid:1</id>
          <title>BaBar 2014: Dark photon</title>
          <link rel="alternate" type="text/html" href="https://example.org/limits/a/"/>
          <published>2026-01-10T12:00:00Z</published>
          <updated>2026-01-11T12:00:00Z</updated>
          <author><name>BaBar collaboration</name></author>
          <category term="vector" scheme="https://example.org/portals/" label="Vector"/>
          <summary>Masses 1–3 GeV.</summary>
        </entry>
      </feed>
      "
    `);
  });
  it('leaves the author of an entry to the feed where its paper is not known', () => {
    const atom = writeAtom(makeFeed({ entries: [makeEntry({ authors: [] })] }));
    expect(atom.match(/<author>/g)).toHaveLength(1);
  });
  it('has nothing of hostile words but their letters', () => {
    const atom = writeAtom(
      makeFeed({ title: HOSTILE, entries: [makeEntry({ title: HOSTILE, summary: HOSTILE })] }),
    );
    expect(atom).not.toContain('<script>');
    // eslint-disable-next-line no-control-regex -- XML has no way to write them
    expect(atom).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\u202e]|[\ud800-\udfff]/);
    expect(atom.match(/<title>/g)).toHaveLength(2);
    expect(atom).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;');
  });
});
