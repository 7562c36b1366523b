import { describe, expect, it } from 'vitest';
import type { FeedSource } from '../../../src/components/feeds/make-limit-feed.ts';
import { makeLimitFeed, MOST_ENTRIES } from '../../../src/components/feeds/make-limit-feed.ts';
import type { FileHistory, Moment } from '../../../src/core/feeds/content-history.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makePortal,
  makeReference,
} from '../../fixtures/make-catalogue.ts';

const at = (time: string): Moment => ({ time, commit: '0'.repeat(40) });

/** History in which a file came in at one time and changed at another. */
const file = (path: string, added: string, changed = added): [string, FileHistory] => [
  path,
  { origin: path, added: at(added), changed: at(changed) },
];

const limitFile = (id: string, kind = 'yaml'): string => `limits/vector/${id}.${kind}`;

const came = (id: string, added: string, renumbered = added): [string, FileHistory][] => [
  file(limitFile(id), added),
  file(limitFile(id, 'csv'), added, renumbered),
];

/** A feed of limits in the fixture; of each limit what makes it differ. */
function source(
  limits: readonly LimitOverrides[],
  files: readonly [string, FileHistory][],
  overrides: Partial<FeedSource> = {},
): FeedSource {
  return {
    catalogue: makeCatalogue({ limits: limits.map(makeLimit), references: [makeReference()] }),
    combined: new Map(),
    history: { files: new Map(files) },
    releases: [],
    date: '2026-03-01',
    url: 'https://example.org',
    ...overrides,
  };
}

const FIRST = '2026-01-10T12:00:00Z';
const SECOND = '2026-02-10T12:00:00Z';
const THIRD = '2026-03-10T12:00:00Z';

