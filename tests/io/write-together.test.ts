import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeTogether } from '../../src/io/write-together.ts';
import { writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

const OLD = { changed: 'old', gone: 'old', left: 'old' };

async function makeOld(): Promise<string> {
  const folder = await makeFolder();
  await writeFiles(folder, OLD);
  return folder;
}

const read = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('files written together', () => {
  it('are changed, added and removed', async () => {
    const folder = await makeOld();
    writeTogether([
      { path: join(folder, 'changed'), text: 'new', before: 'old' },
      { path: join(folder, 'added'), text: 'new' },
      { path: join(folder, 'gone'), before: 'old' },
    ]);
    expect(read(folder)).toEqual({ changed: 'new', added: 'new', left: 'old' });
  });

  it.each([
    ['the last cannot be renamed', { text: 'new' }],
    ['the last cannot be removed', {}],
  ])('are all as they were where %s', async (_, last) => {
    const folder = await makeOld();
    // A folder of that name stands in the way.
    mkdirSync(join(folder, 'blocked', 'full'), { recursive: true });
    expect(() => {
      writeTogether([
        { path: join(folder, 'changed'), text: 'new', before: 'old' },
        { path: join(folder, 'added'), text: 'new' },
        { path: join(folder, 'gone'), before: 'old' },
        { path: join(folder, 'blocked'), ...last },
      ]);
    }).toThrow();
    expect(read(folder)).toEqual(OLD);
  });

  it('are all written before a signal that came meanwhile ends anything', async () => {
    const folder = await makeOld();
    const module = join(import.meta.dirname, '../../src/io/write-together.ts');
    // A change that looks at its text sends the signal in the middle.
    const program = `
      import { writeTogether } from ${JSON.stringify(module)};
      const kill = { path: 'first', get text() { process.kill(process.pid, 'SIGTERM'); return 'new'; } };
      writeTogether([kill, { path: 'changed', text: 'new', before: 'old' }]);
    `;
    const args = ['--input-type=module', '--eval', program];
    expect(spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stderr).toBe('');
    expect(read(folder)).toEqual({ ...OLD, first: 'new', changed: 'new' });
  });
});
