import type { Catalogue, Entry, Limit } from '../catalogue.ts';
import { parseLimitTable } from '../formats/limit-table.ts';
import { compareText } from '../message.ts';
import type { Redirect } from '../schema/redirects.ts';
import { readEntryPath } from './redirects.ts';

/** A state of the catalogue that was written for an earlier format. */
export interface OldState {
  readonly catalogue: Catalogue;
  /** Files that the formats of today refuse. */
  readonly faulty: ReadonlySet<string>;
  /** Text of every file. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The old catalogue with what today's formats cannot read of it: such an entry was there, and to call it
 * new, or its combined limit, would be wrong. It stands in as it is today, a limit with its old
 * numbers; `unread` names the files of which only that much is known.
 */
export function fillUnread(
  { catalogue, faulty, texts }: OldState,
  after: Catalogue,
  redirects: readonly Redirect[],
): { readonly catalogue: Catalogue; readonly unread: readonly string[] } {
  const unread: string[] = [];
  const wasFaulty = (file: string): boolean => faulty.has(file) && texts.has(file);
  const { references: _references, ...kinds } = after;
  const filled = Object.entries(kinds).map(([kind, entries]) => {
    const known: ReadonlyMap<string, Entry> = catalogue[kind as keyof typeof kinds];
    const missing = [...(entries as ReadonlyMap<string, Entry>).values()]
      .map((entry) => underOldId(kind, entry, redirects))
      .filter(({ id, file }) => !known.has(id) && (wasFaulty(file) || wasFaulty(numbersOf(file))));
    unread.push(...missing.map(({ file }) => file));
    const stand = missing.map((entry): [string, Entry] => [entry.id, withOldNumbers(entry, texts)]);
    return [kind, new Map([...known, ...stand].sort(([a], [b]) => compareText(a, b)))];
  });
  return {
    catalogue: { ...catalogue, ...(Object.fromEntries(filled) as typeof kinds) },
    unread: unread.sort(compareText),
  };
}

/** An entry as it was called before a redirect of its page. */
function underOldId(kind: string, entry: Entry, redirects: readonly Redirect[]): Entry {
  const old = redirects.find(({ to }) => {
    const target = readEntryPath(to);
    return target?.kind === kind && target.id === entry.id;
  });
  const id = old && readEntryPath(old.from)?.id;
  return id === undefined ? entry : { ...entry, id, file: entry.file.replace(entry.id, id) };
}

const numbersOf = (file: string): string => file.replace(/\.yaml$/, '.csv');

const isLimit = (entry: Entry): entry is Limit => 'table' in entry;

/** A limit of today with its old numbers, where they can be read; anything else as it is. */
function withOldNumbers(entry: Entry, texts: ReadonlyMap<string, string>): Entry {
  if (!isLimit(entry)) return entry;
  const text = texts.get(numbersOf(entry.file));
  const table = text === undefined ? undefined : parseLimitTable(text, entry.shape).table;
  if (table === undefined) return entry;
  const limit: Limit = { ...entry, table };
  return limit;
}
