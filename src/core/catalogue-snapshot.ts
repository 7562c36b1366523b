import type { Catalogue, Limit } from './catalogue.ts';
import type { LimitTable } from './formats/limit-table.ts';
import { deferLimitTable } from './formats/limit-table.ts';

/** A limit without its numbers, which are text of their own: what is known of a table before it is read. */
export type LimitSnapshot = Omit<Limit, 'table'> & {
  readonly table: Pick<LimitTable, 'columns' | 'length'>;
};

type Entries<T> = T extends ReadonlyMap<string, infer Entry> ? readonly Entry[] : never;

/** A catalogue as plain data that JSON carries unchanged; numbers of limits stay in their CSV files. */
export type CatalogueSnapshot = {
  readonly [Kind in Exclude<keyof Catalogue, 'limits'>]: Entries<Catalogue[Kind]>;
} & { readonly limits: readonly LimitSnapshot[] };

/** A catalogue as JSON can carry it, every kind of entry in the order of the catalogue. */
export function takeSnapshot({ limits, ...kinds }: Catalogue): CatalogueSnapshot {
  const lists = Object.entries(kinds).map(
    ([kind, entries]) => [kind, [...(entries as ReadonlyMap<string, unknown>).values()]] as const,
  );
  return {
    ...Object.fromEntries(lists),
    limits: [...limits.values()].map(({ table: { columns, length }, ...limit }) => ({
      ...limit,
      table: { columns, length },
    })),
  } as unknown as CatalogueSnapshot;
}

/** The file of a limit's numbers, below the folder of the content: `limits/vector/babar-2014-dark-photon.csv`. */
export const tableFile = ({ portal, id }: Pick<Limit, 'portal' | 'id'>): string =>
  `limits/${portal}/${id}.csv`;

/**
 * The catalogue behind a snapshot. A table is read when its text or a number of it is first asked for.
 * @param readTable gives the text of a file of numbers, by its path below the folder of the content; it is asked
 *   once a limit at most, and what it throws is thrown where the number was asked for
 */
export function reviveCatalogue(
  { limits, ...kinds }: CatalogueSnapshot,
  readTable: (file: string) => string,
): Catalogue {
  const maps = Object.entries(kinds).map(([kind, entries]): [string, unknown] => [
    kind,
    new Map(entries.map((entry) => [nameOf(entry), entry])),
  ]);
  const read = limits.map((limit): Limit => ({ ...limit, table: reviveTable(limit, readTable) }));
  return {
    ...Object.fromEntries<unknown>(maps),
    limits: new Map(read.map((limit) => [limit.id, limit])),
  } as unknown as Catalogue;
}

/** Papers go by their key, everything else by its id. */
const nameOf = (entry: { readonly id: string } | { readonly key: string }): string =>
  'id' in entry ? entry.id : entry.key;

function reviveTable(limit: LimitSnapshot, readTable: (file: string) => string): LimitTable {
  let table: LimitTable | undefined;
  const open = (): LimitTable =>
    (table ??= deferLimitTable(readTable(tableFile(limit)), limit.shape, limit.table));
  return {
    ...limit.table,
    get numbers() {
      return open().numbers;
    },
    get words() {
      return open().words;
    },
    get text() {
      return open().text;
    },
  };
}
