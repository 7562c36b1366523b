import { beforeAll, describe, expect, it } from 'vitest';
import type { FigureSpec } from '../../../../src/core/figure/figure-spec.ts';
import { parseBibtex } from '../../../../src/core/formats/bibtex.ts';
import { listCurves, listParts } from '../../../../src/core/formats/figure/figure-curves.ts';
import type { TakeAwayContext } from '../../../../src/core/formats/figure/take-away.ts';
import {
  listFigureKeys,
  writeFigureBibtex,
} from '../../../../src/core/formats/figure/write-bibtex.ts';
import { readFigureCsv, writeFigureCsv } from '../../../../src/core/formats/figure/write-csv.ts';
import {
  type FigureFile,
  writeFigureJson,
} from '../../../../src/core/formats/figure/write-json.ts';
import { readContent } from '../../../../src/io/read-content.ts';
import { readFigure } from './read-figure.ts';

describe('the dark photon figure taken away', () => {
  let spec: FigureSpec;
  let context: TakeAwayContext;
  beforeAll(async () => {
    ({ spec, context } = await readFigure('dark-photon-visible', await readContent('content')));
  });

  it('comes back from CSV point by point', () => {
    const { curves } = readFigureCsv(writeFigureCsv(spec, context));
    const drawn = listCurves(spec).map((curve) => ({
      ...curve,
      parts: curve.parts.filter(({ points }) => points.length > 0),
    }));
    expect(spec.series.length).toBeGreaterThan(40);
    expect(curves).toEqual(drawn.filter(({ parts }) => parts.length > 0));
  });

  it('comes back from JSON point by point, with its papers', () => {
    const file = JSON.parse(writeFigureJson(spec, context)) as FigureFile;
    expect(file.series.map(({ limit, parts }) => [limit, parts])).toEqual(
      spec.series.map(({ limit, mark }) => [limit, listParts(mark)]),
    );
    expect(file.outlines).toEqual(spec.outlines);
    expect(file.lifetimes).toEqual(spec.lifetimes);
    expect([file.axes.x.range, file.axes.y.range]).toEqual([spec.x.range, spec.y.range]);
    const babar = file.series.find(({ limit }) => limit === 'babar-2014-dark-photon');
    expect(babar).toMatchObject({
      reference: 'BaBar:2014zli',
      confidenceLevel: 0.9,
      excludes: 'above',
    });
  });

  it('brings exactly the papers of what it shows', () => {
    const { entries, faults } = parseBibtex(writeFigureBibtex(spec, context));
    expect(faults).toEqual([]);
    expect(entries.map(({ key }) => key).sort()).toEqual([...listFigureKeys(spec, context)].sort());
    const one = { ...spec, series: spec.series.slice(-1) };
    expect(parseBibtex(writeFigureBibtex(one, context)).entries.length).toBe(
      listFigureKeys(one, context).length,
    );
  });
});
