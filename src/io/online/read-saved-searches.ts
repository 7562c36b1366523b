import { readFileSync } from 'node:fs';
import type { SavedSearch } from '../../core/online/saved-search.ts';
import { SavedSearches } from '../../core/online/saved-search.ts';
import { formatMessages } from '../report.ts';
import { parseYaml } from '../yaml-source.ts';
import { describeIssues } from '../zod-messages.ts';

/** The searches cannot be read; the message says where and why. */
export class SavedSearchError extends Error {
  override readonly name = 'SavedSearchError';
}

/** @throws {SavedSearchError} when the file is not there, no YAML, or holds anything else */
export function readSavedSearches(file: string): SavedSearch[] {
  const source = parseYaml(readText(file));
  const [fault] = source.faults;
  if (fault !== undefined) {
    throw new SavedSearchError(`${file}:${String(fault.line)}  ${fault.text}`);
  }
  const parsed = SavedSearches.safeParse(source.data, { reportInput: true });
  if (!parsed.success) {
    throw new SavedSearchError(formatMessages(describeIssues(parsed.error, file, source), '.'));
  }
  const { searches } = parsed.data;
  const twice = searches.find(({ id }, i) => searches.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) throw new SavedSearchError(`${file}: two searches called ${twice.id}`);
  return searches;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SavedSearchError(`no file ${file} with saved searches; name it with --searches`);
  }
}
