import { decodeBytes } from './decode-bytes.ts';
import { readColumnsText } from './readers/columns-text.ts';
import type { Problem, Source } from './source.ts';

export type SourceOrProblem = { readonly source: Source } | { readonly problem: Problem };

/**
 * Reads somebody's file: what it is, and its numbers with their digits. Never throws for what a file
 * holds.
 * @param name of the file, folders are ignored
 */
export function readSource(name: string, bytes: Uint8Array): SourceOrProblem {
  const file = name.replace(/^.*[/\\]/u, '');
  const decoded = decodeBytes(file, bytes);
  if ('problem' in decoded) return decoded;
  const read = readColumnsText(file, decoded.text);
  return 'problem' in read
    ? read
    : { source: { name: file, format: 'columns-text', tables: read.tables } };
}
