import { describe, expect, it } from 'vitest';
import type { PlaneEntry } from '../../../src/core/catalogue.ts';
import type { Geometry, Polyline } from '../../../src/core/curve/geometry.ts';
import { listPieces } from '../../../src/core/curve/pieces.ts';
import { listPlaneLimits, placeLimit } from '../../../src/core/curve/plane-limit.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeQuantity,
  QUANTITIES,
} from '../../fixtures/make-catalogue.ts';

const plane = makePlane();

describe('placing a limit in a plane', () => {
  it('converts units and quantities', () => {
    const limit = makeLimit({
      mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
      value: { quantity: 'epsilon-squared', unit: '1' },
      rows: '1,1000,1e-6 1,2000,4e-6',
    });
    const geometry = placeLimit(limit, plane, makeCatalogue());
    expect(geometry?.kind).toBe('one-sided');
    if (geometry?.kind !== 'one-sided') return;
    expect([...(geometry.segments[0]?.mass ?? [])]).toEqual([1, 2]);
    expect(geometry.segments[0]?.value[0]).toBeCloseTo(1e-3, 15);
    expect(geometry.segments[0]?.value[1]).toBeCloseTo(2e-3, 15);
  });

  it('undoes decimal logarithms', () => {
    const limit = makeLimit({
      mass: { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'log10' },
      value: { quantity: 'epsilon', unit: '1', scale: 'log10' },
      rows: '1,0,-3 1,1,-4',
    });
    const geometry = placeLimit(limit, plane, makeCatalogue());
    if (geometry?.kind !== 'one-sided') throw new Error('not one-sided');
    expect([...(geometry.segments[0]?.mass ?? [])]).toEqual([1, 10]);
    expect(geometry.segments[0]?.value[1]).toBeCloseTo(1e-4, 15);
  });

  it('exchanges above and below, lower and upper, under a decreasing relation', () => {
    const inverse = makeQuantity({
      id: 'inverse',
      relations: [{ of: 'epsilon', power: -1, why: 'one over it' }],
    });
    const catalogue = makeCatalogue({ quantities: [...QUANTITIES, inverse] });
    const value = { quantity: 'inverse', unit: '1' };
    const open = placeLimit(
      makeLimit({ value, excludes: 'below', rows: '1,1,1e3 1,2,1e4' }),
      plane,
      catalogue,
    );
    expect(open).toMatchObject({ kind: 'one-sided', side: 'above' });
    const strip = placeLimit(
      makeLimit({
        value,
        shape: 'interval',
        rows: '1,lower,1,1e3 1,lower,2,1e3 1,upper,1,1e5 1,upper,2,1e5',
      }),
      plane,
      catalogue,
    );
    if (strip?.kind !== 'interval') throw new Error('not an interval');
    expect(strip.strips[0]?.lower.value[0]).toBeCloseTo(1e-5, 15);
    expect(strip.strips[0]?.upper.value[0]).toBeCloseTo(1e-3, 15);
  });

  it('is refused where no exact relation leads to the plane', () => {
    const limit = makeLimit({ value: { quantity: 'lifetime', unit: 's' } });
    expect(placeLimit(limit, plane, makeCatalogue())).toBeUndefined();
  });

  it('shows a limit on the other planes it names, within the masses it names', () => {
    const other = makePlane({ id: 'other' });
    const limit = makeLimit({
      rows: '1,1,1e-3 1,100,1e-5',
      alsoOn: [{ plane: 'other', why: 'the same coupling', massRange: [10, 1000] }],
    });
    const catalogue = makeCatalogue({ planes: [plane, other], limits: [limit] });
    const [shown] = listPlaneLimits(other, catalogue);
    expect(shown).toMatchObject({ home: false, why: 'the same coupling' });
    if (shown?.geometry.kind !== 'one-sided') throw new Error('not one-sided');
    const [segment] = shown.geometry.segments;
    expect([...(segment?.mass ?? [])]).toEqual([10, 100]);
    expect(segment?.value[0]).toBeCloseTo(1e-4, 15);
  });

  it('cuts the rings of a contour at the masses it names, and drops those outside', () => {
    const other = makePlane({ id: 'other' });
    const limit = makeLimit({
      shape: 'contour',
      header: 'ring,role,mass,value',
      rows:
        '1,outer,1,1e-4 1,outer,100,1e-6 1,outer,100,1e-3 1,outer,1,1e-3 1,outer,1,1e-4 ' +
        '2,outer,300,1e-4 2,outer,500,1e-4 2,outer,400,1e-3 2,outer,300,1e-4',
      alsoOn: [{ plane: 'other', why: 'the same coupling', massRange: [10, 50] }],
    });
    const geometry = placeLimit(limit, other, makeCatalogue(), limit.alsoOn[0]?.massRange);
    if (geometry?.kind !== 'contour') throw new Error('not a contour');
    expect(geometry.rings).toHaveLength(1);
    const [piece, ...others] = listPieces(geometry);
    expect(others).toEqual([]);
    expect(piece?.x0).toBeCloseTo(1, 12);
    expect(piece?.x1).toBeCloseTo(Math.log10(50), 12);
    expect(piece?.lower0).toBeCloseTo(-5, 12);
    expect(piece?.lower1).toBeCloseTo(-4 - Math.log10(50), 12);
    expect(piece?.upper0).toBeCloseTo(-3, 12);
  });

  it('cuts a ratio map at the masses it names, along the line where its ratio is one', () => {
    const limit = makeLimit({
      shape: 'ratio-map',
      header: 'mass,coupling,ratio',
      rows: [1, 10, 100]
        .flatMap((mass) => [
          `${String(mass)},1e-5,10`,
          `${String(mass)},1e-4,0.1`,
          `${String(mass)},1e-3,10`,
        ])
        .join(' '),
    });
    const geometry = placeLimit(limit, plane, makeCatalogue(), [2, 50]);
    if (geometry?.kind !== 'contour') throw new Error('not a contour');
    const pieces = listPieces(geometry);
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces[0]?.x0).toBeCloseTo(Math.log10(2), 12);
    expect(pieces.at(-1)?.x1).toBeCloseTo(Math.log10(50), 12);
  });
});

