import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from '../../../src/core/combine/combine.ts';
import { mustGet } from '../../../src/core/catalogue.ts';
import type { Geometry, Polyline } from '../../../src/core/curve/geometry.ts';
import { compareOwnCurve } from '../../../src/core/figure/describe-own-curve.ts';
import { judgeUpperLimit } from '../../../src/core/query/judge-curve.ts';
import { briefOf, type Judge, makeJudge } from '../../../src/core/query/verdict.ts';
import { readRealContent } from '../../fixtures/real-content.ts';
import { bruteVerdict, heightsAt } from '../../fixtures/brute-force.ts';
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
const island = (lower: Polyline, upper: Polyline): Geometry => ({
  kind: 'interval',
  strips: [{ lower, upper }],
});

/** Height of a curve at a mass, where it has one. */
const heightOf = (curve: Polyline, mass: number): number => heightsAt(curve, mass)[0] ?? NaN;

describe('an upper limit', () => {
  it('is cut exactly where gaps above it open and close', () => {
    // Island from 1e-8 up to a ceiling that rises from 1e-6 to 1e-4; a floor at 1e-5 begins at mass 2.
    const judge = judgeOf(
      island(polyline([1, 1e-8], [100, 1e-8]), polyline([1, 1e-6], [100, 1e-4])),
      open([2, 1e-5], [1000, 1e-5]),
    );
    const ranges = judgeUpperLimit(judge, polyline([0.5, 1e-7], [2000, 1e-7]));
    expect(
      ranges.map(({ from, to, state, hasGapAbove }) => [
        Number(from.toPrecision(12)),
        Number(to.toPrecision(12)),
        state,
        hasGapAbove,
      ]),
    ).toEqual([
      [0.5, 1, 'unmeasured', false],
      // The ceiling is 1e-6 m and meets the floor at 10.
      [1, 10, 'excluded', true],
      [10, 100, 'excluded', false],
      [100, 1000, 'allowed', false],
      [1000, 2000, 'unmeasured', false],
    ]);
  });

  it('has no gap above it beyond the top', () => {
    const judge = judgeOf(
      island(polyline([1, 1e-8], [100, 1e-8]), polyline([1, 1e-2], [100, 1e2])),
    );
    const closed = judgeUpperLimit(judge, polyline([1, 1e-3], [100, 1e-3]), 1);
    expect(closed.map(({ to, hasGapAbove }) => [Number(to.toPrecision(12)), hasGapAbove])).toEqual([
      [10, true],
      [100, false],
    ]);
  });

  it('agrees with brute force wherever one looks, just inside its cuts too', () => {
    const arbitraryIsland = fc
      .tuple(arbitraryCurve, arbitraryCurve)
      .filter((lines) => lines.every(({ mass }) => new Set(mass).size === mass.length))
      .map(([lower, upper]) => island(lower, upper));
    const arbitraryLimit = fc.oneof(
      arbitraryIsland,
      arbitraryIsland,
      fc
        .tuple(arbitraryCurve, fc.constantFrom('above', 'below'))
        .map(([line, side]): Geometry => ({ kind: 'one-sided', side, segments: [line] })),
    );
    const count = { gaps: 0, none: 0 };
    fc.assert(
      fc.property(
        fc.array(arbitraryLimit, { minLength: 1, maxLength: 6 }),
        arbitraryCurve,
        fc.constantFrom(Infinity, 1e-5),
        (limits, curve, top) => {
          for (const range of judgeUpperLimit(judgeOf(...limits), curve, top)) {
            for (const share of [1e-4, 0.1, 0.37, 0.5, 0.81, 1 - 1e-4]) {
              const mass = range.from * (range.to / range.from) ** share;
              const found = bruteGap(limits, mass, heightOf(curve, mass), Math.log10(top));
              if (found === undefined) continue;
              expect([range.state === 'excluded', range.hasGapAbove]).toEqual(found);
              if (found[0]) count[found[1] ? 'gaps' : 'none'] += 1;
            }
          }
        },
      ),
      PROPERTY,
    );
    expect(Math.min(count.gaps, count.none)).toBeGreaterThan(500);
  });
});

/**
 * Whether a point is excluded, and then whether anything between it and the top is not: every stretch between two
 * neighbouring edges is asked in its middle. Undefined where edges are too near to one another to tell.
 */
function bruteGap(
  limits: readonly Geometry[],
  mass: number,
  y: number,
  top: number,
): [isExcluded: boolean, hasGapAbove: boolean] | undefined {
  const isExcluded = (height: number): boolean =>
    limits.some((limit) => bruteVerdict(limit, mass, 10 ** height).isExcluded);
  const edges = limits
    .flatMap((limit) => listLines(limit).flatMap((line) => heightsAt(line, mass)))
    .sort((a, b) => a - b);
  const marks = [y, ...edges.filter((edge) => edge > y && edge < top), Math.min(top, 100)];
  const near = [...edges, y, top].sort((a, b) => a - b);
  if (near.some((height, i) => i > 0 && height - (near[i - 1] ?? NaN) < 1e-6)) return undefined;
  if (!isExcluded(y)) return [false, false];
  return [
    true,
    marks.some((to, i) => {
      const from = marks[i - 1];
      return from !== undefined && to > from && !isExcluded((from + to) / 2);
    }),
  ];
}

function listLines(limit: Geometry): readonly Polyline[] {
  if (limit.kind === 'interval') return limit.strips.flatMap(({ lower, upper }) => [lower, upper]);
  return limit.kind === 'one-sided' ? limit.segments : [];
}

describe('an upper limit on the visible dark photon', () => {
  it('closes the gap between the beam dumps and the colliders, and adds nothing above it', async () => {
    const { catalogue } = await readRealContent();
    const plane = mustGet(catalogue.planes, 'dark-photon-visible');
    const combination = combine(plane, catalogue, 'laboratory', 'all');
    const judge = makeJudge(briefOf(combination, catalogue));
    const [, top] = plane.y.range;
    const path = [
      [0.08, 1e-6],
      [0.15, 1e-6],
    ] as const;
    const { sentence, rows } = compareOwnCurve(judge, [path], { top });
    expect(sentence).toBe(
      'The curve starts inside an excluded island and closes a gap above it from 80 to 150 MeV.',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.by.length).toBeGreaterThan(0);
    // The shapes themselves say so too, at 100 MeV and on a fine scale.
    const { geometries } = combination;
    const isExcluded = (height: number): boolean =>
      geometries.some((limit) => bruteVerdict(limit, 0.1, 10 ** height).isExcluded);
    const heights = Array.from({ length: 500 }, (_, i) => -6 + i / 100);
    const allowed = heights.filter((height) => !isExcluded(height));
    expect(isExcluded(-6)).toBe(true);
    expect(allowed.length / 100).toBeCloseTo(1.8, 0);
    // On the far side of the gap everything up to the top is excluded.
    const above = compareOwnCurve(
      judge,
      [
        [
          [0.08, 5e-3],
          [0.15, 5e-3],
        ],
      ],
      { top },
    );
    expect(above.sentence).toBe(
      'The curve adds nothing to what is already excluded from 80 to 150 MeV.',
    );
  });
});
