import { flagOf } from '../src/core/contribute/fact-words.ts';
import { DECISION_NAMES, readDecision } from '../src/core/contribute/parse-decision.ts';
import type { Decisions, Problem } from '../src/core/import/source.ts';

/**
 * The decisions on the numbers that flags state.
 * @throws when a flag has a text that its decision cannot be
 */
export function readDecisionFlags(
  given: Readonly<Record<string, string | readonly string[] | boolean | undefined>>,
): Decisions {
  let decisions: Decisions = {};
  for (const name of [...DECISION_NAMES, 'columns' as const]) {
    const flag = name === 'columns' ? 'column' : flagOf(name);
    for (const text of [given[flag] ?? []].flat()) {
      const read = readDecision(decisions, name, String(text));
      if ('expected' in read)
        throw new Error(`--${flag} "${String(text)}": expected ${read.expected}`);
      decisions = read;
    }
  }
  return decisions;
}

/** Problems of people's files, a line each, on standard error. */
export function sayProblems(problems: readonly Problem[]): void {
  for (const { file, line, found, expected, fix } of problems) {
    const place = line === undefined ? '' : `:${String(line)}`;
    console.error(`${file}${place}  ${found}; expected ${expected}; ${fix}`);
  }
}
