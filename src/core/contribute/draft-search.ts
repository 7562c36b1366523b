import type { SearchEntry } from '../catalogue.ts';
import type { Dataset } from '../import/source.ts';
import { Id, Search } from '../schema/index.ts';
import type { CompleteFacts } from './complete-facts.ts';
import type { DraftContext, FactProblem, SearchFacts } from './limit-facts.ts';
import { writeYaml } from './write-yaml.ts';

/** What becomes of the search of a limit. */
export type SearchPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly search: SearchEntry }
  | { readonly kind: 'new'; readonly id: string };

/**
 * The search a limit belongs to: the one that is named, the one of the same paper, or a new one where
 * an e⁺e⁻ collaboration publishes an observed limit, which always has a page.
 */
export function planSearch(
  facts: CompleteFacts,
  context: DraftContext,
): SearchPlan | { readonly problems: readonly FactProblem[] } {
  const { search: named, reference, experiment, status, derivedBy, id } = facts;
  if (named !== undefined && named !== '') {
    const known = context.searches.get(named);
    if (known !== undefined) return { kind: 'known', search: known };
    if (Id.safeParse(named).success) return { kind: 'new', id: named };
    return problem(`"${named}"`, 'the id of a search', 'correct it');
  }
  const ofPaper = [...context.searches.values()].filter(
    (search) => search.reference === reference && reference !== 'none-known',
  );
  const [only, ...others] = ofPaper;
  if (only !== undefined && others.length === 0) return { kind: 'known', search: only };
  if (others.length > 0) {
    return problem(
      `nothing, where ${reference} has several searches`,
      ofPaper.map((search) => search.id).join(' or '),
      'state it',
    );
  }
  const isOfCollider = experiment.some(
    (name) => context.experiments.get(name)?.kind === 'ee-collider',
  );
  const isNeeded = isOfCollider && status === 'observed' && derivedBy === 'collaboration';
  if (!isNeeded && facts.searchFacts === undefined) return { kind: 'none' };
  if (!context.searches.has(id)) return { kind: 'new', id };
  return problem('nothing, and its id is taken', 'the id of a new search', 'state it');
}

const problem = (
  found: string,
  expected: string,
  fix: string,
): { readonly problems: readonly FactProblem[] } => ({
  problems: [{ fact: 'search', found, expected, fix }],
});

/** What the page of a search has to say of itself, in words a person is asked with. */
const WANTED = {
  process: 'the process in LaTeX, for instance e^+e^- \\to \\gamma A',
  finalState: 'what was seen, for instance photon and an electron or muon pair',
  methods: 'pages of methods/, for instance bump-hunt',
  backgrounds: 'what looks like the signal, the worst first',
  limitations: 'what the result rests on, and where it stops',
} as const satisfies Partial<Record<keyof SearchFacts, string>>;

/** What a new page of a search lacks. */
export function listMissingSearchFacts(facts: SearchFacts = {}): FactProblem[] {
  return Object.entries(WANTED).flatMap(([fact, expected]) => {
    const value = facts[fact as keyof typeof WANTED];
    if (value !== undefined && value.length > 0) return [];
    return [
      {
        fact: fact as keyof typeof WANTED,
        found: 'nothing, for an e⁺e⁻ search, which has a page',
        expected,
        fix: 'state it',
      },
    ];
  });
}

/**
 * The page of a new search: every fact that is known, and prose where a person wrote some. Where not,
 * the page says so in a sentence, and reads the limit from the data.
 * @returns the text of the file and what is still to be written
 */
export function draftSearch(
  facts: CompleteFacts,
  shape: Dataset['shape'],
  hasReference: boolean,
): { readonly text: string; readonly left: readonly string[] } {
  const search = facts.searchFacts ?? {};
  const frontmatter = {
    title: search.title ?? facts.title,
    portals: [facts.portal],
    experiment: facts.experiment,
    reference: facts.reference,
    process: search.process,
    finalState: search.finalState,
    signature: facts.signature,
    sqrtS: facts.sqrtS === undefined ? undefined : { value: facts.sqrtS, unit: 'GeV' },
    exposure: facts.exposure,
    massRange: facts.massRange,
    confidence: facts.confidence,
    limits: [facts.id],
    methods: search.methods,
    backgrounds: search.backgrounds,
    limitations: search.limitations,
    follows: search.follows,
  };
  const cite = hasReference ? ` <Cite key="${facts.reference}"/>` : '';
  const best =
    shape === 'one-sided' ? ` At its strongest it is <Value limit="${facts.id}" of="best"/>.` : '';
  const left: string[] = [];
  const write = (text: string | undefined, what: string, fallback: string): string => {
    if (text !== undefined && text.trim() !== '') return text.trim();
    left.push(what);
    return fallback;
  };
  const introduction = write(
    search.introduction,
    'introduction',
    `The facts of this search are given here${cite}; what led to it is still to be written.`,
  );
  const method = write(
    search.methodText,
    '## Method',
    `How the search was done is told in the paper${cite}; a summary is still to be written.`,
  );
  const result = write(
    search.resultText,
    '## Result',
    `The limit is given here as numbers${cite}.${best} What else was found is still to be written.`,
  );
  const text = `---\n${writeYaml(frontmatter, Object.keys(Search.shape))}---\n\n${introduction}\n\n## Method\n\n${method}\n\n## Result\n\n${result}\n`;
  return { text, left };
}

/**
 * The page of a search with one more limit in its list; everything else stays as it is written.
 * Undefined where the list is written in a way that only a person can extend.
 */
export function addLimitToSearch(text: string, id: string): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const close = lines.indexOf('---', 1);
  if (lines[0] !== '---' || close === -1) return undefined;
  const at = lines.findIndex((line, i) => i < close && line.startsWith('limits:'));
  const list = (lines[at] ?? '').slice('limits:'.length).trim();
  if (at === -1) {
    lines.splice(close, 0, 'limits:', `  - ${id}`);
  } else if (list === '[]') {
    lines[at] = `limits: [${id}]`;
  } else if (list.startsWith('[') && list.endsWith(']')) {
    lines[at] = `limits: ${list.slice(0, -1).trimEnd()}, ${id}]`;
  } else {
    let last = at;
    while (/^\s*- /.test(lines[last + 1] ?? '')) last += 1;
    if (list !== '' || last === at) return undefined;
    const indent = /^\s*/.exec(lines[last] ?? '')?.[0] ?? '  ';
    lines.splice(last + 1, 0, `${indent}- ${id}`);
  }
  return lines.join(end);
}
