import { execFileSync } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContentHistory } from '../../src/io/content-history.ts';
import { git, writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

let base: string;

/** Commits everything, with both dates at that time. */
function commit(folder: string, date: string, message: string): string {
  git(folder, 'add', '.');
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', ['-C', folder, ...who, 'commit', '--quiet', '--date', date, '-m', message], {
    env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  return git(folder, 'rev-parse', 'HEAD');
}

const LONG = 'a line\nand another\nand a third\n';
let hashes: string[];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'dark-portals-history-'));
  git(base, 'init', '--quiet', '--initial-branch=main');
  await writeFiles(base, { 'content/limits/a.yaml': LONG, 'content/limits/a.csv': '1\n' });
  // In a time zone of its own: dates are told in UTC.
  const first = commit(base, '2026-01-10T01:00:00+02:00', 'first');
  await writeFiles(base, { 'content/limits/b.yaml': 'b\n', 'README.md': 'text\n' });
  const second = commit(base, '2026-02-10T12:00:00Z', 'second');
  await writeFiles(base, { 'content/limits/a.csv': '2\n' });
  await rename(join(base, 'content/limits/a.yaml'), join(base, 'content/limits/c.yaml'));
  const third = commit(base, '2026-03-10T12:00:00Z', 'third');
  hashes = [first, second, third];
});

afterAll(() => rm(base, { recursive: true }));

const moment = (i: number, time: string): object => ({ time, commit: hashes[i] });

describe('the history of the content', () => {
  it('has when a file came in and last changed, under the name it has now', () => {
    const { files, gap } = readContentHistory(base);
    expect(gap).toBeUndefined();
    expect(files.get('limits/c.yaml')).toEqual({
      origin: 'limits/a.yaml',
      added: moment(0, '2026-01-09T23:00:00Z'),
      // Another name is no change.
      changed: moment(0, '2026-01-09T23:00:00Z'),
    });
    expect(files.has('limits/a.yaml')).toBe(false);
    expect(files.get('limits/b.yaml')).toMatchObject({ added: moment(1, '2026-02-10T12:00:00Z') });
    expect(files.get('limits/a.csv')).toMatchObject({
      added: moment(0, '2026-01-09T23:00:00Z'),
      changed: moment(2, '2026-03-10T12:00:00Z'),
    });
    expect([...files.keys()].filter((path) => path.includes('README'))).toEqual([]);
  });
  it('does not take the beginning of a shallow clone for the day when everything came in', async () => {
    const shallow = join(await makeFolder(), 'shallow');
    git(base, 'clone', '--quiet', '--depth', '2', `file://${base}`, shallow);
    const { files, gap } = readContentHistory(shallow);
    expect(gap).toBe('shallow');
    expect(files.get('limits/b.yaml')).toEqual({ origin: 'limits/b.yaml' });
    expect(files.get('limits/a.csv')?.added).toBeUndefined();
    expect(files.get('limits/a.csv')?.changed).toEqual(moment(2, '2026-03-10T12:00:00Z'));
  });
  it('is empty, and says so, outside a repository and before the first commit of the content', async () => {
    const folder = await makeFolder();
    expect(readContentHistory(folder)).toEqual({ files: new Map(), gap: 'no-history' });
    git(folder, 'init', '--quiet');
    await writeFiles(folder, { 'content/limits/a.yaml': LONG });
    expect(readContentHistory(folder)).toEqual({ files: new Map(), gap: 'no-history' });
  });
});
