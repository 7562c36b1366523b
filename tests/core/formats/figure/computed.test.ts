import { describe, expect, it } from 'vitest';
import { TAKE_AWAY_FORMATS } from '../../../../src/core/formats/figure/take-away.ts';
import { writeFigureCsv } from '../../../../src/core/formats/figure/write-csv.ts';
import { writeHepdata } from '../../../../src/core/formats/figure/write-hepdata.ts';
import {
  type FigureFile,
  writeFigureJson,
} from '../../../../src/core/formats/figure/write-json.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';

describe('what is said of the numbers', () => {
  const SAID =
    'Curves: every point of the published tables, with its digits; converted to the units of these axes, with 12; what is computed says so in its';
  const series = [
    makeSeries({ limit: 'map', shape: 'ratio-map', mark: { kind: 'rings', rings: [] } }),
    makeSeries({ limit: 'strip', shape: 'interval', mark: { kind: 'strips', strips: [] } }),
    makeSeries({ limit: 'grid', shape: 'grid', remark: 'strongest limit of any parameter' }),
    makeSeries({ limit: 'guest' }),
    makeSeries({ limit: 'curve' }),
  ];
  const COMPUTED = [
    'contour where the published ratio is 1',
    'edges cut to the masses that both have',
    'strongest limit of any parameter',
    'cut to where it holds on this plane, 0.001 to 0.2 GeV',
  ];
  const context = makeContext({ sources: new Map([['guest', { massRangeGeV: [0.001, 0.2] }]]) });

  it('is the same in every format that has all of them', () => {
    for (const { id, write } of TAKE_AWAY_FORMATS) {
      if (!['csv', 'json', 'hepdata', 'matplotlib'].includes(id)) continue;
      expect(write(makeSpec(), context), id).toContain(SAID);
    }
    const thinned = TAKE_AWAY_FORMATS.find(({ id }) => id === 'pgfplots');
    expect(thinned?.write(makeSpec(), context)).not.toContain('Curves: every');
  });

  it('marks what is computed, and nothing else', () => {
    const spec = makeSpec({ series });
    for (const { id, isCitation, write } of TAKE_AWAY_FORMATS) {
      if (isCitation === true || id === 'caption') continue;
      for (const words of COMPUTED)
        expect(write(spec, context), `${id}: ${words}`).toContain(words);
    }
    const lines = writeFigureCsv(spec, context).split('\n');
    expect(lines.filter((line) => line.startsWith('# Limit: '))).toEqual([
      ...['map', 'strip', 'grid', 'guest'].map(
        (limit, i) =>
          `# Limit: ${limit}; BaBar 2014; no paper of the analysis known; CL not stated; observed; ${COMPUTED[i] ?? ''}`,
      ),
      '# Limit: curve; BaBar 2014; no paper of the analysis known; CL not stated; observed',
    ]);
    const file = JSON.parse(writeFigureJson(spec, context)) as FigureFile;
    expect(file.series.map(({ computed }) => computed)).toEqual([
      COMPUTED[0],
      COMPUTED[1],
      undefined,
      COMPUTED[3],
      undefined,
    ]);
    expect(writeHepdata(spec, context).match(/"COMPUTED"/gu)).toHaveLength(3);
  });
});
