import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  BARYON_LOOP_MIXING,
  computeLeptonLoopMixing,
  integratePolarisation,
} from '../../../src/core/physics/loop-mixing.ts';

const { alpha, e, mmu, mtau, me } = CONSTANTS;

/** The midpoint rule; the imaginary part is −π where the logarithm's argument is negative. */
function integrateSlowly(z: number): { re: number; im: number } {
  const steps = 400_000;
  let [re, im] = [0, 0];
  for (let i = 0; i < steps; i += 1) {
    const x = (i + 0.5) / steps;
    const argument = 1 - x * (1 - x) * z;
    re += x * (1 - x) * Math.log(Math.abs(argument));
    if (argument < 0) im -= x * (1 - x) * Math.PI;
  }
  return { re: re / steps, im: im / steps };
}

describe('the vacuum polarisation of a fermion', () => {
  it.each([1e-4, 0.5, 2, 3.9, 4.5, 10, 1e3, 1e6])(
    'agrees with a slow integration at z = %d',
    (z) => {
      const [exact, slow] = [integratePolarisation(z), integrateSlowly(z)];
      expect(exact.re).toBeCloseTo(slow.re, 4);
      expect(exact.im).toBeCloseTo(slow.im, 4);
    },
  );
  it('joins its series, and has no jump at threshold', () => {
    expect(integratePolarisation(0.999e-3).re / integratePolarisation(1.001e-3).re).toBeCloseTo(
      0.999 / 1.001,
      5,
    );
    expect(integratePolarisation(4).re).toBeCloseTo(integratePolarisation(4 + 1e-9).re, 4);
    expect(integratePolarisation(4).re).toBeCloseTo(-5 / 18 - 1 / 6, 12);
  });
  it('is −Σ zⁿ/n ∫(x(1−x))ⁿ⁺¹ dx for small z, to ten digits', () => {
    // The integral is ((n+1)!)²/(2n+3)!: 1/30, 1/140, 1/630, 1/2772, …
    const z = 9.9e-4;
    const expected = -(z / 30 + z ** 2 / 2 / 140 + z ** 3 / 3 / 630 + z ** 4 / 4 / 2772);
    expect(integratePolarisation(z).re / expected).toBeCloseTo(1, 10);
  });
  it('is real up to the threshold and there, and has a negative imaginary part above', () => {
    for (const z of [0, 1e-4, 1, 4]) expect(integratePolarisation(z).im, String(z)).toBe(0);
    // (1 + 2/z) √(1 − 4/z) π/6, with 5/4 and 1/√2 at z = 8.
    expect(integratePolarisation(8).im).toBeCloseTo((-1.25 * Math.SQRT1_2 * Math.PI) / 6, 12);
  });
});

describe('mixing through two leptons', () => {
  it('is e²/(6π²) ln(m_τ/m_μ) for a light boson', () => {
    const expected = (e.value ** 2 / (6 * Math.PI ** 2)) * Math.log(mtau.value / mmu.value);
    expect(computeLeptonLoopMixing(1e-6, mmu.value, mtau.value)).toBeCloseTo(expected, 12);
    expect(computeLeptonLoopMixing(1e-6, mtau.value, mmu.value)).toBeCloseTo(expected, 12);
  });
  it('is larger for the electron, and falls off far above both masses', () => {
    expect(computeLeptonLoopMixing(1e-6, me.value, mtau.value)).toBeGreaterThan(
      computeLeptonLoopMixing(1e-6, mmu.value, mtau.value),
    );
    expect(computeLeptonLoopMixing(1e3, mmu.value, mtau.value)).toBeLessThan(1e-6);
  });
});

describe('mixing through quarks', () => {
  it('has the size of one loop, e²/(4π)², which is α/4π: six in ten thousand', () => {
    expect(BARYON_LOOP_MIXING).toBeCloseTo(alpha.value / (4 * Math.PI), 14);
    expect(BARYON_LOOP_MIXING).toBeCloseTo(5.807e-4, 7);
  });
});
