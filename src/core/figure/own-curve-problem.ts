/** What is wrong with a reader's numbers, and where. */
export interface OwnCurveProblem {
  /** `error`: what it speaks of was not taken; `warning`: it was, but look again. */
  readonly severity: 'error' | 'warning';
  /** `line 7` of a text or `point 7` of JSON, where it is about one. */
  readonly at?: string;
  readonly found: string;
  readonly expected: string;
}

/** Problems beyond these are counted, not listed. */
const MOST_PROBLEMS = 20;

/** The first problems, and how many more there are. */
export function cutProblems(problems: readonly OwnCurveProblem[]): OwnCurveProblem[] {
  if (problems.length <= MOST_PROBLEMS) return [...problems];
  const more = problems.length - MOST_PROBLEMS;
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    { severity: 'warning', found: `${String(more)} more of the kind`, expected: 'a sound file' },
  ];
}
