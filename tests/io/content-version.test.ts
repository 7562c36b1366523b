import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readContentVersion, requireVersion } from '../../src/io/content-version.ts';
import { git, writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

/** A repository with three commits: content, something else, and a release that lists addresses. */
let base: string;
let hash: string;

const at = (date: string): readonly string[] => [
  '-c',
  `user.name=A`,
  'commit',
  '--quiet',
  '--date',
  date,
];

function commit(folder: string, date: string, message: string): void {
  git(folder, 'add', '.');
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.email=a@example.org', ...at(date), '-m', message],
    {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
    },
  );
}

const changelog = (content: string): string =>
  `# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-01-15)\n\nContent of 2026-01-10, revision \`${content}\`.\n`;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'dark-portals-version-'));
  git(base, 'init', '--quiet', '--initial-branch=main');
  await writeFiles(base, {
    'content/a.yaml': 'a: 1\n',
    '.content-version': await readFile('.content-version', 'utf8'),
    '.gitattributes': await readFile('.gitattributes', 'utf8'),
  });
  commit(base, '2026-01-10T12:00:00Z', 'content');
  hash = git(base, 'rev-parse', 'HEAD').slice(0, 10);
  await writeFiles(base, { 'README.md': 'text\n' });
  commit(base, '2026-01-12T12:00:00Z', 'text');
  await writeFiles(base, { 'content/permalinks.txt': '/\n', 'CHANGELOG.md': changelog(hash) });
  commit(base, '2026-01-15T12:00:00Z', 'release');
  git(base, 'tag', '-a', '-m', '0.1.0', 'v0.1.0');
});

afterAll(() => rm(base, { recursive: true }));

/** A copy that a test may change. */
async function clone(...options: string[]): Promise<string> {
  const folder = join(await makeFolder(), 'clone');
  git(base, 'clone', '--quiet', ...options, `file://${base}`, folder);
  return folder;
}

/** An archive of a revision as git makes it, unpacked outside any repository. */
async function unpack(folder: string, revision: string): Promise<string> {
  const target = join(await makeFolder(), 'unpacked');
  await mkdir(target);
  git(folder, 'archive', '--format=tar', '-o', `${target}.tar`, revision);
  execFileSync('tar', ['-xf', `${target}.tar`, '-C', target]);
  return target;
}

describe('the content version', () => {
  it('is the last commit that changed the content, whatever else was committed or released', () => {
    expect(readContentVersion(base)).toMatchObject({
      version: { date: '2026-01-10', commit: hash, release: '0.1.0' },
    });
    expect(readContentVersion(base).doubt).toBeUndefined();
  });
  it('is of no release once the content moves on', async () => {
    const folder = await clone();
    await writeFiles(folder, { 'content/a.yaml': 'a: 2\n' });
    commit(folder, '2026-02-01T12:00:00Z', 'more');
    const { version } = readContentVersion(folder);
    expect(version.date).toBe('2026-02-01');
    expect(version.release).toBeUndefined();
  });
  it('says so when files are not those of the commit, new ones included', async () => {
    const folder = await clone();
    await writeFiles(folder, { 'content/b.yaml': 'b: 1\n' });
    const { version, doubt } = readContentVersion(folder);
    expect(version).toEqual({ date: '2026-01-10', commit: `${hash}-modified` });
    expect(doubt).toContain('not committed');
  });
  it('does not mind changes outside the content', async () => {
    const folder = await clone();
    await writeFiles(folder, { 'README.md': 'other\n', 'content/permalinks.txt': '/\n/a/\n' });
    expect(readContentVersion(folder)).toMatchObject({ version: { commit: hash } });
    expect(readContentVersion(folder).doubt).toBeUndefined();
  });
  it('is doubted in a shallow clone whose history begins there', async () => {
    const { version, doubt } = readContentVersion(await clone('--depth', '1'));
    expect(version.date).toBe('2026-01-15');
    expect(doubt).toContain('this clone is shallow');
  });
  it('is not doubted in a shallow clone that reaches back far enough', async () => {
    const folder = await clone();
    await writeFiles(folder, { 'content/a.yaml': 'a: 2\n' });
    commit(folder, '2026-02-01T12:00:00Z', 'more');
    const shallow = join(await makeFolder(), 'shallow');
    git(base, 'clone', '--quiet', '--depth', '2', `file://${folder}`, shallow);
    expect(readContentVersion(shallow).doubt).toBeUndefined();
    expect(readContentVersion(shallow).version.date).toBe('2026-02-01');
  });
  it('of an unpacked archive of a release is the one the release states', async () => {
    expect(readContentVersion(await unpack(base, 'v0.1.0'))).toMatchObject({
      version: { date: '2026-01-10', commit: hash, release: '0.1.0' },
    });
  });
  it('of an unpacked archive of another commit is that commit', async () => {
    const { version, doubt } = readContentVersion(await unpack(base, 'HEAD~1'));
    expect(version).toEqual({
      date: '2026-01-12',
      commit: git(base, 'rev-parse', 'HEAD~1').slice(0, 10),
    });
    expect(doubt).toBeUndefined();
  });
  it('of an unpacked archive inside another repository is not that of the repository', async () => {
    const folder = await makeFolder();
    git(folder, 'init', '--quiet');
    await writeFiles(folder, { 'content/other.yaml': 'x: 1\n' });
    commit(folder, '2020-01-01T12:00:00Z', 'other');
    const inner = join(folder, 'unpacked');
    await mkdir(inner);
    execFileSync('tar', ['-xf', `${await unpack(base, 'v0.1.0')}.tar`, '-C', inner]);
    expect(readContentVersion(inner).version.date).toBe('2026-01-10');
  });
  it('is uncommitted, without a clock, where nothing says what it is', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, {
      'content/a.yaml': 'a: 1\n',
      'CHANGELOG.md': changelog('1a2b3c4d5e'),
      '.content-version': await readFile('.content-version', 'utf8'),
    });
    const { version, doubt } = readContentVersion(folder);
    expect(version).toEqual({ date: '2026-01-10', commit: 'uncommitted' });
    expect(doubt).toContain('nothing says which version');
  });
});

describe('a build', () => {
  const version = { date: '2026-01-10', commit: 'uncommitted' };
  const doubtful = { version, releases: [], doubt: 'nobody knows' };
  it('that is to be published refuses a version in doubt', () => {
    expect(() => requireVersion(doubtful, { SITE_URL: 'https://example.org' })).toThrow(
      'The content version is not certain: nobody knows.',
    );
  });
  it('says the doubt aloud and goes on where nothing is published, and as a draft', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    expect(requireVersion(doubtful, {})).toBe(doubtful);
    expect(requireVersion(doubtful, { SITE_URL: 'https://example.org', DRAFT: '1' })).toBe(
      doubtful,
    );
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
  it('is published without a word when the version is certain', () => {
    const certain = { version: { date: '2026-01-10', commit: '1a2b3c4d5e' }, releases: [] };
    expect(requireVersion(certain, { SITE_URL: 'https://example.org' })).toBe(certain);
  });
});
