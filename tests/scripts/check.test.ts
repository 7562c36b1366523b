import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHere } from '../fixtures/run-here.ts';
import { runScript, type ScriptRun } from '../fixtures/run-script.ts';
import {
  edited,
  GOOD_FILES,
  LIMIT_CSV,
  LIMIT_YAML,
  makeFolder,
  writeContent,
} from '../fixtures/write-content.ts';

/** Runs the command with the arguments given. */
const run = (...args: string[]): Promise<ScriptRun> =>
  runHere('scripts/check.ts', args, { env: { GITHUB_ACTIONS: '' } });

const BROKEN = edited(LIMIT_YAML, 'massRange: [1, 3]', 'massRange: [1, 2.5]');

describe('npm run check', () => {
  it('ends with 0 and nothing on standard output for sound content, as a process of its own', async () => {
    const root = await writeContent();
    const { code, out, err } = await runScript('scripts/check.ts', ['--root', root]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^check: no errors in 1 limit, 1 plane and 1 reference \(\d+\.\d s\)\n$/);
  });
  it('ends with 1 and says file and line for content with an error', async () => {
    const root = await writeContent(BROKEN);
    const { code, out, err } = await run('--root', root);
    expect(code).toBe(1);
    expect(out.replace(root, 'ROOT')).toMatchInlineSnapshot(`
      "ROOT/limits/vector/babar-2014-dark-photon.yaml:12  error  mass-range
        10 | lifetime: prompt
        11 | confidence: {level: 0.9}
      > 12 | massRange: [1, 2.5]
           | ^^^^^^^^^^^^^^^^^^^
        13 | mass: {quantity: mass-dark-photon, unit: GeV}
        14 | value: {quantity: epsilon, unit: "1"}
        found     numbers from 1 to 3 GeV
        expected  the stated range 1 to 2.5 GeV within 2 %
        fix       check mass.unit and mass.scale; if the numbers are right, correct massRange
      "
    `);
    expect(err).toMatch(/^check: 1 error in 1 limit/);
  });
  it('reads a folder whose name ends in a slash', async () => {
    expect((await run('--root', `${await writeContent()}/`)).code).toBe(0);
  });
  it('gives the messages as JSON', async () => {
    const root = await writeContent(BROKEN);
    const { code, out } = await run('--root', root, '--json');
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
          expected: 'the stated range 1 to 2.5 GeV within 2 %',
          fix: 'check mass.unit and mass.scale; if the numbers are right, correct massRange',
        },
      ],
    });
  });
  it('gives JSON for sound content too', async () => {
    const root = await writeContent();
    const { code, out } = await run('--root', root, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ root, messages: [] });
  });
  it('walks back to the raw files where it is told where they are', async () => {
    const raw = await makeFolder();
    const text = '1,1e-3\n2,2e-3\n3,1e-3\n';
    await writeFile(join(raw, 'figure-4.csv'), text);
    const digest = createHash('sha256').update(text).digest('hex');
    const root = await writeContent(edited(LIMIT_YAML, 'a'.repeat(64), digest));
    expect(await run('--root', root, '--raw', raw)).toMatchObject({ code: 0, out: '' });
    await writeFile(join(raw, 'figure-4.csv'), text.replace('2,', '2.0,'));
    const { code, out } = await run('--root', root, '--raw', raw);
    expect(code).toBe(1);
    expect(out).toContain(`${LIMIT_YAML}:21  error  raw-digest`);
  });
  it('repairs what is mechanical, says so, and checks again', async () => {
    const root = await writeContent({
      [LIMIT_CSV]: (GOOD_FILES[LIMIT_CSV] ?? '').replaceAll('\n', '\r\n'),
    });
    const { code, out, err } = await run('--root', root, '--fix');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain(`fixed  ${root}/${LIMIT_CSV}: plain text with Unix line ends\n`);
    expect(await readFile(join(root, LIMIT_CSV), 'utf8')).toBe(GOOD_FILES[LIMIT_CSV]);
  });
  it('annotates where GitHub Actions runs, unless told otherwise; counts remarks and shows them on request', async () => {
    const remark = {
      ...BROKEN,
      [LIMIT_CSV]: 'segment,mass,value\n1,1,1.123456789e-3\n1,2,2e-3\n1,3,1.123456789e-3\n',
    };
    const root = await writeContent(remark);
    const runAt = (...args: string[]): Promise<ScriptRun> =>
      runHere('scripts/check.ts', ['--root', root, ...args], { env: { GITHUB_ACTIONS: 'true' } });
    const github = await runAt();
    const terminal = await runAt('--format', 'terminal', '--info');
    expect(github.out).toMatch(/^::error file=\S+\.yaml,line=12,title=mass-range::[^\n]*\n$/);
    expect(github.err).toContain('check: 1 error and 1 remark in');
    expect(terminal.out).toContain('.csv:2  info  digits\n');
  });
  it('prints its help and ends with 0', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^npm run check/);
    for (const option of ['--root', '--raw', '--fix', '--info', '--format', '--json'])
      expect(out).toContain(option);
  });
  it.each([
    ['an option it does not know', ['--rot', 'content'], /--rot/],
    ['an option without its value', ['--root'], /--root/],
    ['an argument that is no option', ['content'], /content/],
    ['a format it does not have', ['--format', 'xml'], /xml: one of terminal, github, json/],
    ['two formats', ['--json', '--format', 'github'], /one of the two/],
    ['a folder that does not exist', ['--root', 'no-such-folder'], /no-such-folder/],
    ['a file in place of a folder', ['--root', 'package.json'], /package\.json/],
  ])('ends with 2 and the help on standard error for %s', async (_what, args, reason) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
    expect(err).toContain('npm run check');
  });
});
