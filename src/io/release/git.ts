import { execFile } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ReleaseError } from './release-error.ts';

const run = promisify(execFile);

/**
 * What git prints in a folder.
 * @throws {ReleaseError} with what git said
 */
export async function git(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: 2 ** 28 });
    return stdout.trim();
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new ReleaseError(`git ${args.join(' ')} failed: ${said === '' ? String(error) : said}`);
  }
}

/** True when git succeeds. */
export async function gitSucceeds(folder: string, ...args: string[]): Promise<boolean> {
  return git(folder, ...args).then(
    () => true,
    () => false,
  );
}

/**
 * Does something in a temporary working tree of the commit that is checked out in `folder`, with the
 * installed packages of `folder`, and removes that tree whatever happens.
 */
export async function withWorktree<T>(
  folder: string,
  use: (worktree: string) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'dark-portals-release-'));
  const worktree = join(parent, 'tree');
  // A signal ends the process before `finally` is reached; git forgets the tree at its next pruning.
  const stop = (): void => {
    rmSync(parent, { recursive: true, force: true });
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await git(folder, 'worktree', 'add', '--quiet', '--detach', worktree, 'HEAD');
    symlinkSync(resolve(folder, 'node_modules'), join(worktree, 'node_modules'), 'junction');
    return await use(worktree);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await rm(parent, { recursive: true, force: true });
    await git(folder, 'worktree', 'prune');
  }
}
