import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Message } from '../../core/message.ts';
import type { ServiceBases } from '../../core/online/addresses.ts';
import type { FieldChange } from '../../core/online/complete-reference.ts';
import { setFields } from '../../core/online/set-fields.ts';
import type { CheckResult } from '../check-content.ts';
import { withLine } from '../check-content.ts';
import { writeContribution } from '../write-contribution.ts';
import type { OnlineResult } from './check-online.ts';
import { checkOnline } from './check-online.ts';
import type { PoliteClient } from './polite-client.ts';

const FILE = 'references.bib';

/** The online checks of content that was read, with the lines of its messages. */
export async function compareContent(
  content: CheckResult,
  bases: ServiceBases,
  client: PoliteClient,
  onProgress?: (done: number, total: number) => void,
): Promise<OnlineResult> {
  const result = await checkOnline(content.catalogue, bases, client, onProgress);
  const messages = result.messages.map((message): Message => withLine(message, content));
  return { ...result, messages };
}

/**
 * Writes completions into `references.bib`, whole entries or nothing of them.
 * @returns why entries were left, by key
 * @throws {ContributionError} when the file changed meanwhile
 */
export function writeCompletions(
  root: string,
  changes: ReadonlyMap<string, readonly FieldChange[]>,
): ReadonlyMap<string, string> {
  const before = readFileSync(join(root, FILE), 'utf8');
  const left = new Map<string, string>();
  let text = before;
  for (const [key, fields] of changes) {
    try {
      text = setFields(text, key, fields);
    } catch (error) {
      left.set(key, error instanceof Error ? error.message : String(error));
    }
  }
  if (text !== before) writeContribution(root, [{ path: FILE, text, before }]);
  return left;
}
