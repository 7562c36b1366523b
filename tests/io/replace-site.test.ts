import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LockedError } from '../../src/io/process-lock.ts';
import type { FileCalls } from '../../src/io/replace-site.ts';
import { exchange, mendSite, replaceSite, restoreSite } from '../../src/io/replace-site.ts';
import { writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

const OLD = { 'index.html': 'old', 'limits/a/index.html': 'old too' };
const NEW = { 'index.html': 'new', 'limits/b/index.html': 'new too' };

/** A project with a built site. */
async function makeProject(): Promise<string> {
  const project = await makeFolder();
  await writeFiles(join(project, 'dist'), OLD);
  return project;
}

/** Every file below a folder with its text; nothing where there is no folder. */
function read(folder: string): Record<string, string> {
  if (!fs.existsSync(folder)) return {};
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [file.slice(folder.length + 1), fs.readFileSync(file, 'utf8')]),
  );
}

const siteOf = (project: string): Record<string, string> => read(join(project, 'dist'));
const workshopOf = (project: string): Record<string, string> => read(join(project, 'dist.next'));

const make = (folder: string): Promise<void> => writeFiles(folder, NEW);

describe('replaceSite', () => {
  it('puts the new site in the place of the old one, and leaves nothing beside it', async () => {
    const project = await makeProject();
    await replaceSite(project, make);
    expect(siteOf(project)).toEqual(NEW);
    expect(workshopOf(project)).toEqual({});
  });

  it('makes the first site', async () => {
    const project = await makeFolder();
    await replaceSite(project, make);
    expect(siteOf(project)).toEqual(NEW);
    expect(workshopOf(project)).toEqual({});
  });

  it('leaves the old site as it was while the new one is made, and where that fails', async () => {
    const project = await makeProject();
    const failing = replaceSite(project, async (folder) => {
      await writeFiles(folder, NEW);
      expect(siteOf(project)).toEqual(OLD);
      throw new Error('the index failed');
    });
    await expect(failing).rejects.toThrow('the index failed');
    expect(siteOf(project)).toEqual(OLD);
    expect(workshopOf(project)).toEqual({});
  });

  it('refuses a second build while one runs, which goes on', async () => {
    const project = await makeProject();
    await replaceSite(project, async (folder) => {
      await expect(replaceSite(project, make)).rejects.toThrow(LockedError);
      await make(folder);
    });
    expect(siteOf(project)).toEqual(NEW);
  });

  it('removes what killed builds have left half-done', async () => {
    const project = await makeProject();
    const left = { '4194305/index.html': 'half', 'waste/index.html': 'old', lock: '4194305 17' };
    await writeFiles(join(project, 'dist.next'), left);
    await replaceSite(project, make);
    expect(siteOf(project)).toEqual(NEW);
    expect(workshopOf(project)).toEqual({});
  });

  it('builds upon the old site where a killed build had taken it away', async () => {
    const project = await makeProject();
    fs.mkdirSync(join(project, 'dist.next'));
    fs.renameSync(join(project, 'dist'), join(project, 'dist.next', 'previous'));
    const failing = replaceSite(project, () => Promise.reject(new Error('it failed')));
    await expect(failing).rejects.toThrow('it failed');
    expect(siteOf(project)).toEqual(OLD);
  });
});

describe('the exchange of two sites', () => {
  /** The functions of `node:fs`, of which the call of this number, and every later one, does not come back. */
  function dieAt(last: number): FileCalls {
    let calls = 0;
    const wrap =
      <A extends unknown[], R>(call: (...args: A) => R) =>
      (...args: A): R => {
        if (++calls >= last) throw new Error('killed');
        return call(...args);
      };
    return {
      existsSync: fs.existsSync,
      renameSync: wrap(fs.renameSync),
      rmSync: wrap(fs.rmSync),
    };
  }

  it.each([
    [1, 'before anything', OLD],
    [2, 'when the old site is away', OLD],
    [3, 'when the new one is in its place', NEW],
    [4, 'when the old one is waste', NEW],
  ])('killed at call %i, %s, leaves one whole site', async (call, _, expected) => {
    const project = await makeProject();
    const finished = join(project, 'dist.next', '17');
    await writeFiles(finished, NEW);
    expect(() => {
      exchange(project, finished, dieAt(call));
    }).toThrow('killed');
    mendSite(project);
    expect(siteOf(project)).toEqual(expected);
    await replaceSite(project, make);
    expect(siteOf(project)).toEqual(NEW);
    expect(workshopOf(project)).toEqual({});
  });

  it('has no other calls at which it could be killed', async () => {
    const project = await makeProject();
    const finished = join(project, 'dist.next', '17');
    await writeFiles(finished, NEW);
    exchange(project, finished, dieAt(5));
    expect(siteOf(project)).toEqual(NEW);
  });

  it('takes the old site back where the new one cannot be renamed', async () => {
    const project = await makeProject();
    fs.mkdirSync(join(project, 'dist.next'));
    expect(() => {
      exchange(project, join(project, 'dist.next', 'not-there'));
    }).toThrow('ENOENT');
    expect(siteOf(project)).toEqual(OLD);
  });

  it('mends nothing where there is nothing to mend', async () => {
    const project = await makeProject();
    expect(restoreSite(project)).toBe(false);
    mendSite(project);
    expect(siteOf(project)).toEqual(OLD);
    expect(fs.existsSync(join(project, 'dist.next'))).toBe(false);
  });
});

describe('a build that is ended from outside', () => {
  const STAND_IN = join(import.meta.dirname, '../fixtures/build-stand-in.ts');

  /** A build that never ends, when half of the site is written. */
  async function startBuild(project: string): Promise<{ build: ChildProcess; writer: number }> {
    const build = spawn(process.execPath, [STAND_IN, project], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const writer = await new Promise<number>((resolve) => {
      build.stdout.on('data', (said: Buffer) => {
        resolve(Number(/written by (\d+)/.exec(said.toString())?.[1]));
      });
    });
    return { build, writer };
  }

  it('leaves the site as it was, and nothing behind it (SIGTERM)', async () => {
    const project = await makeProject();
    const { build } = await startBuild(project);
    build.kill('SIGTERM');
    // Closed when the program that writes, which shares its output, has ended too.
    expect(await once(build, 'close')).toEqual([143, null]);
    expect(siteOf(project)).toEqual(OLD);
    expect(workshopOf(project)).toEqual({});
  });

  it('leaves the site as it was, and the next build removes the rest (SIGKILL)', async () => {
    const project = await makeProject();
    const { build, writer } = await startBuild(project);
    build.kill('SIGKILL');
    await once(build, 'exit');
    process.kill(writer);
    expect(siteOf(project)).toEqual(OLD);
    expect(Object.values(workshopOf(project))).toContain('half');
    await replaceSite(project, make);
    expect(siteOf(project)).toEqual(NEW);
    expect(workshopOf(project)).toEqual({});
  });
});
