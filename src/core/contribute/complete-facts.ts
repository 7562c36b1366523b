import type { PlaneEntry } from '../catalogue.ts';
import type { Dataset } from '../import/source.ts';
import { suggest } from '../lint/suggest.ts';
import { findColumnLaw } from '../quantities.ts';
import { Id, LimitMeta } from '../schema/index.ts';
import type { PortalId, Reference } from '../schema/index.ts';
import { describeMissingReference, findReference } from './find-reference.ts';
import type { DraftContext, FactProblem, LimitFacts } from './limit-facts.ts';

/** Facts with everything that a limit has to state. */
export interface CompleteFacts extends LimitFacts {
  readonly id: string;
  readonly portal: PortalId;
  readonly plane: string;
  readonly title: string;
  readonly experiment: readonly string[];
  readonly reference: string;
  readonly status: LimitMeta['status'];
  readonly derivedBy: LimitMeta['derivedBy'];
  readonly signature: LimitMeta['signature'];
  readonly lifetime: LimitMeta['lifetime'];
  readonly confidence: NonNullable<LimitFacts['confidence']>;
  readonly massRange: readonly [number, number];
  readonly method: LimitMeta['provenance']['method'];
  readonly from: LimitMeta['provenance']['from'];
}

/** Facts that a person has to state: nothing else says them. */
const STATED = {
  plane: 'the plane of the result, an id of planes/',
  title: 'what was sought and how, in a few words',
  reference: 'key, arXiv number or DOI of the paper, or none-known',
  status: LimitMeta.shape.status.options.join(', '),
  derivedBy: LimitMeta.shape.derivedBy.options.join(', '),
  signature: LimitMeta.shape.signature.options.join(', '),
  confidence: 'the confidence level the paper states, for instance 0.9, or not-stated',
  massRange: 'the range of masses the paper states [GeV], for instance 0.02..10.2',
  method: LimitMeta.shape.provenance.shape.method.options.join(', '),
} as const satisfies Partial<Record<keyof LimitFacts, string>>;

/**
 * Adds to the facts what follows from the plane, the numbers and the paper with certainty, and looks
 * at what a person stated.
 * @param dataset the numbers, or undefined while they are not understood: what follows from them is left open then
 * @param pasted records given as BibTeX
 * @returns the facts and what was concluded, in words; or everything that is wrong or missing
 */
export function completeFacts(
  facts: LimitFacts,
  dataset: Pick<Dataset, 'shape' | 'value'> | undefined,
  files: readonly string[],
  context: DraftContext,
  pasted: readonly Reference[] = [],
):
  | { readonly facts: CompleteFacts; readonly assumed: readonly string[] }
  | { readonly problems: readonly FactProblem[] } {
  const problems = [
    ...listMissing(facts, dataset?.shape),
    ...listUnknown(facts, context),
    ...listWrong(facts),
  ];
  const assumed: string[] = [];
  const plane = context.planes.get(facts.plane ?? '');
  const portal = facts.portal ?? concludePortal(plane, problems, assumed);
  const reference = resolve('reference', facts, context, pasted, problems);
  const data = resolve('data', facts, context, pasted, problems);
  const excludes =
    facts.excludes ?? concludeSide(facts, dataset, plane, context, problems, assumed);
  const lifetime = facts.lifetime ?? concludeLifetime(facts, problems, assumed);
  const sqrtS = facts.sqrtS ?? concludeSqrtS(facts, context, assumed);
  const id = facts.id ?? proposeId(facts, reference, problems, assumed);
  if (id !== undefined) problems.push(...judgeId(id, context));
  const from = completeSource(facts, reference, files, assumed);
  if (problems.length > 0) return { problems };
  return {
    facts: {
      ...(facts as CompleteFacts),
      ...(id === undefined ? {} : { id }),
      ...(portal === undefined ? {} : { portal }),
      reference: reference?.key ?? 'none-known',
      data: data?.key,
      excludes,
      ...(lifetime === undefined ? {} : { lifetime }),
      sqrtS,
      from,
      experiment: facts.experiment ?? [],
    },
    assumed,
  };
}

