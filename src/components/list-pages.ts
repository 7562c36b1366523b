import type {
  Catalogue,
  ExperimentEntry,
  Limit,
  ModelEntry,
  PlaneEntry,
  SearchEntry,
} from '../core/catalogue.ts';
import { MOST_ROWS } from '../core/list-sizes.ts';
import { compareText } from '../core/message.ts';
import type { ListPage } from '../core/paginate.ts';
import { paginate } from '../core/paginate.ts';
import type { Reference } from '../core/schema/index.ts';
import { ExperimentKind, PortalId } from '../core/schema/index.ts';
import { KIND_WORDS, PORTAL_WORDS } from './format.ts';
import { groupLimits } from './limit-groups.ts';
import { comparePlanes, referenceOf } from './relations.ts';
import { onceFor } from '../core/once-for.ts';

/** Every list of the catalogue that has pages of its own, in its order. */
export interface Lists {
  readonly limits: readonly ListPage<Limit>[];
  readonly searches: readonly ListPage<SearchEntry>[];
  readonly references: readonly ListPage<Reference>[];
  readonly planes: readonly ListPage<PlaneEntry>[];
  readonly experiments: readonly ListPage<ExperimentEntry>[];
  readonly models: readonly ListPage<ModelEntry>[];
}

/** The lists of a catalogue, divided into pages once: every page with a citation asks for some of it. */
export const listPages = onceFor(divide);

function divide(catalogue: Catalogue): Lists {
  const limits = Map.groupBy(catalogue.limits.values(), ({ portal }) => portal);
  const searches = Map.groupBy(catalogue.searches.values(), ({ portals }) => portals[0]);
  const planes = Map.groupBy(catalogue.planes.values(), ({ portals }) => portals[0]);
  const experiments = Map.groupBy(catalogue.experiments.values(), ({ kind }) => kind);
  const portalTitle = (portal: PortalId): string => `${PORTAL_WORDS[portal] ?? portal} portal`;
  const yearOf = (search: SearchEntry): number => referenceOf(search, catalogue)?.year ?? 0;
  return {
    limits: paginate(
      PortalId.options.map((portal) => ({
        id: portal,
        title: portalTitle(portal),
        rows: groupLimits(limits.get(portal) ?? [], catalogue).flatMap((group) => group.limits),
      })),
      MOST_ROWS.limits,
      '/limits/',
    ),
    searches: paginate(
      PortalId.options.map((portal) => ({
        id: portal,
        title: portalTitle(portal),
        rows: (searches.get(portal) ?? []).toSorted((a, b) => yearOf(b) - yearOf(a)),
      })),
      MOST_ROWS.searches,
      '/searches/',
    ),
    references: paginate(
      [{ id: 'papers', title: 'Papers', rows: [...catalogue.references.values()] }],
      MOST_ROWS.references,
      '/references/',
    ),
    planes: paginate(
      PortalId.options.map((portal) => ({
        id: `portal-${portal}`,
        title: portalTitle(portal),
        rows: (planes.get(portal) ?? []).toSorted(comparePlanes),
      })),
      MOST_ROWS.planes,
      '/planes/',
    ),
    experiments: paginate(
      ExperimentKind.options.map((kind) => ({
        id: kind,
        title: (KIND_WORDS[kind] ?? kind).replace(/^[a-z](?![⁺])/, (c) => c.toUpperCase()),
        rows: (experiments.get(kind) ?? []).toSorted(
          (a, b) => a.name.localeCompare(b.name, 'en') || compareText(a.id, b.id),
        ),
      })),
      MOST_ROWS.experiments,
      '/experiments/',
    ),
    models: paginate(
      [{ id: 'models', title: 'Models', rows: [...catalogue.models.values()] }],
      MOST_ROWS.models,
      '/models/',
    ),
  };
}

/** Paths of the pages of the list of papers, by key. */
const pathsOf = onceFor(
  (catalogue: Catalogue): ReadonlyMap<string, string> =>
    new Map(
      listPages(catalogue).references.flatMap(({ path, groups }) =>
        groups.flatMap(({ rows }) => rows.map((row) => [row.key, path] as const)),
      ),
    ),
);

/** Path and anchor of a paper in the list of all. */
export const referencePath = (key: string, catalogue: Catalogue): string =>
  `${pathsOf(catalogue).get(key) ?? '/references/'}#${key}`;

/** A page of a list, for Astro. */
export interface ListRoute<T> {
  readonly params: { readonly page: string | undefined };
  readonly props: { readonly page: ListPage<T> };
}

/** What `getStaticPaths` of a list returns: the first page has no number in its address. */
export const listRoutes = <T>(pages: readonly ListPage<T>[]): ListRoute<T>[] =>
  pages.map((page) => ({
    params: { page: page.number === 1 ? undefined : `page/${String(page.number)}` },
    props: { page },
  }));

/** Properties of the frame of pages. */
export interface ListFrame {
  readonly title: string;
  readonly path: string;
  readonly filters?: { readonly kind: 'list' };
  readonly citable?: false;
}

/** What the frame of a page of a list is told. Further pages move as the list grows: nobody cites or finds them. */
export const frameList = (title: string, { number, path }: ListPage<unknown>): ListFrame => ({
  path,
  ...(number === 1
    ? { title, filters: { kind: 'list' } }
    : { title: `${title}, page ${String(number)}`, citable: false }),
});
