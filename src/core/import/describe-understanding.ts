import type { Question, Understanding } from './source.ts';

/** Rows of the CSV that are shown. */
const SHOWN = 5;

/**
 * What was understood, for a terminal: statements, then what is open, then the first rows.
 * @param flagOf the flag that answers a question
 */
export function describeUnderstanding(
  { statements, questions, problems, dataset }: Understanding,
  flagOf: (question: Question) => string,
): string {
  const width = Math.max(...statements.map(({ about }) => about.length), 0);
  const lines = statements.map(({ about, text }) => `  ${about.padEnd(width)}  ${text}`);
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', title, ...items.map((item) => `  ${item}`)];
  const head = dataset?.csv.split('\n').slice(0, SHOWN + 1) ?? [];
  const rows = (dataset?.csv.split('\n').length ?? 0) - 2;
  return [
    'Understood:',
    ...lines,
    ...list(
      'Wrong:',
      problems.map(
        ({ file, line, found, expected, fix }) =>
          `${file}${line === undefined ? '' : `:${String(line)}`}  ${found}; expected ${expected}; ${fix}`,
      ),
    ),
    ...list(
      'To be decided:',
      questions.map((question) => {
        const choices =
          question.choices.length === 0 ? '' : ` (${question.choices.slice(0, 20).join(', ')})`;
        return `${flagOf(question)}${choices}  ${question.text}`;
      }),
    ),
    ...list(
      'First rows:',
      rows > SHOWN
        ? [...head, `… ${String(rows - SHOWN)} more`]
        : head.filter((line) => line !== ''),
    ),
  ].join('\n');
}
