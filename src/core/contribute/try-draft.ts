import type { Decisions, Question, Problem, Source, Statement } from '../import/source.ts';
import { understand } from '../import/understand.ts';
import { completeFacts } from './complete-facts.ts';
import { draftLimit } from './draft-limit.ts';
import type { Draft, DraftSurroundings, RawFile } from './draft-limit.ts';
import type { FactProblem, LimitFacts } from './limit-facts.ts';

/** Everything a person has said and given so far. */
export interface Contribution {
  readonly facts: LimitFacts;
  readonly decisions: Decisions;
  readonly sources: readonly Source[];
  /** In the order of the sources. */
  readonly rawFiles: readonly RawFile[];
}

/** What follows from it: a draft, or everything that is still open. */
export interface Attempt {
  readonly statements: readonly Statement[];
  readonly questions: readonly Question[];
  readonly numberProblems: readonly Problem[];
  readonly factProblems: readonly FactProblem[];
  readonly draft?: Draft;
}

/** Understands the numbers, completes the facts and writes the draft, as far as each can be done. */
export function tryDraft(
  { facts, decisions, sources, rawFiles }: Contribution,
  surroundings: DraftSurroundings,
): Attempt {
  const { context, pasted } = surroundings;
  const plane = context.planes.get(facts.plane ?? '');
  const { statements, questions, problems, dataset } = understand(
    sources,
    decisions,
    plane === undefined ? undefined : { plane, quantities: context.quantities },
  );
  const known = { statements, questions, numberProblems: problems };
  const names = rawFiles.map(({ name }) => name);
  if (dataset === undefined) {
    const completed = completeFacts(facts, undefined, names, context, pasted);
    return { ...known, factProblems: 'problems' in completed ? completed.problems : [] };
  }
  const result = draftLimit(facts, dataset, rawFiles, surroundings);
  return 'problems' in result
    ? { ...known, factProblems: result.problems }
    : { ...known, factProblems: [], draft: result };
}
