import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  findLongestS,
  solveDump,
  solvePrompt,
  solveWindow,
} from '../../../src/core/recast/window.ts';

const share = (x: number, lambda: number): number => Math.exp(-x) - Math.exp(-lambda * x);

describe('the longest proper time', () => {
  it('is a number, or without end', () => {
    expect(findLongestS(2e-12, 1)).toBe(2e-12);
    expect([undefined, 'infinity' as const].map((law) => findLongestS(law, 1))).toEqual([
      Infinity,
      Infinity,
    ]);
  });
  it('is a length over γc in the decay of a particle at rest, or at an energy', () => {
    const law = { flightM: 0.08, parentGeV: 1.019461, recoilGeV: 0 };
    // At the kinematic end the boson is at rest: γ = 1.
    expect(findLongestS(law, 1.019461)).toBeCloseTo(0.08 / CONSTANTS.c.value, 18);
    expect(findLongestS({ flightM: 1, energyGeV: 50 }, 0.05)).toBeCloseTo(
      1 / (1000 * CONSTANTS.c.value),
      18,
    );
  });
  it('falls with the mass above a threshold, and comes in ranges', () => {
    const law = { offsetPs: 0.1, scalePsGeV: 0.004, thresholdGeV: 0.21 };
    expect(findLongestS(law, 0.25)).toBeCloseTo(0.2e-12, 20);
    const ranges = [{ fromGeV: 45, toGeV: 130, constantS: 5e-12, slopeSPerGeV: 0 }];
    expect([44, 45, 130].map((mass) => findLongestS(ranges, mass))).toEqual([
      Infinity,
      5e-12,
      Infinity,
    ]);
  });
});

describe('the window of a beam dump', () => {
  it('gives both edges of the region the same rate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.01, max: 1e9, noNaN: true }),
        fc.double({ min: 1.01, max: 50, noNaN: true }),
        (q, lambda) => {
          const x = solveWindow(q, lambda);
          const [upper, lower] = [q * share(x, lambda), share(x / q, lambda)];
          expect(Math.abs(upper / lower - 1)).toBeLessThan(1e-6);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('both roots of a two-sided limit', () => {
  it('are where the rate is the wanted one, on either side of its peak', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 0.05, noNaN: true }),
        fc.double({ min: 1.2, max: 50, noNaN: true }),
        (level, lambda) => {
          const roots = solveDump(level, lambda);
          if (roots === undefined) return;
          expect(roots.low).toBeLessThan(roots.high);
          for (const z of [roots.low, roots.high])
            expect(Math.abs((z * share(z, lambda)) / level - 1)).toBeLessThan(1e-8);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
  it('do not exist where the rate is never reached', () => {
    expect(solveDump(10, 2)).toBeUndefined();
  });
});

describe('a prompt search', () => {
  it('has the rate itself where lifetime does not matter', () => {
    expect(solvePrompt(5, Infinity)).toBe(5);
  });
  it('is inverted exactly, for short and for long lifetimes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e20, noNaN: true }),
        fc.double({ min: 1e-14, max: 1e-6, noNaN: true }),
        (level, longest) => {
          const s = solvePrompt(level, longest);
          expect(Math.abs((-s * Math.expm1(-s * longest)) / level - 1)).toBeLessThan(1e-9);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});