function* listMissing(facts: LimitFacts, shape?: Dataset['shape']): Generator<FactProblem> {
  for (const [fact, expected] of Object.entries(STATED)) {
    const value = facts[fact as keyof typeof STATED];
    if (value !== undefined && value !== '') continue;
    yield { fact: fact as keyof typeof STATED, found: 'nothing', expected, fix: 'state it' };
  }
  const isOfNobody = facts.derivedBy === 'compilation' || facts.status === 'target';
  if ((facts.experiment ?? []).length === 0 && !isOfNobody) {
    yield {
      fact: 'experiment',
      found: 'nothing',
      expected: 'whose data it is, an id of experiments/',
      fix: 'state it; only compilations and targets have none',
    };
  }
  if (facts.method === 'digitised' && facts.figure === undefined) {
    yield {
      fact: 'figure',
      found: 'nothing, for numbers read off a figure',
      expected: 'the figure, for instance Fig. 4',
      fix: 'state it',
    };
  }
  if (facts.status === 'observed' && (shape === 'band' || shape === 'line')) {
    yield {
      fact: 'status',
      found: `observed, for a ${shape}`,
      expected: 'favoured or target: a band and a line exclude nothing',
      fix: 'correct the status, or the shape of the numbers',
    };
  }
}

function* listUnknown(facts: LimitFacts, context: DraftContext): Generator<FactProblem> {
  const look = function* (
    fact: FactProblem['fact'],
    kind: 'planes' | 'experiments' | 'limits' | 'methods' | 'searches',
    ids: readonly string[] = [],
  ): Generator<FactProblem> {
    for (const id of ids) {
      if (context[kind].has(id)) continue;
      const near = suggest(id, context[kind].keys());
      yield {
        fact,
        found: `"${id}", which is not in ${kind}/`,
        expected: near === undefined ? `an id of ${kind}/` : `did you mean "${near}"?`,
        fix:
          near === undefined
            ? `add the entry to ${kind}/ first, or correct the id`
            : `write ${near}`,
      };
    }
  };
  if (facts.plane !== undefined && facts.plane !== '')
    yield* look('plane', 'planes', [facts.plane]);
  yield* look('experiment', 'experiments', facts.experiment);
  yield* look(
    'supersedes',
    'limits',
    facts.supersedes?.map(({ limit }) => limit),
  );
  yield* look('methods', 'methods', facts.searchFacts?.methods);
  yield* look('follows', 'searches', facts.searchFacts?.follows);
}

/** What the schema of a limit says of the facts that it has as they are. */
function* listWrong(facts: LimitFacts): Generator<FactProblem> {
  const { shape } = LimitMeta;
  const stated = {
    ...shape,
    sqrtS: shape.sqrtS.unwrap().shape.value,
    method: shape.provenance.shape.method,
  };
  for (const fact of [
    'title',
    'status',
    'derivedBy',
    'excludes',
    'signature',
    'lifetime',
    'channels',
    'confidence',
    'exposure',
    'sqrtS',
    'massRange',
    'method',
    'supersedes',
    'unverified',
    'notes',
    'year',
  ] as const) {
    const value = facts[fact];
    if (value === undefined || value === '') continue;
    const parsed = stated[fact].safeParse(value);
    if (parsed.success) continue;
    yield {
      fact,
      found: typeof value === 'string' ? `"${value}"` : JSON.stringify(value),
      expected: parsed.error.issues.map(({ message }) => message).join('; '),
      fix: 'correct it',
    };
  }
}

function concludePortal(
  plane: PlaneEntry | undefined,
  problems: FactProblem[],
  assumed: string[],
): PortalId | undefined {
  if (plane === undefined) return undefined;
  const [portal, ...others] = plane.portals;
  if (others.length === 0) {
    assumed.push(`portal: ${String(portal)}, that of the plane`);
    return portal;
  }
  problems.push({
    fact: 'portal',
    found: 'nothing, on a plane of several portals',
    expected: plane.portals.join(' or '),
    fix: 'state it',
  });
  return undefined;
}

function resolve(
  fact: 'reference' | 'data',
  facts: LimitFacts,
  { references }: DraftContext,
  pasted: readonly Reference[],
  problems: FactProblem[],
): Reference | undefined {
  const query = facts[fact];
  if (query === undefined || query === '' || query === 'none-known') return undefined;
  const found = findReference(query, references, pasted);
  if (found === undefined) problems.push(describeMissingReference(fact, query, references, pasted));
  return found;
}

/** Shapes where a side has to be stated. */
const ONE_SIDED: ReadonlySet<Dataset['shape']> = new Set(['one-sided', 'points', 'grid']);

/** Kinds of experiment whose curves exclude what is stronger: more coupling, more signal. */
const COUNTING: ReadonlySet<string> = new Set(['ee-collider', 'hadron-collider', 'meson-decay']);

