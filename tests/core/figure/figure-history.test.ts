import { describe, expect, it } from 'vitest';
import { buildPlaneFigure } from '../../../src/core/figure/build-plane-figure.ts';
import { drawAsOf, hadAppearedBy } from '../../../src/core/figure/draw-as-of.ts';
import type { FigureHistory } from '../../../src/core/figure/figure-history.ts';
import { buildFigureHistory } from '../../../src/core/figure/figure-history.ts';
import type { FigureSpec } from '../../../src/core/figure/figure-spec.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeReference,
} from '../../fixtures/make-catalogue.ts';

function build(): { spec: FigureSpec; history: FigureHistory | undefined } {
  const plane = makePlane();
  const catalogue = makeCatalogue({
    planes: [plane],
    limits: [
      makeLimit({ id: 'old', reference: 'Old:2014' }),
      makeLimit({
        id: 'new',
        reference: 'New:2020',
        supersedes: [{ limit: 'old', as: 'update' }],
      }),
      makeLimit({ id: 'undated', reference: 'none-known', status: 'expected' }),
    ],
    references: [
      makeReference({ key: 'Old:2014', eprint: '1406.2980' }),
      makeReference({ key: 'New:2020', eprint: '2001.00001', year: 2020 }),
    ],
  });
  const spec = buildPlaneFigure(plane, catalogue);
  return { spec, history: buildFigureHistory(plane, catalogue, spec) };
}

describe('the history of a figure', () => {
  it('knows since when and until when each curve counts, and every change of the outlines', () => {
    const { history } = build();
    expect(history).toMatchObject({
      years: [2014, 2020],
      since: { old: 2014, new: 2020 },
      until: { old: 2020 },
    });
    expect(history?.outlines.map(({ year }) => year)).toEqual([2014, 2020]);
    expect(history?.outlines[0]?.outlines.map(({ scope }) => scope)).toEqual(['laboratory', 'ee']);
  });

  it('is absent where only one year is known', () => {
    const plane = makePlane();
    const catalogue = makeCatalogue({ planes: [plane] });
    expect(
      buildFigureHistory(plane, catalogue, buildPlaneFigure(plane, catalogue)),
    ).toBeUndefined();
  });
});

describe('a figure as of a year', () => {
  const drawn = (year: number): FigureSpec => {
    const { spec, history } = build();
    if (history === undefined) throw new Error('no history');
    return drawAsOf(spec, history, year);
  };

  it('holds what had appeared, in full where it was not superseded yet', () => {
    const { series, outlines } = drawn(2016);
    expect(series.map(({ limit }) => limit)).toEqual(['old']);
    expect(series[0]?.isSuperseded).toBe(false);
    expect(series[0]?.style).toMatchObject({ weight: 'normal', fill: 'light' });
    expect(outlines.map(({ scope }) => scope)).toEqual(['laboratory', 'ee']);
  });

  it('draws superseded results as such from the year of the newer one', () => {
    const { series } = drawn(2020);
    expect(series.map(({ limit, isSuperseded }) => [limit, isSuperseded])).toEqual([
      ['old', true],
      ['new', false],
    ]);
  });

  it('is empty before the first year, outlines included', () => {
    expect(drawn(2000)).toMatchObject({ series: [], outlines: [] });
  });

  it('never counts a curve of unknown date', () => {
    const { history } = build();
    expect(history && hadAppearedBy('undated', history, 2030)).toBe(false);
  });
});
