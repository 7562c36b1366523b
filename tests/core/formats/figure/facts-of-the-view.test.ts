import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { FigureSpec } from '../../../../src/core/figure/figure-spec.ts';
import { escapeLatex } from '../../../../src/core/formats/figure/latex-text.ts';
import { TAKE_AWAY_FORMATS } from '../../../../src/core/formats/figure/take-away.ts';
import { writeCaption } from '../../../../src/core/formats/figure/write-caption.ts';
import { writeFigureCsv } from '../../../../src/core/formats/figure/write-csv.ts';
import { writeHepdata } from '../../../../src/core/formats/figure/write-hepdata.ts';
import {
  type FigureFile,
  writeFigureJson,
} from '../../../../src/core/formats/figure/write-json.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';

const context = makeContext();
const series = [makeSeries({ limit: 'babar', reference: 'BaBar:2014zli' })];
const ring = [
  [1, 1e-3],
  [2, 1e-3],
  [2, 1e-2],
] as const;

describe('a figure as of a year', () => {
  it.each(TAKE_AWAY_FORMATS)('says so in $id', ({ id, write }) => {
    const text = write(makeSpec({ series, asOf: 2015 }), context);
    expect(text).toContain(id === 'json' ? '"asOf": 2015' : 'as of the end of 2015');
    expect(write(makeSpec({ series }), context)).not.toMatch(/as ?of/iu);
  });

  it('says so in the title, on the drawing and below it', () => {
    const spec = makeSpec({ series, asOf: 2015, title: 'Dark photon' });
    expect(writeFigureCsv(spec, context)).toMatch(
      /^# Figure: Dark photon, as of the end of 2015\n/u,
    );
    const caption = writeCaption(spec, context);
    expect(caption.split('\n')[0]).toContain('for dark photon, as of the end of 2015.}]');
    expect(caption.split('\n')[1]).toContain('for dark photon, as of the end of 2015: ');
    for (const id of ['matplotlib', 'pgfplots']) {
      const text = TAKE_AWAY_FORMATS.find((one) => one.id === id)?.write(spec, context) ?? '';
      expect(text.split('as of the end of 2015'), id).toHaveLength(3);
    }
  });
});

describe('outlines of combined limits', () => {
  const spec = makeSpec({
    series,
    leavesOut: true,
    outlines: [
      { scope: 'laboratory', levels: [0.9, 0.95, 'not-stated'], rings: [ring] },
      { scope: 'ee', levels: [0.9], rings: [ring] },
    ],
  });
  const OF_ALL =
    'The combined outlines are of all published limits of the plane, also of those not shown here.';
  const MIXED =
    'The best laboratory limit mixes confidence levels, which are not rescaled: 90 % and 95 % CL, some not stated.';

  it('say in every format what they are made of', () => {
    for (const { id, write } of TAKE_AWAY_FORMATS.filter(({ isCitation }) => isCitation !== true)) {
      const text = write(spec, context);
      for (const words of [OF_ALL, MIXED])
        expect(text, id).toContain(id === 'caption' ? escapeLatex(words) : words);
    }
    const file = JSON.parse(writeFigureJson(spec, context)) as FigureFile;
    expect(file.outlineNotes).toEqual([OF_ALL, MIXED]);
    expect(file.outlines.map(({ levels }) => levels)).toEqual([[0.9, 0.95, 'not-stated'], [0.9]]);
  });

  it('of one level and of all that is shown need no words', () => {
    const plain: FigureSpec = {
      ...makeSpec({ series }),
      outlines: [{ scope: 'ee', levels: [0.9], rings: [ring] }],
    };
    for (const { id, write } of TAKE_AWAY_FORMATS)
      expect(write(plain, context), id).not.toMatch(/not shown|mixes/u);
  });

  it('and lines of lifetime are not spoken of where they have no table', () => {
    const lifetimes = [{ ctauM: 1, label: '1 m', segments: [[[1, 1e-4]]] as const }];
    const read = (one: FigureSpec): string => {
      const [about] = parseAllDocuments(writeHepdata(one, context));
      return (about?.toJS() as { comment: string }).comment;
    };
    const plain = { ...spec, leavesOut: false, lifetimes, lifetimeSource: 'Widths of A.' };
    const { outlines } = spec;
    expect(read({ ...plain, outlines: outlines.slice(1) })).not.toMatch(
      /outline|lifetime|as drawn|Best limits|Widths/iu,
    );
    expect(read(spec)).toContain(`Best limits have no table here. ${OF_ALL} ${MIXED}`);
    expect(writeFigureCsv(plain, context)).toContain('# Lifetimes: lines as drawn. Widths of A.\n');
  });
});
