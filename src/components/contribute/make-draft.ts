import type { Draft, DraftSurroundings, RawFile } from '../../core/contribute/draft-limit.ts';
import { draftLimit } from '../../core/contribute/draft-limit.ts';
import type { FactProblem } from '../../core/contribute/limit-facts.ts';
import { normaliseBibtex } from '../../core/contribute/normalise-bibtex.ts';
import type { Dataset } from '../../core/import/source.ts';
import type { Reference } from '../../core/schema/index.ts';
import type { Answers, FieldName } from './fields.ts';
import { FIELDS } from './fields.ts';
import { readAnswers } from './read-answers.ts';

/** Something to be mended in the form. */
export interface FormFault {
  /** The control it is about; absent where it is about none. */
  readonly field?: FieldName | 'plane' | 'file';
  readonly text: string;
}

/** What the form has come to. */
export interface FormDraft {
  readonly draft?: Draft;
  readonly faults: readonly FormFault[];
  /** What was changed in pasted BibTeX and a person may want to know. */
  readonly notes: readonly string[];
}

/** Controls that answer a fact under another name. */
const CONTROLS: Partial<Record<FactProblem['fact'], FieldName | 'plane'>> = {
  plane: 'plane',
  from: 'sourceName',
  follows: 'search',
};

/**
 * The contribution that the answers describe, or everything that is missing or wrong, all at once.
 * @param dataset absent where the numbers are not complete: the facts are judged without
 */
export function makeDraft(
  answers: Answers,
  plane: string,
  dataset: Dataset | undefined,
  rawFiles: readonly RawFile[],
  surroundings: Omit<DraftSurroundings, 'pasted'>,
): FormDraft {
  const { facts, faults: unread } = readAnswers(answers, plane);
  const bibtex = readBibtex(answers.bibtex ?? '', answers.compared === 'yes');
  const pasted = bibtex.references;
  const [only, ...others] = pasted;
  // One pasted paper is the paper of the result, unless another is named.
  const reference = facts.reference ?? (others.length === 0 ? only?.key : undefined);
  const result = draftLimit(
    { ...facts, ...(reference === undefined ? {} : { reference }) },
    dataset ?? NO_NUMBERS,
    rawFiles,
    { ...surroundings, pasted },
  );
  const problems = 'problems' in result ? result.problems : [];
  const unreadFields = new Set<FormFault['field']>(unread.map(({ field }) => field));
  const faults: FormFault[] = [
    ...unread.map(({ field, ...words }) => ({ field, text: write(words) })),
    ...bibtex.faults,
    // What could not be read is not missing too.
    ...problems.map(judge).filter(({ field }) => field === undefined || !unreadFields.has(field)),
  ];
  return {
    ...('problems' in result || dataset === undefined || faults.length > 0
      ? {}
      : { draft: result }),
    faults: faults.toSorted((a, b) => placeOf(a) - placeOf(b)),
    notes: bibtex.notes,
  };
}

/** Stands for numbers that are not there yet, so that the facts can be judged alone. */
const NO_NUMBERS: Dataset = {
  shape: 'contour',
  mass: { quantity: 'none', unit: 'GeV', scale: 'linear' },
  value: { quantity: 'none', unit: '1', scale: 'linear' },
  massRange: [0, 0],
  gaps: [],
  csv: '',
  raw: [],
};

/** Faults are listed as the form goes: first what comes before the facts, then field by field. */
const placeOf = ({ field }: FormFault): number => FIELDS.findIndex(({ name }) => name === field);

/** A problem at the control that answers it. */
function judge(problem: FactProblem): FormFault {
  const { fact } = problem;
  const field = CONTROLS[fact] ?? FIELDS.find(({ name }) => name === fact)?.name;
  const isChoice = FIELDS.some(({ name, kind }) => name === field && kind === 'choice');
  const text =
    isChoice && problem.found === 'nothing' ? 'Still open: choose one.' : writeProblem(problem);
  return field === undefined ? { text } : { field, text };
}

function readBibtex(
  text: string,
  isCompared: boolean,
): {
  readonly references: readonly Reference[];
  readonly faults: readonly FormFault[];
  readonly notes: readonly string[];
} {
  if (text.trim() === '') return { references: [], faults: [], notes: [] };
  const read = normaliseBibtex(text, isCompared);
  if (!('problems' in read)) return { references: read.references, faults: [], notes: read.notes };
  const faults = read.problems.map(({ line, ...words }) => ({
    field: 'bibtex' as const,
    text: `${line === undefined ? '' : `Line ${String(line)}: `}${write(words)}`,
  }));
  return { references: [], faults, notes: [] };
}

/** What is missing is asked for; what is wrong is quoted. */
const writeProblem = ({ found, expected, fix }: FactProblem): string =>
  found === 'nothing' ? `Still open: ${expected}.` : write({ found, expected, fix });

const write = ({
  found,
  expected,
  fix,
}: {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}): string => `Found ${found}; expected ${expected}. To mend it: ${fix}.`;
