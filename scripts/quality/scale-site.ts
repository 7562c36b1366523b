import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { runMeasured } from './run-measured.ts';

/** Everything is committed at one moment: the site of a folder is the same whenever it is built. */
const COMMIT_ENV = {
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_AUTHOR_NAME: 'scale',
  GIT_AUTHOR_EMAIL: 'scale@localhost',
  GIT_COMMITTER_NAME: 'scale',
  GIT_COMMITTER_EMAIL: 'scale@localhost',
};

/**
 * Makes a folder that the site of another content can be built in: the files of this working tree with that
 * content, in a repository of its own, and links to the installed packages, so that what tools keep in
 * `node_modules` stays out of ours.
 * @param writeContent writes the content folder at the path it is given
 */
export async function makeSiteFolder(
  folder: string,
  writeContent: (to: string) => Promise<void>,
): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const files = listed.split('\0').filter((file) => file !== '' && !file.startsWith('content/'));
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    // A file that is listed and no longer there has been removed and not yet committed.
    await cp(file, join(folder, file)).catch(() => undefined);
  }
  await linkPackages('node_modules', join(folder, 'node_modules'));
  await writeContent(join(folder, 'content'));
  await runMeasured(['node', 'scripts/combine.ts'], { cwd: folder });
  await writeFile(join(folder, '.gitignore'), 'node_modules/\ndist/\n.astro/\n');
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'content'],
  ])
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...COMMIT_ENV } });
}

/** Of the installer: commands, and the list of what is installed. */
const LINKED: ReadonlySet<string> = new Set(['.bin', '.package-lock.json']);

async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    // What other tools keep there under names with a dot is theirs.
    if (!name.startsWith('.') || LINKED.has(name))
      await symlink(resolve(from, name), join(to, name));
  }
}
