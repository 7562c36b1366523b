import { describe, expect, it } from 'vitest';
import { listPieces } from '../../../src/core/curve/pieces.ts';
import { listPlaneLimits, placeLimit } from '../../../src/core/curve/plane-limit.ts';
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
