import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry } from '../../../src/core/curve/geometry.ts';
import { judgeCurve } from '../../../src/core/query/judge-curve.ts';
import type { Judge } from '../../../src/core/query/verdict.ts';
import { judgePoint, makeJudge } from '../../../src/core/query/verdict.ts';
import { arbitraryCurve, polyline, PROPERTY } from '../../fixtures/curves.ts';

const judgeOf = (...geometries: Geometry[]): Judge =>
  makeJudge({
    plane: 'p',
    limits: geometries.map((geometry, i) => ({
      id: `limit-${String(i)}`,
      reference: 'none-known',
      cl: 0.9,
      derivedBy: 'collaboration',
      geometry,
    })),
  });

const open = (...points: (readonly [number, number])[]): Geometry => ({
  kind: 'one-sided',
  side: 'above',
  segments: [polyline(...points)],
});

describe('the verdict on a curve', () => {
  it('is cut exactly where the curve crosses a limit and where the limit begins and ends', () => {
    // From 1e-7 at 0.1 GeV to 1e-3 at 1000 GeV the curve is 1e-6 m: it meets 1e-5 at 10 GeV.
    const ranges = judgeCurve(
      judgeOf(open([1, 1e-5], [100, 1e-5])),
      polyline([0.1, 1e-7], [1000, 1e-3]),
    );
    expect(
      ranges.map(({ from, to, state, by }) => [
        Number(from.toPrecision(12)),
        Number(to.toPrecision(12)),
        state,
        by.join(),
      ]),
    ).toEqual([
      [0.1, 1, 'unmeasured', ''],
      [1, 10, 'allowed', ''],
      [10, 100, 'excluded', 'limit-0'],
      [100, 1000, 'unmeasured', ''],
    ]);
  });

  it('names every limit that takes part in an excluded range', () => {
    const [range, ...others] = judgeCurve(
      judgeOf(open([1, 1e-5], [10, 1e-5]), open([10, 1e-5], [100, 1e-5])),
      polyline([1, 1e-3], [100, 1e-3]),
    );
    expect(others).toEqual([]);
    expect(range).toMatchObject({ state: 'excluded', by: ['limit-0', 'limit-1'] });
  });

  it('tells a gap from what was never measured', () => {
    const states = judgeCurve(
      judgeOf(open([1, 1e-5], [2, 1e-5]), open([3, 1e-5], [4, 1e-5])),
      polyline([0.5, 1e-3], [5, 1e-3]),
    ).map(({ state }) => state);
    expect(states).toEqual(['unmeasured', 'excluded', 'gap', 'excluded', 'unmeasured']);
  });

  it('agrees with the verdict on each of its points, wherever one looks', () => {
    const probes = fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.array(arbitraryCurve, { minLength: 1, maxLength: 4 }),
        arbitraryCurve,
        probes,
        (limits, curve, shares) => {
          const judge = judgeOf(
            ...limits.map((line): Geometry => ({
              kind: 'one-sided',
              side: 'above',
              segments: [line],
            })),
          );
          for (const { from, to, state } of judgeCurve(judge, curve)) {
            for (const share of shares) {
              const mass = from * (to / from) ** share;
              const i = curve.mass.findIndex((m) => m > mass) - 1;
              const [m0 = NaN, m1 = NaN] = [curve.mass[i], curve.mass[i + 1]];
              const [v0 = NaN, v1 = NaN] = [curve.value[i], curve.value[i + 1]];
              const t = Math.log(mass / m0) / Math.log(m1 / m0);
              const verdict = judgePoint(judge, mass, v0 ** (1 - t) * v1 ** t);
              const isOnEdge = (verdict.nearest?.factor ?? verdict.by[0]?.margin ?? 2) < 1 + 1e-9;
              if (!isOnEdge) expect(verdict.state).toBe(state);
            }
          }
        },
      ),
      { ...PROPERTY, numRuns: 200 },
    );
  });
});
