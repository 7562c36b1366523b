import { describe, expect, it } from 'vitest';
import type { Limit } from '../../../src/core/catalogue.ts';
import type { DataChanges } from '../../../src/core/release/data-changes.ts';
import { compareData, hasNew, isSameData } from '../../../src/core/release/data-changes.ts';
import type { Redirect } from '../../../src/core/schema/redirects.ts';
import type { CatalogueOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeChapter,
  makeLimit,
  makeModel,
  makePlane,
  makeReference,
  makeSearch,
} from '../../fixtures/make-catalogue.ts';

const compare = (
  before: CatalogueOverrides,
  after: CatalogueOverrides,
  redirects: readonly Redirect[] = [],
): DataChanges => compareData(makeCatalogue(before), makeCatalogue(after), redirects);

const MOVE = { from: '/limits/a/', to: '/limits/b/', why: 'the experiment was misspelt' };

describe('what changed in the data', () => {
  it('is nothing between a catalogue and itself', () => {
    const changes = compare({}, {});
    expect(isSameData(changes)).toBe(true);
    expect(hasNew(changes)).toBe(false);
    expect(changes.impact).toEqual([]);
  });
  it('is a limit that came, one that went, and the combined limits with them', () => {
    const [a, b] = [makeLimit({ id: 'a' }), makeLimit({ id: 'b', rows: '1,1,1e-4 1,3,1e-4' })];
    const changes = compare({ limits: [a] }, { limits: [b] });
    expect(changes.limits).toMatchObject({
      added: ['b'],
      removed: ['a'],
      renamed: [],
      changed: [],
    });
    expect(changes.impact.map(({ plane }) => plane)).toEqual(['dark-photon-visible']);
    expect(hasNew(changes)).toBe(true);
  });
  it('is a renamed limit, neither gone nor new, compared with what it was', () => {
    const changes = compare(
      { limits: [makeLimit({ id: 'a' })] },
      { limits: [makeLimit({ id: 'b', rows: '1,1,2e-3 1,2,2e-3 1,3,1e-3' })] },
      [MOVE],
    );
    expect(changes.limits).toMatchObject({
      added: [],
      removed: [],
      renamed: [{ from: 'a', to: 'b', why: MOVE.why }],
      changed: [{ id: 'b', facts: [], numbers: { changed: 1 } }],
    });
    expect(hasNew(changes)).toBe(false);
  });
  it('is no change of a combined limit whose owner was renamed, nor of one that replaces it', () => {
    const newer = (limit: string): Limit =>
      makeLimit({ id: 'c', supersedes: [{ limit, as: 'update' }], rows: '1,2,1e-5 1,3,1e-5' });
    const changes = compare(
      { limits: [makeLimit({ id: 'a' }), newer('a')] },
      { limits: [makeLimit({ id: 'b' }), newer('b')] },
      [MOVE],
    );
    expect(changes.impact).toEqual([]);
    expect(changes.superseded).toEqual([]);
    expect(changes.limits.changed).toEqual([]);
  });
  it('is a renamed plane, its limits staying where they are', () => {
    const changes = compare(
      {},
      {
        planes: [makePlane({ id: 'dark-photon' })],
        limits: [makeLimit({ plane: 'dark-photon' })],
      },
      [{ from: '/planes/dark-photon-visible/', to: '/planes/dark-photon/', why: 'shorter' }],
    );
    expect(changes.kinds.planes).toMatchObject({ added: [], removed: [], changed: [] });
    expect(changes.kinds.planes.renamed).toHaveLength(1);
    expect(changes.impact).toEqual([]);
    expect(changes.limits.changed).toEqual([]);
  });
  it('is not a move of an earlier release', () => {
    const limits = [makeLimit({ id: 'b' })];
    expect(isSameData(compare({ limits }, { limits }, [MOVE]))).toBe(true);
  });
  it('is not a limit that merges into one that was there', () => {
    const [a, b] = [makeLimit({ id: 'a' }), makeLimit({ id: 'b' })];
    expect(compare({ limits: [a, b] }, { limits: [b] }, [MOVE]).limits).toMatchObject({
      removed: ['a'],
      renamed: [],
    });
  });
  it('is a fact of a limit, apart from its numbers', () => {
    const changes = compare({}, { limits: [makeLimit({ confidence: { level: 0.95 } })] });
    expect(changes.limits.changed).toEqual([
      {
        id: 'babar-2014-dark-photon',
        facts: [{ path: 'confidence.level', before: 0.9, after: 0.95 }],
        isTextNew: false,
        numbers: undefined,
      },
    ]);
  });
  it('is a limit that another replaces', () => {
    const old = makeLimit({ id: 'a' });
    const newer = makeLimit({ id: 'b', supersedes: [{ limit: 'a', as: 'update' }] });
    expect(compare({ limits: [old] }, { limits: [old, newer] }).superseded).toEqual([
      { limit: 'a', by: 'b', as: 'update' },
    ]);
    expect(compare({ limits: [old, newer] }, { limits: [old, newer] }).superseded).toEqual([]);
  });
  it('is prose that was rewritten, but not prose that moved down its file', () => {
    const search = makeSearch({ body: 'One.' });
    expect(
      compare({ searches: [search] }, { searches: [makeSearch({ body: 'Two.' })] }).kinds.searches
        .changed,
    ).toEqual([{ id: search.id, facts: [], isTextNew: true }]);
    expect(
      isSameData(compare({ searches: [search] }, { searches: [{ ...search, bodyLine: 99 }] })),
    ).toBe(true);
  });
  it('is every kind of entry', () => {
    const changes = compare(
      {},
      {
        planes: [makePlane(), makePlane({ id: 'other' })],
        models: [makeModel({ title: 'Heavy photon' })],
        chapters: [makeChapter()],
      },
    );
    expect(changes.kinds.planes.added).toEqual(['other']);
    expect(changes.kinds.models.changed[0]?.facts[0]).toMatchObject({
      path: 'title',
      after: 'Heavy photon',
    });
    expect(changes.kinds.chapters.added).toEqual(['introduction']);
  });
  it('is a corrected reference', () => {
    const changes = compare({}, { references: [makeReference({ year: 2015 })] });
    expect(changes.references.changed).toEqual([
      {
        id: 'BaBar:2014zli',
        facts: [{ path: 'year', before: 2014, after: 2015 }],
        isTextNew: false,
      },
    ]);
    expect(hasNew(changes)).toBe(false);
  });
});
