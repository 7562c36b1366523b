import type { LimitFacts, SearchFacts } from '../../core/contribute/limit-facts.ts';
import type { Answers, FieldName } from './fields.ts';
import { SEARCH_FIELDS } from './fields.ts';

/** What is wrong with an answer by itself. */
export interface AnswerFault {
  readonly field: FieldName;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/**
 * The answers of the form as facts. What cannot be read is left out and said; what is not answered is
 * absent, as in the questions of `npm run new`.
 */
export function readAnswers(
  answers: Answers,
  plane: string,
): { readonly facts: LimitFacts; readonly faults: readonly AnswerFault[] } {
  const faults: AnswerFault[] = [];
  const text = (field: FieldName): string | undefined => {
    const answer = answers[field]?.trim() ?? '';
    return answer === '' ? undefined : answer;
  };
  const read = <T>(
    field: FieldName,
    parse: (text: string) => T | undefined,
    expected: string,
  ): T | undefined => {
    const answer = text(field);
    if (answer === undefined) return undefined;
    const value = parse(answer);
    if (value === undefined)
      faults.push({ field, found: `“${answer.slice(0, 60)}”`, expected, fix: 'correct it' });
    return value;
  };
  // Words of choices are taken as they are: the schema of a limit judges them.
  const exposure = read('exposure', readNumber, 'a number, for instance 514');
  const exposureUnit = text('exposureUnit') as
    NonNullable<LimitFacts['exposure']>['unit'] | undefined;
  if (exposure !== undefined && exposureUnit === undefined)
    faults.push({
      field: 'exposureUnit',
      found: 'nothing',
      expected: 'the unit of the exposure',
      fix: 'choose it',
    });
  const from = {
    ...optional('name', text('sourceName')),
    ...optional('revision', text('revision')),
    ...optional('licence', text('licence')),
  };
  const supersedes = text('supersedes');
  const [experiment, other] = [text('experiment'), text('otherExperiment')];
  const experiments =
    experiment === 'none' ? [] : [experiment, other].filter((id) => id !== undefined);
  const searchFacts = readSearchFacts(answers, text);
  const facts: LimitFacts = {
    ...optional('id', text('id')),
    ...optional('title', text('title')),
    ...(plane === '' ? {} : { plane }),
    ...optional('portal', text('portal') as LimitFacts['portal']),
    experiment: [...new Set(experiments)],
    ...optional('reference', text('reference')),
    ...optional('data', text('data')),
    ...optional('year', read('year', readYear, 'a year, for instance 2014')),
    ...optional('status', text('status') as LimitFacts['status']),
    ...optional('derivedBy', text('derivedBy') as LimitFacts['derivedBy']),
    ...optional('excludes', text('excludes') as LimitFacts['excludes']),
    ...optional('signature', text('signature') as LimitFacts['signature']),
    ...optional('lifetime', text('lifetime') as LimitFacts['lifetime']),
    ...optional('channels', splitList(text('channels'), /[,;\n]/u)),
    ...optional(
      'confidence',
      read('confidence', readConfidence, 'a level, for instance 90 %, or “not stated”'),
    ),
    ...(exposure === undefined || exposureUnit === undefined
      ? {}
      : { exposure: { value: exposure, unit: exposureUnit } }),
    ...optional('sqrtS', read('sqrtS', readNumber, 'an energy in GeV, for instance 10.58')),
    ...optional(
      'massRange',
      read('massRange', readRange, 'two masses in GeV, for instance 0.02 to 10.2'),
    ),
    ...optional('method', text('method') as LimitFacts['method']),
    ...optional('figure', text('figure')),
    ...(Object.keys(from).length === 0 ? {} : { from }),
    ...(supersedes === undefined ? {} : { supersedes: [{ limit: supersedes, as: 'update' }] }),
    ...optional('unverified', splitList(text('unverified'), /\n/u)),
    ...optional('notes', text('notes')),
    ...optional('search', text('search')),
    ...(searchFacts === undefined ? {} : { searchFacts }),
  };
  return { facts, faults };
}

const optional = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<K, T>>);

function readSearchFacts(
  answers: Answers,
  text: (field: FieldName) => string | undefined,
): SearchFacts | undefined {
  const isAnswered = [...SEARCH_FIELDS].some((field) => (answers[field]?.trim() ?? '') !== '');
  if (!isAnswered) return undefined;
  return {
    ...optional('process', text('process')),
    ...optional('finalState', text('finalState')),
    ...optional('methods', splitList(text('methods'), /[,\n]/u)),
    ...optional('backgrounds', splitList(text('backgrounds'), /\n/u)),
    ...optional('limitations', splitList(text('limitations'), /\n/u)),
    ...optional('introduction', text('introduction')),
    ...optional('methodText', text('methodText')),
    ...optional('resultText', text('resultText')),
  };
}

function splitList(text: string | undefined, separator: RegExp): string[] | undefined {
  const parts = (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts;
}

const NUMBER = String.raw`[+]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;

function readNumber(text: string): number | undefined {
  return new RegExp(`^${NUMBER}$`, 'u').test(text) ? Number(text) : undefined;
}

const readYear = (text: string): number | undefined =>
  /^\d{4}$/u.test(text) ? Number(text) : undefined;

/** `0.02 to 10.2`, `0.02..10.2`, `0.02 – 10.2`, `[0.02, 10.2]`, with or without the unit of the field. */
function readRange(text: string): [number, number] | undefined {
  const match = new RegExp(
    String.raw`^[[(]?\s*(${NUMBER})\s*(?:GeV)?\s*(?:to|\.\.|…|–|—|-|,|\s)\s*(${NUMBER})\s*(?:GeV)?\s*[\])]?$`,
    'u',
  ).exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** `90 %`, `0.9`, `90% CL` or words for a level that is not stated. */
function readConfidence(text: string): { level: number } | 'not-stated' | undefined {
  if (/^(?:not[ -]?stated|unknown|none)$/iu.test(text)) return 'not-stated';
  const match = new RegExp(String.raw`^(${NUMBER})\s*(%)?\s*(?:C\.?\s?L\.?)?$`, 'iu').exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]);
  // Shifted as text, so that 90 % is 0.9 and 99.7 % is 0.997, not a neighbour of it.
  if (match[2] !== undefined || value > 1) return { level: Number(`${String(value)}e-2`) };
  return { level: value };
}
