import type { LimitTable } from './formats/limit-table.ts';
import type {
  Chapter,
  Experiment,
  Facility,
  GlossaryTerm,
  LimitMeta,
  Method,
  Model,
  Plane,
  Portal,
  PortalId,
  Quantity,
  Reference,
  Search,
} from './schema/index.ts';

/** What every entry read from a file carries besides its own fields. */
export interface Entry {
  /** File name without extension. */
  readonly id: string;
  /** Path relative to the content folder. */
  readonly file: string;
}

/** An entry written as MDX: the prose below its frontmatter. */
export interface ProseEntry extends Entry {
  readonly body: string;
  /** Line of the file where the prose begins. */
  readonly bodyLine: number;
}

/** A physical quantity: symbol, unit, definition and its exact relations to others. */
export type QuantityEntry = Readonly<Quantity> & Entry;
/** A plane: model, two quantities, decay scenario and parameters within which limits may be compared. */
export type PlaneEntry = Readonly<Plane> & Entry;
/** A machine. */
export type FacilityEntry = Readonly<Facility> & Entry;
/** A detector and its collaboration; its kind decides which combinations its limits enter. */
export type ExperimentEntry = Readonly<Experiment> & ProseEntry;
/** One Lagrangian and what follows from it. */
export type ModelEntry = Readonly<Model> & ProseEntry;
/** A chapter of the review. */
export type ChapterEntry = Readonly<Chapter> & ProseEntry;
/** A word of the field, explained. */
export type GlossaryEntry = Readonly<GlossaryTerm> & Entry;
/** A way of searching. */
export type MethodEntry = Readonly<Method> & ProseEntry;
/** A portal and its part of the review. */
export type PortalEntry = Readonly<Portal> & ProseEntry & { readonly id: PortalId };
/** One analysis: its facts, its prose and the limits it gave. */
export type SearchEntry = Readonly<Search> & ProseEntry;

/** A limit: its metadata, its home portal and its numbers as published. */
export type Limit = Readonly<LimitMeta> &
  Entry & {
    readonly portal: PortalId;
    readonly table: LimitTable;
  };

/** Entries by their id, in the order of ids. */
export type EntryMap<T> = ReadonlyMap<string, T>;

/** Everything under `content/`, parsed once and never changed. Maps iterate in id order. */
export interface Catalogue {
  readonly quantities: EntryMap<QuantityEntry>;
  readonly planes: EntryMap<PlaneEntry>;
  readonly limits: EntryMap<Limit>;
  readonly searches: EntryMap<SearchEntry>;
  readonly models: EntryMap<ModelEntry>;
  readonly methods: EntryMap<MethodEntry>;
  readonly experiments: EntryMap<ExperimentEntry>;
  readonly facilities: EntryMap<FacilityEntry>;
  readonly portals: EntryMap<PortalEntry>;
  readonly chapters: EntryMap<ChapterEntry>;
  readonly glossary: EntryMap<GlossaryEntry>;
  readonly references: EntryMap<Reference>;
}

/** Every entry written as prose, in catalogue order. */
export const listProse = (catalogue: Catalogue): ProseEntry[] => [
  ...catalogue.chapters.values(),
  ...catalogue.portals.values(),
  ...catalogue.searches.values(),
  ...catalogue.models.values(),
  ...catalogue.experiments.values(),
  ...catalogue.methods.values(),
];

/**
 * The entry of that id.
 * @throws when the catalogue has none: a checked catalogue resolves every id, so a miss is a bug.
 */
export function mustGet<T>(map: EntryMap<T>, id: string): T {
  const entry = map.get(id);
  if (entry === undefined) throw new Error(`No entry with the id "${id}" in the catalogue.`);
  return entry;
}
