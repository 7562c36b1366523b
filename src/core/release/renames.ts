import type { Catalogue, Entry } from '../catalogue.ts';
import { compareText } from '../message.ts';
import type { Redirect } from '../schema/redirects.ts';
import { readEntryPath } from './redirects.ts';

/** An entry that has another id than it had. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** Kinds of entries that have pages, or are part of one. */
export type EntryKind = Exclude<keyof Catalogue, 'references'>;

/**
 * The entries of a kind that redirects say were renamed between two states. An entry that went into
 * one that was there already is no renamed one, nor is one of an earlier release.
 */
export function listRenames(
  kind: EntryKind,
  before: Catalogue,
  after: Catalogue,
  redirects: readonly Redirect[],
): Rename[] {
  const [old, now]: ReadonlyMap<string, unknown>[] = [before[kind], after[kind]];
  return redirects
    .flatMap(({ from, to, why }): Rename[] => {
      const [was, is] = [readEntryPath(from), readEntryPath(to)];
      if (was?.kind !== kind || is?.kind !== kind) return [];
      const isMoved =
        old?.has(was.id) === true &&
        now?.has(was.id) === false &&
        !old.has(is.id) &&
        now.has(is.id);
      return isMoved ? [{ from: was.id, to: is.id, why }] : [];
    })
    .sort((a, b) => compareText(a.from, b.from));
}

/** Entries under their new ids. */
export function renameEntries<T extends Entry>(
  entries: ReadonlyMap<string, T>,
  renames: readonly Rename[],
): ReadonlyMap<string, T> {
  const ids = toMap(renames);
  return new Map(
    [...entries].map(([id, entry]) => {
      const now = ids.get(id) ?? id;
      return [now, now === id ? entry : { ...entry, id: now }];
    }),
  );
}

/**
 * A catalogue with limits and planes under their new ids, also where limits name them, so that a
 * combined limit which only changed the name of its owner did not change.
 */
export function renameCatalogue(
  catalogue: Catalogue,
  limits: readonly Rename[],
  planes: readonly Rename[],
): Catalogue {
  if (limits.length + planes.length === 0) return catalogue;
  const [limitIds, planeIds] = [toMap(limits), toMap(planes)];
  const named = [...renameEntries(catalogue.limits, limits)].map(
    ([id, limit]) =>
      [
        id,
        {
          ...limit,
          plane: planeIds.get(limit.plane) ?? limit.plane,
          alsoOn: limit.alsoOn.map((other) => ({
            ...other,
            plane: planeIds.get(other.plane) ?? other.plane,
          })),
          supersedes: limit.supersedes.map((other) => ({
            ...other,
            limit: limitIds.get(other.limit) ?? other.limit,
          })),
        },
      ] as const,
  );
  return {
    ...catalogue,
    limits: new Map(named),
    planes: renameEntries(catalogue.planes, planes),
  };
}

const toMap = (renames: readonly Rename[]): ReadonlyMap<string, string> =>
  new Map(renames.map(({ from, to }) => [from, to]));