describe('the shapes of a limit in a plane', () => {
  const square = { quantity: 'epsilon-squared', unit: '1' };
  const inverse = makeQuantity({
    id: 'inverse',
    relations: [{ of: 'epsilon', power: -1, why: 'one over it' }],
  });
  const catalogue = makeCatalogue({
    quantities: [
      ...QUANTITIES,
      inverse,
      makeQuantity({
        id: 'wavelength',
        role: 'length',
        unit: 'm',
        units: ['m'],
        relations: [{ of: 'mass-dark-photon', power: -1, why: 'one over it' }],
      }),
    ],
  });
  const place = (limit: LimitOverrides, masses?: readonly [number, number]): Geometry | undefined =>
    placeLimit(makeLimit(limit), plane, catalogue, masses);
  const numbers = (line: Polyline | undefined): number[][] =>
    Array.from(line?.mass ?? [], (mass, i) => [
      Number(mass.toPrecision(12)),
      Number((line?.value[i] ?? NaN).toPrecision(12)),
    ]);

  it('turn a limit above into one below where the relation decreases', () => {
    const value = { quantity: 'inverse', unit: '1' };
    expect(place({ value, rows: '1,1,1e3 1,2,1e4' })).toMatchObject({ side: 'below' });
    expect(place({ value: square, excludes: 'below', rows: '1,1,1 1,2,1' })).toMatchObject({
      side: 'below',
    });
  });
  it('turn a curve round where its mass is the inverse of the mass of the plane', () => {
    const geometry = place({
      mass: { quantity: 'wavelength', unit: 'm' },
      rows: '1,1,1e-3 1,2,2e-3 1,4,4e-3',
    });
    if (geometry?.kind !== 'one-sided') throw new Error('not one-sided');
    expect(geometry.segments.map(numbers)).toEqual([
      [
        [0.25, 4e-3],
        [0.5, 2e-3],
        [1, 1e-3],
      ],
    ]);
  });
  it('are refused where the mass is no mass of the plane', () => {
    expect(place({ mass: { quantity: 'lifetime', unit: 's' } })).toBeUndefined();
  });
  it('have a segment for each number, and none outside the masses that are asked for', () => {
    const rows = '1,1,1e-3 1,2,1e-3 2,2,1e-4 2,4,1e-4 3,50,1e-3 3,60,1e-3';
    const segments = (masses?: readonly [number, number]): number[][][] => {
      const geometry = place({ rows }, masses);
      return geometry?.kind === 'one-sided' ? geometry.segments.map(numbers) : [];
    };
    expect(segments()).toHaveLength(3);
    expect(segments([2, 3])).toEqual([
      [[2, 1e-3]],
      [
        [2, 1e-4],
        [3, 1e-4],
      ],
    ]);
  });
  it('of lines and bands are those of segments and strips', () => {
    expect(place({ shape: 'line', rows: '1,1,1e-3 1,3,1e-3' })).toMatchObject({
      kind: 'line',
      segments: [{ mass: Float64Array.of(1, 3) }],
    });
    expect(place({ shape: 'band' })).toMatchObject({
      kind: 'band',
      strips: [{ lower: { mass: Float64Array.of(1, 3) }, upper: { mass: Float64Array.of(1, 3) } }],
    });
  });
  it('of an interval are its strips by segment, without those of which an edge is outside', () => {
    const rows =
      '1,lower,1,1e-5 1,lower,3,1e-5 1,upper,1,1e-4 1,upper,3,1e-4 ' +
      '2,lower,5,1e-6 2,lower,7,1e-6 2,upper,6,1e-4 2,upper,9,1e-4';
    const strips = (masses?: readonly [number, number]): number[][][][] => {
      const geometry = place({ shape: 'interval', rows }, masses);
      if (geometry?.kind !== 'interval') throw new Error('not an interval');
      return geometry.strips.map(({ lower, upper }) => [numbers(lower), numbers(upper)]);
    };
    expect(strips()).toEqual([
      [
        [
          [1, 1e-5],
          [3, 1e-5],
        ],
        [
          [1, 1e-4],
          [3, 1e-4],
        ],
      ],
      [
        [
          [5, 1e-6],
          [7, 1e-6],
        ],
        [
          [6, 1e-4],
          [9, 1e-4],
        ],
      ],
    ]);
    expect(strips([1, 3])).toHaveLength(1);
    // Of the second, the upper edge alone reaches beyond 8, the lower one alone below 5.5.
    expect(strips([8, 10])).toEqual([]);
    expect(strips([4, 5.5])).toEqual([]);
  });
  it('of a contour keep what is a hole', () => {
    const geometry = place({
      shape: 'contour',
      rows:
        '1,outer,1,1e-6 1,outer,9,1e-6 1,outer,5,1e-2 1,outer,1,1e-6 ' +
        '2,hole,4,1e-5 2,hole,6,1e-5 2,hole,5,1e-4 2,hole,4,1e-5',
    });
    if (geometry?.kind !== 'contour') throw new Error('not a contour');
    expect(geometry.rings.map(({ role, mass }) => [role, mass.length])).toEqual([
      ['outer', 4],
      ['hole', 4],
    ]);
  });
  it('of tested masses are those inside the range, its ends too', () => {
    const rows = '1,1e-3 2,2e-3 3,3e-3 4,4e-3';
    const points = (masses?: readonly [number, number]): number[][] => {
      const geometry = place({ shape: 'points', rows }, masses);
      return geometry?.kind === 'points' ? numbers(geometry.points) : [];
    };
    expect(points()).toHaveLength(4);
    expect(points([2, 3])).toEqual([
      [2, 2e-3],
      [3, 3e-3],
    ]);
  });
  it('of a grid are slices in order of the parameter, each in order of mass, with the gaps of the paper', () => {
    const grid: LimitOverrides = {
      shape: 'grid',
      gaps: [{ from: 3.0, to: 3.2, why: 'J/psi' }],
      rows: '3,-11,3e-3 1,-11,1e-3 2,-11,2e-3 2,-12,5e-3 1,-12,4e-3 60,-10,1e-3',
      parameter: { quantity: 'lifetime', unit: 's', scale: 'log10' },
    };
    const read = (masses?: readonly [number, number]): [number, number[][]][] => {
      const geometry = place(grid, masses);
      if (geometry?.kind !== 'grid') throw new Error('not a grid');
      expect(geometry.gaps).toEqual([[3, 3.2]]);
      return geometry.slices.map((slice) => [slice.parameter, numbers(slice)]);
    };
    expect(read()).toEqual([
      [
        1e-12,
        [
          [1, 4e-3],
          [2, 5e-3],
        ],
      ],
      [
        1e-11,
        [
          [1, 1e-3],
          [2, 2e-3],
          [3, 3e-3],
        ],
      ],
      [1e-10, [[60, 1e-3]]],
    ]);
    expect(read([1, 10]).map(([parameter]) => parameter)).toEqual([1e-12, 1e-11]);
    const linear = place({ shape: 'grid' });
    if (linear?.kind !== 'grid') throw new Error('not a grid');
    expect(linear.slices.map(({ parameter }) => parameter)).toEqual([1e-12, 1e-11]);
  });
  it('of a ratio map are its cells as published', () => {
    expect(place({ shape: 'ratio-map', value: square, rows: '1,1e-6,0.5 1,1e-4,2' })).toEqual({
      kind: 'ratio-map',
      cells: {
        mass: Float64Array.of(1, 1),
        coupling: Float64Array.of(1e-3, 1e-2),
        ratio: Float64Array.of(0.5, 2),
      },
    });
  });
});

