import { flagOf, FACT_WORDS, listChoices, nameFact } from '../core/contribute/fact-words.ts';
import type { DraftSurroundings } from '../core/contribute/draft-limit.ts';
import type { FactProblem } from '../core/contribute/limit-facts.ts';
import { normaliseBibtex } from '../core/contribute/normalise-bibtex.ts';
import { LISTS, readFact, SENTENCES } from '../core/contribute/parse-fact.ts';
import type { FactName } from '../core/contribute/parse-fact.ts';
import { tryDraft } from '../core/contribute/try-draft.ts';
import type { Attempt, Contribution } from '../core/contribute/try-draft.ts';
import { askDecision } from './ask-decision.ts';
import type { Prompter } from './prompter.ts';
import { capitalise } from '../core/sentences.ts';

/** What is asked once and may be left out. */
const OPTIONAL: readonly FactName[] = [
  'channels',
  'exposure',
  'sqrtS',
  'figure',
  'licence',
  'notes',
];
const OPTIONAL_OF_SEARCH: readonly FactName[] = ['introduction', 'methodText', 'resultText'];

/**
 * Asks for everything that is still open until there is a draft: the plane first, for without it the
 * numbers mean nothing, then what the numbers leave open, then the facts.
 * @throws {Interrupted} when the person ends the session
 */
export async function askContribution(
  start: Contribution,
  surroundings: DraftSurroundings,
  prompter: Prompter,
): Promise<{ attempt: Attempt; contribution: Contribution; surroundings: DraftSurroundings }> {
  let contribution = start;
  let around = surroundings;
  const said = new Set<string>();
  let isAskedAll = false;
  for (;;) {
    const attempt = tryDraft(contribution, around);
    const { statements, questions, numberProblems, factProblems } = attempt;
    const isPlaced = around.context.planes.has(contribution.facts.plane ?? '');
    const fresh = isPlaced ? statements.filter(({ text }) => !said.has(text)) : [];
    for (const { text } of fresh) {
      if (said.size === 0) prompter.say('What the numbers say:');
      prompter.say(`  ${text}`);
      said.add(text);
    }
    const [question] = questions;
    // What was just said and is wrong comes before what is still missing.
    const problem =
      factProblems.find(({ fact }) => !isPlaced && fact === 'plane') ??
      factProblems.find(({ found }) => !found.startsWith('nothing')) ??
      factProblems[0];
    if (isPlaced && question !== undefined) {
      contribution = {
        ...contribution,
        decisions: await askDecision(contribution.decisions, question, prompter),
      };
    } else if (isPlaced && numberProblems.length > 0) {
      return { attempt, contribution, surroundings: around };
    } else if (problem?.fact === 'reference' && contribution.facts.reference !== undefined) {
      prompter.say(`  ${problem.found}; ${problem.fix}`);
      around = await askBibtex(around, prompter);
      if (around.pasted?.length === 0)
        contribution = { ...contribution, facts: { ...contribution.facts, reference: undefined } };
    } else if (problem?.fact === 'bibtex') {
      prompter.say(`  ${problem.found}; expected ${problem.expected}; ${problem.fix}`);
      around = { ...around, pasted: [] };
      contribution = { ...contribution, facts: { ...contribution.facts, reference: undefined } };
    } else if (problem !== undefined) {
      contribution = await askProblem(contribution, problem, around, prompter);
    } else if (!isAskedAll) {
      isAskedAll = true;
      const isNewSearch = attempt.draft?.files.some(
        ({ path, before }) => path.startsWith('searches/') && before === undefined,
      );
      for (const name of isNewSearch === true ? [...OPTIONAL, ...OPTIONAL_OF_SEARCH] : OPTIONAL)
        contribution = await askFact(contribution, name, around, prompter, true);
    } else {
      return { attempt, contribution, surroundings: around };
    }
  }
}

async function askProblem(
  contribution: Contribution,
  problem: FactProblem,
  around: DraftSurroundings,
  prompter: Prompter,
): Promise<Contribution> {
  const name = nameFact(problem);
  if (!problem.found.startsWith('nothing'))
    prompter.say(
      `  ${flagOf(name)}: ${problem.found}; expected ${problem.expected}; ${problem.fix}`,
    );
  return name === 'bibtex'
    ? contribution
    : askFact(contribution, name, around, prompter, false, problem.expected);
}

async function askFact(
  contribution: Contribution,
  name: FactName,
  { context }: DraftSurroundings,
  prompter: Prompter,
  isOptional: boolean,
  expected?: string,
): Promise<Contribution> {
  const { facts } = contribution;
  if (isOptional && isStated(contribution, name)) return contribution;
  const { words, example } = FACT_WORDS[name];
  const choices = listChoices(name, context);
  const isSeveral = LISTS.has(name);
  const note = isSeveral ? ', with commas between several' : '';
  const isExplained = expected !== undefined && choices.length === 0 && example === undefined;
  const prompt = {
    text: `${capitalise(words)}${note}${isExplained ? ` (${expected})` : ''}`,
    example,
    choices,
    isSeveral,
    ...(isOptional ? { fallback: '' } : {}),
    judge: (line: string): string | undefined => {
      const read = readFact(facts, name, [line]);
      return 'problem' in read ? `expected ${read.problem.expected}` : undefined;
    },
  };
  const answers = [await prompter.ask(prompt)];
  while (SENTENCES.has(name) && answers.at(-1) !== '')
    answers.push(await prompter.ask({ text: 'Another one', fallback: '' }));
  const read = readFact(facts, name, answers);
  if ('problem' in read || answers[0] === '') return contribution;
  return { ...contribution, facts: read };
}

/** True where a fact has been stated, wherever it stands. */
function isStated({ facts }: Contribution, name: FactName): boolean {
  const all = { ...facts, ...facts.searchFacts, licence: facts.from?.licence };
  return all[name as keyof typeof all] !== undefined;
}

/** BibTeX pasted at the prompt; an empty paste takes the paper back. */
async function askBibtex(
  around: DraftSurroundings,
  prompter: Prompter,
): Promise<DraftSurroundings> {
  prompter.say(
    '  Paste its BibTeX here; a line with a dot alone ends it, at once for another paper.',
  );
  const lines: string[] = [];
  for (;;) {
    const line = await prompter.ask({ text: '  BibTeX', fallback: ' ' });
    if (line.trim() === '.') break;
    lines.push(line);
  }
  const text = lines.join('\n');
  if (text.trim() === '') return { ...around, pasted: [] };
  const answer = await prompter.ask({
    text: 'Have you compared this record with the paper',
    choices: [
      ['yes', ''],
      ['no', ''],
    ],
    fallback: 'no',
  });
  const normalised = normaliseBibtex(text, answer === 'yes');
  if ('problems' in normalised) {
    for (const { line, found, expected } of normalised.problems)
      prompter.say(`  line ${String(line ?? 1)}: ${found}; expected ${expected}`);
    return { ...around, pasted: [] };
  }
  return { ...around, pasted: normalised.references };
}
