import { RULES } from '../core/lint/rules/index.ts';
import { runRules } from '../core/lint/run-rules.ts';
import type { Message } from '../core/message.ts';
import { compareMessages } from '../core/message.ts';
import type { ReadResult } from './read-content.ts';
import { readContent } from './read-content.ts';

export interface CheckResult extends ReadResult {
  /** Faults of reading and findings of every rule, by file and line. */
  readonly messages: readonly Message[];
}

/**
 * Reads a content folder and applies every rule.
 * @param part `numbers` leaves out the rules of prose: a text in progress keeps nobody from computing
 */
export async function checkContent(
  root: string,
  part: 'all' | 'numbers' = 'all',
): Promise<CheckResult> {
  const result = await readContent(root);
  const { catalogue, files } = result;
  const rules = part === 'all' ? RULES : RULES.filter(({ isOfProse }) => isOfProse !== true);
  const findings = runRules(rules, { catalogue, files }).map((message) =>
    withLine(message, result),
  );
  return { ...result, messages: [...result.messages, ...findings].sort(compareMessages) };
}

/** The message with its key path turned into a line. */
export function withLine(message: Message, { lineOf }: Pick<ReadResult, 'lineOf'>): Message {
  const { path, ...rest } = message;
  if (path === undefined) return message;
  const line = message.line ?? lineOf(message.file, path);
  return line === undefined ? rest : { ...rest, line };
}
