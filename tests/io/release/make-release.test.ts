import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readContentVersion } from '../../../src/io/content-version.ts';
import { writeArchives } from '../../../src/io/release/archive.ts';
import type { ReleaseRequest, ReleaseSteps } from '../../../src/io/release/make-release.ts';
import { makeRelease, previewNotes } from '../../../src/io/release/make-release.ts';
import { git, writeFiles } from '../../fixtures/make-repository.ts';
import { GOOD_FILES, LIMIT_CSV, LIMIT_YAML, makeFolder } from '../../fixtures/write-content.ts';

// Whoever runs the tests need not have told git a name.
for (const who of ['AUTHOR', 'COMMITTER']) {
  vi.stubEnv(`GIT_${who}_NAME`, 'A');
  vi.stubEnv(`GIT_${who}_EMAIL`, 'a@example.org');
}

const PACKAGE = { name: 'dark-portals', version: '0.1.0' };

const PROJECT: Readonly<Record<string, string>> = {
  'CHANGELOG.md':
    '# Changelog\n\n## Unreleased\n\n- Something for readers.\n\n## 0.1.0 (2026-11-22)\n\n- First.\n',
  'CITATION.cff':
    "title: T\nabstract: A\nkeywords: [k]\nauthors:\n  - name: N\nversion: 0.1.0\ndate-released: '2026-11-22'\n",
  'package.json': `${JSON.stringify(PACKAGE, null, 2)}\n`,
  'package-lock.json': `${JSON.stringify({ ...PACKAGE, packages: { '': PACKAGE } }, null, 2)}\n`,
  '.gitignore': 'node_modules\ndist/\n/release/\n',
  'content/permalinks.txt': '/\n/limits/babar-2014-dark-photon/\n',
};

let base: string;

/** A project whose version 0.1.0 is tagged, with a second limit since. */
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'dark-portals-project-'));
  const folder = base;
  const content = Object.entries(GOOD_FILES).map(([file, text]) => [`content/${file}`, text]);
  await writeFiles(folder, {
    ...PROJECT,
    ...(Object.fromEntries(content) as Record<string, string>),
    '.gitattributes': await readFile('.gitattributes', 'utf8'),
    '.content-version': await readFile('.content-version', 'utf8'),
  });
  await mkdir(join(folder, 'node_modules'));
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder, 'first');
  git(folder, 'tag', 'v0.1.0');
  const other = 'limits/vector/babar-2020-dark-photon';
  await writeFiles(join(folder, 'content'), {
    [`${other}.yaml`]: GOOD_FILES[LIMIT_YAML] ?? '',
    [`${other}.csv`]: (GOOD_FILES[LIMIT_CSV] ?? '').replaceAll('e-3', 'e-4'),
  });
  commitAll(folder, 'second');
});

afterAll(() => rm(base, { recursive: true }));

/** A copy of the project that a test may change. */
async function makeProject(): Promise<string> {
  const folder = await makeFolder();
  await cp(base, folder, { recursive: true });
  return folder;
}

function commitAll(folder: string, message: string): void {
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', message);
}

const PAGES = [
  'index.html',
  'limits/babar-2014-dark-photon/index.html',
  'limits/a.csv',
  '404.html',
];

/** Pages say where they are published, and a copy leads there for what it leaves out. */
const CANONICAL = '<link rel="canonical" href="https://a.example/dark/">';

/** Steps that check nothing and build the pages given. */
const stepsFor = (pages: readonly string[]): ReleaseSteps => ({
  check: () => Promise.resolve(),
  build: (tree) =>
    writeFiles(
      join(tree, 'dist'),
      Object.fromEntries(pages.map((page) => [page, `${CANONICAL}a ${page}\n`])),
    ),
  pack: async (tree) => {
    const { version } = JSON.parse(await readFile(join(tree, 'package.json'), 'utf8')) as {
      version: string;
    };
    await writeFiles(tree, { 'release/package.tgz': `a package ${version}\n` });
    return join(tree, 'release/package.tgz');
  },
});

const release = (
  folder: string,
  changes: Partial<ReleaseRequest> = {},
  steps: ReleaseSteps = stepsFor(PAGES),
): ReturnType<typeof makeRelease> =>
  makeRelease(
    {
      folder,
      date: '2027-01-15',
      branch: 'main',
      // Relative to where the command is run, as people write it.
      out: relative(process.cwd(), join(folder, 'release')),
      isDryRun: false,
      ...changes,
    },
    steps,
  );

