import { LimitMeta, PortalId, Signature } from '../schema/index.ts';
import type { DraftContext, FactProblem } from './limit-facts.ts';
import type { FactName } from './parse-fact.ts';

/** How a fact is asked for. */
export interface FactWords {
  readonly words: string;
  readonly example?: string;
}

/** Every fact that can be stated, in the order in which it is asked for. */
export const FACT_WORDS: Readonly<Record<FactName, FactWords>> = {
  reference: {
    words: 'the paper: arXiv number, INSPIRE key or DOI, or none-known',
    example: '1406.2980',
  },
  plane: { words: 'plane of the result', example: 'dark-photon-visible' },
  experiment: { words: 'whose data it is', example: 'babar' },
  title: {
    words: 'title: what was sought and how',
    example: 'Dark photon to muon pairs with an initial-state photon',
  },
  status: { words: 'status; only observed limits exclude', example: 'observed' },
  derivedBy: { words: 'who derived the limit', example: 'collaboration' },
  signature: { words: 'what the detector was to see', example: 'visible' },
  lifetime: { words: 'lifetime that the search assumed', example: 'prompt' },
  confidence: { words: 'confidence level, or not-stated', example: '0.9' },
  massRange: {
    words: 'range of masses as the paper states it [GeV]; it catches a wrong unit',
    example: '0.02..10.2',
  },
  method: { words: 'how the numbers were obtained', example: 'digitised' },
  figure: { words: 'figure or table of the paper', example: 'Fig. 4' },
  excludes: { words: 'excluded side of the curve, in the quantity of the file', example: 'above' },
  portal: { words: 'portal, on a plane of several', example: 'vector' },
  id: { words: 'id: the name of the files and of the page', example: 'babar-2014-dark-photon' },
  year: { words: 'year, where no paper is known', example: '2014' },
  data: { words: 'paper the numbers came from, if another', example: '1801.04847' },
  channels: { words: 'final states', example: 'e+e-, mu+mu-' },
  exposure: { words: 'exposure', example: '514 fb^-1' },
  sqrtS: { words: 'centre-of-mass energy [GeV]', example: '10.58' },
  sourceName: { words: 'where the file came from', example: 'HEPData ins1300000, table 3' },
  sourcePath: { words: 'its path or address there', example: 'table-3.csv' },
  revision: { words: 'its version there', example: 'v1' },
  licence: { words: 'its licence there', example: 'CC0-1.0' },
  rawFolder: { words: 'folder of the raw file below that of all raw files' },
  supersedes: { words: 'limits of the same data that this one replaces' },
  unverified: { words: 'what could not be confirmed from the paper' },
  notes: { words: 'what else a reader should know' },
  search: { words: 'search it belongs to, there or new', example: 'babar-2014-dark-photon' },
  searchTitle: { words: 'title of the new page of the search' },
  process: {
    words: 'process, in LaTeX without dollars',
    example: String.raw`e^+e^- \to \gamma A', A' \to \mu^+\mu^-`,
  },
  finalState: { words: 'final state', example: 'photon and a muon pair' },
  methods: { words: 'pages of methods', example: 'bump-hunt' },
  background: { words: 'what looks like the signal, the worst first' },
  limitation: { words: 'what the result rests on, and where it stops' },
  follows: { words: 'earlier searches that it continues' },
  introduction: { words: 'what led to the search, in a few sentences of Markdown' },
  methodText: { words: 'the text of “Method”' },
  resultText: { words: 'the text of “Result”' },
};

/** The fact by which something wrong is put right. */
export function nameFact({ fact }: FactProblem): FactName | 'bibtex' {
  if (fact === 'backgrounds') return 'background';
  if (fact === 'limitations') return 'limitation';
  if (fact === 'from') return 'sourceName';
  if (fact === 'searchFacts') return 'search';
  return fact;
}

/** `derivedBy` as the flag `derived-by`. */
export const flagOf = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Choices = readonly (readonly [value: string, words: string])[];

const same = (values: readonly string[]): Choices => values.map((value) => [value, '']);

const titled = (
  entries: ReadonlyMap<string, { readonly id: string; readonly title: string }>,
): Choices => [...entries.values()].map(({ id, title }) => [id, title]);

const CHOICES: Readonly<Partial<Record<FactName, (context: DraftContext) => Choices>>> = {
  plane: ({ planes }) => titled(planes),
  experiment: ({ experiments }) => [...experiments.values()].map(({ id, name }) => [id, name]),
  methods: ({ methods }) => titled(methods),
  follows: ({ searches }) => titled(searches),
  supersedes: ({ limits }) => titled(limits),
  status: () => same(LimitMeta.shape.status.options),
  derivedBy: () => same(LimitMeta.shape.derivedBy.options),
  signature: () => same(Signature.options),
  lifetime: () => same(LimitMeta.shape.lifetime.options),
  method: () => same(LimitMeta.shape.provenance.shape.method.options),
  excludes: () => same(['above', 'below']),
  portal: () => same(PortalId.options),
};

/** What a fact can be, as value and words, where that can be listed; empty where it cannot. */
export const listChoices = (name: FactName, context: DraftContext): Choices =>
  CHOICES[name]?.(context) ?? [];
