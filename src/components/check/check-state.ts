import type { Level, Scope } from '../../core/combine/inputs.ts';
import { LEVELS, SCOPES } from '../../core/combine/inputs.ts';
import { readNumber } from '../../core/query/read-points.ts';

/** Units a mass may be given in. */
export const MASS_UNITS = ['GeV', 'MeV'] as const;
export type MassUnit = (typeof MASS_UNITS)[number];

/** A question about a point, as it stands in the form and in the address. */
export interface CheckState {
  readonly plane: string;
  /** Digits as typed; empty when nothing is. */
  readonly mass: string;
  readonly unit: MassUnit;
  readonly value: string;
  readonly scope: Scope;
  readonly level: Level;
  readonly reinterpretations: boolean;
}

/** What a reader who comes without a question sees answered. */
export const EXAMPLE: CheckState = {
  plane: 'dark-photon-visible',
  // Not 1 GeV, which lies in the gap around the mass of the φ.
  mass: '0.5',
  unit: 'GeV',
  value: '1e-3',
  scope: 'laboratory',
  level: 'all',
  reinterpretations: true,
};

/**
 * The question in the query of an address. What cannot be understood is said, one sentence each, and
 * takes its usual value, so that a damaged link still leads somewhere.
 */
export function readState(
  query: string,
  planes: readonly string[],
): { readonly state: CheckState; readonly faults: readonly string[] } {
  const given = new URLSearchParams(query);
  const known = ['plane', 'mass', 'unit', 'value', 'scope', 'level', 'reinterpretations'];
  if (!known.some((name) => given.has(name))) return { state: EXAMPLE, faults: [] };
  const faults: string[] = [];
  const choose = <T extends string>(name: string, options: readonly T[], usual: T): T => {
    const text = given.get(name);
    if (text === null) return usual;
    const option = options.find((one) => one === text);
    if (option === undefined) {
      const expected = options.length > 4 ? 'one of the planes below' : options.join(' or ');
      faults.push(`${name} is “${shorten(text)}”; expected ${expected}.`);
    }
    return option ?? usual;
  };
  const number = (name: string): string => {
    const text = given.get(name) ?? '';
    if (text === '' || isPositive(text)) return text;
    faults.push(`${name} is “${shorten(text)}”; expected a positive number like 1.5e-3.`);
    return '';
  };
  const state: CheckState = {
    plane: choose('plane', planes, EXAMPLE.plane),
    mass: number('mass'),
    unit: choose('unit', MASS_UNITS, 'GeV'),
    value: number('value'),
    scope: choose('scope', SCOPES, 'laboratory'),
    level: choose('level', LEVELS, 'all'),
    reinterpretations: choose('reinterpretations', ['yes', 'no'], 'yes') === 'yes',
  };
  return { state, faults };
}

const isPositive = (text: string): boolean => (readNumber(text) ?? -1) > 0;

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The query of an address that asks the same question; usual choices are left out. */
export function writeState(state: CheckState): string {
  const { plane, mass, unit, value, scope, level, reinterpretations } = state;
  const query = new URLSearchParams({ plane });
  if (mass !== '') query.set('mass', mass);
  if (unit !== 'GeV') query.set('unit', unit);
  if (value !== '') query.set('value', value);
  if (scope !== 'laboratory') query.set('scope', scope);
  if (level !== 'all') query.set('level', level);
  if (!reinterpretations) query.set('reinterpretations', 'no');
  return `?${query.toString()}`;
}

/** The point of a question [GeV; the plane's quantity], or what is wrong with a number as typed. */
export function readPoint({
  mass,
  unit,
  value,
}: CheckState):
  | { readonly mass: number; readonly value: number }
  | { readonly missing: 'mass' | 'value'; readonly text: string } {
  const [massNumber, valueNumber] = [readNumber(mass), readNumber(value)];
  if (massNumber === undefined) return { missing: 'mass', text: mass };
  if (valueNumber === undefined) return { missing: 'value', text: value };
  return { mass: toGeV(massNumber, unit), value: valueNumber };
}

/** A mass in GeV; divided by 1000, which rounds once, rather than multiplied by 0.001. */
export const toGeV = (mass: number, unit: MassUnit): number =>
  unit === 'MeV' ? mass / 1000 : mass;
