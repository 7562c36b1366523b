import { describe, expect, it } from 'vitest';
import type { FigureOutline } from '../../../src/core/figure/figure-spec.ts';
import { describeKey, groupLegend, isColouredSeries } from '../../../src/core/figure/legend.ts';
import { scaleLuminosity } from '../../../src/core/figure/scale-luminosity.ts';
import { makeSeries } from './make-series.ts';

const observed = makeSeries({ scaling: { fromInvFb: 514, exponent: 0.25 } });
const scaled = scaleLuminosity(observed, 10) ?? makeSeries();
const projected = makeSeries({ status: 'projected', layer: 'projection' });
const expected = makeSeries({ status: 'expected', layer: 'projection' });
const NONE = { outlines: [] };

describe("a figure's key", () => {
  it('tells naive scaling from projections', () => {
    const SCALED =
      'thin dashed lines named naive are published limits scaled here with luminosity, not projections by the experiments';
    expect(describeKey([observed, scaled], NONE)).toBe(
      `Solid lines are observed limits; ${SCALED}.`,
    );
    expect(describeKey([projected], NONE)).toBe('Dashed lines are projections.');
    expect(describeKey([projected, scaled], NONE)).toBe(`Dashed lines are projections; ${SCALED}.`);
  });

  it('calls no expected limit a projection', () => {
    expect(describeKey([expected], NONE)).toBe('Dashed lines are expected limits.');
    expect(describeKey([expected, projected], NONE)).toBe(
      'Dashed lines are projections and expected limits.',
    );
  });

  it('says what the outlines are made of', () => {
    const outline: FigureOutline = { scope: 'ee', levels: [0.9, 'not-stated'], rings: [] };
    const LINES =
      'The broad red line follows the best e⁺e⁻ limit, the thin dark line the best of all laboratory limits.';
    expect(describeKey([], { outlines: [{ ...outline, levels: [0.9] }] })).toBe(LINES);
    expect(describeKey([], { outlines: [outline], leavesOut: true })).toBe(
      [
        LINES,
        'The combined outlines are of all published limits of the plane, also of those not shown here.',
        'The best e⁺e⁻ limit mixes confidence levels, which are not rescaled: 90 % CL, some not stated.',
      ].join(' '),
    );
  });

  it('is empty for an empty figure', () => {
    expect(describeKey([], NONE)).toBe('');
  });
});

it('a legend lists layers in the readers’ order, newest first', () => {
  const series = [
    projected,
    makeSeries({ limit: 'old', year: 2009, label: 'Old' }),
    makeSeries({ limit: 'new', year: 2020, label: 'New' }),
  ];
  expect(groupLegend(series).map(({ title, series: own }) => [title, own.length])).toEqual([
    ['e⁺e⁻ colliders', 2],
    ['Projections', 1],
  ]);
  expect(groupLegend(series)[0]?.series.map(({ limit }) => limit)).toEqual(['new', 'old']);
});

it('greys are the rest, colours what stands out', () => {
  const style = observed.style;
  expect(isColouredSeries({ style })).toBe(true);
  for (const hue of ['laboratory', 'astro-cosmo', 'context'] as const)
    expect(isColouredSeries({ style: { ...style, hue } })).toBe(false);
});
