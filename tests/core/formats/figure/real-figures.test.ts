import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { getTakeAwayData } from '../../../../src/components/figure/take-away-data.ts';
import { type Catalogue, mustGet } from '../../../../src/core/catalogue.ts';
import { listPlaneLimits } from '../../../../src/core/curve/plane-limit.ts';
import { applyView } from '../../../../src/core/figure/apply-view.ts';
import type { FigureSpec } from '../../../../src/core/figure/figure-spec.ts';
import { buildExactCurve } from '../../../../src/core/figure/exact-mark.ts';
import { DEFAULT_VIEW } from '../../../../src/core/figure/view.ts';
import { parseBibtex } from '../../../../src/core/formats/bibtex.ts';
import { collectSources } from '../../../../src/core/formats/figure/collect-sources.ts';
import { listCurves, listParts } from '../../../../src/core/formats/figure/figure-curves.ts';
import { escapeLatex, writeLatexMath } from '../../../../src/core/formats/figure/latex-text.ts';
import {
  TAKE_AWAY_FORMATS,
  type TakeAwayContext,
} from '../../../../src/core/formats/figure/take-away.ts';
import { writeFigureBibtex } from '../../../../src/core/formats/figure/write-bibtex.ts';
import { readFigureCsv, writeFigureCsv } from '../../../../src/core/formats/figure/write-csv.ts';
import { writeHepdata } from '../../../../src/core/formats/figure/write-hepdata.ts';
import {
  type FigureFile,
  writeFigureJson,
} from '../../../../src/core/formats/figure/write-json.ts';
import { readRealContent } from '../../../fixtures/real-content.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { describeData, describeTable } from '../../../fixtures/hepdata-schemas.ts';
import { makeContext } from './make-context.ts';
import { readFigure } from './read-figure.ts';

// Everything that needs the real content is here: it is read once, which takes longer than any test.
const content = vi.hoisted(() => ({ catalogue: undefined as Catalogue | undefined }));

// The site's own data, without the checks of a build.
vi.mock('../../../../src/io/site.ts', () => ({
  getCatalogue: () =>
    Promise.resolve({ ...content, version: { date: '2026-03-01', commit: 'abc1234' } }),
  getCombined: () => Promise.resolve(undefined),
}));

let catalogue: Catalogue;
let spec: FigureSpec;
let context: TakeAwayContext;
beforeAll(async () => {
  ({ catalogue } = await readRealContent());
  content.catalogue = catalogue;
  ({ spec, context } = await readFigure('dark-photon-visible', { catalogue }));
});

/** Key of the view itself, which stands behind the papers. */
const VIEW = expect.stringMatching(/^DarkPortals:/u) as string;

describe('the dark photon figure taken away', () => {
  /** Keys of the papers of limits, straight from the catalogue. */
  const listPapers = (limits: readonly string[]): string[] => {
    const keys = limits.flatMap((id) => {
      const limit = catalogue.limits.get(id);
      if (limit === undefined) throw new Error(`No limit ${id}.`);
      return [
        limit.reference,
        ...(limit.data === undefined ? [] : [limit.data]),
        ...limit.alsoCite,
      ];
    });
    return [...new Set(keys)].filter((key) => key !== 'none-known').toSorted();
  };

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
    const all = listPapers(spec.series.map(({ limit }) => limit));
    expect(all.length).toBeGreaterThan(20);
    expect(entries.map(({ key }) => key)).toEqual([...all, VIEW]);
    for (const series of spec.series) {
      const alone = parseBibtex(writeFigureBibtex({ ...spec, series: [series] }, context)).entries;
      expect(
        alone.map(({ key }) => key),
        series.limit,
      ).toEqual([...listPapers([series.limit]), VIEW]);
    }
  });
});

/** Numbers of more than twelve significant digits, wherever they stand. */
const findLong = (text: string): string[] =>
  (text.match(/\d[\d.]*(?:e[+-]?\d+)?/gu) ?? []).filter(
    (number) =>
      number.replace(/e.*$/u, '').replace('.', '').replace(/^0+/u, '').replace(/0+$/u, '').length >
      12,
  );

