import { cleanText } from '../figure/clean-text.ts';
import { isStrictNumber } from '../strict-number.ts';

/** What is said of a dependent variable. Numbers are texts with the digits to be written. */
export type Qualifier = readonly [
  name: string,
  value: string | { readonly digits: string },
  units?: string,
];

/** Keywords of a table, in the vocabulary of HEPData. */
export interface HepdataKeywords {
  readonly reactions?: readonly string[];
  readonly observables: readonly string[];
  /** Centre-of-mass energies, as digits [GeV]. */
  readonly cmenergies?: readonly string[];
  readonly phrases: readonly string[];
}

/** A column of a table of HEPData. */
export interface HepdataVariable {
  readonly name: string;
  readonly units?: string;
  readonly qualifiers?: readonly Qualifier[];
  /** Numbers with their digits, or words. */
  readonly values: readonly string[];
  readonly areWords?: boolean;
  /** Edges of the bins whose centres the values are. */
  readonly bins?: { readonly low: readonly string[]; readonly high: readonly string[] };
}

/** Longest name of a table, and longest place in a paper, that HEPData takes. */
export const NAME_LENGTH = 64;
export const LOCATION_LENGTH = 256;
/** Longest keyword and longest address. */
const KEYWORD_LENGTH = 128;

/** The first letters of a text. */
export const shorten = (text: string, length: number): string =>
  Array.from(cleanText(text)).slice(0, length).join('');

/** Text as a YAML literal: JSON's is one, and nothing ends it early. */
export const quote = (text: string): string => JSON.stringify(cleanText(text));

/** Numbers that readers of YAML 1.1 and 1.2 take as they are. */
const PLAIN = /^-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\d+\.\d+e[+-]\d+)$/u;

/**
 * A decimal number in a form that readers of YAML 1.1 take as a number too, every digit as it is: `1e-7`
 * becomes `1.0e-7`, `1.5e3` becomes `1.5e+3`, `.5` becomes `0.5`.
 */
export function writeYamlNumber(digits: string): string {
  if (PLAIN.test(digits)) return digits;
  if (!isStrictNumber(digits)) throw new Error(`"${digits}" is no decimal number.`);
  const match = /^([+-]?)(\d*)(\.?)(\d*)(?:[eE]([+-]?)(\d+))?$/u.exec(digits) ?? [];
  const [, sign = '', whole = '', point = '', fraction = '', powerSign = '', power] = match;
  const exponent = power === undefined ? '' : `e${powerSign === '' ? '+' : powerSign}${power}`;
  return `${sign}${whole === '' ? '0' : whole}.${point === '' ? '0' : fraction}${exponent}`;
}

/** Keywords as lines; a kind without a word is absent, and so is a word that is too long for HEPData. */
export function writeKeywords(keywords: HepdataKeywords): string[] {
  const { reactions = [], observables, cmenergies = [], phrases } = keywords;
  const words = (list: readonly string[]): string[] =>
    list.filter((word) => Array.from(word).length <= KEYWORD_LENGTH).map(quote);
  const lists: [string, string[]][] = [
    ['reactions', words(reactions)],
    ['observables', words(observables)],
    ['cmenergies', cmenergies.map(writeYamlNumber)],
    ['phrases', words(phrases)],
  ];
  return [
    'keywords:',
    ...lists
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => `- {name: ${name}, values: [${values.join(', ')}]}`),
  ];
}

/** The columns of a table as YAML, a line for each value. */
export const writeVariables = (
  independent: readonly HepdataVariable[],
  dependent: readonly HepdataVariable[],
): string =>
  [
    'independent_variables:',
    ...independent.flatMap(writeVariable),
    'dependent_variables:',
    ...dependent.flatMap(writeVariable),
    '',
  ].join('\n');

function writeVariable(variable: HepdataVariable): string[] {
  const { name, units, qualifiers = [], values } = variable;
  return [
    `- header: {name: ${quote(name)}${units === undefined ? '' : `, units: ${quote(units)}`}}`,
    ...(qualifiers.length === 0 ? [] : ['  qualifiers:', ...qualifiers.map(writeQualifier)]),
    // A table without a row still is one.
    ...(values.length === 0 ? ['  values: []'] : ['  values:', ...writeValues(variable)]),
  ];
}

function writeValues({ values, areWords = false, bins }: HepdataVariable): string[] {
  const write = areWords ? quote : writeYamlNumber;
  if (bins === undefined) return values.map((value) => `  - value: ${write(value)}`);
  return values.map(
    (value, i) =>
      `  - {value: ${write(value)}, low: ${write(bins.low[i] ?? '')}, high: ${write(bins.high[i] ?? '')}}`,
  );
}

const writeQualifier = ([name, value, units]: Qualifier): string =>
  `  - {name: ${quote(name)}, value: ${typeof value === 'string' ? quote(value) : writeYamlNumber(value.digits)}${units === undefined ? '' : `, units: ${quote(units)}`}}`;
