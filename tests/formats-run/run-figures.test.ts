import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureSpec } from '../../src/core/figure/figure-spec.ts';
import type { TakeAwayContext } from '../../src/core/formats/figure/take-away.ts';
import { writeCaption } from '../../src/core/formats/figure/write-caption.ts';
import { writeMatplotlib } from '../../src/core/formats/figure/write-matplotlib.ts';
import { writePgfplots } from '../../src/core/formats/figure/write-pgfplots.ts';
import { readRealContent } from '../fixtures/real-content.ts';
import { HOSTILE_TEXTS, writeWith } from '../core/formats/figure/hostile.ts';
import { readFigure } from '../core/formats/figure/read-figure.ts';

/** Figures taken away, run by the programs they are written for; skipped where those are missing. */
interface Figure {
  readonly spec: FigureSpec;
  readonly context: TakeAwayContext;
}

const runs = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const python = ['/usr/bin/python3', 'python3'].find((command) =>
  runs(command, ['-c', 'import matplotlib, numpy']),
);
const latexFiles = ['pgfplots.sty', 'standalone.cls', 'pdfrender.sty'];
const hasLatex = runs('pdflatex', ['--version']) && runs('kpsewhich', latexFiles);

/** All hostile texts at once; TeX and matplotlib get each of them as a label. */
const HOSTILE = HOSTILE_TEXTS.join(' ');

let folder: string;
let figures: ReadonlyMap<string, Figure>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dark-portals-figures-'));
  const [first, second] = [HOSTILE.slice(0, 260), HOSTILE.slice(260)];
  const words = { title: first, label: second, short: HOSTILE.slice(0, 29), remark: HOSTILE };
  const axis = { name: HOSTILE, symbol: HOSTILE, plain: HOSTILE, unitLabel: HOSTILE };
  const rest = { permalink: HOSTILE, key: HOSTILE, process: HOSTILE };
  figures = new Map<string, Figure>([
    ['small', writeWith({ ...words, ...axis, ...rest })],
    ['dark-photon-invisible', await readFigure('dark-photon-invisible', await readRealContent())],
  ]);
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const getFigure = (name: string): Figure => {
  const figure = figures.get(name);
  if (figure === undefined) throw new Error(`No figure ${name}.`);
  return figure;
};

/** Runs a program in the folder, beside the others: they are slow, and each needs one processor. */
async function run(command: string, args: readonly string[]) {
  const child = spawn(command, args, { cwd: folder });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve).on('error', reject);
  });
  return { status, stdout: out.join(''), stderr: err.join('') };
}

/** Sets a document, and says what TeX complained of; nothing it may run or write elsewhere. */
async function setDocument(name: string, text: string, pages: number): Promise<string> {
  await writeFile(join(folder, `${name}.tex`), text);
  const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape'];
  const { status, stdout } = await run('pdflatex', [...options, `${name}.tex`]);
  const log = await readFile(join(folder, `${name}.log`), 'latin1');
  const isWhole = stdout.includes(`Output written on ${name}.pdf (${String(pages)} page`);
  return status === 0 && isWhole && !log.includes('Missing character') ? '' : stdout.slice(-2000);
}

/** The small figure has every hostile word in it. */
describe.concurrent.each(['small', 'dark-photon-invisible'])('the figure %s', (name) => {
  it.skipIf(python === undefined)(
    'is drawn by its matplotlib script, 86 mm wide',
    { timeout: 60_000 },
    async () => {
      const { spec, context } = getFigure(name);
      const script = join(folder, `${name}.py`);
      await writeFile(script, writeMatplotlib(spec, context));
      const { status, stderr } = await run(python ?? '', [script]);
      expect(status, stderr).toBe(0);
      // Fonts lack some of the letters that are made to do harm.
      if (name !== 'small') expect(stderr).toBe('');
      const png = await readFile(join(folder, `${name}.png`));
      // Width and height of a PNG stand at bytes 16 and 20 [px, 600 to the inch].
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      expect(width).toBe(Math.floor((86 / 25.4) * 600));
      expect(width / height).toBeGreaterThan(0.7);
      expect(width / height).toBeLessThan(1.45);
      expect(png.length).toBeGreaterThan(20_000);
      expect((await readFile(join(folder, `${name}.pdf`), 'latin1')).startsWith('%PDF')).toBe(true);
    },
  );

  it.skipIf(!hasLatex)(
    'is set by pdflatex from its pgfplots file',
    { timeout: 90_000 },
    async () => {
      const { spec, context } = getFigure(name);
      expect(await setDocument(name, writePgfplots(spec, context), 1)).toBe('');
    },
  );
});

describe.concurrent('beside the drawings', () => {
  it.skipIf(!hasLatex)(
    'the captions are set by pdflatex in a plain paper',
    { timeout: 60_000 },
    async () => {
      const floats = [...figures.values()].map(
        ({ spec, context }) =>
          String.raw`\begin{figure}${writeCaption(spec, context)}\end{figure}\clearpage`,
      );
      const paper = [
        String.raw`\documentclass{article}`,
        String.raw`\begin{document}`,
        ...floats,
        String.raw`\end{document}`,
      ];
      expect(await setDocument('captions', paper.join('\n'), floats.length)).toBe('');
    },
  );

  it.skipIf(python === undefined)('the script is Python 3.8: no younger syntax', async () => {
    const { spec, context } = getFigure('small');
    const script = join(folder, 'syntax.py');
    await writeFile(script, writeMatplotlib(spec, context));
    const parse = 'import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 8))';
    expect(await run(python ?? '', ['-c', parse, script])).toMatchObject({ status: 0, stderr: '' });
  });
});
