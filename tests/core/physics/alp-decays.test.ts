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
  it.each([1e-12, 1e-9, 1e-6, 9.99e-4, 1e-3, 1.001e-3])(
    'is at t = %f −t/3 − 8t²/45 − 4t³/35 − 128t⁴/1575, to nine digits',
    (t) => {
      // arcsin²x = ½ Σ (2x)^(2n)/(n² C(2n, n)).
      const series = t / 3 + (8 * t ** 2) / 45 + (4 * t ** 3) / 35 + (128 * t ** 4) / 1575;
      // Three terms below 1e-3, and from there on the closed formula, exact but for rounding.
      const within = t === 1e-3 ? 2e-11 : 1e-9;
      expect(Math.abs(computeDerivativeLoop(t).re / -series - 1)).toBeLessThan(within);
      expect(computeDerivativeLoop(t).im).toBe(0);
    },
  );
  it.each([1.0001, 1.5, 4, 100, 1e4])(
    'is at t = %f the real and imaginary part of 1 + ¼ [ln((1 + β)/(1 − β)) − iπ]²/t',
    (t) => {
      const beta = Math.sqrt(1 - 1 / t);
      const log = Math.log((1 + beta) / (1 - beta));
      // (log − iπ)² = log² − π² − 2πi log.
      const { re, im } = computeDerivativeLoop(t);
      expect(re).toBeCloseTo(1 + (log ** 2 - Math.PI ** 2) / (4 * t), 7);
      expect(im).toBeCloseTo((-2 * Math.PI * log) / (4 * t), 7);
    },
  );
  it('has no imaginary part at threshold, and −π √(t − 1) just above', () => {
    expect(computeDerivativeLoop(1).im).toBe(0);
    expect(computeDerivativeLoop(1 + 1e-6).im / (-Math.PI * 1e-3)).toBeCloseTo(1, 4);
  });
  it('adds leptons as amplitudes: electrons give the anomaly where muons are at threshold', () => {
    // B is 1 − π²/4 for muons and all but 1 for electrons: 2 − π²/4 in all, which is negative.
    const [one, both] = [['mu'], ['e', 'mu']] as const;
    const unit = alpha.value / Math.PI;
    const mass = 2 * mmu.value;
    expect(computeLoopPhotonCoupling(mass, one) / unit).toBeCloseTo(Math.PI ** 2 / 4 - 1, 6);
    expect(computeLoopPhotonCoupling(mass, both) / unit).toBeCloseTo(Math.PI ** 2 / 4 - 2, 2);
    expect(computeLoopPhotonCoupling(mass, [])).toBe(0);
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
  it('gives electrons and muons their widths like squared masses and velocities', () => {
    const mass = 0.3;
    const beta = Math.sqrt(1 - 4 * (mmu.value / mass) ** 2);
    const ratio = branch(model, 'e-e', mass) / branch(model, 'mu-mu', mass);
    expect((ratio * beta) / (me.value / mmu.value) ** 2).toBeCloseTo(1, 4);
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
  const electroweak =
    'Two photons at tree level. Decays to fermions and hadrons through loops are neglected; above the Z mass the ' +
    'tree-level decay to a Z boson and a photon opens.';
  const derivative =
    'Leptons at tree level, with half the coupling in front of ∂a ℓ̄γγ₅ℓ, and two photons through their loops alone: ' +
    'a heavy lepton decouples. ';
  it('has its names, the masses between which it is known, papers and a remark', () => {
    const facts = ALP_DECAY_MODELS.map(({ channels: _, ...rest }) => rest);
    expect(facts).toEqual([
      {
        id: 'alp-photon',
        title: 'Axion-like particle coupled to photons',
        mass: 'mass-alp',
        coupling: 'g-agammagamma',
        range: [1e-3, 100],
        sources: ['Dolan:2017osp'],
        remark: 'Two photons at tree level; there is no other decay.',
      },
      {
        id: 'alp-b',
        title: 'Axion-like particle coupled to hypercharge',
        mass: 'mass-alp',
        coupling: 'c-bb-over-lambda',
        range: [1e-3, 91.188],
        sources: ['Dolan:2017osp', 'Jerhot:2022chi'],
        remark: electroweak,
      },
      {
        id: 'alp-w/g-aww',
        title: 'Axion-like particle coupled to W bosons',
        mass: 'mass-alp',
        coupling: 'g-aww',
        range: [1e-3, 91.188],
        sources: ['Dolan:2017osp', 'Jerhot:2022chi'],
        remark: electroweak,
      },
      {
        id: 'alp-w/c-ww',
        title: 'Axion-like particle coupled to W bosons, Wilson coefficient',
        mass: 'mass-alp',
        coupling: 'c-ww-over-lambda',
        range: [1e-3, 91.188],
        sources: ['Dolan:2017osp', 'Jerhot:2022chi'],
        remark: electroweak,
      },
      {
        id: 'alp-lepton/universal',
        title: 'Axion-like particle coupled to charged leptons',
        mass: 'mass-alp',
        coupling: 'c-ll-over-lambda',
        range: [1e-3, 91.188],
        sources: ['Bauer:2021mvw'],
        remark:
          derivative +
          'The half follows from the limits of Belle II in this coupling and in that of a leptophilic scalar.',
      },
      {
        id: 'alp-lepton/universal-c-l',
        title: 'Axion-like particle coupled to charged leptons, recast',
        mass: 'mass-alp',
        coupling: 'c-l-over-fa',
        range: [1e-3, 91.188],
        sources: ['Bauer:2021mvw'],
        remark: `${derivative}The half is that of the coupling to the tau by the same authors.`,
      },
      {
        id: 'alp-lepton/tau',
        title: 'Axion-like particle coupled to the tau',
        mass: 'mass-alp',
        coupling: 'c-tau-over-fa',
        range: [1e-3, 91.188],
        sources: ['Bauer:2021mvw'],
        remark: `${derivative}The half and the loop reproduce the decay lengths at which the recast limits end.`,
      },
      {
        id: 'alp-fermion',
        title: 'Axion-like particle with universal fermion couplings',
        mass: 'mass-alp',
        coupling: 'g-yukawa-alp',
        range: [2 * mmu.value, 3 * 0.1349768],
        sources: ['Jerhot:2022chi', 'Bauer:2021mvw'],
        remark:
          'Pairs of leptons at tree level with Yukawa couplings g_Y m_ℓ/v, that is g_Y = 2v/f_a for ∂a f̄γγ₅f/f_a ' +
          'without a half. Two photons are neglected: below two muons, where they compete with electrons, light ' +
          'mesons take part and no closed formula holds; above three pions hadronic widths are needed.',
      },
    ]);
  });

  const photons = String.raw`gamma-gamma photon \gamma\gamma`;
  const electrons = 'e-e lepton e^+e^-';
  const muons = String.raw`mu-mu lepton \mu^+\mu^-`;
  const taus = String.raw`tau-tau lepton \tau^+\tau^-`;
  it.each<[string, readonly string[]]>([
    ['alp-photon', [photons]],
    ['alp-b', [photons]],
    ['alp-w/g-aww', [photons]],
    ['alp-w/c-ww', [photons]],
    ['alp-lepton/universal', [photons, electrons, muons, taus]],
    ['alp-lepton/universal-c-l', [photons, electrons, muons, taus]],
    ['alp-lepton/tau', [photons, taus]],
    ['alp-fermion', [electrons, muons]],
  ])('lists the channels of %s in the order of a legend', (model, channels) => {
    const listed = findModel(ALP_DECAY_MODELS, model).channels;
    expect(listed.map(({ id, kind, symbol }) => `${id} ${kind} ${symbol}`)).toEqual(channels);
  });
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
