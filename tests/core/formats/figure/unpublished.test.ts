import { describe, expect, it } from 'vitest';
import { makeOwnSeries } from '../../../../src/components/figure/own-series.ts';
import { scaleLuminosity } from '../../../../src/core/figure/scale-luminosity.ts';
import { parseBibtex } from '../../../../src/core/formats/bibtex.ts';
import { TAKE_AWAY_FORMATS } from '../../../../src/core/formats/figure/take-away.ts';
import { writeFigureBibtex } from '../../../../src/core/formats/figure/write-bibtex.ts';
import { writeCaption, writeCite } from '../../../../src/core/formats/figure/write-caption.ts';
import { writeFigureCsv } from '../../../../src/core/formats/figure/write-csv.ts';
import { writeHepdata } from '../../../../src/core/formats/figure/write-hepdata.ts';
import {
  type FigureFile,
  writeFigureJson,
} from '../../../../src/core/formats/figure/write-json.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';

const babar = makeSeries({
  limit: 'babar',
  reference: 'BaBar:2014zli',
  confidenceLevel: 0.9,
  scaling: { fromInvFb: 514, exponent: 0.25 },
});
const context = makeContext();

describe('a limit scaled here', () => {
  const scaled = scaleLuminosity(babar, 10);
  const spec = makeSpec({ series: scaled === undefined ? [] : [scaled] });
  const REMARK =
    'naive scaling of the published limit from 514 to 5140 fb⁻¹, the excluded rate like 1/√L; not a projection by the experiment';

  it('is no projection in the caption', () => {
    const text = writeCaption(spec, context);
    expect(text).toContain(
      'scaled here with luminosity, all else unchanged, not projections by the experiments: ' +
        String.raw`BaBar 2014 \ensuremath{\times} 10 data (naive), from~\cite{BaBar:2014zli} (90\% CL; ` +
        String.raw`numbers from~\cite{Ilten:2018crw}; naive scaling of the published limit from 514 to 5140 fb`,
    );
    expect(text).not.toMatch(/[^t] projections: /u);
  });

  it('says what it is in every other format', () => {
    expect(writeFigureCsv(spec, context)).toContain(
      `# Limit: babar@10; BaBar 2014 × 10 data (naive); cite BaBar:2014zli; numbers from Ilten:2018crw; 90 % CL; scaled here with luminosity, all else unchanged; ${REMARK}\n`,
    );
    const [one] = (JSON.parse(writeFigureJson(spec, context)) as FigureFile).series;
    expect(one).toMatchObject({
      status: 'scaled',
      scaledFrom: 'babar',
      computed: 'scaled here with luminosity, all else unchanged',
      remark: REMARK,
    });
    const hepdata = writeHepdata(spec, context);
    expect(hepdata).toContain(
      '{name: "STATUS", value: "scaled here with luminosity, all else unchanged"}',
    );
    expect(hepdata).toContain(`{name: "REMARK", value: "${REMARK}"}`);
    for (const { id, write } of TAKE_AWAY_FORMATS)
      expect(write(spec, context), id).not.toMatch(/projected|computed by Dark Portals/u);
  });

  it('keeps the sources of what was scaled', () => {
    expect(writeCite(spec, context)).toMatch(
      /^\\cite\{BaBar:2014zli,Ilten:2018crw,DarkPortals:[\w-]+\}\n$/u,
    );
    expect(parseBibtex(writeFigureBibtex(spec, context)).entries.map(({ key }) => key)).toEqual([
      'BaBar:2014zli',
      'Ilten:2018crw',
      expect.stringMatching(/^DarkPortals:/u),
    ]);
    const [one] = (JSON.parse(writeFigureJson(spec, context)) as FigureFile).series;
    expect(one).toMatchObject({ data: 'Ilten:2018crw', sqrtSGeV: 10.58 });
    expect(writeHepdata(spec, context)).toContain('{name: "SQRT(S)", value: 10.58, units: "GeV"}');
  });
});

describe("the reader's own curve", () => {
  const own = makeOwnSeries('Mine', [[[1, 1e-3]]], 0);
  const spec = makeSpec({ series: [babar, own] });
  const WORDS = 'added by the reader, not a published result';

  it('is called nothing else', () => {
    expect(writeFigureCsv(spec, context)).toContain(`# Curve: own-1-Mine; Mine; ${WORDS}\n`);
    expect(writeCaption(spec, context)).toContain(
      'added by the reader, not published results: Mine.',
    );
    expect(writeFigureBibtex(spec, context)).toContain(`% Mine: ${WORDS}\n`);
    expect(writeHepdata(spec, context)).toContain(`{name: "STATUS", value: "${WORDS}"}`);
    const file = JSON.parse(writeFigureJson(spec, context)) as FigureFile;
    expect(file.series[1]).toMatchObject({ status: 'own', derivedBy: 'reader', remark: WORDS });
    for (const { id, write } of TAKE_AWAY_FORMATS) {
      const text = write(spec, context);
      expect(text, id).not.toMatch(/expected|computed by Dark Portals|this-project/u);
      if (!['cite', 'caption', 'ris', 'csl'].includes(id)) expect(text, id).toContain(WORDS);
    }
  });
});

it('an expected limit is no projection', () => {
  const series = [makeSeries({ status: 'expected', layer: 'projection', label: 'LEP' })];
  const text = writeCaption(makeSpec({ series }), context);
  expect(text).toContain(': expected limits: LEP (CL not stated).');
  expect(text).not.toContain('projections');
});
