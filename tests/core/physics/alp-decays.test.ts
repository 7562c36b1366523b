import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  ALP_DECAY_MODELS,
  computeAlpToLeptonsGeV,
  computeDerivativeLoop,
  computeLoopPhotonCoupling,
} from '../../../src/core/physics/alp-decays.ts';
import {
  computeBranchings,
  sumWidthsGeV,
  type DecayModel,
} from '../../../src/core/physics/decay-model.ts';
import { computeScalarToLeptonsGeV } from '../../../src/core/physics/scalar-widths.ts';
import { SCALAR_DECAY_MODELS } from '../../../src/core/physics/scalar-decays.ts';
import { listTotalWidths } from '../../../src/core/physics/total-width.ts';

const { alpha, me, mmu, mtau, vev, hbarc } = CONSTANTS;

function findModel(models: readonly DecayModel[], id: string): DecayModel {
  const model = models.find((one) => one.id === id);
  if (model === undefined) throw new Error(`No model ${id}.`);
  return model;
}

function branch(model: DecayModel, channel: string, massGeV: number): number {
  const at = model.channels.findIndex(({ id }) => id === channel);
  return computeBranchings(model, massGeV)[at] ?? NaN;
}

/** Rows of a limit of the pseudoscalar portal by column. */
async function readLimit(id: string): Promise<Readonly<Record<string, string>>[]> {
  const text = await readFile(`content/limits/pseudoscalar/${id}.csv`, 'utf8');
  return readTable(text);
}

function readTable(text: string): Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

describe('a pseudoscalar and a pair of leptons', () => {
  it('has the width y²m/8π far above threshold, as a scalar of the same coupling', () => {
    expect(computeAlpToLeptonsGeV(8 * Math.PI, 0, 0.1)).toBeCloseTo(0.01, 14);
    const ratio =
      computeAlpToLeptonsGeV(10, mmu.value, 1) / computeScalarToLeptonsGeV(10, mmu.value, 1);
    // 1/β² = 1/(1 − 4·0.1056584²/100).
    expect(ratio).toBeCloseTo(1.000447, 6);
  });
  it('opens like the velocity', () => {
    expect(computeAlpToLeptonsGeV(2 * mmu.value, mmu.value, 1)).toBe(0);
    const [near, far] = [1e-8, 4e-8].map((step) =>
      computeAlpToLeptonsGeV(2 * mmu.value * (1 + step), mmu.value, 1),
    );
    expect((far ?? 0) / (near ?? 1)).toBeCloseTo(2, 4);
  });
});

describe('the loop of a derivative coupling', () => {
  it('decouples like −t/3 for a heavy fermion and is 1 − π²/4 at threshold and 1 for a light one', () => {
    expect(computeDerivativeLoop(1e-6).re / 1e-6).toBeCloseTo(-1 / 3, 6);
    expect(computeDerivativeLoop(1).re).toBeCloseTo(1 - Math.PI ** 2 / 4, 12);
    expect(computeDerivativeLoop(1e12).re).toBeCloseTo(1, 8);
    expect(computeDerivativeLoop(1e12).im).toBeCloseTo(0, 8);
  });
  it('is continuous between its branches', () => {
    for (const t of [1e-3, 1]) {
      const [below, above] = [1 - 1e-13, 1 + 1e-13].map((by) => computeDerivativeLoop(t * by));
      expect((above?.re ?? NaN) / (below?.re ?? NaN)).toBeCloseTo(1, 5);
      expect(above?.im).toBeCloseTo(below?.im ?? NaN, 4);
    }
  });
  it('is one minus the integral over Feynman parameters that the triangle gives', () => {
    // ∫₀¹ dx ∫₀^(1−x) dy 2/(1 − 4t x y) = F(t)/t below threshold, summed by midpoints.
    const t = 0.6;
    const steps = 1500;
    let sum = 0;
    for (let i = 0; i < steps; i += 1) {
      const x = (i + 0.5) / steps;
      for (let j = 0; j < steps; j += 1) {
        const y = ((j + 0.5) / steps) * (1 - x);
        sum += (2 * (1 - x)) / (1 - 4 * t * x * y) / steps ** 2;
      }
    }
    expect(computeDerivativeLoop(t).re).toBeCloseTo(1 - sum, 5);
  });
  it('gives α/π for a massless lepton, the anomaly, and α m²/(12π m_τ²) for the tau far below it', () => {
    expect(computeLoopPhotonCoupling(50, ['e']) / (alpha.value / Math.PI)).toBeCloseTo(1, 5);
    const expected = (alpha.value * 0.01) / (12 * Math.PI * mtau.value ** 2);
    expect(computeLoopPhotonCoupling(0.1, ['tau']) / expected).toBeCloseTo(1, 3);
  });
});

describe('couplings to photons', () => {
  it('give the widths the lifetimes are drawn with', () => {
    for (const [model, id] of [
      ['alp-photon', 'alp-photon'],
      ['alp-b', 'alp-b'],
      ['alp-w', 'alp-w/g-aww'],
      ['alp-w', 'alp-w/c-ww'],
    ] as const) {
      const { coupling, channels, range } = findModel(ALP_DECAY_MODELS, id);
      const total = listTotalWidths(model).find((one) => one.coupling === coupling);
      expect(channels[0]?.widthGeV(2)).toBe(total?.widthGeV(2));
      expect(range[1]).toBeLessThanOrEqual(total?.range[1] ?? 0);
    }
  });
});