/** Everything of a repository that a failed release must leave as it was. */
const stateOf = (folder: string): Record<string, unknown> => ({
  head: git(folder, 'rev-parse', 'HEAD'),
  tags: git(folder, 'tag'),
  status: git(folder, 'status', '--porcelain', '--ignored'),
  trees: git(folder, 'worktree', 'list').split('\n').length,
  archives: existsSync(join(folder, 'release')) ? git(folder, 'ls-files', '-o', 'release') : '',
});

describe('a release', () => {
  it('writes the version everywhere, tags it and leaves a clean tree', async () => {
    const folder = await makeProject();
    const version = readContentVersion(folder).version;
    const made = await release(folder);
    expect(made).toMatchObject({ version: '0.2.0', last: '0.1.0', base: 'v0.1.0' });
    expect(made.newAddresses).toEqual(['/limits/a.csv']);
    const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
    expect(await read('CHANGELOG.md')).toMatch(
      /## Unreleased\n\n## 0\.2\.0 \(2027-01-15\)\n\nContent of [-\d]+, revision `[0-9a-f]{10}`\.\n\n- Something for readers\.\n\n### Limits\n\nAdded \(1\):\n\n- `babar-2020-dark-photon`/,
    );
    expect(await read('CITATION.cff')).toContain("version: 0.2.0\ndate-released: '2027-01-15'");
    expect(JSON.parse(await read('.zenodo.json'))).toMatchObject({ version: '0.2.0' });
    expect(JSON.parse(await read('codemeta.json'))).toMatchObject({ version: '0.2.0' });
    expect(JSON.parse(await read('package.json'))).toMatchObject({ version: '0.2.0' });
    expect(JSON.parse(await read('package-lock.json'))).toMatchObject({
      version: '0.2.0',
      packages: { '': { version: '0.2.0' } },
    });
    expect(await read('content/permalinks.txt')).toBe(
      '/\n/limits/a.csv\n/limits/babar-2014-dark-photon/\n',
    );
    expect(git(folder, 'status', '--porcelain')).toBe('');
    expect(git(folder, 'cat-file', '-t', 'v0.2.0')).toBe('tag');
    expect(git(folder, 'rev-parse', 'v0.2.0^{commit}')).toBe(git(folder, 'rev-parse', 'HEAD'));
    expect(git(folder, 'tag', '-l', '--format=%(contents)', 'v0.2.0')).toContain('### Limits');
    expect(git(folder, 'worktree', 'list').split('\n')).toHaveLength(1);
    // The release changes no data: the content is what it was, and now has a name.
    expect(readContentVersion(folder).version).toEqual({ ...version, release: '0.2.0' });
  });

  it('archives the source, the site and the package with their digests, the same bytes whenever it is asked', async () => {
    const folder = await makeProject();
    const { archives } = await release(folder);
    const names = ['notes.md', 'npm.tgz', 'sha256.txt', 'site.zip'].map(
      (end) => `dark-portals-0.2.0-${end}`,
    );
    expect(archives.map((path) => path.split('/').at(-1))).toEqual([
      ...names,
      'dark-portals-0.2.0.tar.gz',
    ]);
    const bytes = (name: string): Promise<Uint8Array> => readFile(join(folder, 'release', name));
    const sums = new TextDecoder().decode(await bytes('dark-portals-0.2.0-sha256.txt'));
    for (const end of ['.tar.gz', '-site.zip', '-npm.tgz']) {
      const name = `dark-portals-0.2.0${end}`;
      expect(sums).toContain(
        `${createHash('sha256')
          .update(await bytes(name))
          .digest('hex')}  ${name}\n`,
      );
    }
    // Made when the version stood in package.json.
    expect(new TextDecoder().decode(await bytes('dark-portals-0.2.0-npm.tgz'))).toBe(
      'a package 0.2.0\n',
    );
    const site = unzipSync(await bytes('dark-portals-0.2.0-site.zip'));
    expect(Object.keys(site).toSorted()).toEqual(
      PAGES.map((page) => `dark-portals-0.2.0-site/${page}`).toSorted(),
    );
    // Of the same content whichever day it is asked for.
    expect(new TextDecoder().decode(site['dark-portals-0.2.0-site/limits/a.csv'])).toBe(
      `${CANONICAL}a limits/a.csv\n`,
    );
    const target = await makeFolder();
    execFileSync('tar', [
      '-xzf',
      join(folder, 'release', 'dark-portals-0.2.0.tar.gz'),
      '-C',
      target,
    ]);
    expect(readContentVersion(join(target, 'dark-portals-0.2.0')).version.release).toBe('0.2.0');
    const again = await makeFolder();
    await writeArchives({ folder, version: '0.2.0', out: again });
    expect(await readFile(join(again, 'dark-portals-0.2.0.tar.gz'))).toEqual(
      await bytes('dark-portals-0.2.0.tar.gz'),
    );
  });

  it('says in a dry run what it would do, and leaves no trace', async () => {
    const folder = await makeProject();
    const before = stateOf(folder);
    const made = await release(folder, { isDryRun: true });
    expect(made).toMatchObject({ version: '0.2.0', newAddresses: ['/limits/a.csv'], archives: [] });
    expect(made.notes).toContain('babar-2020-dark-photon');
    expect(stateOf(folder)).toEqual(before);
  });

  it('can be followed by another, compared with the first', async () => {
    const folder = await makeProject();
    await release(folder);
    const csv = `content/${LIMIT_CSV}`;
    await writeFiles(folder, { [csv]: (GOOD_FILES[LIMIT_CSV] ?? '').replace('2e-3', '3e-3') });
    commitAll(folder, 'correction');
    const { notes } = await previewNotes({ folder });
    expect(notes).toContain('1 of 3 points changed, by at most a factor 1.5 (at 2 GeV)');
    expect(await release(folder)).toMatchObject({ version: '0.2.1', base: 'v0.2.0', notes });
  });

  const fail = (message: string) => (): Promise<void> => Promise.reject(new Error(message));
  const good = stepsFor(PAGES);
  it.each<[string, Partial<ReleaseRequest>, ReleaseSteps, string]>([
    ['the check fails', {}, { ...good, check: fail('check failed') }, 'check failed'],
    ['the build fails', {}, { ...good, build: fail('build failed') }, 'build failed'],
    [
      'the package cannot be made',
      {},
      { ...good, pack: () => Promise.reject(new Error('pack failed')) },
      'pack failed',
    ],
    [
      'an address of an earlier release vanished',
      {},
      stepsFor(['index.html']),
      '1 released addresses lead nowhere any more:\n  /limits/babar-2014-dark-photon/\n',
    ],
    [
      'the version is not later',
      { version: '0.1.0' },
      good,
      'expected a version later than 0.1.0, such as 0.2.0',
    ],
    [
      'the last release cannot be found',
      { since: 'v0.0.9' },
      good,
      'no revision v0.0.9 to compare with',
    ],
    ['it is another branch', { branch: 'next' }, good, 'the branch here is main; expected next'],
    ['the archives cannot be written', { out: '/dev/null/no' }, good, '/dev/null/no'],
  ])('leaves everything as it was when %s', async (_what, changes, steps, message) => {
    const folder = await makeProject();
    const before = stateOf(folder);
    await expect(release(folder, changes, steps)).rejects.toThrow(message);
    expect(stateOf(folder)).toEqual(before);
  });

  it('is not made of files that are not committed, tracked or new', async () => {
    const folder = await makeProject();
    await writeFiles(folder, { 'content/limits/vector/forgotten.csv': 'mass\n' });
    await expect(release(folder)).rejects.toThrow(
      /not committed:\n\?\? content\/limits\/vector\/forgotten/,
    );
  });

  it('is undone, tag and archives included, when the branch moved meanwhile', async () => {
    const folder = await makeProject();
    const steps: ReleaseSteps = {
      ...good,
      build: async (tree) => {
        await good.build(tree);
        await writeFiles(folder, { 'README.md': 'meanwhile\n' });
        commitAll(folder, 'meanwhile');
      },
    };
    await expect(release(folder, {}, steps)).rejects.toThrow('git merge --quiet --ff-only');
    expect(git(folder, 'tag')).toBe('v0.1.0');
    expect(git(folder, 'log', '-1', '--format=%s')).toBe('meanwhile');
    expect(await readdir(join(folder, 'release'))).toEqual([]);
  });
});
