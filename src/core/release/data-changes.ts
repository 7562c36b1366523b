import type { Catalogue, Entry, Limit } from '../catalogue.ts';
import type { PlaneImpact } from '../impact/impact.ts';
import { compareCatalogues } from '../impact/impact.ts';
import { compareText } from '../message.ts';
import type { Reference } from '../schema/index.ts';
import type { Redirect } from '../schema/redirects.ts';
import type { NumberChange } from './compare-numbers.ts';
import { compareNumbers } from './compare-numbers.ts';
import type { FactChange } from './diff-facts.ts';
import { diffFacts } from './diff-facts.ts';
import type { EntryKind, Rename } from './renames.ts';
import { listRenames, renameCatalogue, renameEntries } from './renames.ts';

/** Kinds of entries besides limits and references, in the order of a changelog. */
export const ENTRY_KINDS = [
  'planes',
  'searches',
  'models',
  'experiments',
  'facilities',
  'methods',
  'portals',
  'chapters',
  'quantities',
  'glossary',
] as const;
export type OtherKind = (typeof ENTRY_KINDS)[number];

/** An entry that is there in both states and not the same. */
export interface EntryChange {
  readonly id: string;
  readonly facts: readonly FactChange[];
  /** True when its prose was rewritten. */
  readonly isTextNew: boolean;
}

/** What came, went, moved and changed among the entries of one kind. */
export interface EntryChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly Rename[];
  readonly changed: readonly EntryChange[];
}

/** A limit that is there in both states and not the same. */
export interface LimitChange extends EntryChange {
  readonly numbers: NumberChange | undefined;
}

/** What a data user has to know of two states of the catalogue. */
export interface DataChanges {
  readonly limits: Omit<EntryChanges, 'changed'> & { readonly changed: readonly LimitChange[] };
  /** Limits that another one replaces, and did not before. */
  readonly superseded: readonly {
    readonly limit: string;
    readonly by: string;
    readonly as: 'update' | 'combination-of-channels';
  }[];
  readonly kinds: Readonly<Record<OtherKind, EntryChanges>>;
  readonly references: EntryChanges;
  /** Where combined limits changed. */
  readonly impact: readonly PlaneImpact[];
}

/**
 * Everything that differs between two states of the catalogue, in order of id.
 * @param redirects moves of pages: an entry that moved is compared with what it was
 */
export function compareData(
  released: Catalogue,
  after: Catalogue,
  redirects: readonly Redirect[],
): DataChanges {
  const renamesOf = (kind: EntryKind): Rename[] => listRenames(kind, released, after, redirects);
  const before = renameCatalogue(released, renamesOf('limits'), renamesOf('planes'));
  const limits = compareEntries(before.limits, after.limits, renamesOf('limits'));
  const compareKind = (kind: OtherKind): EntryChanges => {
    const renames = renamesOf(kind);
    const found = compareEntries<Entry>(
      renameEntries<Entry>(before[kind], renames),
      after[kind],
      renames,
    );
    return { ...found, changed: found.pairs.flatMap(compareEntry) };
  };
  return {
    limits: {
      ...limits,
      changed: limits.pairs.flatMap(([old, now]) => compareLimit(old, before, now, after)),
    },
    superseded: listSuperseded(before, after),
    kinds: Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, compareKind(kind)])) as Record<
      OtherKind,
      EntryChanges
    >,
    references: compareReferences(before.references, after.references),
    impact: compareCatalogues(before, after),
  };
}

/** True when something can be read now that could not before. */
export const hasNew = ({ limits, kinds }: DataChanges): boolean =>
  limits.added.length > 0 || ENTRY_KINDS.some((kind) => kinds[kind].added.length > 0);

/** True when the data are what they were. */
export const isSameData = ({ limits, kinds, references }: DataChanges): boolean =>
  [limits, references, ...ENTRY_KINDS.map((kind) => kinds[kind])].every(
    ({ added, removed, renamed, changed }) =>
      added.length + removed.length + renamed.length + changed.length === 0,
  );

interface Compared<T> extends Omit<EntryChanges, 'changed'> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
}

/** Entries that came, went and stayed; `before` has renamed ones under their new ids. */
function compareEntries<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  renamed: readonly Rename[] = [],
): Compared<T> {
  return {
    added: [...after.keys()].filter((id) => !before.has(id)).sort(compareText),
    removed: [...before.keys()].filter((id) => !after.has(id)).sort(compareText),
    renamed,
    pairs: [...after].flatMap(([id, now]): (readonly [T, T])[] => {
      const old = before.get(id);
      return old === undefined ? [] : [[old, now]];
    }),
  };
}

/** Where an entry stands in the folder and where its prose begins are no facts about it. */
const stripEntry = (entry: Entry): unknown => {
  const { id: _id, file: _file, ...facts } = entry as Entry & Record<string, unknown>;
  const { body: _body, bodyLine: _line, table: _table, portal: _portal, ...rest } = facts;
  return rest;
};

/** Facts that tell the check what to expect; they say nothing about the data. */
const FOR_THE_CHECK = new Set(['jumps', 'anchors']);

const isOfTheData = ({ path }: FactChange): boolean => !FOR_THE_CHECK.has(path.split('.')[0] ?? '');

const bodyOf = (entry: Entry): unknown => ('body' in entry ? entry.body : undefined);

function compareEntry([old, now]: readonly [Entry, Entry]): EntryChange[] {
  const facts = diffFacts(stripEntry(old), stripEntry(now)).filter(isOfTheData);
  const isTextNew = bodyOf(old) !== bodyOf(now);
  return facts.length > 0 || isTextNew ? [{ id: now.id, facts, isTextNew }] : [];
}

function compareLimit(old: Limit, before: Catalogue, now: Limit, after: Catalogue): LimitChange[] {
  const numbers = compareNumbers(old, before, now, after);
  const [change] = compareEntry([old, now]);
  if (numbers === undefined && change === undefined) return [];
  return [{ id: now.id, facts: [], isTextNew: false, ...change, numbers }];
}

function listSuperseded(before: Catalogue, after: Catalogue): DataChanges['superseded'] {
  const list = (
    catalogue: Catalogue,
  ): { limit: string; by: string; as: 'update' | 'combination-of-channels' }[] =>
    [...catalogue.limits.values()].flatMap(({ id, supersedes }) =>
      supersedes.map(({ limit, as }) => ({ limit, by: id, as })),
    );
  const known = new Set(list(before).map(({ limit, by }) => `${limit} ${by}`));
  return list(after)
    .filter(({ limit, by }) => !known.has(`${limit} ${by}`))
    .sort((a, b) => compareText(a.limit, b.limit) || compareText(a.by, b.by));
}

function compareReferences(
  before: ReadonlyMap<string, Reference>,
  after: ReadonlyMap<string, Reference>,
): EntryChanges {
  const found = compareEntries(before, after);
  return {
    ...found,
    changed: found.pairs.flatMap(([old, now]) => {
      const facts = diffFacts(old, now);
      return facts.length === 0 ? [] : [{ id: now.key, facts, isTextNew: false }];
    }),
  };
}