describe('the dark photon figure in ε² and MeV, with all digits and ten times the data', () => {
  let shown: FigureSpec;
  let table: readonly (readonly [number, number])[];
  beforeAll(() => {
    const plane = mustGet(catalogue.planes, 'dark-photon-visible');
    const marks = new Map(
      listPlaneLimits(plane, catalogue).map((placed) => [
        placed.limit.id,
        buildExactCurve(placed, plane, catalogue),
      ]),
    );
    const view = {
      ...DEFAULT_VIEW,
      x: { choice: 'mass-dark-photon:MeV' },
      y: { choice: 'epsilon-squared' },
      luminosity: 10,
      lifetimes: true,
    };
    shown = applyView(spec, view, { marks });
    const babar = marks.get('babar-2014-dark-photon');
    table = babar?.kind === 'segments' ? babar.segments.flat() : [];
  });

  it.each(TAKE_AWAY_FORMATS)('carries at most twelve digits in $id', ({ write }) => {
    expect(findLong(write(shown, context))).toEqual([]);
  });

  it('has the published numbers, converted, in their order', () => {
    const { curves } = readFigureCsv(writeFigureCsv(shown, context));
    const read = curves.find(({ id }) => id === 'babar-2014-dark-photon');
    const points = read?.parts.flatMap((part) => part.points) ?? [];
    expect(points).toHaveLength(table.length);
    expect(points[0]).toEqual([20.241, Number((1.7477e-3 ** 2).toPrecision(12))]);
    for (const [i, [x, y]] of points.entries()) {
      const [mass = NaN, value = NaN] = table[i] ?? [];
      expect(Math.abs(x / (1000 * mass) - 1)).toBeLessThan(1e-11);
      expect(Math.abs(y / value ** 2 - 1)).toBeLessThan(1e-11);
    }
  });
});

interface Column {
  readonly header: { readonly name: string; readonly units?: string };
  readonly qualifiers?: readonly { readonly name: string; readonly value: string | number }[];
  readonly values: readonly { readonly value: number | string }[];
}
interface Table {
  readonly name: string;
  readonly independent_variables: readonly Column[];
  readonly dependent_variables: readonly Column[];
}

const readTables = (text: string): Table[] =>
  parseAllDocuments(text)
    .slice(1)
    .map((document) => document.toJS() as Table);

/** Limits all of whose points are outside the range of their plane. */
const EMPTY = [
  makeSeries({ mark: { kind: 'segments', side: 'above', segments: [] } }),
  makeSeries({ mark: { kind: 'strips', strips: [] } }),
];

describe('a figure as HEPData YAML, against the schemas', () => {
  /** What the schemas of version 1.1.1 say against a single-file table; HEPData splits it like this. */
  const validate = ({ independent_variables, dependent_variables, ...about }: Table): string =>
    describeData({ independent_variables, dependent_variables }) +
    describeTable({ ...about, data_file: 'data.yaml' });

  it('follows the schemas, small and real, with as many rows in every column', () => {
    const texts = [
      writeHepdata(makeSpec(), makeContext()),
      writeHepdata(makeSpec({ series: [] }), makeContext()),
      writeHepdata(makeSpec({ series: EMPTY }), makeContext()),
      writeHepdata(spec, context),
    ];
    for (const text of texts) {
      for (const table of readTables(text)) {
        expect(validate(table), table.name).toBe('');
        const columns = [...table.independent_variables, ...table.dependent_variables];
        expect(new Set(columns.map(({ values }) => values.length)).size).toBe(1);
      }
    }
    expect(readTables(texts.at(-1) ?? '')).toHaveLength(spec.series.length);
  });
});

