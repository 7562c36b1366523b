import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/core/catalogue.ts';
import { combine } from '../../src/core/combine/combine.ts';
import type { Stretch } from '../../src/core/combine/envelope.ts';
import { LEVELS, SCOPES } from '../../src/core/combine/inputs.ts';
import { spanAt } from '../../src/core/curve/piece.ts';
import { briefOf, judgePoint, makeJudge } from '../../src/core/query/verdict.ts';
import { readRealContent } from '../fixtures/real-content.ts';
import { bruteEnvelope, bruteVerdict } from '../fixtures/brute-force.ts';

/** Everything here holds for the real catalogue, against an implementation that shares no code. */
let catalogue: Catalogue;

beforeAll(async () => {
  ({ catalogue } = await readRealContent());
});

/** Repeatable numbers in [0, 1) (Park and Miller 1988, "minimal standard"). */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 16807) % 2147483647;
    yield state / 2147483647;
  }
}

/** Reads an envelope in increasing order of x. */
function makeReader(envelope: readonly Stretch<unknown>[]): (x: number) => number {
  let at = 0;
  return (x) => {
    while (at < envelope.length && (envelope[at]?.to ?? Infinity) < x) at += 1;
    let lowest = Infinity;
    for (let k = at; k < envelope.length; k++) {
      const stretch = envelope[k];
      if (stretch === undefined || stretch.from > x) break;
      if (x <= stretch.to) lowest = Math.min(lowest, spanAt(stretch.edge, x));
    }
    return lowest;
  };
}

describe('the combined limits of the real catalogue', () => {
  it('agree with brute force to 1e-12 at every breakpoint, beside it and at random masses', () => {
    const random = randomNumbers(20260922);
    const wrong: string[] = [];
    let probes = 0;
    for (const plane of catalogue.planes.values()) {
      const { envelope, geometries } = combine(plane, catalogue, 'laboratory', 'all');
      const masses = geometries.flatMap((geometry) =>
        geometry.kind === 'one-sided' ? geometry.segments.flatMap(({ mass }) => [...mass]) : [],
      );
      const crossings = envelope.flatMap(({ from, to }) => [10 ** from, 10 ** to]);
      const beside = masses.flatMap((m) => [m * (1 + 1e-6), m * (1 - 1e-6)]);
      const [low, high] = [Math.min(...masses), Math.max(...masses)];
      const anywhere = Array.from({ length: 200 }, () => low * (high / low) ** random.next().value);
      const all = [...new Set([...masses, ...crossings, ...beside, ...anywhere])].filter((m) => m > 0);
      const read = makeReader(envelope);
      for (const mass of all.sort((a, b) => a - b)) {
        const found = read(Math.log10(mass));
        const expected = bruteEnvelope(geometries, mass);
        probes += 1;
        // At a breakpoint that went through a logarithm and back the two may stand on either side of
        // a step or an end: there the values beside it, which are probed too, decide.
        const isNearEnd = (found === Infinity) !== (expected === Infinity) && isAtEnd(envelope, mass);
        const isSame = found === expected || Math.abs(10 ** (found - expected) - 1) <= 1e-12;
        if (!isSame && !isNearEnd && !isAtStep(envelope, mass)) {
          wrong.push(`${plane.id} at ${String(mass)}: ${String(found)}, expected ${String(expected)}`);
        }
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(probes).toBeGreaterThan(50_000);
  });

  it('give verdicts that agree with brute force, limit by limit, at random points', () => {
    const random = randomNumbers(1);
    const wrong: string[] = [];
    let excluded = 0;
    for (const plane of catalogue.planes.values()) {
      const brief = briefOf(combine(plane, catalogue, 'laboratory', 'all'), catalogue);
      const judge = makeJudge(brief);
      const [x0, x1] = plane.x.range;
      const [y0, y1] = plane.y.range;
      for (let i = 0; i < 300; i++) {
        const from = Math.max(x0, 1e-6);
        const mass = from * (x1 / from) ** random.next().value;
        const value = y0 * (y1 / y0) ** random.next().value;
        const { by, state } = judgePoint(judge, mass, value);
        excluded += Number(state === 'excluded');
        const named = new Set(by.map(({ limit }) => limit));
        for (const { id, geometry } of brief.limits) {
          const { isExcluded, nearestEdge } = bruteVerdict(geometry, mass, value);
          if (nearestEdge <= 1e-12 || named.has(id) === isExcluded) continue;
          wrong.push(`${plane.id}: ${id} at ${String(mass)}, ${String(value)}`);
        }
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(excluded).toBeGreaterThan(1000);
  });

  it('name as holder a limit that is an input, at its own confidence level', () => {
    for (const plane of catalogue.planes.values()) {
      for (const scope of SCOPES) {
        for (const level of LEVELS) {
          const { envelope, inputs } = combine(plane, catalogue, scope, level);
          const owners = new Set(envelope.map(({ owner }) => owner));
          expect(inputs).toEqual(expect.arrayContaining([...owners]));
        }
      }
    }
  });
});

const NEAR = 1e-9;

/** Whether the mass is where a stretch begins or ends with a gap beside it. */
const isAtEnd = (envelope: readonly Stretch<unknown>[], mass: number): boolean =>
  envelope.some(
    ({ from, to }, i) =>
      (Math.abs(from - Math.log10(mass)) < NEAR && envelope[i - 1]?.to !== from) ||
      (Math.abs(to - Math.log10(mass)) < NEAR && envelope[i + 1]?.from !== to),
  );

/** Whether the mass is where the envelope steps. */
const isAtStep = (envelope: readonly Stretch<unknown>[], mass: number): boolean =>
  envelope.some(({ to, edge }, i) => {
    const next = envelope[i + 1];
    if (next?.from !== to || Math.abs(to - Math.log10(mass)) >= NEAR) return false;
    return Math.abs(spanAt(edge, to) - spanAt(next.edge, to)) > 1e-13;
  });
