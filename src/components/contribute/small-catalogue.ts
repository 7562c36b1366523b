import type {
  Catalogue,
  ExperimentEntry,
  FacilityEntry,
  Limit,
  MethodEntry,
  PlaneEntry,
  QuantityEntry,
  SearchEntry,
} from '../../core/catalogue.ts';
import { SHAPE_COLUMNS } from '../../core/formats/limit-table.ts';
import type { SourceFile } from '../../core/lint/rule.ts';
import { Experiment, LimitMeta, Search } from '../../core/schema/index.ts';
import type { Reference } from '../../core/schema/index.ts';

const EXPERIMENT_KEYS = [
  'id',
  'file',
  'name',
  'kind',
  'facility',
] as const satisfies readonly (keyof ExperimentEntry)[];

const SEARCH_KEYS = [
  'id',
  'file',
  'title',
  'portals',
  'experiment',
  'reference',
  'limits',
  'signature',
] as const satisfies readonly (keyof SearchEntry)[];

const METHOD_KEYS = ['id', 'file', 'title'] as const satisfies readonly (keyof MethodEntry)[];

/** What the form knows of a limit: who, where and whose successor it is, without its numbers. */
const LIMIT_KEYS = [
  'id',
  'file',
  'portal',
  'title',
  'plane',
  'alsoOn',
  'search',
  'experiment',
  'reference',
  'status',
  'derivedBy',
  'shape',
  'excludes',
  'signature',
  'lifetime',
  'confidence',
  'massRange',
  'mass',
  'value',
  'parameter',
  'supersedes',
] as const satisfies readonly (keyof Limit)[];

type KnownLimit = Pick<Limit, (typeof LIMIT_KEYS)[number]>;

/** The part of a catalogue that judging one contribution needs, as JSON. */
export interface SmallCatalogue {
  readonly quantities: readonly QuantityEntry[];
  readonly planes: readonly PlaneEntry[];
  readonly experiments: readonly Pick<ExperimentEntry, (typeof EXPERIMENT_KEYS)[number]>[];
  readonly searches: readonly Pick<SearchEntry, (typeof SEARCH_KEYS)[number]>[];
  readonly limits: readonly KnownLimit[];
  readonly references: readonly Reference[];
  readonly facilities: readonly FacilityEntry[];
  readonly methods: readonly Pick<MethodEntry, (typeof METHOD_KEYS)[number]>[];
  /** Ids that a text can name. */
  readonly models: readonly string[];
  readonly glossary: readonly string[];
}

const pick = <T extends object, K extends keyof T>(entry: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.flatMap((key) => (key in entry ? [[key, entry[key]]] : []))) as Pick<
    T,
    K
  >;

/** The catalogue as the form needs it: no prose, and of limits only what is said about them. */
export function packCatalogue(catalogue: Catalogue): SmallCatalogue {
  const { quantities, planes, experiments, searches, limits, references } = catalogue;
  return {
    quantities: [...quantities.values()],
    planes: [...planes.values()],
    experiments: [...experiments.values()].map((entry) => pick(entry, EXPERIMENT_KEYS)),
    searches: [...searches.values()].map((entry) => pick(entry, SEARCH_KEYS)),
    limits: [...limits.values()].map((entry) => pick(entry, LIMIT_KEYS)),
    references: [...references.values()],
    facilities: [...catalogue.facilities.values()],
    methods: [...catalogue.methods.values()].map((entry) => pick(entry, METHOD_KEYS)),
    models: [...catalogue.models.keys()],
    glossary: [...catalogue.glossary.keys()],
  };
}

/** The same as a catalogue that rules can look at; what was left out is empty. */
export function unpackCatalogue(small: SmallCatalogue): Catalogue {
  return {
    quantities: byId(small.quantities),
    planes: byId(small.planes),
    experiments: byId(
      small.experiments.map(({ id, file, ...facts }) => ({
        ...Experiment.parse(facts),
        ...NO_PROSE,
        id,
        file,
      })),
    ),
    searches: byId(
      small.searches.map(({ id, file, ...facts }) => ({
        ...Search.parse({ ...UNSAID_SEARCH, ...facts }),
        ...NO_PROSE,
        id,
        file,
      })),
    ),
    limits: byId(small.limits.map(unpackLimit)),
    references: new Map(small.references.map((reference) => [reference.key, reference])),
    facilities: byId(small.facilities),
    methods: byId(small.methods.map((entry) => ({ ...NO_PROSE, references: [], ...entry }))),
    models: new Map(),
    portals: new Map(),
    chapters: new Map(),
    glossary: new Map(),
  };
}

const NO_PROSE = { body: '', bodyLine: 1 };

/** What the schema of a search wants and nobody asks for here. */
const UNSAID_SEARCH = {
  process: '…',
  finalState: '…',
  confidence: 'not-stated',
  dataWanted: '…',
} as const;

const byId = <T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** A limit with a table of no rows. */
function unpackLimit({ id, file, portal, ...facts }: KnownLimit): Limit {
  const columns = SHAPE_COLUMNS[facts.shape].required;
  const isWord = (column: string): boolean => column === 'edge' || column === 'role';
  return {
    ...LimitMeta.parse({ ...facts, provenance: UNSAID_PROVENANCE }),
    id,
    file,
    portal,
    table: {
      columns,
      length: 0,
      numbers: new Map(
        columns.filter((name) => !isWord(name)).map((name) => [name, new Float64Array(0)]),
      ),
      words: new Map(columns.filter(isWord).map((name) => [name, []])),
      text: '',
    },
  };
}

const UNSAID_PROVENANCE = {
  method: 'unknown',
  from: { name: '…', path: '…', revision: '…', licence: '…' },
  raw: [],
} as const;

/** The files of the catalogue, as far as one contribution can name them. */
export function listKnownFiles(small: SmallCatalogue): SourceFile[] {
  const list = (
    kind: SourceFile['kind'],
    entries: readonly { readonly id: string; readonly file: string }[],
  ): SourceFile[] => entries.map(({ id, file }) => ({ kind, id, file }));
  return [
    ...list('quantities', small.quantities),
    ...list('planes', small.planes),
    ...list('experiments', small.experiments),
    ...list('searches', small.searches),
    ...list('limits', small.limits),
    ...small.limits.map(({ id, file }): SourceFile => ({
      kind: 'numbers',
      id,
      file: file.replace(/\.yaml$/u, '.csv'),
    })),
    ...list('facilities', small.facilities),
    ...list('methods', small.methods),
    ...list('models', place('models', '.mdx', small.models)),
    ...list('glossary', place('glossary', '.yaml', small.glossary)),
    { kind: 'references', id: 'references', file: 'references.bib' },
  ];
}

const place = (
  folder: string,
  extension: string,
  ids: readonly string[],
): { readonly id: string; readonly file: string }[] =>
  ids.map((id) => ({ id, file: `${folder}/${id}${extension}` }));
