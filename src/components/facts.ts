import type {
  Catalogue,
  ExperimentEntry,
  Limit,
  PlaneEntry,
  SearchEntry,
} from '../core/catalogue.ts';
import {
  DERIVED_WORDS,
  formatConfidence,
  formatExposure,
  formatMassRange,
  formatNumber,
  formatQuantity,
  formatUnit,
  KIND_WORDS,
  SHAPE_WORDS,
  STATUS_WORDS,
} from './format.ts';
import { referencePath } from './list-pages.ts';
import { referenceOf, relate } from './relations.ts';

/** One line of a facts box. */
export interface Fact {
  readonly label: string;
  readonly items: readonly FactItem[];
  /** True when the statement could not be confirmed from the paper. */
  readonly unverified?: boolean;
}

/** A word or two, possibly a link; text may hold maths between dollars. */
export interface FactItem {
  readonly text: string;
  readonly path?: string;
}

type Shared = Pick<
  Limit,
  'experiment' | 'reference' | 'exposure' | 'sqrtS' | 'confidence' | 'signature'
>;

/** Facts of a search, in the order a reader asks for them. */
export function listSearchFacts(search: SearchEntry, catalogue: Catalogue): Fact[] {
  return present([
    ...sharedFacts(search, catalogue),
    fact('Final state', [{ text: search.finalState }]),
    search.massRange && fact('Mass range', [{ text: formatMassRange(search.massRange) }]),
    linkFact('Methods', search.methods, 'methods', catalogue),
    linkFact('Follows', search.follows, 'searches', catalogue),
    linkFact(
      'Followed by',
      (relate(catalogue).followersOf.get(search.id) ?? []).map(({ id }) => id),
      'searches',
      catalogue,
    ),
  ]);
}

/** Facts of a limit. */
export function listLimitFacts(limit: Limit, catalogue: Catalogue): Fact[] {
  const plane = catalogue.planes.get(limit.plane);
  return present([
    ...sharedFacts(limit, catalogue),
    fact('Result', [{ text: `${STATUS_WORDS[limit.status]}, ${SHAPE_WORDS[limit.shape]}` }]),
    fact('Derived by', [{ text: DERIVED_WORDS[limit.derivedBy] }]),
    fact('Mass range', [{ text: formatMassRange(limit.massRange) }]),
    limit.channels.length > 0 ? fact('Channels', [{ text: limit.channels.join(', ') }]) : undefined,
    fact('Lifetime', [{ text: limit.lifetime }]),
    plane && fact('Plane', [{ text: plane.title, path: `/planes/${plane.id}/` }]),
    limit.alsoOn.length > 0
      ? fact(
          'Holds also on',
          limit.alsoOn.map((other) => ({
            text: catalogue.planes.get(other.plane)?.title ?? other.plane,
            path: `/planes/${other.plane}/`,
          })),
        )
      : undefined,
    limit.search === undefined
      ? undefined
      : linkFact('Search', [limit.search], 'searches', catalogue),
    limit.gaps.length > 0
      ? fact(
          'Left out',
          limit.gaps.map((gap) => ({
            text: `${formatMassRange([gap.from, gap.to])} (${gap.why})`,
          })),
        )
      : undefined,
  ]);
}

/** Facts of an experiment. */
export function listExperimentFacts(experiment: ExperimentEntry, catalogue: Catalogue): Fact[] {
  const facility =
    experiment.facility === undefined ? undefined : catalogue.facilities.get(experiment.facility);
  return present([
    fact('Kind', [{ text: KIND_WORDS[experiment.kind] ?? experiment.kind }]),
    facility && fact('Machine', [{ text: facility.name, path: `/facilities/#${facility.id}` }]),
    experiment.place === undefined ? undefined : fact('Place', [{ text: experiment.place }]),
    facility?.sqrtSGeV && fact('Energy', [{ text: formatEnergy(facility.sqrtSGeV) }]),
    experiment.future ? fact('Status', [{ text: 'proposed or under construction' }]) : undefined,
    fact(
      'Papers',
      experiment.references.map((key) => ({ text: key, path: referencePath(key, catalogue) })),
    ),
  ]);
}

