import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/draw-doc-figures.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });

it('the figures of docs/combination.md are what the combining code draws', () => {
  const { status, stdout } = run('--check');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

it('a wrong call ends with 2', () => {
  expect(run('--chek').status).toBe(2);
});

it('docs/combination.md shows every figure, and is linked from README and architecture', async () => {
  const text = await readFile('docs/combination.md', 'utf8');
  const shown = [...text.matchAll(/\]\(figures\/([^)]+)\)/gu)].map(([, name]) => name);
  expect(shown.toSorted()).toEqual((await readdir('docs/figures')).toSorted());
  expect(await readFile('README.md', 'utf8')).toContain('docs/combination.md');
  expect(await readFile('docs/architecture.md', 'utf8')).toContain('combination.md');
});