function concludeSide(
  { experiment = [] }: LimitFacts,
  dataset: Pick<Dataset, 'shape' | 'value'> | undefined,
  plane: PlaneEntry | undefined,
  { quantities, experiments }: DraftContext,
  problems: FactProblem[],
  assumed: string[],
): 'above' | 'below' | undefined {
  if (dataset === undefined || !ONE_SIDED.has(dataset.shape) || plane === undefined)
    return undefined;
  const law = findColumnLaw(dataset.value, plane.y.quantity, quantities, plane.parameters);
  const isCounting =
    experiment.length > 0 &&
    experiment.every((id) => COUNTING.has(experiments.get(id)?.kind ?? ''));
  if (law === undefined || !isCounting) {
    problems.push({
      fact: 'excludes',
      found: 'nothing',
      expected:
        'above or below: the side of the curve that is excluded, in the quantity of the file',
      fix: 'state it',
    });
    return undefined;
  }
  const side = law.power > 0 ? 'above' : 'below';
  assumed.push(`excludes: ${side} the curve, where there would be more signal`);
  return side;
}

function concludeLifetime(
  { signature }: LimitFacts,
  problems: FactProblem[],
  assumed: string[],
): LimitMeta['lifetime'] | undefined {
  if (signature === undefined) return undefined;
  const lifetime = { displaced: 'displaced', indirect: 'any', mixed: 'any' } as const;
  if (signature in lifetime) {
    const concluded = lifetime[signature as keyof typeof lifetime];
    assumed.push(`lifetime: ${concluded}, as the signature says`);
    return concluded;
  }
  problems.push({
    fact: 'lifetime',
    found: 'nothing',
    expected: `${LimitMeta.shape.lifetime.options.join(', ')}: what the search assumed`,
    fix: 'state it',
  });
  return undefined;
}

/** The energy of a machine that ran at one energy only [GeV]. */
function concludeSqrtS(
  { experiment = [] }: LimitFacts,
  { experiments, facilities }: DraftContext,
  assumed: string[],
): number | undefined {
  const ranges = experiment.map(
    (id) => facilities.get(experiments.get(id)?.facility ?? '')?.sqrtSGeV,
  );
  const [from, to] = ranges.length === 1 ? (ranges[0] ?? []) : [];
  if (from === undefined || from !== to) return undefined;
  assumed.push(`sqrtS: ${String(from)} GeV, the energy of the machine`);
  return from;
}

const ID_ENDINGS: Partial<Record<LimitMeta['status'], string>> = {
  projected: '-projection',
  expected: '-expected',
};

/** An id as others have it: `<experiment>-<year>-<what>`. */
function proposeId(
  facts: LimitFacts,
  reference: Reference | undefined,
  problems: FactProblem[],
  assumed: string[],
): string | undefined {
  const { experiment = [], plane, status, year } = facts;
  const [first] = experiment;
  const when = reference?.year ?? year;
  if (plane === undefined) return undefined;
  if (first === undefined || when === undefined) {
    // Said already where the experiment or the paper is missing.
    const isWanted = first !== undefined && facts.reference === 'none-known';
    const isNameless = first === undefined && reference !== undefined;
    if (!isWanted && !isNameless) return undefined;
    problems.push({
      fact: 'id',
      found: 'nothing, and no experiment or year to make it of',
      expected: 'an id like babar-2014-dark-photon: experiment, year and what it is',
      fix: 'state it; it becomes the address of the page',
    });
    return undefined;
  }
  const id = `${first}-${String(when)}-${plane}${ID_ENDINGS[status ?? 'observed'] ?? ''}`;
  assumed.push(`id: ${id}`);
  return id;
}

function* judgeId(id: string, { limits }: DraftContext): Generator<FactProblem> {
  if (!Id.safeParse(id).success) {
    yield {
      fact: 'id',
      found: `"${id}"`,
      expected: 'a-z, 0-9 and single hyphens, like babar-2014-dark-photon',
      fix: 'correct it; it becomes the address of the page',
    };
  } else if (limits.has(id)) {
    yield {
      fact: 'id',
      found: `"${id}", which is there already`,
      expected: 'an id of its own: nothing is overwritten',
      fix: 'state another id; if it is the same result, edit its files instead',
    };
  }
}

/** Where the numbers came from; what nobody said is written as such. */
function completeSource(
  { from = {}, figure, method }: LimitFacts,
  reference: Reference | undefined,
  files: readonly string[],
  assumed: string[],
): LimitMeta['provenance']['from'] {
  const paper = reference?.eprint === undefined ? reference?.key : `arXiv:${reference.eprint}`;
  const where = [method === 'digitised' ? figure : undefined, paper].filter(Boolean).join(' of ');
  const defaults = {
    name: where === '' ? 'the file contributed with this limit' : where,
    path: files.join(', '),
    revision: 'as contributed',
    licence: 'none stated',
  };
  for (const [key, value] of Object.entries(defaults)) {
    if (from[key as keyof typeof defaults] === undefined)
      assumed.push(`provenance.from.${key}: ${value}`);
  }
  return { ...defaults, ...from };
}
