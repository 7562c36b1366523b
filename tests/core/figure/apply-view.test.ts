import { describe, expect, it } from 'vitest';
import { applyView, changeChoice, markKey, viewAxis } from '../../../src/core/figure/apply-view.ts';
import type { AxisChoice, FigureMark, FigureSpec } from '../../../src/core/figure/figure-spec.ts';
import { DEFAULT_VIEW } from '../../../src/core/figure/view.ts';
import { makeSeries, makeSpec } from './make-series.ts';

const choice = (id: string, factor: number, power: number): AxisChoice => ({
  id,
  quantity: id,
  name: id,
  symbol: id,
  plain: id,
  unit: id.split(':')[1] ?? '1',
  unitLabel: id.split(':')[1] ?? '',
  law: { factor, power },
});

const plain = makeSpec();
const spec: FigureSpec = {
  ...plain,
  x: { ...plain.x, choices: [choice('mass', 1, 1), choice('mass:MeV', 1000, 1)] },
  y: {
    ...plain.y,
    choices: [choice('epsilon', 1, 1), choice('squared', 1, 2), choice('inverse', 2, -1)],
  },
  series: [
    ...plain.series,
    makeSeries({ limit: 'reach', layer: 'projection', status: 'projected', startsHidden: true }),
    makeSeries({ limit: 'scaled', scaling: { fromInvFb: 500, exponent: 0.25 } }),
    makeSeries({ limit: 'map', grid: { ctauM: [1e-3, 1] } }),
  ],
  outlines: [
    {
      scope: 'ee',
      levels: [0.9],
      rings: [
        [
          [0.1, 1e-2],
          [1, 1e-3],
          [0.1, 1e-2],
        ],
      ],
    },
    { scope: 'laboratory', levels: [0.9], rings: [] },
  ],
  lifetimes: [
    {
      ctauM: 1,
      label: '1 m',
      segments: [
        [
          [0.1, 1e-4],
          [1, 1e-5],
        ],
      ],
    },
  ],
};
const find = ({ series }: FigureSpec, limit: string) => series.find((one) => one.limit === limit);

describe('applyView', () => {
  it('shows what the figure starts with, and nothing twice', () => {
    const shown = applyView(spec, DEFAULT_VIEW);
    expect(shown.series.map(({ limit }) => limit)).toEqual(
      spec.series.filter((one) => !one.startsHidden).map(({ limit }) => limit),
    );
    expect(shown.lifetimes).toEqual([]);
    expect(shown.outlines.map(({ scope }) => scope)).toEqual(['ee', 'laboratory']);
  });

  it('switches on what starts hidden, so that every renderer draws it', () => {
    const shown = applyView(spec, { ...DEFAULT_VIEW, show: ['reach'] });
    expect(find(shown, 'reach')?.startsHidden).toBe(false);
  });

  it('reads everything on other axes', () => {
    const shown = applyView(spec, {
      ...DEFAULT_VIEW,
      x: { choice: 'mass:MeV' },
      y: { choice: 'squared' },
      lifetimes: true,
    });
    expect(shown.x).toMatchObject({ quantity: 'mass:MeV', unit: 'MeV', range: [10, 10_000] });
    expect(shown.y.range[0]).toBeCloseTo(1e-12, 20);
    const mark = find(shown, 'babar')?.mark as Extract<FigureMark, { kind: 'segments' }>;
    expect(mark.side).toBe('above');
    expect(mark.segments[0]?.[1]?.[0]).toBe(1000);
    expect(mark.segments[0]?.[1]?.[1]).toBeCloseTo(1e-8, 20);
    expect(shown.outlines[0]?.rings[0]?.[1]?.[0]).toBe(1000);
    expect(shown.lifetimes[0]?.segments[0]?.[1]?.[1]).toBeCloseTo(1e-10, 20);
  });

  it('turns sides round where the vertical axis runs the other way', () => {
    const shown = applyView(spec, { ...DEFAULT_VIEW, y: { choice: 'inverse' } });
    expect(shown.y.range).toEqual([20, 2e6]);
    expect(find(shown, 'babar')?.mark).toMatchObject({ side: 'below' });
    const strip = find(shown, 'dump')?.mark as Extract<FigureMark, { kind: 'strips' }>;
    const [first] = strip.strips;
    expect(first?.lower[0]?.[1]).toBeLessThan(first?.upper[0]?.[1] ?? 0);
  });

  it('scales with luminosity what may be scaled, and calls it naive', () => {
    const shown = applyView(spec, { ...DEFAULT_VIEW, luminosity: 16 });
    const scaled = find(shown, 'scaled@16');
    expect(scaled?.label).toBe('BaBar 2014 × 16 data (naive)');
    expect(scaled?.layer).toBe('projection');
    expect(
      (scaled?.mark as Extract<FigureMark, { kind: 'segments' }>).segments[0]?.[0]?.[1],
    ).toBeCloseTo(5e-4, 12);
    expect(find(shown, 'babar@16')).toBeUndefined();
  });

  it('draws a grid at the slice asked for, when it is there', () => {
    const mark: FigureMark = {
      kind: 'segments',
      side: 'above',
      segments: [
        [
          [0.1, 1e-5],
          [0.2, 1e-5],
        ],
      ],
    };
    const view = { ...DEFAULT_VIEW, ctauM: 1 };
    expect(find(applyView(spec, view), 'map')).toBeUndefined();
    const marks = new Map([[markKey('map', 1), mark]]);
    expect(find(applyView(spec, view, { marks }), 'map')).toMatchObject({
      mark,
      remark: 'at cτ = 1 m',
    });
  });

  it('puts own curves on top and exact marks in place', () => {
    const own = makeSeries({ limit: 'mine', layer: 'own' });
    const exact: FigureMark = {
      kind: 'segments',
      side: 'above',
      segments: [
        [
          [0.1, 1.2345678e-3],
          [1, 1e-4],
        ],
      ],
    };
    const shown = applyView(spec, DEFAULT_VIEW, { own: [own], marks: new Map([['babar', exact]]) });
    expect(shown.series.at(-1)?.limit).toBe('mine');
    expect(find(shown, 'babar')?.mark).toEqual(exact);
  });

  it('outlines only the combined limit asked for', () => {
    expect(applyView(spec, { ...DEFAULT_VIEW, outlines: 'ee' }).outlines).toHaveLength(1);
    expect(applyView(spec, { ...DEFAULT_VIEW, outlines: 'none' }).outlines).toEqual([]);
  });
});

it('a window stays on the same part of the plane when the unit changes', () => {
  const changed = changeChoice(spec.x, { range: [0.1, 1] }, 'mass:MeV');
  expect(changed).toEqual({ choice: 'mass:MeV', range: [100, 1000] });
  expect(changeChoice(spec.x, changed, 'mass')).toEqual({ range: [0.1, 1] });
  expect(viewAxis(spec.x, changed)).toMatchObject({ unit: 'MeV', range: [100, 1000] });
  expect(changeChoice(spec.y, { range: [1e-3, 1e-2] }, 'inverse').range).toEqual([200, 2000]);
});
