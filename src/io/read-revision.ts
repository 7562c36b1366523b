import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ReadResult } from './read-content.ts';
import { readContent } from './read-content.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

/** The content folder as it was at a revision. */
export interface RevisionContent extends ReadResult {
  /** The commit the revision names, in full. */
  readonly commit: string;
}

/** The revision cannot be read; the message says why and what to do. */
export class RevisionError extends Error {
  override readonly name = 'RevisionError';
}

const run = promisify(execFile);

/**
 * Reads a content folder as a git revision has it, without touching the working tree: the folder is
 * archived into a temporary one, which is removed whatever happens.
 * @throws {RevisionError} outside a repository, for an unknown revision, or one without that folder
 */
export async function readRevision(revision: string, root: string): Promise<RevisionContent> {
  const commit = await findCommit(revision, root);
  return useTemporaryFolder('dark-portals-revision-', async (folder) => {
    const content = join(folder, 'content');
    await mkdir(content);
    await extract(commit, revision, root, folder, content);
    return { ...(await readContent(content)), commit };
  });
}

async function findCommit(revision: string, root: string): Promise<string> {
  try {
    await run('git', ['-C', root, 'rev-parse', '--git-dir']);
  } catch (error) {
    throw new RevisionError(
      hasCode(error, 'ENOENT')
        ? 'git was not found; install it, or put it on PATH'
        : `${root} is not in a git repository; run this in a clone, not in an unpacked archive`,
    );
  }
  try {
    const { stdout } = await run('git', [
      ...['-C', root, 'rev-parse', '--verify', '--quiet', '--end-of-options'],
      `${revision}^{commit}`,
    ]);
    return stdout.trim();
  } catch {
    throw new RevisionError(
      `no revision "${revision}" here; name a branch, tag or commit of this repository (git fetch it first in a shallow clone)`,
    );
  }
}

/** Unpacks the part of a commit that `root` is, by the archive git makes inside that folder. */
async function extract(
  commit: string,
  revision: string,
  root: string,
  folder: string,
  content: string,
): Promise<void> {
  const archive = join(folder, 'content.tar');
  try {
    await run('git', ['-C', root, 'archive', '--format=tar', '-o', archive, commit]);
  } catch {
    throw new RevisionError(
      `the revision "${revision}" has no folder ${root}; name a later one, or another --root`,
    );
  }
  await run('tar', ['-xf', archive, '-C', content]);
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