describe('the real catalogue in LaTeX', () => {
  it('has a formula for every quantity and no character LaTeX lacks', async () => {
    const lacking: string[] = [];
    for (const { id, symbol } of catalogue.quantities.values())
      if (writeLatexMath(symbol) === undefined) lacking.push(id);
    for (const plane of catalogue.planes.keys()) {
      const { spec: figure } = await readFigure(plane, { catalogue });
      const texts = [
        ...figure.series.flatMap(({ label, short, title }) => [label, short, title]),
        figure.title,
        figure.x.unitLabel,
        figure.y.unitLabel,
        figure.lifetimeSource,
        ...figure.lifetimes.map(({ label }) => label),
      ];
      lacking.push(...texts.filter((text) => escapeLatex(text).includes('[U+')));
    }
    expect(lacking).toEqual([]);
  });
});

/** A limit that states no energy while its search does. */
const findBorrower = () => {
  for (const limit of catalogue.limits.values()) {
    const search = catalogue.searches.get(limit.search ?? '');
    if (limit.sqrtS === undefined && search?.sqrtS !== undefined)
      return { limit, sqrtS: search.sqrtS.value };
  }
  throw new Error('Every limit states its own energy.');
};

describe('the sources of limits', () => {
  it('have the energy of the search where the limit states none', () => {
    const { limit, sqrtS } = findBorrower();
    const { sources } = collectSources([{ limit: limit.id }], limit.plane, catalogue);
    expect(sources.get(limit.id)?.sqrtSGeV).toBe(sqrtS);
  });

  it('are those of the limit behind a scaled one', () => {
    const series = [{ limit: 'babar-2014-dark-photon@10', reference: 'BaBar:2014zli' }];
    const { sources, references } = collectSources(series, 'dark-photon-visible', catalogue);
    expect([...sources.keys()]).toEqual(['babar-2014-dark-photon']);
    expect([...references.keys()]).toContain('BaBar:2014zli');
  });

  it('say where a guest holds on the plane', () => {
    const guest = (plane: string) =>
      collectSources([{ limit: 'e137-2016-electron-scalar' }], plane, catalogue).sources.get(
        'e137-2016-electron-scalar',
      )?.massRangeGeV;
    expect(guest('scalar-leptophilic')?.[1]).toBeCloseTo(0.2113, 3);
    expect(guest('scalar-electron')).toBeUndefined();
  });

  it('are what the site gives out, for every limit and paper of a plane', async () => {
    const { limit, sqrtS } = findBorrower();
    const { sources, references } = await getTakeAwayData(limit.plane);
    expect(sources[limit.id]?.sqrtSGeV).toBe(sqrtS);
    const plane = catalogue.planes.get(limit.plane);
    const limits = plane === undefined ? [] : listPlaneLimits(plane, catalogue);
    expect(Object.keys(sources).sort()).toEqual(limits.map((one) => one.limit.id).sort());
    const keys = limits.flatMap(({ limit: one }) => [
      ...(one.reference === 'none-known' ? [] : [one.reference]),
      ...(one.data === undefined ? [] : [one.data]),
      ...one.alsoCite,
    ]);
    expect(references.map(({ key }) => key)).toEqual([...new Set(keys)].sort());
  });
});

it('published numbers in their own quantity and unit leave with the digits they came with', () => {
  let compared = 0;
  for (const plane of catalogue.planes.values()) {
    for (const placed of listPlaneLimits(plane, catalogue)) {
      const { limit } = placed;
      const isOwn =
        placed.home &&
        limit.shape === 'one-sided' &&
        limit.mass.unit === 'GeV' &&
        limit.mass.scale === 'linear' &&
        limit.value.scale === 'linear' &&
        limit.mass.quantity === plane.x.quantity &&
        limit.value.quantity === plane.y.quantity &&
        limit.value.unit === catalogue.quantities.get(plane.y.quantity)?.unit;
      if (!isOwn) continue;
      const series = [makeSeries({ mark: buildExactCurve(placed, plane, catalogue) })];
      const { curves } = readFigureCsv(writeFigureCsv(makeSpec({ series }), context));
      const points = curves.flatMap(({ parts }) => parts.flatMap((part) => part.points));
      const rows = limit.table.text.trim().split('\n').slice(1);
      expect(points, limit.id).toEqual(rows.map((row) => row.split(',').slice(1, 3).map(Number)));
      compared += rows.length;
    }
  }
  expect(compared).toBeGreaterThan(20_000);
});
