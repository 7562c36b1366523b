import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import { HIGGS_MIXED_DECAY_LENGTH } from '../../../src/core/physics/higgs-mixed-data.ts';
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
  it('is 4/3 (1 + 7t/30 + 2t²/21 + 26t³/525) for fermions heavier than the scalar', () => {
    for (const [t, digits] of [
      [1e-7, 12],
      [9.99e-4, 6],
      // From here on the closed formula holds, to all digits.
      [1e-3, 9],
      [1.001e-3, 9],
      [4e-3, 8],
    ] as const) {
      const expected = (4 / 3) * (1 + (7 / 30) * t + (2 / 21) * t ** 2 + (26 / 525) * t ** 3);
      expect(computeFermionLoop(t).re).toBeCloseTo(expected, digits);
      expect(computeFermionLoop(t).im).toBeCloseTo(0, 15);
    }
  });
  it('is the integral over Feynman parameters that the triangle gives below threshold', () => {
    // A = 4 ∫₀¹ dx ∫₀^(1−x) dy (1 − 4xy)/(1 − 4txy), by midpoints.
    const t = 0.7;
    const steps = 400;
    let sum = 0;
    for (let i = 0; i < steps; i += 1) {
      const x = (i + 0.5) / steps;
      for (let j = 0; j < steps; j += 1) {
        const y = ((j + 0.5) / steps) * (1 - x);
        sum += ((1 - x) * (1 - 4 * x * y)) / (1 - 4 * t * x * y) / steps ** 2;
      }
    }
    expect(computeFermionLoop(t).re).toBeCloseTo(4 * sum, 4);
  });
  it.each([1.01, 2, 4, 100, 1e4])(
    'has at t = %f the real and imaginary part of −¼ [ln((1 + β)/(1 − β)) − iπ]²',
    (t) => {
      const beta = Math.sqrt(1 - 1 / t);
      const log = Math.log((1 + beta) / (1 - beta));
      // (log − iπ)² = log² − π² − 2πi log.
      const f = { re: (Math.PI ** 2 - log ** 2) / 4, im: (Math.PI * log) / 2 };
      const { re, im } = computeFermionLoop(t);
      expect(re / ((2 / t) * (1 + (1 - 1 / t) * f.re))).toBeCloseTo(1, 7);
      expect(im / ((2 / t) * (1 - 1 / t) * f.im)).toBeCloseTo(1, 7);
    },
  );
  it('has no imaginary part at threshold, and one that grows like π (t − 1)^(3/2) above', () => {
    expect(computeFermionLoop(1).im).toBe(0);
    for (const step of [1e-6, 4e-6])
      expect(computeFermionLoop(1 + step).im / (2 * Math.PI * step ** 1.5)).toBeCloseTo(1, 4);
  });
  it('adds loops as amplitudes, each with its coupling over its mass', () => {
    const mass = 1;
    const loops = [
      { leptonGeV: 0.1, coupling: 0.3 },
      { leptonGeV: 0.2, coupling: -0.5 },
    ] as const;
    const [one, two] = loops.map(({ leptonGeV }) => computeFermionLoop(1 / (4 * leptonGeV ** 2)));
    if (one === undefined || two === undefined) throw new Error('No loops.');
    const re = 3 * one.re - 2.5 * two.re;
    const im = 3 * one.im - 2.5 * two.im;
    const expected = (alpha.value ** 2 / (256 * Math.PI ** 3)) * (re ** 2 + im ** 2);
    expect(computeScalarToPhotonsGeV(mass, loops) / expected).toBeCloseTo(1, 12);
  });
  it('gives nothing for the difference of two equal loops', () => {
    const pair = [1, -1].map((coupling) => ({ leptonGeV: mmu.value, coupling }));
    for (const mass of [0.1, 0.3, 5]) expect(computeScalarToPhotonsGeV(mass, pair)).toBe(0);
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
  it('decays below the table to pairs of leptons alone', () => {
    for (const mass of [2e-3, 0.1, 0.25, 0.2793]) {
      const pairs = [me, mmu, mtau].map(({ value }) =>
        computeScalarToLeptonsGeV(mass, value, value / vev.value),
      );
      const sum = pairs.reduce((a, b) => a + b, 0);
      expect(computeHiggsMixedWidthGeV(mass) / sum).toBeCloseTo(1, 12);
    }
    expect(computeHiggsMixedWidthGeV(2 * me.value)).toBe(0);
  });
  it('has at the rows of the table their decay length, the first and the last included', () => {
    for (const [mass, ctau] of HIGGS_MIXED_DECAY_LENGTH.rows)
      expect((computeHiggsMixedWidthGeV(mass) * ctau) / hbarc.value).toBeCloseTo(1, 12);
    const last = HIGGS_MIXED_DECAY_LENGTH.rows.at(-1)?.[0] ?? NaN;
    expect(computeHiggsMixedWidthGeV(last * (1 + 1e-9))).toBeNaN();
  });
  it('has between two rows the geometric mean of their lengths at that of their masses', () => {
    const { rows } = HIGGS_MIXED_DECAY_LENGTH;
    for (const [i, [mass, ctau]] of rows.slice(0, -1).entries()) {
      const [nextMass, nextCtau] = rows[i + 1] ?? [NaN, NaN];
      const width = computeHiggsMixedWidthGeV(Math.sqrt(mass * nextMass));
      expect((width * Math.sqrt(ctau * nextCtau)) / hbarc.value).toBeCloseTo(1, 10);
    }
  });
  it('is tabulated above two pions, joins to the leptons there and is unknown beyond', () => {
    const [below, above] = [0.27936, 0.279369].map(computeHiggsMixedWidthGeV);
    expect((above ?? 0) / (below ?? 1)).toBeCloseTo(1, 1);
    expect(hbarc.value / computeHiggsMixedWidthGeV(1.46913)).toBeCloseTo(1.5834e-9, 13);
    expect(computeHiggsMixedWidthGeV(12)).toBeNaN();
  });
});
