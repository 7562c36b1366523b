import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/io/check-content.ts';
import type { ShellRun } from '../fixtures/run-shell.ts';
import { runShell } from '../fixtures/run-shell.ts';
import { makeSmallSite } from '../fixtures/small-site.ts';

const ID = 'belle-2-2026-dark-photon-visible';
let folder = '';

/** The command itself where it does not matter that npm starts it, which takes its time. */
const run = (commands: string): Promise<ShellRun> =>
  runShell(commands.replace(/^npm run new --/, 'node scripts/new.ts'), folder);

/** Every file of the content with its text. */
const read = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );

describe('npm run new', () => {
  let example = '';

  beforeAll(async () => {
    // The commands as they are here, beside a small content.
    folder = mkdtempSync(join(tmpdir(), 'dark-portals-new-'));
    for (const name of ['package.json', 'scripts', 'node_modules', 'docs'])
      symlinkSync(resolve(name), join(folder, name));
    for (const [path, text] of Object.entries(makeSmallSite())) {
      mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
      writeFileSync(join(folder, 'content', path), text);
    }
    const { code, out } = await run('npm run -s new -- --help');
    expect(code).toBe(0);
    example = /An example that works:\n\n([^]*?)\n\nExit code/.exec(out)?.[1] ?? '';
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('says everything that is missing at once, and writes nothing', async () => {
    const before = read();
    const { code, out, err } = await run(
      'npm run new -- docs/examples/new-limit/figure-4.txt --plane dark-photon-visibel',
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(
      '--plane  found "dark-photon-visibel", which is not in planes/; expected did you mean "dark-photon-visible"?; write dark-photon-visible\n',
    );
    for (const flag of ['title', 'reference', 'status', 'confidence', 'mass-range', 'experiment'])
      expect(err).toMatch(new RegExp(`^--${flag} {2}found nothing; expected`, 'm'));
    expect(read()).toEqual(before);
  });
  it('ends with 2 where the call is wrong', async () => {
    const { code, out, err } = await run(
      'npm run new -- docs/examples/new-limit/figure-4.txt --mass-range low..high',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^--mass-range "low\.\.high": expected two masses \[GeV\]/);
    expect(err).toContain('An example that works');
  });
  it('shows the errors of the check with file and line, and writes only where a draft may go', async () => {
    const before = read();
    const { code, out, err } = await run(
      `${example.replace('0.3..5', '300..5000')} --draft drafts`,
    );
    expect(code).toBe(1);
    expect(err).toMatch(
      new RegExp(`content/limits/vector/${ID}\\.yaml:\\d+ {2}error {2}mass-range`),
    );
    expect(out.trim().split('\n')).toContain(`drafts/limits/vector/${ID}.yaml`);
    expect(read()).toEqual(before);
  });
  it('runs the example of its help, and what it writes passes the check', async () => {
    const before = read();
    const { code, out, err } = await run(
      `${example} --picture figure.svg`.replace('npm run', 'npm run -s'),
    );
    expect(code, err).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      `content/limits/vector/${ID}.csv`,
      `content/limits/vector/${ID}.yaml`,
      `content/searches/vector/${ID}.mdx`,
      'content/references.bib',
    ]);
    expect(err).toContain(`The figure: figure.svg`);
    expect(readFileSync(join(folder, 'figure.svg'), 'utf8')).toMatch(
      /^<svg [^]*Belle II 2026[^]*<\/svg>/,
    );
    const { messages } = await checkContent(join(folder, 'content'));
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const now = read();
    const bibliography = join(folder, 'content/references.bib');
    expect(Object.keys(now).length).toBe(Object.keys(before).length + 3);
    expect(now[bibliography]?.length).toBeGreaterThan(before[bibliography]?.length ?? Infinity);
  });
});
