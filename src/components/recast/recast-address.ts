import { suggest } from '../../core/lint/suggest.ts';
import {
  FERMIONS,
  findVectorModel,
  makeVectorModel,
  mapFermions,
  NO_CHARGES,
  VECTOR_MODELS,
  type VectorCharges,
  type VectorModel,
} from '../../core/physics/vector-models.ts';
import { readNumber } from '../../core/query/read-points.ts';
import { RECAST_KINDS, type RecastKind } from '../../core/recast/build-recast-figure.ts';
import type { RecastOptions } from '../../core/recast/recast-limit.ts';

/** What a reader chose: a boson, how it decays, and which searches are carried over to it. */
export interface RecastState {
  /** Id of a model, or `own`. */
  readonly model: string;
  /** Of the boson of the reader's own; those of the model shown last otherwise. */
  readonly charges: VectorCharges;
  readonly kind: RecastKind;
  readonly decays: RecastOptions['decays'];
  readonly loops: boolean;
}

/** Stands for charges of the reader's own. */
export const OWN = 'own';

const FIRST = 'b-minus-l';
export const FIRST_STATE: RecastState = {
  model: FIRST,
  charges: findVectorModel(FIRST)?.charges ?? NO_CHARGES,
  kind: 'visible',
  decays: 'standard',
  loops: true,
};

/** Version of the addresses written here; of those of the figure's view there is another, `v`. */
const VERSION = '1';
const LONGEST = 8000;
const LONGEST_QUOTE = 40;
/** Charges within these make sense of a coupling. */
const LARGEST = 100;
const SMALLEST = 1e-6;

/** Keys of an address that are of this page; those of the figure's view are its own. */
export const RECAST_KEYS: ReadonlySet<string> = new Set([
  'recast',
  'model',
  'limits',
  'decays',
  'loops',
  ...FERMIONS,
]);

/** The boson of a state. */
export const modelOf = ({ model, charges }: RecastState): VectorModel =>
  findVectorModel(model) ?? makeVectorModel(charges);

/** The state as a query, empty for the one the page starts with: `recast=1&model=own&e=-1&u=0.333`. */
export function encodeRecast({ model, charges, kind, decays, loops }: RecastState): string {
  const parts = [
    ...(model === FIRST ? [] : [`model=${model}`]),
    ...(model === OWN
      ? FERMIONS.flatMap((one) => (charges[one] === 0 ? [] : [`${one}=${String(charges[one])}`]))
      : []),
    ...(kind === 'visible' ? [] : [`limits=${kind}`]),
    ...(decays === 'standard' ? [] : [`decays=${decays}`]),
    ...(loops ? [] : ['loops=off']),
  ];
  return parts.length === 0 ? '' : [`recast=${VERSION}`, ...parts].join('&');
}

/**
 * The state behind the query of an address. Whatever is broken, unknown or hostile is left out and said, one
 * sentence each.
 */
export function decodeRecast(search: string): {
  readonly state: RecastState;
  readonly faults: readonly string[];
} {
  const text = search.replace(/^\?/u, '');
  if (text.length > LONGEST)
    return { state: FIRST_STATE, faults: ['The link is too long to be one of this site.'] };
  const asked = new URLSearchParams(text);
  const isOurs = [...asked.keys()].some((key) => RECAST_KEYS.has(key));
  const version = asked.get('recast') ?? VERSION;
  if (!isOurs) return { state: FIRST_STATE, faults: [] };
  if (version !== VERSION)
    return {
      state: FIRST_STATE,
      faults: [`The link is of version ${quote(version)}; version ${VERSION} is read here.`],
    };
  const faults: string[] = [];
  const choose = <T extends string>(key: string, choices: readonly T[], usual: T): T => {
    const value = asked.get(key);
    const found = choices.find((one) => one === value);
    if (value !== null && found === undefined)
      faults.push(`The link has ${key}=${quote(value)}; expected ${choices.join(' or ')}.`);
    return found ?? usual;
  };
  const model = readModel(asked, faults);
  const decays = choose('decays', ['standard', 'dark'], 'standard');
  const kind = choose('limits', RECAST_KINDS, decays === 'dark' ? 'invisible' : 'visible');
  if (decays === 'dark' && kind === 'visible')
    faults.push('A boson that decays to a dark sector is not visible; invisible limits are shown.');
  return {
    state: {
      model,
      charges: findVectorModel(model)?.charges ?? readCharges(asked, faults),
      kind: decays === 'dark' ? 'invisible' : kind,
      decays,
      loops: choose('loops', ['on', 'off'], 'on') === 'on',
    },
    faults,
  };
}

function readModel(asked: URLSearchParams, faults: string[]): string {
  const model = asked.get('model');
  if (model === null) return FERMIONS.some((one) => asked.has(one)) ? OWN : FIRST;
  const ids = [...VECTOR_MODELS.map(({ id }) => id), OWN];
  if (ids.includes(model)) return model;
  const near = suggest(model.slice(0, LONGEST_QUOTE), ids);
  const hint = near === undefined ? `the models are ${ids.join(', ')}` : `did you mean ${near}?`;
  faults.push(`There is no model ${quote(model)}; ${hint}`.replace(/(?<![?])$/u, '.'));
  return FIRST;
}

function readCharges(asked: URLSearchParams, faults: string[]): VectorCharges {
  return mapFermions((fermion) => {
    const text = asked.get(fermion);
    const value = text === null ? 0 : readCharge(text);
    if (typeof value === 'number') return value;
    faults.push(`The charge of ${fermion} is ${quote(text ?? '')}; ${value.expected}.`);
    return 0;
  });
}

/** A charge as typed, or what was expected; a fraction like 1/3 is one. */
export function readCharge(text: string): number | { readonly expected: string } {
  const [top = '', bottom, ...rest] = text.trim().replaceAll('−', '-').split('/');
  const divisor = bottom === undefined ? 1 : readNumber(bottom);
  const number = readNumber(top);
  const isNumber = number !== undefined && divisor !== undefined && rest.length === 0;
  const value = isNumber ? number / divisor : NaN;
  const size = Math.abs(value);
  if (value === 0) return 0;
  return size >= SMALLEST && size <= LARGEST
    ? Number(value.toPrecision(8))
    : { expected: 'expected zero or a number between 0.000001 and 100, with either sign' };
}

const quote = (text: string): string =>
  `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
