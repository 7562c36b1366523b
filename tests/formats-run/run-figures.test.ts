import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureSpec } from '../../src/core/figure/figure-spec.ts';
import type { TakeAwayContext } from '../../src/core/formats/figure/take-away.ts';
import { writeCaption } from '../../src/core/formats/figure/write-caption.ts';
import { writeMatplotlib } from '../../src/core/formats/figure/write-matplotlib.ts';
import { writePgfplots } from '../../src/core/formats/figure/write-pgfplots.ts';
import { readContent } from '../../src/io/read-content.ts';
import { HOSTILE_TEXTS, writeWith } from '../core/formats/figure/hostile.ts';
import { makeContext } from '../core/formats/figure/make-context.ts';
import { readFigure } from '../core/formats/figure/read-figure.ts';
import { makeSpec } from '../core/figure/make-series.ts';

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
    ['small', { spec: makeSpec(), context: makeContext() }],
    ['dark-photon-visible', await readFigure('dark-photon-visible', await readContent('content'))],
    ['hostile', writeWith({ ...words, ...axis, ...rest })],
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

describe.each(['small', 'dark-photon-visible', 'hostile'])('the figure %s', (name) => {
  it.skipIf(python === undefined)(
    'is drawn by its matplotlib script, 86 mm wide',
    { timeout: 60_000 },
    async () => {
      const { spec, context } = getFigure(name);
      const script = join(folder, `${name}.py`);
      await writeFile(script, writeMatplotlib(spec, context));
      const run = spawnSync(python ?? '', [script], { cwd: folder, encoding: 'utf8' });
      expect(run.status, run.stderr).toBe(0);
      if (name !== 'hostile') expect(run.stderr).toBe('');
      const png = await readFile(join(folder, `${name}.png`));
      // Width and height of a PNG stand at bytes 16 and 20 [px, 600 to the inch].
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      expect(width).toBe(Math.floor((86 / 25.4) * 600));
      expect(width / height).toBeGreaterThan(1);
      expect(width / height).toBeLessThan(1.45);
      expect(png.length).toBeGreaterThan(20_000);
      expect((await readFile(join(folder, `${name}.pdf`), 'latin1')).startsWith('%PDF')).toBe(true);
    },
  );

  it.skipIf(!hasLatex)(
    'is set by pdflatex from its pgfplots file, with its caption in a paper',
    { timeout: 90_000 },
    async () => {
      const { spec, context } = getFigure(name);
      const caption = [
        String.raw`\documentclass{article}`,
        String.raw`\begin{document}`,
        String.raw`\begin{figure}${writeCaption(spec, context)}\end{figure}`,
        String.raw`\end{document}`,
      ].join('\n');
      for (const [file, text] of [
        [`${name}-drawing`, writePgfplots(spec, context)],
        [`${name}-caption`, caption],
      ] as const) {
        await writeFile(join(folder, `${file}.tex`), text);
        const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape'];
        const run = spawnSync('pdflatex', [...options, `${file}.tex`], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect(run.status, run.stdout.slice(-2000)).toBe(0);
        expect(run.stdout).toContain(`Output written on ${file}.pdf (1 page`);
        expect(await readFile(join(folder, `${file}.log`), 'latin1')).not.toContain(
          'Missing character',
        );
      }
    },
  );
});

it.skipIf(python === undefined)('the script is Python 3.8: no younger syntax', async () => {
  const { spec, context } = getFigure('small');
  const script = join(folder, 'syntax.py');
  await writeFile(script, writeMatplotlib(spec, context));
  const parse = 'import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 8))';
  expect(() => execFileSync(python ?? '', ['-c', parse, script])).not.toThrow();
});
