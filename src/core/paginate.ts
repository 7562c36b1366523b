/** Rows of a list that stand under one heading. */
export interface RowGroup<T> {
  /** Anchor of the heading. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly T[];
}

/** The part of a list that stands on one page. */
export interface ListPage<T> {
  /** From 1. */
  readonly number: number;
  /** Path from the site's root. The first page has the address of the list, today's and tomorrow's. */
  readonly path: string;
  /** Groups that have rows here, with those rows. */
  readonly groups: readonly RowGroup<T>[];
}

/**
 * Divides a list into pages of about equal length, so that no page grows with the catalogue. Order is kept, and a
 * group that does not end on a page goes on with the next.
 * @param most rows on a page
 * @param path address of the list, with a slash at its end
 * @returns at least one page, which is empty where the list is
 */
export function paginate<T>(
  groups: readonly RowGroup<T>[],
  most: number,
  path: string,
): ListPage<T>[] {
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const count = Math.max(1, Math.ceil(total / most));
  const length = Math.ceil(total / count);
  return Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    path: i === 0 ? path : `${path}page/${String(i + 1)}/`,
    groups: cutGroups(groups, i * length, (i + 1) * length),
  }));
}

/** The rows from one place of the whole list up to another, in their groups. */
function cutGroups<T>(groups: readonly RowGroup<T>[], from: number, to: number): RowGroup<T>[] {
  const cut: RowGroup<T>[] = [];
  let start = 0;
  for (const group of groups) {
    const rows = group.rows.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (rows.length > 0) cut.push({ ...group, rows });
    start += group.rows.length;
  }
  return cut;
}

/** A heading of a list, the address of the page it begins on, and how many rows it has on all pages. */
export interface GroupPlace {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly count: number;
}

/** The headings of a list in its order. */
export function listGroupPlaces(pages: readonly ListPage<unknown>[]): GroupPlace[] {
  const places = new Map<string, GroupPlace>();
  for (const { path, groups } of pages) {
    for (const { id, title, rows } of groups) {
      const { count, ...first } = places.get(id) ?? { id, title, path, count: 0 };
      places.set(id, { ...first, count: count + rows.length });
    }
  }
  return [...places.values()];
}

/** Headings that have no rows on this page. */
export function listGroupsElsewhere(
  pages: readonly ListPage<unknown>[],
  page: ListPage<unknown>,
): GroupPlace[] {
  const here = new Set(page.groups.map(({ id }) => id));
  return listGroupPlaces(pages).filter(({ id }) => !here.has(id));
}

/** Path of the page that a group of a list begins on; that of the list where there is no such group. */
export const findGroupPath = (pages: readonly ListPage<unknown>[], id: string): string =>
  (listGroupPlaces(pages).find((place) => place.id === id) ?? pages[0])?.path ?? '/';

/** Numbers of pages to offer beside one: the first, the last and its neighbours, ascending. */
export const listNumbersNear = (number: number, count: number): number[] =>
  [...new Set([1, number - 2, number - 1, number, number + 1, number + 2, count])]
    .filter((one) => one >= 1 && one <= count)
    .sort((a, b) => a - b);

/**
 * The page a row is on where rows are sorted by id.
 * @param firstIds id of the first row of each page
 */
export const findPageOf = (firstIds: readonly string[], id: string): number =>
  Math.max(1, firstIds.findLastIndex((first) => first <= id) + 1);
