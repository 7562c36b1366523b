import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  computeElectronScalarWidthGeV,
  computeFermionLoop,
  computeHiggsMixedWidthGeV,
  computeLeptophilicWidthGeV,
  computeScalarToLeptonsGeV,
  computeScalarToPhotonsGeV,
} from '../../../src/core/physics/scalar-widths.ts';

const { alpha, me, mmu, mtau, vev, hbarc } = CONSTANTS;

describe('a scalar and a pair of leptons', () => {
  it('has the width g²m/8π far above threshold, that is α ε_e² m/2 for g = e ε_e', () => {
    expect(computeScalarToLeptonsGeV(8 * Math.PI, 0, 0.1)).toBeCloseTo(0.01, 14);
    expect(computeElectronScalarWidthGeV(0.1) / ((alpha.value * 0.1) / 2)).toBeCloseTo(1, 3);
  });
  it('opens like the velocity cubed', () => {
    expect(computeScalarToLeptonsGeV(2 * mmu.value, mmu.value, 1)).toBe(0);
    const [near, far] = [1e-8, 4e-8].map((step) =>
      computeScalarToLeptonsGeV(2 * mmu.value * (1 + step), mmu.value, 1),
    );
    expect((far ?? 0) / (near ?? 1)).toBeCloseTo(8, 4);
  });
  it('goes like the coupling squared', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 10, noNaN: true }), (coupling) => {
        const ratio =
          computeScalarToLeptonsGeV(1, 0.1, 2 * coupling) /
          computeScalarToLeptonsGeV(1, 0.1, coupling);
        expect(ratio).toBeCloseTo(4, 10);
      }),
      { seed: 1 },
    );
  });
});

describe('the fermion loop of a scalar', () => {
  it('is 4/3 for heavy fermions, 2 at threshold, and continuous between its branches', () => {
    expect(computeFermionLoop(1e-9).re).toBeCloseTo(4 / 3, 8);
    expect(computeFermionLoop(1).re).toBeCloseTo(2, 12);
    for (const t of [1e-3, 1]) {
      const [below, above] = [
        computeFermionLoop(t * (1 - 1e-9)),
        computeFermionLoop(t * (1 + 1e-9)),
      ];
      expect(above.re).toBeCloseTo(below.re, 6);
      expect(above.im).toBeCloseTo(below.im, 6);
    }
  });
  it('gives α² m³ g²/(144 π³ m_e²) for a light scalar', () => {
    const mass = 1e-5;
    const expected = (alpha.value ** 2 * mass ** 3) / (144 * Math.PI ** 3 * me.value ** 2);
    const width = computeScalarToPhotonsGeV(mass, [{ leptonGeV: me.value, coupling: 1 }]);
    expect(width / expected).toBeCloseTo(1, 3);
  });
});

describe('a leptophilic scalar', () => {
  it('decays to muons above their threshold, as ξ² m_μ² m/8πv² says', () => {
    const muons =
      (((mmu.value / vev.value) ** 2 * 1) / (8 * Math.PI)) * (1 - 4 * mmu.value ** 2) ** 1.5;
    expect(computeLeptophilicWidthGeV(1) / muons).toBeCloseTo(1, 2);
  });
  it('decays to photons about one time in four just below twice the muon mass', () => {
    const mass = 2 * mmu.value * (1 - 1e-6);
    const photons = computeScalarToPhotonsGeV(
      mass,
      [me, mmu, mtau].map(({ value }) => ({ leptonGeV: value, coupling: value / vev.value })),
    );
    const share = photons / computeLeptophilicWidthGeV(mass);
    // By hand: loops of e, μ and τ against the electron pairs.
    expect(share).toBeCloseTo(0.2426, 3);
  });
});

describe('a scalar mixed with the Higgs boson', () => {
  it('agrees with the tabulated lifetime to a few per cent where only leptons are open', () => {
    // Rows of Models/DarkHiggs of KlingFelix/FORESEE, commit 2d6431f6 (MIT), below the first row kept here.
    for (const [mass, ctau] of [
      [0.041, 0.0287920150691289],
      [0.2014668805197641, 0.00577763342505724],
      [0.274251936115, 3.84323973354e-7],
    ] as const)
      expect(Math.abs(hbarc.value / computeHiggsMixedWidthGeV(mass) / ctau - 1)).toBeLessThan(0.03);
  });
  it('is tabulated above two pions, joins to the leptons there and is unknown beyond', () => {
    const [below, above] = [0.27936, 0.279369].map(computeHiggsMixedWidthGeV);
    expect((above ?? 0) / (below ?? 1)).toBeCloseTo(1, 1);
    expect(hbarc.value / computeHiggsMixedWidthGeV(1.46913)).toBeCloseTo(1.5834e-9, 13);
    expect(computeHiggsMixedWidthGeV(12)).toBeNaN();
  });
});
