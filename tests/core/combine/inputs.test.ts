import { describe, expect, it } from 'vitest';
import type { CombineOptions, Level, Scope } from '../../../src/core/combine/inputs.ts';
import { listInputs, paperDate } from '../../../src/core/combine/inputs.ts';
import type { ExperimentKind } from '../../../src/core/schema/index.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeExperiment,
  makeLimit,
  makePlane,
  makeReference,
} from '../../fixtures/make-catalogue.ts';

const KINDS: readonly ExperimentKind[] = [
  'ee-collider',
  'hadron-collider',
  'fixed-target',
  'beam-dump',
  'meson-decay',
  'neutrino',
  'indirect',
  'astro',
  'cosmo',
];

/** Ids of what enters the combination of these limits; an experiment's id is its kind. */
function inputsOf(
  limits: readonly LimitOverrides[],
  scope: Scope = 'laboratory',
  level: Level = 'all',
): string[] {
  const plane = makePlane();
  const catalogue = makeCatalogue({
    planes: [plane],
    limits: limits.map((limit) => makeLimit({ experiment: ['ee-collider'], ...limit })),
    experiments: KINDS.map((kind) => makeExperiment({ id: kind, kind })),
    references: [
      makeReference({ key: 'BaBar:2014zli', eprint: '1406.2980' }),
      makeReference({ key: 'Old:2009abc', eprint: 'hep-ex/0912001', year: 2010 }),
      makeReference({ key: 'Book:1999xyz', year: 1999 }),
    ],
  });
  return listInputs(plane, catalogue, scope, level).map(({ limit }) => limit.id);
}

describe('what may set a combined limit', () => {
  it('is observed, by the collaboration or a reinterpretation', () => {
    expect(
      inputsOf([
        { id: 'own' },
        { id: 'recast', derivedBy: 'reinterpretation' },
        { id: 'union', derivedBy: 'compilation' },
        { id: 'ours', derivedBy: 'this-project' },
        { id: 'expected', status: 'expected' },
        { id: 'projected', status: 'projected' },
        { id: 'favoured', status: 'favoured' },
        { id: 'target', status: 'target' },
      ]),
    ).toEqual(['own', 'recast']);
  });

  it('is of laboratory experiments, and in the scope ee of e+e- colliders only', () => {
    const limits = KINDS.map((kind) => ({ id: `from-${kind}`, experiment: [kind] }));
    expect(inputsOf(limits, 'laboratory')).toEqual(
      KINDS.slice(0, 6)
        .map((kind) => `from-${kind}`)
        .toSorted(),
    );
    expect(inputsOf(limits, 'ee')).toEqual(['from-ee-collider']);
  });

  it('is not of a scope when one of its experiments is outside', () => {
    expect(inputsOf([{ id: 'mixed', experiment: ['ee-collider', 'cosmo'] }])).toEqual([]);
    expect(inputsOf([{ id: 'mixed', experiment: ['ee-collider', 'beam-dump'] }], 'ee')).toEqual([]);
  });

  it('is at the confidence level asked for; a level that is not stated enters `all` only', () => {
    const limits: LimitOverrides[] = [
      { id: 'at-90', confidence: { level: 0.9 } },
      { id: 'at-95', confidence: { level: 0.95 } },
      { id: 'unknown', confidence: 'not-stated' },
    ];
    expect(inputsOf(limits, 'laboratory', 'all')).toEqual(['at-90', 'at-95', 'unknown']);
    expect(inputsOf(limits, 'laboratory', '0.90')).toEqual(['at-90']);
    expect(inputsOf(limits, 'laboratory', '0.95')).toEqual(['at-95']);
  });

  it('is not superseded by a newer observed limit', () => {
    expect(
      inputsOf([{ id: 'old' }, { id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }]),
    ).toEqual(['new']);
  });

  it('stays in when what would supersede it is only expected', () => {
    expect(
      inputsOf([
        { id: 'old' },
        { id: 'new', status: 'expected', supersedes: [{ limit: 'old', as: 'update' }] },
      ]),
    ).toEqual(['old']);
  });

  it('comes with the earliest paper first', () => {
    expect(
      inputsOf([
        { id: 'a-2014', reference: 'BaBar:2014zli' },
        { id: 'b-2009', reference: 'Old:2009abc' },
        { id: 'c-1999', reference: 'Book:1999xyz' },
        { id: 'd-unknown', reference: 'none-known' },
        { id: 'e-stated', reference: 'none-known', year: 2001 },
      ]),
    ).toEqual(['c-1999', 'e-stated', 'b-2009', 'a-2014', 'd-unknown']);
  });
});

describe('the date of a paper', () => {
  const dateOf = (reference: Parameters<typeof makeReference>[0]): string => {
    const catalogue = makeCatalogue({ references: [makeReference(reference)] });
    return paperDate(makeLimit(), catalogue);
  };

  it('is the month of its arXiv number, old and new', () => {
    expect(dateOf({ eprint: '1406.2980', year: 2014 })).toBe('2014-06');
    expect(dateOf({ eprint: 'hep-ex/9805025', year: 1999 })).toBe('1998-05');
    expect(dateOf({ eprint: 'hep-ex/0107001', year: 2002 })).toBe('2001-07');
  });

  it('is of this century up to 90 in the old numbers, which began in 1991', () => {
    expect(dateOf({ eprint: 'hep-ph/9108001' })).toBe('1991-08');
    expect(dateOf({ eprint: 'hep-ph/9005001' })).toBe('2090-05');
  });

  it('is the year of publication without one', () => {
    expect(dateOf({ year: 1987 })).toBe('1987');
  });
});

describe('what had appeared by a date', () => {
  const plane = makePlane();
  const catalogue = makeCatalogue({
    planes: [plane],
    limits: [
      makeLimit({ id: 'june', reference: 'June:2014' }),
      makeLimit({ id: 'year', reference: 'Year:2014' }),
      makeLimit({ id: 'unknown', reference: 'none-known' }),
      makeLimit({ id: 'nobody', reference: 'June:2014', experiment: [] }),
      makeLimit({ id: 'stranger', reference: 'June:2014', experiment: ['not-known'] }),
      makeLimit({ id: 'recast', reference: 'June:2014', derivedBy: 'reinterpretation' }),
    ],
    references: [
      makeReference({ key: 'June:2014', eprint: '1406.2980' }),
      makeReference({ key: 'Year:2014', year: 2014 }),
    ],
  });
  const list = (options: CombineOptions): string[] =>
    listInputs(plane, catalogue, 'laboratory', 'all', options).map(({ limit }) => limit.id);

  it('is what a paper of the year or the month says, to its end', () => {
    expect(list({ asOf: '2013' })).toEqual([]);
    expect(list({ asOf: '2014' })).toEqual(['year', 'june', 'recast']);
    expect(list({ asOf: '2014-05' })).toEqual(['year']);
    expect(list({ asOf: '2014-06' })).toEqual(['year', 'june', 'recast']);
  });
  it('is everything, also of unknown date, when no date is asked for, but nothing of no known experiment', () => {
    expect(list({})).toEqual(['year', 'june', 'recast', 'unknown']);
    expect(list({ reinterpretations: false })).toEqual(['year', 'june', 'unknown']);
  });
});
