import { describe, expect, it } from 'vitest';
import {
  DEFAULT_VIEW,
  type FigureView,
  isShownIn,
  toggleLayer,
  toggleOnly,
  toggleSeries,
} from '../../../src/core/figure/view.ts';
import { makeSeries } from './make-series.ts';

const babar = makeSeries({ limit: 'babar', year: 2014, confidenceLevel: 0.9 });
const kloe = makeSeries({ limit: 'kloe', experiments: ['kloe'], confidenceLevel: 0.95 });
const reach = makeSeries({ limit: 'reach', layer: 'projection', startsHidden: true });
const all = [babar, kloe, reach];
const shown = (view: FigureView): string[] =>
  all.filter((one) => isShownIn(view, one)).map(({ limit }) => limit);

describe('isShownIn', () => {
  it('starts with everything but what starts hidden', () => {
    expect(shown(DEFAULT_VIEW)).toEqual(['babar', 'kloe']);
  });

  it('lets a limit outrank its layer', () => {
    expect(shown({ ...DEFAULT_VIEW, layersOff: ['ee'], show: ['kloe'] })).toEqual(['kloe']);
    expect(shown({ ...DEFAULT_VIEW, layersOn: ['projection'], hide: ['kloe'] })).toEqual([
      'babar',
      'reach',
    ]);
  });

  it('narrows by every facet at once', () => {
    const facets = { ...DEFAULT_VIEW.facets, experiment: ['babar', 'kloe'], cl: ['95'] };
    expect(shown({ ...DEFAULT_VIEW, facets })).toEqual(['kloe']);
  });

  it('leaves out what has no year where years are asked for', () => {
    expect(shown({ ...DEFAULT_VIEW, years: [2010, 2014] })).toEqual(['babar']);
    expect(shown({ ...DEFAULT_VIEW, years: [2015, 2020] })).toEqual([]);
  });

  it('shows a selection alone, whatever else is chosen', () => {
    expect(
      shown({ ...DEFAULT_VIEW, only: ['reach'], hide: ['reach'], years: [1990, 1991] }),
    ).toEqual(['reach']);
  });

  it('never takes the reader’s own curve away', () => {
    const own = makeSeries({ layer: 'own' });
    expect(isShownIn({ ...DEFAULT_VIEW, only: ['babar'] }, own)).toBe(true);
  });
});

describe('toggleSeries', () => {
  it('leaves no trace when switched twice', () => {
    const once = toggleSeries(DEFAULT_VIEW, babar);
    expect(shown(once)).toEqual(['kloe']);
    expect(toggleSeries(once, babar)).toEqual(DEFAULT_VIEW);
    const reached = toggleSeries(DEFAULT_VIEW, reach);
    expect(reached.show).toEqual(['reach']);
    expect(toggleSeries(reached, reach)).toEqual(DEFAULT_VIEW);
  });

  it('adds to and takes from a selection, but never its last', () => {
    const one = { ...DEFAULT_VIEW, only: ['babar'] };
    const two = toggleSeries(one, kloe);
    expect(two.only).toEqual(['babar', 'kloe']);
    expect(toggleSeries(two, kloe).only).toEqual(['babar']);
    expect(toggleSeries(one, babar).only).toEqual(['babar']);
  });
});

describe('toggleLayer', () => {
  it('switches a layer off and on again', () => {
    const off = toggleLayer(DEFAULT_VIEW, 'ee', all);
    expect(shown(off)).toEqual([]);
    expect(toggleLayer(off, 'ee', all)).toEqual(DEFAULT_VIEW);
  });

  it('switches a layer on that starts hidden', () => {
    const on = toggleLayer(DEFAULT_VIEW, 'projection', all);
    expect(shown(on)).toEqual(['babar', 'kloe', 'reach']);
    expect(toggleLayer(on, 'projection', all)).toEqual(DEFAULT_VIEW);
  });

  it('shows the rest of a layer of which only a part starts shown', () => {
    const some = [...all, makeSeries({ limit: 'belle', layer: 'projection' })];
    const off = toggleLayer(DEFAULT_VIEW, 'projection', some);
    expect(off.layersOff).toEqual(['projection']);
    expect(toggleLayer(off, 'projection', some).layersOn).toEqual(['projection']);
  });

  it('forgets the switches of its limits', () => {
    const one = toggleSeries(DEFAULT_VIEW, babar);
    expect(shown(toggleLayer(one, 'ee', all))).toEqual([]);
    expect(toggleLayer(one, 'ee', all).hide).toEqual([]);
  });
});

it('toggleOnly shows one limit alone, then everything again', () => {
  const alone = toggleOnly(DEFAULT_VIEW, 'kloe');
  expect(shown(alone)).toEqual(['kloe']);
  expect(toggleOnly(alone, 'kloe')).toEqual(DEFAULT_VIEW);
});
