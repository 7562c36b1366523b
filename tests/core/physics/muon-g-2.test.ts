import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  computeScalarMomentShift,
  computeVectorMomentShift,
  DIFFERENCE_2020,
  DIFFERENCE_2025,
  solveMomentShift,
} from '../../../src/core/physics/muon-g-2.ts';

const { alpha, e, mmu } = CONSTANTS;

/** The midpoint rule on many equal steps: slow, and with nothing in common but the integrand. */
function integrateSlowly(f: (z: number) => number): number {
  const steps = 2_000_000;
  let sum = 0;
  for (let i = 0; i < steps; i += 1) sum += f((i + 0.5) / steps);
  return sum / steps;
}

describe('the shift by a vector boson', () => {
  it('is that of the photon, α/2π, for a massless boson with the charge e', () => {
    expect(computeVectorMomentShift(0) * e.value ** 2).toBeCloseTo(alpha.value / (2 * Math.PI), 12);
  });
  it('is m_μ²/(12π² m²) for a heavy one', () => {
    const mass = 1000;
    const expected = (mmu.value / mass) ** 2 / (12 * Math.PI ** 2);
    expect(computeVectorMomentShift(mass) / expected).toBeCloseTo(1, 5);
  });
  it('agrees with a slow integration at the mass of the muon', () => {
    const slow = integrateSlowly((z) => (2 * z * (1 - z) ** 2) / ((1 - z) ** 2 + z));
    expect(computeVectorMomentShift(mmu.value) * 8 * Math.PI ** 2).toBeCloseTo(slow, 9);
  });
});

describe('the shift by a scalar', () => {
  it('is 3/16π² for a massless scalar', () => {
    expect(computeScalarMomentShift(0)).toBeCloseTo(3 / (16 * Math.PI ** 2), 12);
  });
  it('is (ln(m²/m_μ²) − 7/6) m_μ²/(8π² m²) for a heavy one', () => {
    const mass = 1000;
    const rho = (mass / mmu.value) ** 2;
    const expected = (Math.log(rho) - 7 / 6) / (8 * Math.PI ** 2 * rho);
    expect(computeScalarMomentShift(mass) / expected).toBeCloseTo(1, 5);
  });
  it('agrees with a slow integration at three times the mass of the muon', () => {
    const slow = integrateSlowly((z) => ((1 - z) ** 2 * (1 + z)) / ((1 - z) ** 2 + 9 * z));
    expect(computeScalarMomentShift(3 * mmu.value) * 8 * Math.PI ** 2).toBeCloseTo(slow, 9);
  });
});

describe('the coupling of a shift', () => {
  it('gives the shift back', () => {
    const coupling = solveMomentShift('gprime-lmu-ltau', 0.2, 1e-9) ?? NaN;
    expect(coupling ** 2 * computeVectorMomentShift(0.2)).toBeCloseTo(1e-9, 20);
  });
  it('is the same for ε and for g′ = εe, and √2-fold for twice the shift', () => {
    const gauge = solveMomentShift('gprime-lmu-ltau', 0.2, 1e-9) ?? NaN;
    expect(solveMomentShift('epsilon', 0.2, 1e-9)).toBeCloseTo(gauge / e.value, 12);
    expect(solveMomentShift('gprime-lmu-ltau', 0.2, 2e-9)).toBeCloseTo(gauge * Math.SQRT2, 12);
  });
  it('does not exist for a shift these couplings cannot give', () => {
    expect(solveMomentShift('epsilon', 0.2, -1e-9)).toBeUndefined();
    expect(solveMomentShift('epsilon', 0.2, 0)).toBeUndefined();
  });
});

describe('the differences', () => {
  it('were four standard deviations with the theory of 2020 and are less than one with that of 2025', () => {
    expect(DIFFERENCE_2020.value / DIFFERENCE_2020.sigma).toBeCloseTo(4.25, 2);
    expect(DIFFERENCE_2025.value / DIFFERENCE_2025.sigma).toBeCloseTo(0.6, 2);
  });
});