describe('the limits of a plane', () => {
  it('are those at home before those of other planes, and no others', () => {
    const other = makePlane({ id: 'other' });
    const guest = { plane: 'other', alsoOn: [{ plane: plane.id, why: 'the same' }] };
    const limits = [
      makeLimit({ id: 'guest', ...guest }),
      makeLimit({ id: 'away', plane: 'other' }),
      makeLimit({ id: 'host' }),
      makeLimit({ id: 'lost', value: { quantity: 'lifetime', unit: 's' } }),
      makeLimit({ id: 'elsewhere', plane: 'third', alsoOn: [{ plane: 'other', why: 'so' }] }),
    ];
    const catalogue = makeCatalogue({ planes: [plane, other], limits });
    const list = (on: PlaneEntry): unknown[] =>
      listPlaneLimits(on, catalogue).map(({ limit, home, why }) => [limit.id, home, why]);
    expect(list(plane)).toEqual([
      ['host', true, undefined],
      ['guest', false, 'the same'],
    ]);
    expect(list(other)).toEqual([
      ['guest', true, undefined],
      ['away', true, undefined],
      ['elsewhere', false, 'so'],
    ]);
    expect(listPlaneLimits(plane, catalogue)).toBe(listPlaneLimits(plane, catalogue));
  });
});
