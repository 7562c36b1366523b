import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerEnvelope } from '../../../src/core/combine/envelope.ts';
import type { Geometry, Ring } from '../../../src/core/curve/geometry.ts';
import { spanAt } from '../../../src/core/curve/piece.ts';
import { listSpans } from '../../../src/core/curve/spans.ts';
import type { Judge } from '../../../src/core/query/verdict.ts';
import { judgePoint, makeJudge } from '../../../src/core/query/verdict.ts';
import { findExcluders } from '../../../src/core/query/plane-index.ts';
import { bruteEnvelope, bruteVerdict } from '../../fixtures/brute-force.ts';
import { arbitraryCurve, polyline, PROPERTY } from '../../fixtures/curves.ts';

/** Verdicts are compared except this near an edge [decades]. */
const EDGE = 1e-12;

/** A star-shaped ring around a centre: simple by construction, as jagged as its radii. */
const star = (
  role: Ring['role'],
  [x, y]: readonly [number, number],
  radii: readonly number[],
): Ring => {
  const points = radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [10 ** (x + radius * Math.cos(angle)), 10 ** (y + radius * Math.sin(angle))] as const;
  });
  const first = points[0] ?? [1, 1];
  return { role, ...polyline(...points, first) };
};

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

/** A contour, with a hole inside it half of the time. */
const arbitraryContour: fc.Arbitrary<Geometry> = fc
  .tuple(
    fc.tuple(between(-1.5, 0.5), between(-7, -5)),
    fc.array(between(0.5, 1), { minLength: 3, maxLength: 9 }),
    fc.option(fc.array(between(0.05, 0.2), { minLength: 3, maxLength: 6 })),
  )
  .map(([centre, radii, hole]) => ({
    kind: 'contour',
    rings: [
      star('outer', centre, radii),
      // Half the inner radius of a triangle still fits inside any star of these radii.
      ...(hole === null || radii.length < 5 ? [] : [star('hole', centre, hole)]),
    ],
  }));

const arbitraryOneSided: fc.Arbitrary<Geometry> = fc
  .tuple(
    fc.array(arbitraryCurve, { minLength: 1, maxLength: 2 }),
    fc.constantFrom('above', 'below'),
  )
  .map(([segments, side]) => ({ kind: 'one-sided', side: side, segments }));

const arbitraryInterval: fc.Arbitrary<Geometry> = fc
  .tuple(arbitraryCurve, arbitraryCurve)
  .filter(([lower, upper]) => isStepFree(lower.mass) && isStepFree(upper.mass))
  .map(([lower, upper]) => ({ kind: 'interval', strips: [{ lower, upper }] }));

/** At a vertical step a strip's floor is ambiguous by definition; steps are tested with one-sided curves. */
const isStepFree = (mass: Float64Array): boolean => new Set(mass).size === mass.length;

const arbitraryGeometries = fc.array(
  fc.oneof(arbitraryOneSided, arbitraryInterval, arbitraryContour),
  { minLength: 1, maxLength: 6 },
);

const judgeOf = (geometries: readonly Geometry[]): Judge =>
  makeJudge({
    plane: 'test',
    limits: geometries.map((geometry, i) => ({
      id: `limit-${String(i)}`,
      reference: 'none-known',
      cl: 0.9,
      derivedBy: 'collaboration',
      geometry,
    })),
  });

/** Masses of every point of every curve. */
const massesOf = (geometries: readonly Geometry[]): number[] =>
  geometries.flatMap((geometry) => {
    if (geometry.kind === 'one-sided') return geometry.segments.flatMap(({ mass }) => [...mass]);
    if (geometry.kind === 'contour') return geometry.rings.flatMap(({ mass }) => [...mass]);
    if (geometry.kind === 'interval') {
      return geometry.strips.flatMap(({ lower, upper }) => [...lower.mass, ...upper.mass]);
    }
    return [];
  });

describe('verdicts on random catalogues', () => {
  it('agree with brute force at breakpoints, beside them and anywhere else', () => {
    fc.assert(
      fc.property(
        arbitraryGeometries,
        fc.array(fc.tuple(between(-2.5, 1.5), between(-8.5, -3.5)), {
          minLength: 20,
          maxLength: 20,
        }),
        (geometries, points) => {
          const judge = judgeOf(geometries);
          const found = new Uint16Array(geometries.length);
          const masses = massesOf(geometries).flatMap((m) => [m, m * (1 + 1e-7), m * (1 - 1e-7)]);
          const probes = [
            ...points.map(([x, y]) => [10 ** x, 10 ** y] as const),
            ...masses.map((m, i) => [m, 10 ** (points[i % points.length]?.[1] ?? -6)] as const),
          ];
          for (const [mass, value] of probes) {
            const count = findExcluders(judge.index, Math.log10(mass), Math.log10(value), found);
            const fast = new Set(found.subarray(0, count));
            const slow = judgePoint(judge, mass, value);
            if ((slow.state === 'excluded') !== count > 0) expect(slow.state).toBe(count);
            for (const [i, geometry] of geometries.entries()) {
              const { isExcluded, nearestEdge } = bruteVerdict(geometry, mass, value);
              if (nearestEdge <= EDGE) continue;
              // A ring's own corner masses: a ray and a slab may differ on which side a corner lies.
              if (geometry.kind === 'contour' && isCornerMass(geometry, mass)) continue;
              // One assertion per disagreement: an assertion per probe would take most of the time.
              const isNamed = slow.by.some(({ limit }) => limit === `limit-${String(i)}`);
              if (fast.has(i) === isExcluded && isNamed === isExcluded) continue;
              expect.unreachable(
                `limit ${String(i)} at ${String(mass)}, ${String(value)}: brute force says ${String(isExcluded)}`,
              );
            }
          }
        },
      ),
      { ...PROPERTY, numRuns: 2000 },
    );
  });
});

const isCornerMass = (geometry: Geometry, mass: number): boolean =>
  geometry.kind === 'contour' && geometry.rings.some((ring) => ring.mass.includes(mass));

describe('envelopes of random catalogues', () => {
  it('agree with brute force to 1e-12 at breakpoints, beside them and anywhere else', () => {
    fc.assert(
      fc.property(fc.array(arbitraryOneSided, { minLength: 1, maxLength: 8 }), (geometries) => {
        const chains = geometries.flatMap((geometry, i) =>
          geometry.kind === 'one-sided' && geometry.side === 'above'
            ? geometry.segments.map((segment) => ({ owner: i, edges: listSpans(segment) }))
            : [],
        );
        const envelope = lowerEnvelope(chains);
        for (const m of massesOf(geometries).flatMap((one) => [one, one * 1.0001, one * 0.9999])) {
          const x = Math.log10(m);
          const heights = envelope
            .filter(({ from, to }) => from <= x && x <= to)
            .map(({ edge }) => spanAt(edge, x));
          const expected = bruteEnvelope(geometries, m);
          const height = Math.min(Infinity, ...heights);
          if (expected === Infinity) expect(height).toBe(Infinity);
          else expect(Math.abs(10 ** (height - expected) - 1)).toBeLessThan(1e-12);
        }
      }),
      { ...PROPERTY, numRuns: 2000 },
    );
  });
});
