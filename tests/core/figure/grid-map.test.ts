import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AxisFrame, toFraction } from '../../../src/core/figure/axis-scale.ts';
import {
  buildGridMap,
  chooseClasses,
  COLOUR_COUNT,
  COLUMN_COUNT,
  describeBands,
  describeGridMap,
  findClass,
  findColour,
  findColumnMass,
  findNearest,
  listRuns,
  writeEdge,
} from '../../../src/core/figure/grid-map.ts';

type Row = readonly [mass: number, value: number];
const makeSlice = (rows: readonly Row[]) => ({
  parameter: 1,
  mass: Float64Array.from(rows, ([mass]) => mass),
  value: Float64Array.from(rows, ([, value]) => value),
});
const makeGrid = (
  slices: readonly (readonly Row[])[],
  gaps: readonly (readonly [number, number])[] = [],
) => ({ kind: 'grid' as const, slices: slices.map(makeSlice), gaps });
const LOG = { scale: 'log', top: 1 } as const;

/** The values of a band at masses, read from its columns. */
const readBand = (values: Float64Array | undefined, x: AxisFrame, mass: number): number =>
  values?.[Math.min(COLUMN_COUNT - 1, Math.floor(toFraction(x, mass) * COLUMN_COUNT))] ?? NaN;

describe('buildGridMap', () => {
  const rows: Row[] = [
    [1, 1e-6],
    [2, 1e-7],
    [4, 1e-8],
    [8, 1e-5],
  ];

  it('shows at every column the published value whose cell holds its middle', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2 }),
        fc.constantFrom('log' as const, 'linear' as const),
        (masses, scale) => {
          const sorted = masses.toSorted((a, b) => a - b);
          const line = sorted.map((mass, i): Row => [mass, 10 ** -(i % 12)]);
          const { x, bands } = buildGridMap(makeGrid([line]), [1], { scale, top: 1 });
          for (const [column, value] of (bands[0]?.values ?? []).entries()) {
            const wanted = toFraction(x, findColumnMass(x, column));
            const distances = sorted.map((mass) => Math.abs(toFraction(x, mass) - wanted));
            const least = Math.min(...distances);
            // Between two cells either will do.
            const near = line.filter((_, i) => (distances[i] ?? NaN) <= least + 1e-9);
            expect(near.map(([, one]) => one)).toContain(value);
          }
        },
      ),
      { seed: 20260701, numRuns: 60 },
    );
  });

  it('leaves a gap empty, ends its neighbours at their own masses and gives lone masses a column', () => {
    const { x, bands } = buildGridMap(
      makeGrid(
        [rows],
        [
          [2.1, 3.9],
          [4.1, 7.9],
        ],
      ),
      [1],
      LOG,
    );
    const read = (mass: number): number => readBand(bands[0]?.values, x, mass);
    expect([1.1, 1.9, 2.2, 3.5, 4, 4.3, 7].map(read)).toEqual([
      1e-6,
      1e-7,
      NaN,
      NaN,
      1e-8,
      NaN,
      NaN,
    ]);
    expect(read(8)).toBe(1e-5);
  });

  it('takes a gap whose ends were rounded for the masses they are', () => {
    const { x, bands } = buildGridMap(makeGrid([rows], [[1.999999, 4.00001]]), [1], LOG);
    const read = (mass: number): number => readBand(bands[0]?.values, x, mass);
    expect([1.2, 1.8, 3, 4.5].map(read)).toEqual([1e-6, 1e-7, NaN, 1e-8]);
  });

  it('leaves the cell of an absent row empty where slices share their masses', () => {
    const { x, bands } = buildGridMap(
      makeGrid([rows, rows.filter(([mass]) => mass !== 2)]),
      [1, 10],
      LOG,
    );
    expect(readBand(bands[1]?.values, x, 2)).toBeNaN();
    expect(readBand(bands[1]?.values, x, 1.1)).toBe(1e-6);
  });

  it('covers what lies between two masses of slices with masses of their own', () => {
    const other: Row[] = [
      [1.5, 1e-6],
      [5, 1e-7],
    ];
    const { x, bands } = buildGridMap(makeGrid([rows, other]), [1, 10], LOG);
    expect([1.2, 2, 4, 6].map((mass) => readBand(bands[1]?.values, x, mass))).toEqual([
      NaN,
      1e-6,
      1e-7,
      NaN,
    ]);
  });

  it('makes bands that meet halfway, the outer ones as far out as in', () => {
    const { y, bands } = buildGridMap(makeGrid([rows, rows, rows]), [0.01, 0.04, 1], LOG);
    const ranges = bands.map(({ range }) => range.map((end) => Number(end.toPrecision(9))));
    expect(ranges).toEqual([
      [0.005, 0.02],
      [0.02, 0.2],
      [0.2, 5],
    ]);
    expect(y.range).toEqual([bands[0]?.range[0], bands[2]?.range[1]]);
  });

  it('draws at most 64 slices, the first and the last among them, none twice', () => {
    const lengths = Array.from({ length: 281 }, (_, i) => 1.03 ** i);
    const { bands, sliceCount } = buildGridMap(makeGrid(lengths.map(() => rows)), lengths, LOG);
    const drawn = bands.map(({ slice }) => slice);
    expect(sliceCount).toBe(281);
    expect([drawn.length, new Set(drawn).size, drawn[0], drawn.at(-1)]).toEqual([64, 64, 0, 280]);
    for (const [i, band] of bands.slice(1).entries())
      expect(band.range[0]).toBe(bands[i]?.range[1]);
  });

  it('finds the strongest and the weakest value of all slices, drawn or not', () => {
    const { strongest, weakest, bands } = buildGridMap(
      makeGrid([rows, [[3, 1e-9]], [[1, 2]]]),
      [1, 2, 3],
      LOG,
    );
    expect(strongest).toEqual({ mass: 3, ctauM: 2, value: 1e-9 });
    expect(weakest).toEqual({ mass: 1, ctauM: 3, value: 2 });
    expect(bands[0]?.strongest).toEqual({ mass: 4, ctauM: 1, value: 1e-8 });
  });
});

