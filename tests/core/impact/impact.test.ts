import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { compareCatalogues, compareScope, pairUp } from '../../../src/core/impact/impact.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeExperiment,
  makeLimit,
  makePlane,
} from '../../fixtures/make-catalogue.ts';

const experiments = [
  makeExperiment(),
  makeExperiment({ id: 'na64', kind: 'fixed-target', name: 'NA64' }),
];

const catalogueOf = (...limits: LimitOverrides[]): Catalogue =>
  makeCatalogue({ limits: limits.map(makeLimit), experiments });

const NOTHING = { added: [], removed: [], changed: [] };

describe('the impact of a change of the catalogue', () => {
  it('is nothing between two readings of the same content', () => {
    expect(compareCatalogues(catalogueOf({}), catalogueOf({}))).toEqual([]);
  });

  it('is nothing when only words changed, or a limit that never enters', () => {
    const after = catalogueOf(
      { title: 'Other words' },
      { id: 'reach', status: 'projected', rows: '1,1,1e-6 1,3,1e-6' },
    );
    expect(compareCatalogues(catalogueOf({}), after)).toEqual([]);
  });

  it('names range, factor, holders and input of a new limit, in both scopes', () => {
    const after = catalogueOf({}, { id: 'newer', rows: '1,1,1e-4 1,3,1e-4' });
    const [plane, ...rest] = compareCatalogues(catalogueOf({}), after);
    expect(rest).toEqual([]);
    expect(plane).toMatchObject({ plane: 'dark-photon-visible', state: 'kept' });
    expect(plane?.scopes.map(({ scope }) => scope)).toEqual(['laboratory', 'ee']);
    const [scope] = plane?.scopes ?? [];
    expect(scope?.inputs).toEqual({ ...NOTHING, added: ['newer'] });
    expect(scope?.islands).toEqual(NOTHING);
    expect(scope?.ranges).toHaveLength(1);
    expect(scope?.ranges[0]).toMatchObject({
      from: 1,
      to: 3,
      change: 'stronger',
      before: 'babar-2014-dark-photon',
      after: 'newer',
      maxFactor: 20,
    });
  });

  it('leaves out the scope it does not touch', () => {
    const after = catalogueOf({}, { id: 'na', experiment: ['na64'], rows: '1,4,1e-4 1,5,1e-4' });
    const [plane] = compareCatalogues(catalogueOf({}), after);
    expect(plane?.scopes).toMatchObject([
      { scope: 'laboratory', ranges: [{ from: 4, to: 5, change: 'covered', after: 'na' }] },
    ]);
  });

  it('lists islands that came, went and moved, which the envelope does not show', () => {
    const island: LimitOverrides = { id: 'island', shape: 'interval' };
    const moved = {
      ...island,
      rows: '1,lower,1,1e-6 1,lower,3,1e-5 1,upper,1,1e-4 1,upper,3,1e-4',
    };
    const changesOf = (before: Catalogue, after: Catalogue) =>
      compareCatalogues(before, after)[0]?.scopes[0];
    expect(changesOf(catalogueOf({}), catalogueOf({}, island))).toMatchObject({
      ranges: [],
      islands: { ...NOTHING, added: ['island'] },
    });
    expect(changesOf(catalogueOf({}, island), catalogueOf({}))?.islands.removed).toEqual([
      'island',
    ]);
    expect(changesOf(catalogueOf({}, island), catalogueOf({}, moved))).toMatchObject({
      inputs: { ...NOTHING, changed: ['island'] },
      islands: { ...NOTHING, changed: ['island'] },
    });
  });

  it('lists an input whose confidence level was corrected', () => {
    const [plane] = compareCatalogues(
      catalogueOf({}),
      catalogueOf({ confidence: { level: 0.95 } }),
    );
    expect(plane?.scopes[0]).toMatchObject({
      ranges: [],
      inputs: { changed: ['babar-2014-dark-photon'] },
    });
  });

  it('shows a renamed limit as a hand-over at the same value', () => {
    const [plane] = compareCatalogues(catalogueOf({}), catalogueOf({ id: 'renamed' }));
    expect(plane?.scopes[0]?.ranges).toEqual([
      { from: 1, to: 3, change: 'handed-over', before: 'babar-2014-dark-photon', after: 'renamed' },
    ]);
  });

  it('marks a plane that came or went', () => {
    const none = makeCatalogue({ planes: [], limits: [] });
    expect(compareCatalogues(none, makeCatalogue())).toMatchObject([
      { state: 'added', scopes: [{ ranges: [{ change: 'covered' }] }, { scope: 'ee' }] },
    ]);
    expect(compareCatalogues(makeCatalogue(), none)).toMatchObject([
      { state: 'removed', scopes: [{ ranges: [{ change: 'lost' }] }, { scope: 'ee' }] },
    ]);
  });

  it('refuses to compare a plane whose axes measure something else now', () => {
    const after = makeCatalogue({
      planes: [makePlane({ y: { quantity: 'epsilon-squared', range: [1e-16, 1e-2] } })],
    });
    expect(compareCatalogues(makeCatalogue(), after)).toMatchObject([
      { state: 'redefined', scopes: [] },
    ]);
  });
});

describe('two states of one combination', () => {
  it('are undefined where the plane does not exist', () => {
    const none = makeCatalogue({ planes: [], limits: [] });
    const pair = pairUp('dark-photon-visible', 'ee', none, makeCatalogue());
    expect(pair.before).toBeUndefined();
    expect(pair.after?.inputs).toHaveLength(1);
    expect(compareScope('ee', pair)).toHaveLength(1);
    expect(compareScope('ee', { before: undefined, after: undefined })).toEqual([]);
  });
});
