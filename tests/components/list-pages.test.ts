import { describe, expect, it } from 'vitest';
import { listPages, referencePath } from '../../src/components/list-pages.ts';
import { relate } from '../../src/components/relations.ts';
import type { Catalogue, Limit } from '../../src/core/catalogue.ts';
import { listApiFiles } from '../../src/core/api/list-files.ts';
import { MOST_ROWS } from '../../src/core/list-sizes.ts';
import { digestText } from '../../src/io/digest-text.ts';
import { readRealContent } from '../fixtures/real-content.ts';

/** The catalogue with everything that lists hold `times` times, planes included. */
function enlarge(catalogue: Catalogue, times: number, watch?: (key: string) => void): Catalogue {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const name = (id: string, copy: number): string =>
    copy === 0 ? id : `${id}-copy-${String(copy + 1)}`;
  const multiply = <T extends object>(
    entries: ReadonlyMap<string, T>,
    rename: (entry: T, copy: number) => Partial<T>,
  ): Map<string, T> =>
    new Map(
      copies.flatMap((copy) =>
        [...entries].map(([id, entry]): [string, T] => {
          // Numbers stay unread until somebody asks for them.
          const renamed = Object.create(entry) as T;
          Object.assign(renamed, rename(entry, copy));
          return [name(id, copy), watch === undefined ? renamed : observe(renamed, watch)];
        }),
      ),
    );
  const withId = (entry: { readonly id: string }, copy: number): { id: string } => ({
    id: name(entry.id, copy),
  });
  return {
    ...catalogue,
    limits: multiply<Limit>(catalogue.limits, (limit, copy) => ({
      ...withId(limit, copy),
      plane: name(limit.plane, copy),
      experiment: limit.experiment.map((id) => name(id, copy)),
      alsoOn: limit.alsoOn.map((also) => ({ ...also, plane: name(also.plane, copy) })),
      supersedes: limit.supersedes.map((older) => ({ ...older, limit: name(older.limit, copy) })),
    })),
    planes: multiply(catalogue.planes, withId),
    searches: multiply(catalogue.searches, (search, copy) => ({
      ...withId(search, copy),
      limits: search.limits.map((id) => name(id, copy)),
    })),
    experiments: multiply(catalogue.experiments, withId),
    models: multiply(catalogue.models, withId),
    references: multiply(catalogue.references, (reference, copy) => ({
      key: name(reference.key, copy),
    })),
  };
}

/** The same entry, every look at one of its facts reported. */
const observe = <T extends object>(entry: T, watch: (key: string) => void): T =>
  new Proxy(entry, {
    get(target, key, receiver): unknown {
      watch(String(key));
      return Reflect.get(target, key, receiver);
    },
  });

const KINDS = ['limits', 'searches', 'references', 'planes', 'experiments', 'models'] as const;

const countRows = (page: { readonly groups: readonly { readonly rows: readonly unknown[] }[] }) =>
  page.groups.reduce((sum, { rows }) => sum + rows.length, 0);

describe('the lists of a growing catalogue', async () => {
  const { catalogue } = await readRealContent();
  const large = listPages(enlarge(catalogue, 10));

  it('show no more rows on a page at ten times the size than is stated, and every entry once', () => {
    for (const kind of KINDS) {
      const rows = large[kind].map(countRows);
      expect(Math.max(...rows), kind).toBeLessThanOrEqual(MOST_ROWS[kind]);
      expect(
        rows.reduce((a, b) => a + b, 0),
        kind,
      ).toBe(catalogue[kind].size * 10);
      expect(rows.length, kind).toBeGreaterThan(1);
    }
  });

  it('are one page each at today’s size', () => {
    const today = listPages(catalogue);
    for (const kind of KINDS) expect(today[kind].length, kind).toBe(1);
  });

  it('send a citation to the page that its paper is on', () => {
    const last = large.references.at(-1)?.groups.at(-1)?.rows.at(-1)?.key ?? '';
    expect(referencePath(last, enlarge(catalogue, 10))).toBe(
      `/references/page/${String(large.references.length)}/#${last}`,
    );
  });

  it('and relations take no more than in proportion to the entries, counted in looks at them', () => {
    const [few, many] = [1, 10].map((times) => {
      let looks = 0;
      const watched = enlarge(catalogue, times, () => looks++);
      relate(watched);
      listPages(watched);
      return looks;
    }) as [number, number];
    // Sorting takes N log N.
    expect(many / few).toBeLessThan(16);
    expect(many / few).toBeGreaterThan(9);
  });

  it('have an index for each plane that does not grow with the catalogue', () => {
    const [plane = ''] = catalogue.planes.keys();
    const write = (times: number): string | Uint8Array =>
      listApiFiles(
        {
          catalogue: enlarge(catalogue, times),
          combined: new Map(),
          version: { date: '2026-01-01', commit: 'c' },
          url: 'https://example.org',
        },
        digestText,
      )
        .find(({ path }) => path === `index/${plane}.json`)
        ?.write() ?? '';
    expect(write(1).length).toBeGreaterThan(100);
    expect(write(2)).toEqual(write(1));
  });
});
