import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edited, LIMIT_YAML, makeFolder, writeContent } from '../fixtures/write-content.ts';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command with the arguments given. */
function run(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { code: status, out: stdout, err: stderr };
}

const BROKEN = edited(LIMIT_YAML, 'massRange: [1, 3]', 'massRange: [1000, 3000]');

describe('npm run check', () => {
  it('ends with 0 and nothing on standard output for sound content', async () => {
    const { code, out, err } = run('--root', await writeContent());
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^check: no errors in 1 limit, 1 plane and 1 reference \(\d+\.\d s\)\n$/);
  });
  it('ends with 1 and says file and line for content with an error', async () => {
    const root = await writeContent(BROKEN);
    const { code, out, err } = run('--root', root);
    expect(code).toBe(1);
    expect(out.replace(root, 'ROOT')).toMatchInlineSnapshot(`
      "ROOT/limits/vector/babar-2014-dark-photon.yaml:12  error  mass-range
        found     numbers from 1 to 3 GeV
        expected  the stated range 1000 to 3000 GeV within 2 %
        fix       check mass.unit and mass.scale; if the numbers are right, correct massRange
      "
    `);
    expect(err).toMatch(/^check: 1 error in 1 limit/);
  });
  it('reads a folder whose name ends in a slash', async () => {
    expect(run('--root', `${await writeContent()}/`).code).toBe(0);
  });
  it('gives the messages as JSON', async () => {
    const root = await writeContent(BROKEN);
    const { code, out } = run('--root', root, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      root,
      messages: [
        {
          rule: 'mass-range',
          severity: 'error',
          file: LIMIT_YAML,
          line: 12,
          found: 'numbers from 1 to 3 GeV',
          expected: 'the stated range 1000 to 3000 GeV within 2 %',
          fix: 'check mass.unit and mass.scale; if the numbers are right, correct massRange',
        },
      ],
    });
  });
  it('gives JSON for sound content too', async () => {
    const root = await writeContent();
    const { code, out } = run('--root', root, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ root, messages: [] });
  });
  it('walks back to the raw files where it is told where they are', async () => {
    const raw = await makeFolder();
    const text = '1,1e-3\n2,2e-3\n3,1e-3\n';
    await writeFile(join(raw, 'figure-4.csv'), text);
    const digest = createHash('sha256').update(text).digest('hex');
    const root = await writeContent(edited(LIMIT_YAML, 'a'.repeat(64), digest));
    expect(run('--root', root, '--raw', raw)).toMatchObject({ code: 0, out: '' });
    await writeFile(join(raw, 'figure-4.csv'), text.replace('2,', '2.0,'));
    const { code, out } = run('--root', root, '--raw', raw);
    expect(code).toBe(1);
    expect(out).toContain(`${LIMIT_YAML}:20  error  raw-digest`);
  });
  it('prints its help and ends with 0', () => {
    const { code, out, err } = run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^npm run check/);
    for (const option of ['--root', '--raw', '--json']) expect(out).toContain(option);
  });
  it.each([
    ['an option it does not know', ['--rot', 'content'], /--rot/],
    ['an option without its value', ['--root'], /--root/],
    ['an argument that is no option', ['content'], /content/],
    ['a folder that does not exist', ['--root', 'no-such-folder'], /no-such-folder/],
    ['a file in place of a folder', ['--root', 'package.json'], /package\.json/],
  ])('ends with 2 and the help on standard error for %s', (_what, args, reason) => {
    const { code, out, err } = run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
    expect(err).toContain('npm run check');
  });
});
