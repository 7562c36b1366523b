import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRepository, writeFiles } from '../fixtures/make-repository.ts';
import { runHere } from '../fixtures/run-here.ts';
import { runScript, type ScriptRun } from '../fixtures/run-script.ts';
import { edited, LIMIT_CSV, LIMIT_YAML, makeFolder } from '../fixtures/write-content.ts';

/** Runs the command with the arguments given. */
const run = (...args: string[]): Promise<ScriptRun> => runHere('scripts/impact.ts', args);

/** A repository whose limit became ten times stronger since its commit. */
async function makeChange(): Promise<string> {
  const { content } = await makeRepository();
  await writeFiles(content, {
    [LIMIT_CSV]: 'segment,mass,value\n1,1,1e-4\n1,2,2e-4\n1,3,1e-4\n',
  });
  return content;
}

describe('npm run impact', () => {
  it('says that nothing changed, and ends with 0, as a process of its own', async () => {
    const { content } = await makeRepository();
    const args = ['--base', 'HEAD', '--root', content];
    const { code, out, err } = await runScript('scripts/impact.ts', args);
    expect({ code, err: err.replace(/\d+\.\d s/, 'TIME') }).toEqual({
      code: 0,
      err: 'impact: 0 planes changed since HEAD (TIME)\n',
    });
    expect(out).toMatch(
      /^# Impact on the combined limits since `HEAD` \(`[0-9a-f]{12}`\)\n\nNothing changed\.\n$/,
    );
  });
  it('prints a table of what changed', async () => {
    const { code, out } = await run('--base', 'HEAD', '--root', await makeChange());
    expect(code).toBe(0);
    expect(out).toContain(
      '| 1 – 3 | stronger | × 10 | × 10 | `babar-2014-dark-photon` | `babar-2014-dark-photon` |',
    );
  });
  it('prints JSON and nothing else', async () => {
    const { code, out } = await run(
      '--base',
      'HEAD',
      '--root',
      await makeChange(),
      '--format',
      'json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      base: 'HEAD',
      baseErrors: 0,
      planes: [
        { plane: 'dark-photon-visible', scopes: [{ scope: 'laboratory' }, { scope: 'ee' }] },
      ],
    });
  });
  it.each([
    ['markdown', ['dark-photon-visible.svg', 'impact.md']],
    ['json', ['dark-photon-visible.svg', 'impact.json']],
    ['svg', ['dark-photon-visible.svg']],
  ])('writes the files of the format %s and names them', async (format, names) => {
    const out = join(await makeFolder(), 'new');
    const args = ['--base', 'HEAD', '--root', await makeChange(), '--format', format, '--out', out];
    expect(await run(...args)).toMatchObject({
      code: 0,
      out: names.map((name) => `${join(out, name)}\n`).join(''),
    });
    expect((await readdir(out)).toSorted()).toEqual(names);
    if (format !== 'markdown') return;
    expect(await readFile(join(out, 'impact.md'), 'utf8')).toContain('](dark-photon-visible.svg)');
    const svg = await readFile(join(out, 'dark-photon-visible.svg'), 'utf8');
    expect(svg).toContain('dark photon mass [GeV]');
    expect(svg).toContain('kinetic mixing');
  });
  it('ends with 1 and compares nothing when the content has errors', async () => {
    const { content } = await makeRepository();
    await writeFiles(content, edited(LIMIT_YAML, 'massRange: [1, 3]', 'massRange: [1000, 3000]'));
    const { code, out, err } = await run('--base', 'HEAD', '--root', content);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('impact: 1 error; nothing was compared');
  });
  it('prints its help and ends with 0', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const option of ['--base', '--format', '--out', '--root']) expect(out).toContain(option);
  });
  it.each([
    ['no revision', [], /--base REV is missing/],
    ['a revision that does not exist', ['--base', 'no-such'], /no revision "no-such" here; name a/],
    ['a format it does not know', ['--base', 'HEAD', '--format', 'pdf'], /"pdf" is none of/],
    ['pictures without a place', ['--base', 'HEAD', '--format', 'svg'], /--out DIR/],
    ['an option it does not know', ['--bas', 'HEAD'], /--bas/],
    ['a folder that does not exist', ['--base', 'HEAD', '--root', 'no-folder'], /no-folder/],
  ])('ends with 2 and the help on standard error for %s', async (_what, args, reason) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
    expect(err).toContain('npm run impact');
  });
  it('ends with 2 outside a repository', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'references.bib': '' });
    const { code, err } = await run('--base', 'HEAD', '--root', folder);
    expect(code).toBe(2);
    expect(err).toContain('is not in a git repository');
  });
});
