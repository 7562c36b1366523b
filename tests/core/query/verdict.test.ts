import { describe, expect, it } from 'vitest';
import { combine } from '../../../src/core/combine/combine.ts';
import type { Verdict } from '../../../src/core/query/verdict.ts';
import { briefOf, judgePoint, makeJudge } from '../../../src/core/query/verdict.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeQuantity,
  QUANTITIES,
} from '../../fixtures/make-catalogue.ts';

function judge(limits: readonly LimitOverrides[], mass: number, value: number): Verdict {
  const plane = makePlane();
  const quantities = QUANTITIES.map((one) =>
    one.id === 'epsilon' ? makeQuantity({ ratePower: 2 }) : one,
  );
  const catalogue = makeCatalogue({ planes: [plane], limits: limits.map(makeLimit), quantities });
  return judgePoint(
    makeJudge(briefOf(combine(plane, catalogue, 'laboratory', 'all'), catalogue)),
    mass,
    value,
  );
}

const OPEN: LimitOverrides = { id: 'open', rows: '1,1,1e-3 1,10,1e-3 2,20,1e-3 2,30,1e-3' };
const ISLAND: LimitOverrides = {
  id: 'island',
  shape: 'interval',
  lifetime: 'displaced',
  rows: '1,lower,2,1e-7 1,lower,5,1e-7 1,upper,2,1e-5 1,upper,5,1e-5',
};

describe('a verdict', () => {
  it('is excluded above a one-sided limit, with the margin in coupling and in rate', () => {
    const verdict = judge([OPEN], 2, 4e-3);
    expect(verdict).toMatchObject({
      plane: 'dark-photon-visible',
      state: 'excluded',
      by: [{ limit: 'open', reference: 'BaBar:2014zli', cl: 0.9, derivedBy: 'collaboration' }],
    });
    expect(verdict.by[0]?.margin).toBeCloseTo(4, 12);
    expect(verdict.by[0]?.marginRate).toBeCloseTo(16, 12);
  });

  it('is excluded exactly on the curve, with margin one', () => {
    expect(judge([OPEN], 10, 1e-3)).toMatchObject({ state: 'excluded', by: [{ margin: 1 }] });
  });

  it('is allowed below the floor, and says how far', () => {
    const verdict = judge([OPEN], 2, 1e-4);
    expect(verdict).toMatchObject({
      state: 'allowed',
      by: [],
      nearest: { limit: 'open', side: 'below-floor' },
    });
    expect(verdict.nearest?.factor).toBeCloseTo(10, 12);
    expect(verdict.nearest?.edge).toBeCloseTo(1e-3, 15);
  });

  it('is allowed above the ceiling of an island', () => {
    const verdict = judge([ISLAND], 3, 1e-4);
    expect(verdict).toMatchObject({
      state: 'allowed',
      nearest: { limit: 'island', side: 'above-ceiling' },
    });
    expect(verdict.nearest?.factor).toBeCloseTo(10, 12);
  });

  it('inside an island measures the margin to the nearer edge, and gives none in rate', () => {
    const [by] = judge([ISLAND], 3, 2e-6).by;
    expect(by?.margin).toBeCloseTo(5, 12);
    expect(by).not.toHaveProperty('marginRate');
  });

  it('is a gap between masses that limits reach, and unmeasured beyond them', () => {
    expect(judge([OPEN], 15, 1).state).toBe('gap');
    expect(judge([OPEN], 0.5, 1).state).toBe('unmeasured');
    expect(judge([OPEN], 31, 1).state).toBe('unmeasured');
    expect(judge([], 1, 1).state).toBe('unmeasured');
  });

  it('is not applicable to what is no point of the plane', () => {
    for (const [mass, value] of [
      [0, 1],
      [-1, 1],
      [1, 0],
      [NaN, 1],
      [1, Infinity],
    ] as const) {
      expect(judge([OPEN], mass, value).state).toBe('not-applicable');
    }
  });

  it('holds at single tested masses, and nowhere beside them', () => {
    const tested: LimitOverrides = { id: 'tested', shape: 'points', rows: '2,1e-5 3,1e-5' };
    expect(judge([tested], 2, 1e-4)).toMatchObject({
      state: 'excluded',
      by: [{ limit: 'tested' }],
    });
    expect(judge([tested], 2.5, 1e-4).state).toBe('gap');
    expect(judge([OPEN, tested], 2.5, 1e-4)).toMatchObject({ state: 'allowed' });
  });

  it('names every excluding limit once, the one with the largest margin first', () => {
    const verdict = judge(
      [OPEN, { id: 'stronger', rows: '1,1,1e-4 1,5,1e-4 2,5,2e-4 2,9,2e-4' }],
      5,
      1e-2,
    );
    expect(verdict.by.map(({ limit }) => limit)).toEqual(['stronger', 'open']);
    expect(verdict.by[0]?.margin).toBeCloseTo(100, 10);
  });
});
