import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  findGroupPath,
  findPageOf,
  listGroupPlaces,
  listGroupsElsewhere,
  listNumbersNear,
  paginate,
} from '../../src/core/paginate.ts';
import type { RowGroup } from '../../src/core/paginate.ts';

const groupsOf = (...sizes: readonly number[]): RowGroup<string>[] =>
  sizes.map((size, i) => ({
    id: `g${String(i)}`,
    title: `Group ${String(i)}`,
    rows: Array.from({ length: size }, (_, row) => `${String(i)}.${String(row)}`),
  }));

describe('paginate', () => {
  it('leaves a list that fits on one page at its address', () => {
    const [page, ...more] = paginate(groupsOf(2, 3), 5, '/limits/');
    expect(more).toEqual([]);
    expect(page).toEqual({ number: 1, path: '/limits/', groups: groupsOf(2, 3) });
  });

  it('goes on with a group on the next page, in pages of equal length', () => {
    const pages = paginate(groupsOf(2, 4), 5, '/limits/');
    expect(pages.map(({ path }) => path)).toEqual(['/limits/', '/limits/page/2/']);
    expect(pages.map(({ groups }) => groups.map(({ id, rows }) => [id, rows.length]))).toEqual([
      [
        ['g0', 2],
        ['g1', 1],
      ],
      [['g1', 3]],
    ]);
  });

  it('gives an empty list its page', () => {
    expect(paginate(groupsOf(0, 0), 5, '/limits/')).toEqual([
      { number: 1, path: '/limits/', groups: [] },
    ]);
  });

  it('keeps every row once and in order, never more than asked for on a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        (sizes, most) => {
          const groups = groupsOf(...sizes);
          const pages = paginate(groups, most, '/x/');
          const rowsOf = (all: readonly RowGroup<string>[]): string[] =>
            all.flatMap(({ rows }) => rows);
          expect(pages.flatMap((page) => rowsOf(page.groups))).toEqual(rowsOf(groups));
          for (const page of pages) expect(rowsOf(page.groups).length).toBeLessThanOrEqual(most);
        },
      ),
      { seed: 1 },
    );
  });
});

describe('headings of a list', () => {
  const pages = paginate(groupsOf(2, 4, 1), 4, '/limits/');

  it('are found on the page they begin on', () => {
    expect(findGroupPath(pages, 'g1')).toBe('/limits/');
    expect(findGroupPath(pages, 'g2')).toBe('/limits/page/2/');
    expect(findGroupPath(pages, 'none')).toBe('/limits/');
  });

  it('count their rows on all pages', () => {
    expect(listGroupPlaces(pages).map(({ id, count }) => [id, count])).toEqual([
      ['g0', 2],
      ['g1', 4],
      ['g2', 1],
    ]);
  });

  it('are offered where they are not, so that every anchor answers on the first page', () => {
    const [first, second] = pages;
    if (first === undefined || second === undefined) throw new Error('Two pages are expected.');
    expect(listGroupsElsewhere(pages, first)).toEqual([
      { id: 'g2', title: 'Group 2', path: '/limits/page/2/', count: 1 },
    ]);
    expect(listGroupsElsewhere(pages, second)).toEqual([
      { id: 'g0', title: 'Group 0', path: '/limits/', count: 2 },
    ]);
  });
});

describe('listNumbersNear', () => {
  it('offers the ends and the neighbours, however many pages there are', () => {
    expect(listNumbersNear(1, 3)).toEqual([1, 2, 3]);
    expect(listNumbersNear(50, 100)).toEqual([1, 48, 49, 50, 51, 52, 100]);
  });
});

describe('findPageOf', () => {
  it('finds the page of a sorted row, also of one that is no more', () => {
    const firsts = ['Abe:1', 'Lees:2', 'Zhou:3'];
    expect(
      ['AA:0', 'Abe:1', 'Kou:9', 'Lees:2', 'Zz:9'].map((id) => findPageOf(firsts, id)),
    ).toEqual([1, 1, 1, 2, 3]);
  });
});
