import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { FigureSpec } from '../../../../src/core/figure/figure-spec.ts';
import { parseBibtex } from '../../../../src/core/formats/bibtex.ts';
import { cleanText } from '../../../../src/core/formats/figure/clean-text.ts';
import { listCurves } from '../../../../src/core/formats/figure/figure-curves.ts';
import type { TakeAwayContext } from '../../../../src/core/formats/figure/take-away.ts';
import { writeFigureBibtex } from '../../../../src/core/formats/figure/write-bibtex.ts';
import { writeCaption, writeCite } from '../../../../src/core/formats/figure/write-caption.ts';
import {
  disarm,
  readFigureCsv,
  writeFigureCsv,
} from '../../../../src/core/formats/figure/write-csv.ts';
import { writeHepdata } from '../../../../src/core/formats/figure/write-hepdata.ts';
import {
  type FigureFile,
  writeFigureJson,
} from '../../../../src/core/formats/figure/write-json.ts';
import { writeMatplotlib } from '../../../../src/core/formats/figure/write-matplotlib.ts';
import { writePgfplots } from '../../../../src/core/formats/figure/write-pgfplots.ts';
import { hostileFigures, writeHarmless } from './hostile.ts';

const check = (test: (spec: FigureSpec, context: TakeAwayContext) => void): void => {
  fc.assert(
    fc.property(hostileFigures(), ({ spec, context }) => {
      test(spec, context);
    }),
    { seed: 20260301, numRuns: 100 },
  );
};

/** What no text may hold once it is written: line ends, other controls, marks that turn the order. */
const isOneLine = (line: string): boolean => !/[\p{C}\p{Zl}\p{Zp}]/u.test(line);

const COMMENT = /^\s*#.*$/gmu;
const STRING = /"(?:[^"\\\n]|\\.)*"/gu;
/** A script without its comments, the words in its strings and how many names found a place. */
const skeleton = (script: string): string =>
  script
    .replaceAll(COMMENT, '')
    .replaceAll(STRING, 'S')
    .replace(/^NAMES = \[[^\]]*\]$/mu, '')
    .replace(/^LEGEND = \[(?:[^\]]*)\]$/mu, '')
    .replace(/^PAGE = .*\n.*$/mu, '');

/** Control words and symbols of LaTeX outside comments. */
const listCommands = (tex: string): Set<string> =>
  new Set(
    tex
      .replaceAll(/(?<!\\)((?:\\\\)*)%.*$/gmu, '$1')
      .match(/\\(?:[A-Za-z]+|[^A-Za-z])/gu)
      ?.map((command) => command.trim()) ?? [],
  );

/** Commands that the words of a figure may become, none of which reads, writes or defines. */
const HARMLESS = new Set([
  ...[
    '\\',
    '{',
    '}',
    '$',
    '&',
    '#',
    '_',
    '%',
    ',',
    ';',
    ':',
    '!',
    ' ',
    '|',
    '`',
    "'",
    '^',
    '~',
  ].map((symbol) => `\\${symbol}`),
  ...['\\=', '\\.', '\\"', '\\u', '\\r', '\\H', '\\v', '\\c'],
]);
const WORDS =
  /^\\(?:textbackslash|textascii(?:circum|tilde)|ensuremath|text(?:sub|super)script|allowbreak|texttt|cite|dots|[lLoO]|ss|ae|AE|oe|i|S|copyright|surd|[a-zA-Z]*arrow|to|times|cdot|pm|mp|le|ge|ll|gg|approx|simeq|sim|equiv|propto|infty|in|ell|hbar|circ|(?:var)?[a-zA-Z]*(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|grave|acute|hat|tilde|bar|breve|dot|ddot|mathring|check)$/u;

function expectTame(tex: string, usual: ReadonlySet<string>): void {
  const unknown = [...listCommands(tex)].filter(
    (command) => !usual.has(command) && !HARMLESS.has(command) && !WORDS.test(command),
  );
  expect(unknown).toEqual([]);
  let depth = 0;
  for (const [brace] of tex.replaceAll(/(?<!\\)((?:\\\\)*)%.*$/gmu, '$1').matchAll(/\\.|[{}]/gu)) {
    if (brace === '{') depth += 1;
    if (brace === '}') depth -= 1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  expect(tex).not.toContain('^^');
}

describe("other people's words", () => {
  it('stay in their cells of the table, and compute nothing', () => {
    check((spec, context) => {
      const text = writeFigureCsv(spec, context);
      expect(text.split('\n').every(isOneLine)).toBe(true);
      expect(text.split('\n').filter((line) => line.startsWith('#')).length).toBe(
        8 + 1 + 1 + spec.series.length,
      );
      const { curves } = readFigureCsv(text);
      expect(curves).toEqual(
        listCurves(spec).map((curve) => ({ ...curve, label: disarm(cleanText(curve.label)) })),
      );
      expect(text).not.toMatch(/(?:^|[,;\t])["\s]*[=+@＝＋＠]/mu);
    });
  });

  it('come back from JSON as they are', () => {
    check((spec, context) => {
      const file = JSON.parse(writeFigureJson(spec, context)) as FigureFile;
      expect([file.title, file.view.permalink]).toEqual([spec.title, context.permalink]);
      expect(file.series.map(({ label }) => label)).toEqual(spec.series.map(({ label }) => label));
    });
  });

  it('open no entry of BibTeX and end none', () => {
    check((spec, context) => {
      const { entries, faults } = parseBibtex(writeFigureBibtex(spec, context));
      expect(faults).toEqual([]);
      expect(entries.map(({ key }) => key)).toEqual([
        'BaBar:2014zli',
        expect.stringMatching(/^DarkPortals:/u),
      ]);
    });
  });

  it('become no command of LaTeX in captions and citations', () => {
    check((spec, context) => {
      expectTame(writeCaption(spec, context), new Set(['\\caption']));
      expectTame(writeCite(spec, context), new Set());
    });
  });

  it('become no command of LaTeX in a drawing, nor a line of it', () => {
    const harmless = writeHarmless();
    const usual = listCommands(writePgfplots(harmless.spec, harmless.context));
    check((spec, context) => {
      const text = writePgfplots(spec, context);
      expect(text.split('\n').every(isOneLine)).toBe(true);
      expectTame(
        text
          .split('\n')
          .filter((line) => !line.startsWith('%'))
          .join('\n'),
        usual,
      );
    });
  });

  it('become no statement of Python', () => {
    const harmless = writeHarmless();
    const plain = skeleton(writeMatplotlib(harmless.spec, harmless.context));
    expect(plain).toContain('figure.savefig');
    check((spec, context) => {
      const script = writeMatplotlib(spec, context);
      expect(script.split('\n').every((line) => isOneLine(line))).toBe(true);
      expect(script.split('\n')[1]).toBe('# -*- coding: utf-8 -*-');
      expect(skeleton(script)).toBe(plain);
    });
  });

  it('stay values of YAML', () => {
    check((spec, context) => {
      const documents = parseAllDocuments(writeHepdata(spec, context));
      expect(documents).toHaveLength(1 + spec.series.length);
      const labels = documents.slice(1).map((document) => {
        expect([...document.errors, ...document.warnings]).toEqual([]);
        return (document.toJS() as { name: string }).name;
      });
      expect(labels).toEqual(
        spec.series.map(({ label }, i) =>
          Array.from(cleanText(`Table ${String(i + 1)}: ${cleanText(label)}`))
            .slice(0, 64)
            .join('')
            .trim(),
        ),
      );
    });
  });
});
