import { describe, expect, it } from 'vitest';
import {
  BUCKETS_PER_DECADE,
  listExclusionRows,
} from '../../../../src/core/formats/tables/exclusion-rows.ts';
import type { ExclusionRow } from '../../../../src/core/formats/tables/exclusion-rows.ts';
import type { LimitOverrides } from '../../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeExperiment,
  makeLimit,
  makePlane,
} from '../../../fixtures/make-catalogue.ts';

function listRows(...limits: LimitOverrides[]): ExclusionRow[] {
  const plane = makePlane();
  const catalogue = makeCatalogue({
    planes: [plane],
    limits: limits.map(makeLimit),
    experiments: [makeExperiment(), makeExperiment({ id: 'e137', kind: 'beam-dump' })],
  });
  return listExclusionRows(plane, catalogue);
}

/** One row for each piece, whatever number of buckets it reaches. */
const listPieces = (rows: readonly ExclusionRow[]): ExclusionRow[] => [
  ...new Map(
    rows.map((row) => [`${row.limit_id} ${String(row.x_lo)} ${String(row.lower_a)}`, row]),
  ).values(),
];

describe('listExclusionRows', () => {
  it('gives a floor and an open ceiling for a curve that excludes everything above it', () => {
    const pieces = listPieces(listRows({ rows: '1,1,1e-3 1,10,1e-2', massRange: [1, 10] }));
    expect(pieces).toMatchObject([
      { mass_lo: 1, mass_hi: 10, x_lo: 0, x_hi: 1, lower_a: -3, lower_b: 1, cl: 0.9, is_ee: true },
    ]);
    expect(pieces[0]).toMatchObject({ upper_c: undefined, upper_d: undefined });
  });

  it('gives both edges of an island, counted from its own lower end', () => {
    const [piece] = listPieces(
      listRows({
        shape: 'interval',
        rows: '1,lower,10,1e-5 1,lower,100,1e-6 1,upper,10,1e-4 1,upper,100,1e-3',
        massRange: [10, 100],
      }),
    );
    expect(piece?.lower_a).toBeCloseTo(-5, 14);
    expect(piece?.lower_b).toBeCloseTo(-1, 14);
    expect(piece?.upper_c).toBeCloseTo(-4, 14);
    expect(piece?.upper_d).toBeCloseTo(1, 14);
  });

  it('repeats a piece in every bucket it reaches, its ends in both neighbours', () => {
    const rows = listRows({ rows: '1,1,1e-3 1,10,1e-3', massRange: [1, 10] });
    expect(rows.map(({ bucket }) => bucket)).toEqual(
      Array.from({ length: BUCKETS_PER_DECADE + 2 }, (_, i) => i - 1),
    );
  });

  it('keeps what holds at one mass only as a piece without width or slope', () => {
    const pieces = listPieces(listRows({ shape: 'points', rows: '2,1e-3', massRange: [2, 2] }));
    expect(pieces).toMatchObject([{ x_lo: Math.log10(2), x_hi: Math.log10(2), lower_b: 0 }]);
  });

  it('holds what may exclude and nothing else: no projection, no superseded result', () => {
    const rows = listRows(
      { id: 'babar-2009', rows: '1,1,2e-3 1,3,2e-3' },
      { id: 'babar-2014', supersedes: [{ limit: 'babar-2009', as: 'update' }] },
      { id: 'babar-2030', status: 'projected' },
      {
        id: 'e137-1988',
        experiment: ['e137'],
        derivedBy: 'reinterpretation',
        confidence: 'not-stated',
      },
    );
    expect([...new Set(rows.map(({ limit_id }) => limit_id))].toSorted()).toEqual([
      'babar-2014',
      'e137-1988',
    ]);
    expect(rows.find(({ limit_id }) => limit_id === 'e137-1988')).toMatchObject({
      cl: undefined,
      derived_by: 'reinterpretation',
      is_ee: false,
    });
  });
});