function sharedFacts(entry: Shared, catalogue: Catalogue): (Fact | undefined)[] {
  const reference = referenceOf(entry, catalogue);
  const confidence = entry.confidence;
  return [
    linkFact('Experiment', entry.experiment, 'experiments', catalogue),
    fact('Paper', [
      reference === undefined
        ? { text: 'none known' }
        : {
            text: reference.eprint === undefined ? reference.key : `arXiv:${reference.eprint}`,
            path: referencePath(reference.key, catalogue),
          },
    ]),
    entry.sqrtS &&
      fact('Energy', [{ text: `$\\sqrt{s}$ = ${formatQuantity(entry.sqrtS.value, 'GeV', 5)}` }]),
    entry.exposure && {
      ...fact('Exposure', [{ text: formatExposure(entry.exposure) }]),
      unverified: !entry.exposure.verified,
    },
    {
      ...fact('Confidence', [{ text: describeConfidence(confidence) }]),
      unverified: confidence !== 'not-stated' && !confidence.verified,
    },
    fact('Signature', [{ text: entry.signature }]),
  ];
}

function describeConfidence(confidence: Limit['confidence']): string {
  if (confidence === 'not-stated') return 'level not stated';
  const method = confidence.method === undefined ? '' : `, ${confidence.method}`;
  return `${formatConfidence(confidence)} CL${method}`;
}

const formatEnergy = ([from, to]: readonly [number, number]): string =>
  from === to ? formatQuantity(from, 'GeV', 5) : `${String(from)}–${String(to)} GeV`;

const fact = (label: string, items: readonly FactItem[]): Fact => ({ label, items });

function linkFact(
  label: string,
  ids: readonly string[],
  kind: 'experiments' | 'searches' | 'methods',
  catalogue: Catalogue,
): Fact | undefined {
  if (ids.length === 0) return undefined;
  return fact(
    label,
    ids.map((id) => {
      const entry = catalogue[kind].get(id);
      const text = entry === undefined ? id : 'title' in entry ? entry.title : entry.name;
      return { text, path: `/${kind}/${id}/` };
    }),
  );
}

/** Facts with something to say. */
const present = (facts: readonly (Fact | undefined)[]): Fact[] =>
  facts.filter((entry) => entry !== undefined).filter(({ items }) => items.length > 0);

/** Facts of a plane. */
export function listPlaneFacts(plane: PlaneEntry, catalogue: Catalogue): Fact[] {
  const model = catalogue.models.get(plane.model);
  const axis = (id: string): FactItem => {
    const quantity = catalogue.quantities.get(id);
    const unit =
      quantity === undefined || quantity.unit === '1' ? '' : ` [${formatUnit(quantity.unit)}]`;
    return { text: quantity === undefined ? id : `${quantity.name}, $${quantity.symbol}$${unit}` };
  };
  const parameters = Object.entries(plane.parameters);
  return present([
    fact('Model', [
      model === undefined
        ? { text: 'model independent' }
        : { text: model.title, path: `/models/${model.id}/` },
    ]),
    fact('Horizontal', [axis(plane.x.quantity)]),
    fact('Vertical', [axis(plane.y.quantity)]),
    fact('Decays', [{ text: plane.scenario.decays }]),
    fact('Branching', [{ text: plane.scenario.branching }]),
    plane.nature === undefined
      ? undefined
      : fact('Nature', [{ text: plane.nature === 'dirac' ? 'Dirac' : 'Majorana' }]),
    plane.flavour === undefined
      ? undefined
      : fact('Flavour', [{ text: FLAVOUR_WORDS[plane.flavour] }]),
    fact(
      'Fixed',
      parameters.map(([name, value]) => ({
        text: `${PARAMETER_WORDS[name] ?? name} = ${formatNumber(value)}`,
      })),
    ),
  ]);
}

const FLAVOUR_WORDS = { e: 'electron', mu: 'muon', tau: 'tau' } as const;

const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  alphaD: '$\\alpha_D$',
  massRatio: '$m_{A^\\prime}/m_\\chi$',
};