describe('derivative couplings to leptons', () => {
  const universal = findModel(ALP_DECAY_MODELS, 'alp-lepton/universal');
  it('give the width m m_μ²/(8π) β at one per GeV', () => {
    // By hand at 0.5 GeV: β = √(1 − 4·0.01116369/0.25) = 0.906301; 0.5·0.01116369/25.13274·β = 2.01285e-4.
    const muons = universal.channels.find(({ id }) => id === 'mu-mu');
    expect(muons?.widthGeV(0.5)).toBeCloseTo(2.01285e-4, 8);
  });
  it('give taus over muons like the squared masses', () => {
    const beta = Math.sqrt(1 - 4 * (mtau.value / 20) ** 2);
    const ratio = branch(universal, 'tau-tau', 20) / branch(universal, 'mu-mu', 20);
    expect(ratio / (beta * (mtau.value / mmu.value) ** 2)).toBeCloseTo(1, 3);
  });
  it('give photons alone below two electrons, and to the tau alone below two taus', () => {
    expect(branch(universal, 'gamma-gamma', 2 * me.value * 0.99)).toBe(1);
    const tau = findModel(ALP_DECAY_MODELS, 'alp-lepton/tau');
    expect(branch(tau, 'gamma-gamma', 3.5)).toBe(1);
    expect(branch(tau, 'tau-tau', 3.6)).toBeGreaterThan(0.99);
  });

  it('have in c_ℓℓ/Λ the half that the limits of Belle II in it and in ξ need', async () => {
    // Far above the muon mass a muon radiates scalars and pseudoscalars of the same coupling alike, so that
    // (ξ/v)/(C/Λ) = √(B(a → ττ)/B(S → ττ)), and one half of it without the half in the Lagrangian. Within
    // 250 MeV of threshold, where B(S → ττ) changes fast, the published numbers differ by up to 11 %.
    const scalar = findModel(SCALAR_DECAY_MODELS, 'leptophilic-scalar');
    const text = await readFile(
      'content/limits/scalar/belle-2-2023-mumu-tautau-leptophilic-scalar.csv',
      'utf8',
    );
    const xi = new Map(readTable(text).map(({ mass, value }) => [mass, Number(value)]));
    const rows = await readLimit('belle-2-2023-mumu-tautau-alp');
    const compared = rows.filter(({ mass = '' }) => Number(mass) > 3.81 && xi.has(mass));
    expect(compared.length).toBeGreaterThan(2000);
    for (const { mass = '', value } of compared) {
      const [coupling, perTeV] = [(xi.get(mass) ?? NaN) / vev.value, Number(value)];
      const [a, s] = [universal, scalar].map((one) => branch(one, 'tau-tau', Number(mass)));
      const expected = Math.sqrt((a ?? NaN) / (s ?? NaN));
      expect(Math.abs((coupling * 1000) / perTeV / expected - 1), mass).toBeLessThan(0.01);
    }
  });
  it('have in c_τ/f_a the half and the loop with which the recast ends at three metres', async () => {
    const tau = findModel(ALP_DECAY_MODELS, 'alp-lepton/tau');
    const rows = await readLimit('babar-2017-gamma-invisible-alp-tau-recast');
    const upper = rows.filter(({ edge, mass }) => edge === 'upper' && Number(mass) > 1e-3);
    expect(upper.length).toBeGreaterThan(50);
    for (const { mass, value } of upper) {
      const [m, perGeV, rootS] = [Number(mass), Number(value) / 1000, 10.58];
      // e⁺e⁻ → γa at rest.
      const boost = Math.sqrt(((rootS ** 2 + m ** 2) / (2 * rootS * m)) ** 2 - 1);
      const lengthM = (boost * hbarc.value) / (sumWidthsGeV(tau, m) * perGeV ** 2);
      expect(Math.abs(lengthM / 3 - 1), mass).toBeLessThan(0.003);
    }
  });
});

describe('a universal Yukawa-like coupling to fermions', () => {
  const model = findModel(ALP_DECAY_MODELS, 'alp-fermion');
  it('has the width c² m m_μ²/(2π f_a²) β of a derivative coupling without a half at f_a = 2v/g_Y', () => {
    const [mass, gY] = [0.35, 1e-3];
    const fa = (2 * vev.value) / gY;
    const beta = Math.sqrt(1 - 4 * (mmu.value / mass) ** 2);
    const expected = (mass * mmu.value ** 2 * beta) / (2 * Math.PI * fa ** 2);
    const muons = model.channels.find(({ id }) => id === 'mu-mu');
    expect(((muons?.widthGeV(mass) ?? NaN) * gY ** 2) / expected).toBeCloseTo(1, 12);
  });
  it('is known between two muons and three pions', () => {
    expect(model.range[0]).toBeCloseTo(0.2113168, 6);
    expect(model.range[1]).toBeCloseTo(0.4049304, 6);
  });
  it('loses less than a thousandth to photons through loops of leptons there', () => {
    const [from, to] = model.range;
    for (const mass of [from * 1.001, 0.25, 0.3, to]) {
      // y = m_ℓ/v is c/f_a = 1/v with the half in front.
      const photons = (computeLoopPhotonCoupling(mass, ['e', 'mu', 'tau']) / vev.value) ** 2;
      const width = (photons * mass ** 3) / (64 * Math.PI);
      expect(width / sumWidthsGeV(model, mass)).toBeLessThan(1e-3);
    }
  });
});

describe('every model of an axion-like particle', () => {
  it('has widths that are zero or positive over its range, and fractions that sum to one', () => {
    for (const model of ALP_DECAY_MODELS) {
      const [from, to] = model.range;
      for (let mass = from * 1.0001; mass <= to; mass *= 1.05) {
        for (const { widthGeV } of model.channels) expect(widthGeV(mass)).toBeGreaterThanOrEqual(0);
        const sum = computeBranchings(model, mass).reduce((a, b) => a + b, 0);
        expect(sum, model.id).toBeCloseTo(1, 12);
      }
    }
  });
});
