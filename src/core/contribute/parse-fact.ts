import { ExposureUnit } from '../schema/index.ts';
import type { FactProblem, LimitFacts, SearchFacts } from './limit-facts.ts';

/** A fact as a person writes it in a flag, a prompt or a form. */
export type FactName =
  | Exclude<keyof LimitFacts, 'from' | 'searchFacts'>
  | keyof typeof SOURCE_FACTS
  | keyof typeof SEARCH_FACTS;

/** Facts about where the numbers came from, and their keys in `from`. */
export const SOURCE_FACTS = {
  sourceName: 'name',
  sourcePath: 'path',
  revision: 'revision',
  licence: 'licence',
} as const satisfies Readonly<Record<string, keyof NonNullable<LimitFacts['from']>>>;

/** Facts of a new page of a search, and their keys there. */
export const SEARCH_FACTS = {
  searchTitle: 'title',
  process: 'process',
  finalState: 'finalState',
  methods: 'methods',
  background: 'backgrounds',
  limitation: 'limitations',
  follows: 'follows',
  introduction: 'introduction',
  methodText: 'methodText',
  resultText: 'resultText',
} as const satisfies Readonly<Record<string, keyof SearchFacts>>;

/** Facts that are several: ids and words apart by commas, or sentences, each given on its own. */
export const LISTS: ReadonlySet<string> = new Set([
  'experiment',
  'channels',
  'methods',
  'follows',
  'supersedes',
]);
export const SENTENCES: ReadonlySet<string> = new Set(['background', 'limitation', 'unverified']);

const NUMBERS: ReadonlySet<string> = new Set(['sqrtS', 'year']);

/**
 * The facts with one more, read from what a person wrote; or what is wrong with it.
 * @param texts what was written: several only for sentences
 */
export function readFact(
  facts: LimitFacts,
  name: FactName,
  texts: readonly string[],
): LimitFacts | { readonly problem: FactProblem } {
  const value = readValue(
    name,
    texts.map((text) => text.trim()).filter((text) => text !== ''),
  );
  if (typeof value === 'object' && 'expected' in value) {
    const fix = 'correct it';
    const fact = name as FactProblem['fact'];
    return { problem: { fact, found: `"${texts.join(', ')}"`, expected: value.expected, fix } };
  }
  if (name in SOURCE_FACTS) {
    const key = SOURCE_FACTS[name as keyof typeof SOURCE_FACTS];
    return { ...facts, from: { ...facts.from, [key]: value } };
  }
  if (name in SEARCH_FACTS) {
    const key = SEARCH_FACTS[name as keyof typeof SEARCH_FACTS];
    return { ...facts, searchFacts: { ...facts.searchFacts, [key]: value } };
  }
  return { ...facts, [name]: value };
}

type Value = string | number | readonly unknown[] | object;

function readValue(
  name: FactName,
  texts: readonly string[],
): Value | { readonly expected: string } {
  const text = texts.at(-1) ?? '';
  if (SENTENCES.has(name)) return texts;
  if (LISTS.has(name)) {
    const items = texts
      .flatMap((part) => part.split(','))
      .map((item) => item.trim())
      .filter(Boolean);
    return name === 'supersedes' ? items.map((limit) => ({ limit, as: 'update' })) : items;
  }
  if (NUMBERS.has(name)) return readNumber(text) ?? { expected: 'a number' };
  if (name === 'confidence') return readConfidence(text);
  if (name === 'massRange') return readRange(text);
  if (name === 'exposure') return readExposure(text);
  return text;
}

const readNumber = (text: string): number | undefined =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;

/** `0.9`, `90%`, `0.9 CLs` or `not-stated`. */
function readConfidence(text: string): Value | { readonly expected: string } {
  if (text.replace(' ', '-') === 'not-stated') return 'not-stated';
  const [, number = '', percent, method = ''] = /^([\d.]+)\s*(%?)\s*(.*)$/.exec(text) ?? [];
  const value = readNumber(number);
  const level = value === undefined || percent === '' ? value : value / 100;
  if (level === undefined || level <= 0.5 || level >= 1)
    return { expected: 'a level like 0.9 or 90%, or not-stated' };
  return { level, ...(method === '' ? {} : { method }) };
}

/** `0.02..10.2`, also with a dash, a comma or `to` between the ends [GeV]. */
function readRange(text: string): Value | { readonly expected: string } {
  const parts = text.replace(/\s*GeV$/, '').split(/\s*(?:\.\.|–|\bto\b|,|(?<![eE])-)\s*/);
  const ends = parts.map(readNumber);
  const [from, to] = ends;
  if (ends.length !== 2 || from === undefined || to === undefined || from > to)
    return { expected: 'two masses [GeV], the lower first, like 0.02..10.2' };
  return [from, to];
}

/** `514 fb^-1`, `1e16 POT`. */
function readExposure(text: string): Value | { readonly expected: string } {
  const [, number = '', unit = ''] = /^(\S+)\s+(\S.*)$/.exec(text) ?? [];
  const value = readNumber(number);
  if (value === undefined || value <= 0 || !ExposureUnit.safeParse(unit).success)
    return { expected: `a number and a unit (${ExposureUnit.options.join(', ')})` };
  return { value, unit };
}
