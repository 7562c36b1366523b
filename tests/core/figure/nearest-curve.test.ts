import { expect, it } from 'vitest';
import { findNearestCurve } from '../../../src/core/figure/nearest-curve.ts';
import type { SceneSeries } from '../../../src/core/figure/scene.ts';
import { makeSeries } from './make-series.ts';

const line = (limit: string, y: number): SceneSeries => ({
  series: makeSeries({ limit }),
  areas: [],
  edges: [
    [
      [0, y],
      [100, y],
    ],
  ],
  markers: [],
});

it('finds the nearest curve between its points', () => {
  const hit = findNearestCurve([line('a', 10), line('b', 20)], [50, 17], 14);
  expect(hit?.series.limit).toBe('b');
  expect(hit?.point).toEqual([50, 20]);
});

it('finds nothing out of reach', () => {
  expect(findNearestCurve([line('a', 10)], [50, 40], 14)).toBeUndefined();
});

it('prefers the curve drawn last where two coincide', () => {
  expect(findNearestCurve([line('a', 10), line('b', 10)], [50, 12], 14)?.series.limit).toBe('b');
});
