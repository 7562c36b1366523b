import { isProblem, readPositive } from './decay-numbers.ts';
import { MACHINES } from './model-facts.ts';

/** What a reader asks, as it stands in the form and in the address: numbers as typed. */
export interface CalculatorState {
  /** Id of a decay model: that of the page, or of one of its variants. */
  readonly variant: string;
  /** [GeV] */
  readonly mass: string;
  /** [its own unit] */
  readonly coupling: string;
  /** Id of a machine, or `own` for a boost of the reader's own. */
  readonly machine: string;
  readonly boost: string;
}

/** Stands for a boost of the reader's own. */
export const OWN_BOOST = 'own';

const KEYS = ['variant', 'mass', 'coupling', 'machine', 'boost'] as const;
const LONGEST = 40;

export interface Offer {
  /** Ids that can be asked for. */
  readonly variants: readonly string[];
  /** False where the particle is not made with a photon, so that there is a boost only. */
  readonly hasMachines: boolean;
}

/** The question of an address; what cannot be understood is said, and keeps its usual value. */
export function readCalculator(
  query: string,
  usual: CalculatorState,
  { variants, hasMachines }: Offer,
): {
  readonly state: CalculatorState;
  readonly faults: readonly string[];
  readonly isAsked: boolean;
} {
  const given = new URLSearchParams(query);
  const faults: string[] = [];
  const choose = (name: 'variant' | 'machine', options: readonly string[]): string => {
    const text = given.get(name);
    if (text === null) return usual[name];
    if (options.includes(text)) return text;
    faults.push(`${name} is “${shorten(text)}”; expected ${options.join(' or ')}.`);
    return usual[name];
  };
  const machines = hasMachines ? [...MACHINES.map(({ id }) => id), OWN_BOOST] : [OWN_BOOST];
  const short = choose('variant', variants.map(shortenVariant));
  const state: CalculatorState = {
    variant: variants.find((id) => shortenVariant(id) === short) ?? usual.variant,
    // A wrong number stays where it is: the answer says what is wrong with it.
    mass: shorten(given.get('mass') ?? usual.mass),
    coupling: shorten(given.get('coupling') ?? usual.coupling),
    machine: choose('machine', machines),
    boost: shorten(given.get('boost') ?? usual.boost),
  };
  return { state, faults, isAsked: KEYS.some((name) => given.has(name)) };
}

/** The query that asks the same question; what plays no part is left out. */
export function writeCalculator(state: CalculatorState, { variants, hasMachines }: Offer): string {
  const query = new URLSearchParams();
  if (variants.length > 1) query.set('variant', shortenVariant(state.variant));
  query.set('mass', state.mass);
  query.set('coupling', state.coupling);
  if (hasMachines) query.set('machine', state.machine);
  if (state.machine === OWN_BOOST) query.set('boost', state.boost);
  return `?${query.toString()}`;
}

/** The part of an id after its model. */
const shortenVariant = (id: string): string => id.split('/').at(-1) ?? id;

const shorten = (text: string): string => text.trim().slice(0, LONGEST);

/** Position of a number on a slider of a thousand steps, equal in its logarithm. */
export const SLIDER_STEPS = 1000;
export function findStep([from, to]: readonly [number, number], text: string): number {
  const value = readPositive('mass', text);
  if (isProblem(value)) return 0;
  const fraction = Math.log(value / from) / Math.log(to / from);
  return Math.round(Math.min(1, Math.max(0, fraction)) * SLIDER_STEPS);
}

/** The number at a position of a slider, as it would be typed: three digits, never outside the slider. */
export function writeStep([from, to]: readonly [number, number], step: number): string {
  const value = from * (to / from) ** (step / SLIDER_STEPS);
  if (step <= 0) return writeNumber(from, Math.ceil);
  if (step >= SLIDER_STEPS) return writeNumber(to, Math.floor);
  return writeNumber(value, Math.round);
}

/** Three digits, rounded so that an end of a range stays inside it. */
function writeNumber(value: number, round: (value: number) => number): string {
  const exponent = Math.floor(Math.log10(value) + 1e-12);
  const digits = round(Number(((value / 10 ** exponent) * 1e2).toPrecision(12))) / 1e2;
  const written = Number(`${String(digits)}e${String(exponent)}`);
  return written >= 1e-2 && written < 1e4 ? String(written) : written.toExponential();
}
