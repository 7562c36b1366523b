import type { Catalogue, Limit, PlaneEntry, SearchEntry } from '../core/catalogue.ts';
import { chapterPath } from '../core/chapter-path.ts';
import { yearOf } from '../core/limit-label.ts';
import { listLimitKeys } from '../core/formats/citing/limit-keys.ts';
import { listCitations } from '../core/lint/citations.ts';
import { compareText } from '../core/message.ts';
import type { ExperimentKind, PortalId, Reference } from '../core/schema/index.ts';
import { onceFor } from '../core/once-for.ts';

export { experimentNames, shortLabel, yearOf } from '../core/limit-label.ts';

/** What points to what, counted once per catalogue: every page needs some of it. */
export interface Relations {
  /** Limits shown on a plane, its own first. */
  readonly limitsByPlane: ReadonlyMap<string, readonly Limit[]>;
  readonly limitsByExperiment: ReadonlyMap<string, readonly Limit[]>;
  readonly limitsByReference: ReadonlyMap<string, readonly Limit[]>;
  readonly searchesByExperiment: ReadonlyMap<string, readonly SearchEntry[]>;
  readonly searchesByReference: ReadonlyMap<string, readonly SearchEntry[]>;
  readonly planesByPortal: ReadonlyMap<string, readonly PlaneEntry[]>;
  readonly planesByModel: ReadonlyMap<string, readonly PlaneEntry[]>;
  /** Searches that continue a search. */
  readonly followersOf: ReadonlyMap<string, readonly SearchEntry[]>;
  readonly searchesByMethod: ReadonlyMap<string, readonly SearchEntry[]>;
  /** Limits that replace a limit. */
  readonly supersededBy: ReadonlyMap<string, readonly Limit[]>;
  /** Pages of prose that cite a reference. */
  readonly proseByReference: ReadonlyMap<string, readonly Page[]>;
}

/** A page to link to. */
export interface Page {
  readonly title: string;
  readonly path: string;
}

/** The relations of a catalogue. */
export const relate = onceFor(build);

function build(catalogue: Catalogue): Relations {
  const limits = [...catalogue.limits.values()];
  const searches = [...catalogue.searches.values()];
  const planes = [...catalogue.planes.values()].sort(comparePlanes);
  return {
    limitsByPlane: collect(
      [...limits, ...limits],
      // Own limits first, then those that hold here as well.
      (limit, i) => (i < limits.length ? [limit.plane] : limit.alsoOn.map(({ plane }) => plane)),
    ),
    limitsByExperiment: collect(limits, (limit) => limit.experiment),
    limitsByReference: collect(limits, listLimitKeys),
    searchesByExperiment: collect(searches, (search) => search.experiment),
    searchesByReference: collect(searches, (search) => [
      ...new Set([search.reference, ...search.keyFacts.map(({ cite }) => cite)]),
    ]),
    followersOf: collect(searches, (search) => search.follows),
    searchesByMethod: collect(searches, (search) => search.methods),
    planesByPortal: collect(planes, (plane) => plane.portals),
    planesByModel: collect(planes, (plane) => [plane.model]),
    supersededBy: collect(limits, (limit) => limit.supersedes.map((older) => older.limit)),
    proseByReference: collectProse(catalogue),
  };
}

function collect<T>(
  items: readonly T[],
  keysOf: (item: T, index: number) => readonly string[],
): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const [i, item] of items.entries()) {
    for (const key of keysOf(item, i)) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [item]);
      else list.push(item);
    }
  }
  return map;
}

function collectProse(catalogue: Catalogue): Map<string, Page[]> {
  const pages = new Map<string, Page>();
  for (const chapter of catalogue.chapters.values())
    pages.set(chapter.file, { title: chapter.title, path: chapterPath(chapter.id) });
  for (const kind of ['portals', 'models', 'experiments', 'methods'] as const) {
    for (const entry of catalogue[kind].values()) {
      const title = 'title' in entry ? entry.title : entry.name;
      pages.set(entry.file, { title, path: `/${kind}/${entry.id}/` });
    }
  }
  const byReference = new Map<string, Page[]>();
  for (const { key, place } of listCitations(catalogue)) {
    const page = pages.get(place.file);
    if (page === undefined) continue;
    const list = byReference.get(key) ?? [];
    if (!list.includes(page)) list.push(page);
    byReference.set(key, list);
  }
  return byReference;
}

/** By the order a plane asks for, then by id. */
export const comparePlanes = (a: PlaneEntry, b: PlaneEntry): number =>
  a.order - b.order || compareText(a.id, b.id);

/** The kind of experiment behind a limit; undefined for compilations and targets. */
export function kindOf(limit: Limit, catalogue: Catalogue): ExperimentKind | undefined {
  const [first] = limit.experiment;
  return first === undefined ? undefined : catalogue.experiments.get(first)?.kind;
}

/** The paper of a limit or a search, where one is known. */
export const referenceOf = (
  entry: { readonly reference: string },
  catalogue: Catalogue,
): Reference | undefined => catalogue.references.get(entry.reference);

/** Newest first, then by id. */
export function compareByYear(catalogue: Catalogue) {
  return (a: Limit, b: Limit): number =>
    (yearOf(b, catalogue) ?? 0) - (yearOf(a, catalogue) ?? 0) || compareText(a.id, b.id);
}

/** Portals whose chapters a plane belongs to, read from a limit's home plane. */
export const portalsOf = (limit: Limit, catalogue: Catalogue): readonly PortalId[] =>
  catalogue.planes.get(limit.plane)?.portals ?? [limit.portal];
