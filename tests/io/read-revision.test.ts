import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRevision } from '../../src/io/read-revision.ts';
import { git, makeRepository, writeFiles } from '../fixtures/make-repository.ts';
import { LIMIT_CSV, makeFolder } from '../fixtures/write-content.ts';

let temporary: string;

beforeEach(async () => {
  temporary = await makeFolder();
  vi.stubEnv('TMPDIR', temporary);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const LIMIT = 'babar-2014-dark-photon';
const LONGER = 'segment,mass,value\n1,1,1e-3\n1,2,2e-3\n1,3,1e-3\n1,4,1e-3\n';

describe('reading a revision', () => {
  it('gives the content as committed, not as it lies there now', async () => {
    const { folder, content } = await makeRepository();
    await writeFiles(content, { [LIMIT_CSV]: LONGER });
    const { catalogue, commit, messages } = await readRevision('HEAD', content);
    expect(messages).toEqual([]);
    expect(catalogue.limits.get(LIMIT)?.table.length).toBe(3);
    expect(commit).toBe(git(folder, 'rev-parse', 'HEAD'));
  });

  it('finds branches, tags and ancestors', async () => {
    const { folder, content } = await makeRepository();
    git(folder, 'tag', 'v1');
    await writeFiles(content, { [LIMIT_CSV]: LONGER });
    git(folder, 'commit', '--quiet', '-am', 'longer');
    const rowsAt = async (revision: string): Promise<number | undefined> =>
      (await readRevision(revision, content)).catalogue.limits.get(LIMIT)?.table.length;
    expect(await rowsAt('HEAD')).toBe(4);
    expect(await rowsAt('HEAD~1')).toBe(3);
    expect(await rowsAt('v1')).toBe(3);
  });

  it('keeps the faults of that revision as messages', async () => {
    const { folder, content } = await makeRepository();
    await writeFiles(content, { [LIMIT_CSV]: 'segment,mass,value\n1,one,1e-3\n' });
    git(folder, 'commit', '--quiet', '-am', 'broken');
    const { messages } = await readRevision('HEAD', content);
    expect(messages.map(({ file }) => file)).toEqual([LIMIT_CSV]);
  });

  it.each(['no-such-branch', '--help', 'HEAD~99', ''])(
    'refuses the revision "%s" with what to do',
    async (revision) => {
      const { content } = await makeRepository();
      await expect(readRevision(revision, content)).rejects.toThrow(
        `no revision "${revision}" here; name a branch, tag or commit`,
      );
    },
  );

  it('refuses a folder outside a repository', async () => {
    await expect(readRevision('HEAD', await makeFolder())).rejects.toThrow(
      /is not in a git repository; run this in a clone/,
    );
  });

  it('refuses a revision that has no such folder', async () => {
    const { folder } = await makeRepository();
    const other = join(folder, 'other');
    await writeFiles(other, { 'a.txt': '' });
    await expect(readRevision('HEAD', other)).rejects.toThrow(/"HEAD" has no folder .*other/);
  });

  it('leaves no temporary folder behind, whether it works or not', async () => {
    const { folder, content } = await makeRepository();
    const other = join(folder, 'other');
    await writeFiles(other, { 'a.txt': '' });
    const leftovers = async (): Promise<string[]> =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('dark-portals-revision-'));
    expect(tmpdir()).toBe(temporary);
    await readRevision('HEAD', content);
    expect(await leftovers()).toEqual([]);
    await expect(readRevision('HEAD', other)).rejects.toThrow();
    expect(await leftovers()).toEqual([]);
  });
});
