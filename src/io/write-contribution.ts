import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { DraftFile } from '../core/contribute/draft-limit.ts';
import type { Message } from '../core/message.ts';
import type { CheckResult } from './check-content.ts';
import { checkContent } from './check-content.ts';
import { useTemporaryFolder } from './temporary-folder.ts';
import { writeTogether } from './write-together.ts';

/** A contribution cannot be written; the message says why and what to do. */
export class ContributionError extends Error {
  override readonly name = 'ContributionError';
}

/** Checks the content as it would be with the files, in a temporary copy: the folder is not touched. */
export function checkContribution(root: string, files: readonly DraftFile[]): Promise<CheckResult> {
  return useTemporaryFolder('dark-portals-draft-', async (folder) => {
    const content = join(folder, 'content');
    await cp(root, content, {
      recursive: true,
      filter: (path) => relative(root, path).split(/[\\/]/)[0] !== 'combined',
    });
    for (const { path, text } of files) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    return checkContent(content);
  });
}

/** The errors that are there now and were not before. */
export function listNewErrors(before: readonly Message[], now: readonly Message[]): Message[] {
  const name = ({ file, rule, found }: Message): string => `${file}\n${rule}\n${found}`;
  const known = new Set(before.map(name));
  return now.filter((message) => message.severity === 'error' && !known.has(name(message)));
}

/**
 * Writes the files of a contribution, all of them or none.
 * @throws {ContributionError} where a new file is there already or one to be changed is not what it was
 */
export function writeContribution(root: string, files: readonly DraftFile[]): void {
  for (const file of files) refuseSurprise(root, file);
  try {
    writeTogether(files.map((file) => ({ ...file, path: join(root, file.path) })));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ContributionError(`nothing was written: ${why}`);
  }
}

function refuseSurprise(root: string, { path, before }: DraftFile): void {
  const now = readIfThere(join(root, path));
  if (now === before) return;
  throw new ContributionError(
    before === undefined
      ? `${path} is there already; nothing is overwritten. Choose another id, or edit that file`
      : `${path} has changed since it was read; start again`,
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ContributionError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
