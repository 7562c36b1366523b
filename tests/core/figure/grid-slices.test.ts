import { describe, expect, it } from 'vitest';
import {
  findSlice,
  findSliceLength,
  formatDistance,
  formatLength,
  listSliceLengths,
} from '../../../src/core/figure/grid-slices.ts';
import { makeSeries, makeSpec } from './make-series.ts';

const belle = makeSeries({ limit: 'belle', grid: { ctauM: [1e-5, 1e-2, 4] } });
const lhcb = makeSeries({
  limit: 'lhcb',
  isEe: false,
  layer: 'laboratory',
  grid: { ctauM: [3e-5, 1.05e-2, 0.3] },
});

describe('slices of grids', () => {
  it('are offered at the lengths of the e+e- grids, else of all', () => {
    expect(listSliceLengths(makeSpec({ series: [lhcb, belle] }))).toEqual([1e-5, 1e-2, 4]);
    expect(listSliceLengths(makeSpec({ series: [lhcb] }))).toEqual([3e-5, 1.05e-2, 0.3]);
    expect(listSliceLengths(makeSpec())).toEqual([]);
  });

  it('stand for a length only when they are near it', () => {
    expect(findSlice(lhcb, 1e-2)).toBe(1);
    expect(findSlice(lhcb, 4)).toBeUndefined();
    expect(findSlice(makeSeries(), 1)).toBeUndefined();
  });

  it('are found again from a written length', () => {
    const spec = makeSpec({ series: [belle] });
    expect(findSliceLength(spec, 0.01001)).toBe(1e-2);
    expect(findSliceLength(spec, 0.5)).toBeUndefined();
    expect(findSliceLength(spec, NaN)).toBeUndefined();
    expect(findSliceLength(spec, undefined)).toBeUndefined();
  });
});

it('formatLength chooses the unit a reader would', () => {
  expect([2e-6, 1e-3, 0.4, 12, 4500].map(formatLength)).toEqual([
    '2 µm',
    '1 mm',
    '40 cm',
    '12 m',
    '4.5 km',
  ]);
});

it('formatDistance writes a power of ten where no unit suits', () => {
  expect(formatDistance(2.5e-3)).toBe('2.5 mm');
  expect(formatDistance(1e-10)).toBe('1.00 × 10⁻¹⁰ m');
  expect(formatDistance(1e20)).toBe('1.00 × 10²⁰ m');
});
