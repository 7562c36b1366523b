import { readDecision } from '../core/contribute/parse-decision.ts';
import type { Decisions, Question } from '../core/import/source.ts';
import type { Prompter } from './prompter.ts';

/**
 * The decisions with a person's answer to a question about the numbers.
 * @throws {Interrupted} when the person ends the session
 */
export async function askDecision(
  decisions: Decisions,
  { decision, text, choices }: Question,
  prompter: Prompter,
): Promise<Decisions> {
  // Windows and tables may be other ones, or several: the choices are then examples.
  const isOpen = decision === 'gaps' || decision === 'table';
  const answer = await prompter.ask({
    text: isOpen && choices.length > 0 ? `${text} For instance ${choices.join(' or ')}` : text,
    choices: isOpen ? [] : choices.map((choice) => [choice, '']),
    judge: (line) => {
      const decided = readDecision(decisions, decision, line);
      return 'expected' in decided ? `expected ${decided.expected}` : undefined;
    },
  });
  const decided = readDecision(decisions, decision, answer);
  return 'expected' in decided ? decisions : decided;
}