describe('the feed of limits', () => {
  it('says of a limit what it is, from the data', () => {
    const [entry] = makeLimitFeed(source([{}], came('babar-2014-dark-photon', FIRST))).entries;
    expect(entry).toMatchInlineSnapshot(`
      {
        "authors": [],
        "categories": [
          {
            "label": "Vector",
            "scheme": "https://example.org/portals/",
            "term": "vector",
          },
          {
            "label": "Dark photon to visible particles",
            "scheme": "https://example.org/planes/",
            "term": "dark-photon-visible",
          },
        ],
        "id": "urn:uuid:43a726d3-c493-5039-b68b-54075492af35",
        "published": "2026-01-10T12:00:00Z",
        "summary": "Plane: Dark photon to visible particles. Observed, masses 1–3 GeV, 90 % CL. Strongest value: ε = 0.001 at 1 GeV. Paper: Search for a Dark Photon in e⁺e⁻ Collisions at BaBar (BaBar:2014zli).",
        "title": "BaBar 2014: Dark photon to lepton pairs",
        "updated": "2026-01-10T12:00:00Z",
        "url": "https://example.org/limits/babar-2014-dark-photon/",
      }
    `);
  });
  it('has the newest first, and of one commit the newest paper first, then by id', () => {
    const limits = [
      { id: 'c', reference: 'none-known', year: 2020 },
      { id: 'b', reference: 'none-known', year: 2020 },
      { id: 'a', reference: 'none-known', year: 2010 },
      { id: 'd', reference: 'none-known', year: 1990 },
    ] as const;
    const files = [
      ...came('a', FIRST),
      ...came('b', FIRST),
      ...came('c', FIRST),
      ...came('d', SECOND),
    ];
    const { entries, updated } = makeLimitFeed(source(limits, files));
    expect(entries.map(({ url }) => url.split('/').at(-2))).toEqual(['d', 'b', 'c', 'a']);
    expect(updated).toBe(SECOND);
  });
  it('ends after a hundred', () => {
    const ids = Array.from({ length: MOST_ENTRIES + 5 }, (_, i) => `limit-${String(i)}`);
    const feed = makeLimitFeed(
      source(
        ids.map((id) => ({ id })),
        ids.flatMap((id) => came(id, FIRST)),
      ),
    );
    expect(feed.entries).toHaveLength(MOST_ENTRIES);
    expect(feed.subtitle).toContain('newest first: 100 of 105.');
  });
  it('leaves out what has no known date, and says how much and why', () => {
    const limits = [{ id: 'a' }, { id: 'b' }];
    const subtitle = (gap?: 'shallow' | 'no-history'): string =>
      makeLimitFeed(
        source(limits, [], {
          history: { files: new Map(came('a', FIRST)), ...(gap === undefined ? {} : { gap }) },
        }),
      ).subtitle;
    expect(subtitle()).toContain(
      '1 of 2. 1 are left out because it is not known when they came in: they are in no commit yet.',
    );
    expect(subtitle('shallow')).toContain('built from a part of the history');
    expect(subtitle('no-history')).toContain('built without the history');
  });
  it('is empty, and dated by the content, where nothing is known', () => {
    const feed = makeLimitFeed(
      source([{}], [], { history: { files: new Map(), gap: 'no-history' } }),
    );
    expect(feed.entries).toEqual([]);
    expect(feed.updated).toBe('2026-03-01T00:00:00Z');
  });
  it('names entries the same wherever the site is', () => {
    const here = makeLimitFeed(source([{}], came('babar-2014-dark-photon', FIRST)));
    const there = makeLimitFeed(
      source([{}], came('babar-2014-dark-photon', FIRST), { url: 'https://example.com/dark' }),
    );
    expect(there.id).toBe(here.id);
    expect(there.entries.map(({ id }) => id)).toEqual(here.entries.map(({ id }) => id));
    expect(there.entries[0]?.url).toBe('https://example.com/dark/limits/babar-2014-dark-photon/');
  });
  it('keeps the name and the date of an entry whose limit is renamed', () => {
    const before = makeLimitFeed(source([{ id: 'old' }], came('old', FIRST)));
    const renamed = { origin: limitFile('old'), added: at(FIRST), changed: at(SECOND) };
    const after = makeLimitFeed(source([{ id: 'new' }], [[limitFile('new'), renamed]]));
    expect(after.entries[0]).toMatchObject({ id: before.entries[0]?.id, published: FIRST });
    expect(after.entries[0]?.url).toContain('/limits/new/');
  });
  it('moves a limit up when a release says that it changed, with what it says', () => {
    const notes = '### Limits\n\nFacts changed (1):\n\n- `a`: year is 2014, was 2015';
    const feed = makeLimitFeed(
      source([{ id: 'a' }, { id: 'b' }], [...came('a', FIRST), ...came('b', SECOND)], {
        releases: [{ version: '0.2.0', date: '2026-02-20', notes }],
      }),
    );
    expect(feed.entries[0]).toMatchObject({ published: FIRST, updated: '2026-02-20T00:00:00Z' });
    expect(feed.entries[0]?.summary).toMatch(
      /^Version 0\.2\.0 \(2026-02-20\): facts changed: year is 2014, was 2015\. Plane: /,
    );
  });
  it('tells of numbers that changed since the last release, and leaves older changes to the releases', () => {
    const files = [...came('a', FIRST, THIRD), ...came('b', FIRST, SECOND)];
    const feed = makeLimitFeed(
      source([{ id: 'a' }, { id: 'b' }], files, {
        releases: [{ version: '0.2.0', date: '2026-02-20', notes: '' }],
      }),
    );
    expect(feed.entries.map(({ updated }) => updated)).toEqual([THIRD, FIRST]);
    expect(feed.entries[0]?.summary).toContain('Its numbers changed on 2026-03-10.');
  });
  it('of a portal has the limits of its planes, also when other portals have them too', () => {
    const catalogue = makeCatalogue({
      planes: [makePlane({ id: 'one' }), makePlane({ id: 'two', portals: ['vector', 'scalar'] })],
      portals: [makePortal(), makePortal({ id: 'scalar', title: 'The scalar portal' })],
      limits: [makeLimit({ id: 'a', plane: 'one' }), makeLimit({ id: 'b', plane: 'two' })],
    });
    const all = source([], [...came('a', FIRST), ...came('b', FIRST)], { catalogue });
    const feed = makeLimitFeed(all, 'scalar');
    expect(feed.entries.map(({ url }) => url)).toEqual(['https://example.org/limits/b/']);
    expect(feed).toMatchObject({
      title: 'Dark Portals, the scalar portal: new and changed limits',
      url: 'https://example.org/portals/scalar/',
      atomUrl: 'https://example.org/feeds/scalar.xml',
    });
    expect(makeLimitFeed(all, 'vector').entries).toHaveLength(2);
  });
});