describe('the strongest value', () => {
  it('is told at the lowest mass, then the shortest decay length, where several places share it', () => {
    const early: Row[] = [
      [2, 1e-8],
      [3, 1e-7],
    ];
    const { strongest } = buildGridMap(makeGrid([[[3, 1e-8]], early, early]), [1, 2, 3], LOG);
    expect(strongest).toEqual({ mass: 2, ctauM: 2, value: 1e-8 });
  });
});

describe('chooseClasses', () => {
  it('covers any range with at most as many classes as colours, powers of ten among the edges', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -16, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.double({ min: -10, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (low, decades, top, at) => {
          const [strongest, weakest] = [10 ** low, 10 ** (low + decades)];
          const classes = chooseClasses(strongest, weakest, 10 ** top);
          const { edges, isOpen } = classes;
          expect(edges.length - 1).toBeLessThanOrEqual(COLOUR_COUNT);
          expect(edges[0]).toBeLessThanOrEqual(strongest * (1 + 1e-8));
          expect(isOpen).toBe(weakest > (edges.at(-1) ?? NaN));
          const value = 10 ** (low + at * decades);
          const index = findClass(classes, value);
          if (index > 0) expect(edges[index]).toBeLessThanOrEqual(value);
          if (index < edges.length - 2) expect(edges[index + 1]).toBeGreaterThan(value);
          const colours = edges.slice(1).map((_, i) => findColour(classes, i));
          expect(colours).toEqual([...new Set(colours)].sort((a, b) => a - b));
        },
      ),
      { seed: 20260702, numRuns: 500 },
    );
  });

  it('shares the last colour above the end of the axis', () => {
    const classes = chooseClasses(2e-9, 8e5, 1);
    expect(classes).toEqual({
      edges: [1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1],
      isOpen: true,
    });
    expect([1e-9, 9.9e-9, 1e-8, 0.5, 3e4].map((value) => findClass(classes, value))).toEqual([
      0, 0, 1, 8, 8,
    ]);
  });
});

describe('listRuns', () => {
  it('joins neighbouring columns of one colour and never across an empty one', () => {
    const classes = chooseClasses(1e-9, 1e-8, 1);
    const values = Float64Array.from([NaN, 1.1e-9, 1.1e-9, NaN, 1.1e-9, 9e-9]);
    expect(listRuns({ values }, classes)).toEqual([
      { colour: 0, from: 1, length: 2 },
      { colour: 0, from: 4, length: 1 },
      { colour: 11, from: 5, length: 1 },
    ]);
  });
});

describe('words', () => {
  it('say what is shown, the strongest value and where', () => {
    const map = buildGridMap(
      makeGrid([
        [
          [0.5, 1e-6],
          [2, 3.2e-8],
        ],
        [[0.5, 4e-5]],
      ]),
      [0.01, 4],
      LOG,
    );
    expect(
      describeGridMap(map, { quantity: 'branching fraction', xUnit: 'GeV', yUnit: '' }),
    ).toMatchInlineSnapshot(
      `"Upper limit on the branching fraction as a colour, against mass from 0.5 to 2 GeV and proper decay length cτ from 1 cm to 4 m. The strongest value is 3.20 × 10⁻⁸ at 2 GeV and cτ = 1 cm, the weakest 4.00 × 10⁻⁵ at 0.5 GeV and cτ = 4 m."`,
    );
  });

  it('tell a few bands one by one, the first and the last among them', () => {
    const band = (i: number) => ({
      ctauM: 10 ** (i - 3),
      massCount: 2,
      masses: [0.5, 2] as const,
      strongest: { mass: 1, value: 10 ** -i },
      values: new Float64Array(),
    });
    const tell = (count: number): string[] =>
      describeBands(
        { bands: Array.from({ length: count }, (_, i) => band(i)) as never },
        { quantity: 'branching fraction', xUnit: 'GeV', yUnit: '' },
      );
    expect(tell(1)).toEqual([
      'At cτ = 1 mm, from 0.5 GeV to 2 GeV, the strongest value is 1 at 1 GeV.',
    ]);
    expect(tell(2)).toHaveLength(2);
    const many = tell(23);
    expect(many).toHaveLength(6);
    expect(many[0]).toContain('cτ = 1 mm');
    expect(many.at(-1)).toContain('1.00 × 10⁻²²');
  });

  it('write edges exactly where they are powers of ten', () => {
    expect(writeEdge(1e-4, '')).toBe('1 × 10⁻⁴');
    expect(writeEdge(2.15443469003e-8, '')).toBe('2.2 × 10⁻⁸');
  });

  it('find the nearest number along an axis', () => {
    expect(findNearest([1, 10, 100], { scale: 'log', range: [1, 100] }, 4)).toBe(1);
    expect(findNearest([1, 10, 100], { scale: 'linear', range: [1, 100] }, 4)).toBe(0);
  });
});
