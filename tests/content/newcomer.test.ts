import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShellRun } from '../fixtures/run-shell.ts';
import { runShell } from '../fixtures/run-shell.ts';
import { makeSmallSite } from '../fixtures/small-site.ts';

/** What a clone holds besides its content, as far as the commands need it. */
const COPIED = [
  'CITATION.cff',
  'astro.config.mjs',
  'codemeta.json',
  'docs/examples',
  'package-lock.json',
  'package.json',
  'pagefind.yml',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];
const ID = 'belle-2-2026-dark-photon-visible';

/** The commands of the worked example, block by block. */
const BLOCKS = [
  ...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^```bash\n([^]*?)^```$/gm),
].map(([, block = '']) => block);

let clone = '';

const run = (commands: string): Promise<ShellRun> => runShell(commands, clone);

const page = (path: string): string => readFileSync(join(clone, 'dist', path, 'index.html'), 'utf8');

/** Where the curve of an experiment begins in a page's figure: mass [GeV] and mixing. */
function readStart(html: string, experiment: string): [number, number] {
  const [, width = '', height = ''] =
    /<svg x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"/.exec(html) ?? [];
  const [, x = '', y = ''] =
    new RegExp(`class="dpf-edge h-${experiment}" d="M([\\d.]+) ([\\d.]+)`).exec(html) ?? [];
  // The plane of the small site: 1e-3 to 100 GeV and 1e-8 to 1e-1.
  return [10 ** (-3 + (5 * Number(x)) / Number(width)), 10 ** (-1 - (7 * Number(y)) / Number(height))];
}

describe('a newcomer who follows CONTRIBUTING', () => {
  beforeAll(async () => {
    // A clone with a content that is built in seconds; the rest is what is here.
    clone = mkdtempSync(join(tmpdir(), 'dark-portals-newcomer-'));
    for (const path of COPIED) {
      const filter = (from: string): boolean => !from.includes('node_modules');
      cpSync(path, join(clone, path), { recursive: true, filter });
    }
    // The reference of the npm package takes as long as the rest, and has tests of its own.
    rmSync(join(clone, 'src/pages/package'), { recursive: true });
    symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
    writeFileSync(join(clone, '.gitignore'), 'node_modules\ndist\n.astro\n');
    for (const [path, text] of Object.entries(makeSmallSite())) {
      mkdirSync(dirname(join(clone, 'content', path)), { recursive: true });
      writeFileSync(join(clone, 'content', path), text);
    }
    const { code, err } = await run('git init -q -b main && git add . && git commit -q -m begin');
    expect(code, err).toBe(0);
  });
  afterAll(() => {
    rmSync(clone, { recursive: true, force: true });
  });

  it('writes the limit with the first command', async () => {
    const { code, err } = await run(BLOCKS[0] ?? 'false');
    expect(code, err).toBe(0);
    for (const path of [`limits/vector/${ID}.csv`, `limits/vector/${ID}.yaml`, `searches/vector/${ID}.mdx`])
      expect(existsSync(join(clone, 'content', path)), path).toBe(true);
    expect(err).toContain('as decided');
    expect(err).toMatch(/Of e⁺e⁻ colliders it leads\n {2}0\.3 to 1 GeV, where there was no limit/);
  });
  it('checks, combines and builds, and the site shows the curve', { timeout: 300_000 }, async () => {
    const { code, err } = await run(BLOCKS[1] ?? 'false');
    expect(code, err).toBe(0);
    expect(err).toMatch(/check: no errors.* in 2 limits/);
    const combined = readFileSync(join(clone, 'content/combined/dark-photon-visible.json'), 'utf8');
    expect(combined).toContain(`"limit":"${ID}"`);
    const [mass, epsilon] = readStart(page('planes/dark-photon-visible'), 'belle-2');
    // The first row of the file: 300 MeV and log10 ε² = -6.62.
    expect(mass).toBeCloseTo(0.3, 3);
    expect(Math.log10(epsilon)).toBeCloseTo(-6.62 / 2, 2);
    expect(page(`limits/${ID}`)).toContain('Example with made-up numbers: dark photon');
    expect(page(`searches/${ID}`)).toContain('still to be written');
  });
  it('commits the data with the combined files', async () => {
    const { code, err } = await run(BLOCKS[2] ?? 'false');
    expect(code, err).toBe(0);
    expect((await run('git status --porcelain')).out).toBe('');
    expect((await run('git show --stat --format=%s')).out).toMatch(/combined\/dark-photon-visible\.json/);
  });
  it('finds every command of the example in the blocks that were run', () => {
    expect(BLOCKS).toHaveLength(3);
  });
});
