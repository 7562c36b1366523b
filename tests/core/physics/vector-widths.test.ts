import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  computeDarkPhotonWidthGeV,
  computeLeptonFamilyWidthGeV,
  computeVectorToLeptonsGeV,
  computeVectorToNeutrinosGeV,
  findHadronRatio,
  HADRONS_FROM_GEV,
  HADRONS_TO_GEV,
} from '../../../src/core/physics/vector-widths.ts';

const { me, mmu, mpi, hbarc } = CONSTANTS;

describe('a vector boson and a pair of leptons', () => {
  it('has the width g²m/12π far above threshold, and half of that to left-handed neutrinos', () => {
    expect(computeVectorToLeptonsGeV(12 * Math.PI, 0, 0.1)).toBeCloseTo(0.01, 14);
    expect(computeVectorToNeutrinosGeV(24 * Math.PI, 0.1)).toBeCloseTo(0.01, 14);
  });
  it('has none at and below threshold, and opens like the velocity with 1 + 2r = 3/2 there', () => {
    expect(computeVectorToLeptonsGeV(2 * mmu.value, mmu.value, 1)).toBe(0);
    expect(computeVectorToLeptonsGeV(0.2, mmu.value, 1)).toBe(0);
    const mass = 2 * mmu.value * (1 + 1e-8);
    const velocity = Math.sqrt(2e-8);
    const ratio =
      computeVectorToLeptonsGeV(mass, mmu.value, 1) / ((1.5 * velocity * mass) / (12 * Math.PI));
    expect(ratio).toBeCloseTo(1, 6);
  });
  it('goes like coupling² and, at a fixed ratio of masses, like the mass', () => {
    const range = { min: 1e-6, max: 10, noNaN: true };
    fc.assert(
      fc.property(fc.double(range), fc.double({ ...range, min: 1e-3 }), (coupling, mass) => {
        const width = computeVectorToLeptonsGeV(mass, mass / 5, coupling);
        expect(
          computeVectorToLeptonsGeV(2 * mass, (2 * mass) / 5, 3 * coupling) / width,
        ).toBeCloseTo(18, 9);
      }),
      { seed: 1 },
    );
  });
});

describe('a dark photon', () => {
  it('of 100 MeV with ε = 1e-4 has Γ = 2.4325e-12 GeV and flies 81 µm in 0.27 ps', () => {
    // By hand: α ε² m/3 = 7.29735e-3 · 1e-8 · 0.1/3 = 2.43245e-12 GeV; the electron mass changes it by 4e-9.
    const width = 1e-8 * computeDarkPhotonWidthGeV(0.1);
    expect(width).toBeCloseTo(2.43245e-12, 16);
    expect(hbarc.value / width).toBeCloseTo(8.1123e-5, 8);
    expect(hbarc.value / width / 299_792_458).toBeCloseTo(2.706e-13, 16);
  });
  it('agrees with the lifetimes tabulated by FORESEE where only leptons are open', () => {
    // cτ [m] at ε = 1: Models/DarkPhoton of KlingFelix/FORESEE, commit 2d6431f6 (MIT).
    for (const [mass, ctau] of [
      [0.0020219978922, 4.12300444879768e-11],
      [0.0030219978922, 2.6981831408381344e-11],
    ] as const)
      expect(hbarc.value / computeDarkPhotonWidthGeV(mass) / ctau).toBeCloseTo(1, 3);
  });
  it('halves its lifetime, nearly, where muons open, and loses a factor of six at the ρ and ω', () => {
    const pair = (mass: number) =>
      computeDarkPhotonWidthGeV(mass) /
      computeVectorToLeptonsGeV(mass, me.value, CONSTANTS.e.value);
    expect(pair(0.21)).toBe(1);
    expect(pair(0.27)).toBeGreaterThan(1.7);
    expect(pair(0.27)).toBeLessThan(2);
    expect(pair(0.7755)).toBeGreaterThan(12);
  });
  it('has no hadronic width below two pions and none known beyond the table', () => {
    expect(HADRONS_FROM_GEV).toBe(2 * mpi.value);
    expect(findHadronRatio(HADRONS_FROM_GEV)).toBe(0);
    expect(findHadronRatio(0.3)).toBe(0.01996);
    expect(findHadronRatio(HADRONS_TO_GEV)).toBeGreaterThan(3);
    expect(findHadronRatio(HADRONS_TO_GEV * 1.001)).toBeUndefined();
    expect(computeDarkPhotonWidthGeV(HADRONS_TO_GEV * 1.001)).toBeNaN();
  });
  it('decays to hadrons R times as fast as to massless muons, α m/3', () => {
    const { alpha, e, mtau } = CONSTANTS;
    const leptons = [me, mmu, mtau].reduce(
      (sum, { value }) => sum + computeVectorToLeptonsGeV(5, value, e.value),
      0,
    );
    // R is 3.42 in the row of 5 GeV.
    const total = computeDarkPhotonWidthGeV(5);
    expect((total - leptons) / ((3.42 * alpha.value * 5) / 3)).toBeCloseTo(1, 10);
    // Beside it, one each for electrons and muons, and (1 + 2r) √(1 − 4r) = 0.881 for taus with r = 0.1263.
    expect((total - leptons) / total).toBeCloseTo(3.42 / (3.42 + 2.881), 4);
  });
  it('finds the φ at its mass and R near the sum of squared charges of the open quarks', () => {
    const peak = Array.from({ length: 200 }, (_, i) => 1.01 + 1e-4 * i).toSorted(
      (a, b) => (findHadronRatio(b) ?? 0) - (findHadronRatio(a) ?? 0),
    )[0];
    expect(peak).toBeCloseTo(1.0195, 3);
    // 3 Σ q² (1 + αs/π) with αs ≈ 0.3, 0.2: 2 for u, d, s and 10/3 for u, d, s, c.
    expect(findHadronRatio(3) ?? 0).toBeGreaterThan(2);
    expect(findHadronRatio(3) ?? 0).toBeLessThan(2.4);
    expect(findHadronRatio(8) ?? 0).toBeGreaterThan(10 / 3);
    expect(findHadronRatio(8) ?? 0).toBeLessThan(3.8);
  });
});

describe('a gauge boson of lepton families', () => {
  it('decays to neutrinos only below the pairs of its families', () => {
    // L_μ−L_τ at 100 MeV: g² m/12π.
    expect(computeLeptonFamilyWidthGeV(0.1, ['mu', 'tau'])).toBeCloseTo(0.1 / (12 * Math.PI), 12);
    expect(computeLeptonFamilyWidthGeV(1e-3, ['e', 'mu', 'tau'])).toBeCloseTo(
      1e-3 / (8 * Math.PI),
      12,
    );
  });
  it('decays to muons half the time at 1 GeV in L_μ−L_τ', () => {
    const muons = computeVectorToLeptonsGeV(1, mmu.value, 1);
    expect(muons / computeLeptonFamilyWidthGeV(1, ['mu', 'tau'])).toBeCloseTo(0.5, 3);
  });
});
