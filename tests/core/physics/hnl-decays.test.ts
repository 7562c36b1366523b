import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  computeBranchings,
  sumWidthsGeV,
  type DecayModel,
} from '../../../src/core/physics/decay-model.ts';
import {
  CHARGED_MESONS,
  computeChargedMesonWidthGeV,
  computeChargedPhaseSpace,
  computeChargedQuarksWidthGeV,
  computeNeutralFactor,
  computeNeutralMesonWidthGeV,
  computeNeutralQuarksWidthGeV,
  computePairWidthGeV,
  computeThreeNeutrinosWidthGeV,
  computeTwoFlavourWidthGeV,
  coupleCurrent,
  HNL_DECAY_MODELS,
  NEUTRAL_MESONS,
  runStrongCoupling,
} from '../../../src/core/physics/hnl-decays.ts';

const { alpha, me, mmu, mtau, sw2 } = CONSTANTS;
const HBAR_GEV_S = 6.582119569e-25;
const FERMI = 1.1663788e-5;

function findModel(flavour: string): DecayModel {
  const model = HNL_DECAY_MODELS.find(({ id }) => id === `heavy-neutral-lepton/${flavour}`);
  if (model === undefined) throw new Error(`No flavour ${flavour}.`);
  return model;
}
const [ELECTRON, MUON, TAU] = [findModel('electron'), findModel('muon'), findModel('tau')];

function widthOf(model: DecayModel, channel: string, massGeV: number): number {
  const found = model.channels.find(({ id }) => id === channel);
  if (found === undefined) throw new Error(`No channel ${channel}.`);
  return found.widthGeV(massGeV);
}

function findMeson<T extends { readonly id: string }>(mesons: readonly T[], id: string): T {
  const meson = mesons.find((one) => one.id === id);
  if (meson === undefined) throw new Error(`No meson ${id}.`);
  return meson;
}

/** The midpoint rule on many equal steps. */
function integrateSlowly(f: (x: number) => number, from: number, to: number): number {
  const steps = 400_000;
  let sum = 0;
  for (let i = 0; i < steps; i += 1) sum += f(from + ((i + 0.5) / steps) * (to - from));
  return (sum * (to - from)) / steps;
}

const mass = fc.double({ min: 1e-3, max: 0.33, noNaN: true });

describe('the phase space of the charged current', () => {
  it('is one for massless particles, and 1 − 8r + 8r³ − r⁴ − 12r² ln r for one of mass √r', () => {
    expect(computeChargedPhaseSpace(0, 0, 0)).toBeCloseTo(1, 6);
    for (const x of [0.005, 0.1, 0.4, 0.8]) {
      const r = x ** 2;
      const expected = 1 - 8 * r + 8 * r ** 3 - r ** 4 - 12 * r ** 2 * Math.log(r);
      expect(computeChargedPhaseSpace(x, 0, 0)).toBeCloseTo(expected, 6);
      expect(computeChargedPhaseSpace(0, 0, x)).toBeCloseTo(expected, 6);
    }
  });
  it('does not depend on the order of its arguments', () => {
    fc.assert(
      fc.property(mass, mass, mass, (a, b, c) => {
        const one = computeChargedPhaseSpace(a, b, c);
        for (const other of [computeChargedPhaseSpace(c, a, b), computeChargedPhaseSpace(a, c, b)])
          expect(Math.abs(other / one - 1)).toBeLessThan(1e-6);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
  it('closes where the masses add up to that of N', () => {
    expect(computeChargedPhaseSpace(0.3, 0.3, 0.4)).toBe(0);
    expect(computeChargedPhaseSpace(0.3, 0.3, 0.39)).toBeGreaterThan(0);
  });
  it('is closed where the masses add up to more, whichever of them is heavy', () => {
    for (const [a, b, c] of [
      [0.6, 0.3, 0.3],
      [0.3, 0.6, 0.3],
      [0.3, 0.3, 0.6],
      [0, 0.9, 0.2],
      [1.1, 0, 0],
      [0, 0, 2],
    ] as const)
      expect(computeChargedPhaseSpace(a, b, c), [a, b, c].join()).toBe(0);
  });
  it('gives the lifetime of the muon, 2.197 μs, but for radiation', () => {
    const width =
      computeThreeNeutrinosWidthGeV(mmu.value) *
      computeChargedPhaseSpace(0, 0, me.value / mmu.value);
    expect(HBAR_GEV_S / width / 2.1969811e-6).toBeCloseTo(0.9958, 3);
  });
});

describe('decays to a neutrino and a pair of fermions', () => {
  it('have the coefficients ¼(1 ± 4s² + 8s⁴) and ½s²(2s² ± 1)', () => {
    const s = sw2.value;
    for (const [mixes, sign] of [
      [true, 1],
      [false, -1],
    ] as const) {
      const { left, right } = coupleCurrent(-1, -1 / 2, mixes);
      expect(left ** 2 + right ** 2).toBeCloseTo((1 + sign * 4 * s + 8 * s ** 2) / 4, 12);
      expect(left * right).toBeCloseTo((s * (2 * s + sign)) / 2, 12);
    }
    const [up, down] = [coupleCurrent(2 / 3, 1 / 2), coupleCurrent(-1 / 3, -1 / 2)];
    expect(computeNeutralFactor(up, 0)).toBeCloseTo((1 - (8 / 3) * s + (32 / 9) * s ** 2) / 4, 12);
    expect(computeNeutralFactor(down, 0)).toBeCloseTo((1 - (4 / 3) * s + (8 / 9) * s ** 2) / 4, 12);
    expect(up.left * up.right).toBeCloseTo((s / 3) * ((4 / 3) * s - 1), 12);
    expect(down.left * down.right).toBeCloseTo((s / 6) * ((2 / 3) * s - 1), 12);
  });
  it('have for one chirality the phase space of the charged current with two equal masses', () => {
    for (const x of [1e-4, 0.01, 0.1, 0.3, 0.49])
      expect(computeNeutralFactor({ left: 1, right: 0 }, x)).toBeCloseTo(
        computeChargedPhaseSpace(0, x, x),
        6,
      );
  });
  it('have for the product of chiralities 24 x² ∫ (1 − s)² √(1 − 4x²/s) ds', () => {
    for (const x of [0.01, 0.1, 0.3, 0.45]) {
      const product =
        computeNeutralFactor({ left: 1, right: 1 }, x) -
        2 * computeNeutralFactor({ left: 1, right: 0 }, x);
      const integral = integrateSlowly(
        (s) => (1 - s) ** 2 * Math.sqrt(1 - (4 * x ** 2) / s),
        4 * x ** 2,
        1,
      );
      expect(product / (24 * x ** 2 * integral)).toBeCloseTo(1, 5);
    }
  });
  it('go 4.675 times as often to electrons if N mixes with them as if it does not', () => {
    // (1 + 0.924 + 0.426888)/(1 − 0.924 + 0.426888) for s² = 0.231.
    const ratio = computePairWidthGeV(3, 'e', 'e') / computePairWidthGeV(3, 'mu', 'e');
    expect(ratio).toBeCloseTo(4.6748, 3);
  });
  it('open at two masses of the fermion', () => {
    expect(computePairWidthGeV(2 * mmu.value, 'e', 'mu')).toBe(0);
    expect(computePairWidthGeV(2.1 * mmu.value, 'e', 'mu')).toBeGreaterThan(0);
  });
});

describe('decays to three leptons', () => {
  it('have G_F² m⁵/(192π³) to three neutrinos for one charge, and twice that for a Majorana particle', () => {
    // By hand at 1 GeV: (1.1663788e-5)²/(192·31.00628) = 1.36044e-10/5953.205 = 2.28522e-14.
    expect(computeThreeNeutrinosWidthGeV(1)).toBeCloseTo(2.28522e-14, 18);
    expect(widthOf(ELECTRON, 'nu-nu-nu', 1) / (FERMI ** 2 / (96 * Math.PI ** 3))).toBeCloseTo(1, 5);
  });
  it('go to two flavours as often as to three neutrinos far above their masses', () => {
    const ratio = computeTwoFlavourWidthGeV(5, 'e', 'mu') / computeThreeNeutrinosWidthGeV(5);
    expect(ratio).toBeCloseTo(1 - 8 * (mmu.value / 5) ** 2, 4);
  });
  it('are the only ones below a pion, and go to neutrinos alone below two electrons', () => {
    expect(computeBranchings(MUON, 1.02e-3)[0]).toBe(1);
    for (const { kind, widthGeV } of ELECTRON.channels)
      expect(widthGeV(0.13) > 0 && kind === 'hadron').toBe(false);
  });
});

describe('single mesons', () => {
  it('have at 0.5 GeV the width of a pion and an electron computed by hand', () => {
    // G_F² f² |V|² m³/16π = 1.36044e-10·0.0169520·0.948033·0.125/50.26548 = 5.4371e-15,
    // times (1 − 0.0779196)² = 0.850232: 4.6228e-15 GeV, and twice for both charges.
    expect(widthOf(ELECTRON, 'e-pi', 0.5) / (2 * 4.6228e-15)).toBeCloseTo(1, 4);
  });
  // The tau lepton decays to a neutrino like N to a massless lepton: branching fractions over 290.3 fs.
  it.each([
    ['pi', 0.1082, 0.03],
    ['k', 0.00696, 0.04],
    // Two pions, which are more than a narrow ρ.
    ['rho', 0.2549, 0.04],
  ])('give the decay of the tau to %s, measured with a fraction of %f', (id, fraction, within) => {
    const width = computeChargedMesonWidthGeV(findMeson(CHARGED_MESONS, id), mtau.value, 0);
    expect(Math.abs((width * 290.3e-15) / HBAR_GEV_S / fraction - 1)).toBeLessThan(within);
  });
  it('go to a neutral pion half as often as to a charged one without mixing of quarks', () => {
    const [neutral, charged] = [widthOf(ELECTRON, 'nu-pi0', 4.9), widthOf(ELECTRON, 'e-pi', 4.9)];
    expect(neutral / charged).toBeCloseTo(1 / (2 * 0.97367 ** 2), 3);
  });
  it('of spin one have the decay constants of their widths to electrons', () => {
    // ⟨0|J_em|h⟩ over g: (⅔ + ⅓)/√2, (⅔ − ⅓)/√2 and −⅓; over that of √2 times the neutral current.
    const s = sw2.value;
    const electric = {
      rho0: { over: 1 / Math.SQRT2 / (1 - 2 * s), keV: 7.04 },
      omega: { over: 1 / (3 * Math.SQRT2) / ((2 / 3) * s), keV: 0.6 },
      phi: { over: 1 / 3 / (Math.SQRT2 * (1 / 2 - (2 / 3) * s)), keV: 1.27 },
    };
    for (const [id, { over, keV }] of Object.entries(electric)) {
      const { massGeV, decayConstantGeV } = findMeson(NEUTRAL_MESONS, id);
      const current = decayConstantGeV * over;
      const width = (4 * Math.PI * alpha.value ** 2 * current ** 2) / (3 * massGeV);
      expect(Math.abs((width * 1e6) / keV - 1), id).toBeLessThan(0.12);
    }
  });
  it('η and η′ have what a strange part of 1.34 f_π mixed by 39.3° has', () => {
    const strange = (1.34 * 0.1302) / Math.SQRT2;
    const angle = (39.3 * Math.PI) / 180;
    const [eta, prime] = ['eta', 'eta-prime'].map((id) =>
      Math.abs(findMeson(NEUTRAL_MESONS, id).decayConstantGeV),
    );
    expect(Math.abs((eta ?? NaN) / (strange * Math.sin(angle)) - 1)).toBeLessThan(0.06);
    expect(Math.abs((prime ?? NaN) / (strange * Math.cos(angle)) - 1)).toBeLessThan(0.06);
  });
  /** Products of the momenta of N, the lepton and the meson over the squared mass of N. */
  const multiplyMomenta = (
    h: number,
    l: number,
  ): { readonly nh: number; readonly lh: number; readonly nl: number } => ({
    nh: (1 + h - l) / 2,
    lh: (1 - h - l) / 2,
    nl: (1 + l - h) / 2,
  });
  it.each([
    ['pi', 'e', 0.2],
    ['pi', 'mu', 0.25],
    ['k', 'mu', 0.7],
    ['rho', 'mu', 1],
    ['rho', 'tau', 2.7],
    ['d', 'tau', 4],
    ['ds', 'tau', 3.8],
  ] as const)(
    'give in %s and %s the width of the matrix element from products of momenta at %f GeV',
    (id, lepton, massGeV) => {
      const meson = findMeson(CHARGED_MESONS, id);
      const leptonGeV = { e: me, mu: mmu, tau: mtau }[lepton].value;
      const [xh, xl] = [meson.massGeV / massGeV, leptonGeV / massGeV];
      const { nh, lh, nl } = multiplyMomenta(xh ** 2, xl ** 2);
      // Tr[p̸_ℓ γ^μ p̸_N γ^ν]/4 with h_μ h_ν for spin zero, with m_h²(−g + hh/m_h²) for spin one.
      const matrix = 2 * nh * lh + xh ** 2 * nl * (meson.spin === 0 ? -1 : 1);
      const momentum = Math.sqrt((1 - (xh + xl) ** 2) * (1 - (xh - xl) ** 2)) / 2;
      const strength = (FERMI * meson.decayConstantGeV * meson.mixing) ** 2 * massGeV ** 3;
      const expected = (strength * matrix * 2 * momentum) / (8 * Math.PI);
      expect(computeChargedMesonWidthGeV(meson, massGeV, leptonGeV) / expected).toBeCloseTo(1, 5);
    },
  );
  it('go to a neutrino with the same matrix element, of which the neutral current has half', () => {
    for (const meson of NEUTRAL_MESONS) {
      const massGeV = 1.3 * meson.massGeV;
      const h = (meson.massGeV / massGeV) ** 2;
      const { nh, lh, nl } = multiplyMomenta(h, 0);
      const matrix = 2 * nh * lh + h * nl * (meson.spin === 0 ? -1 : 1);
      const strength = (FERMI * meson.decayConstantGeV) ** 2 * massGeV ** 3;
      const expected = (strength * matrix * (1 - h)) / (16 * Math.PI);
      expect(computeNeutralMesonWidthGeV(meson, massGeV) / expected, meson.id).toBeCloseTo(1, 5);
    }
  });
  it('open at the sum of the masses, and are not negative above', () => {
    for (const meson of CHARGED_MESONS) {
      const threshold = meson.massGeV + mmu.value;
      expect(computeChargedMesonWidthGeV(meson, threshold, mmu.value)).toBe(0);
      expect(computeChargedMesonWidthGeV(meson, threshold * 1.001, mmu.value)).toBeGreaterThan(0);
    }
    for (const meson of NEUTRAL_MESONS) {
      expect(computeNeutralMesonWidthGeV(meson, meson.massGeV)).toBe(0);
      expect(computeNeutralMesonWidthGeV(meson, meson.massGeV * 1.001)).toBeGreaterThan(0);
    }
  });
});

describe('hadrons as quarks', () => {
  it('run from the tau mass to the measured coupling at the bottom quark', () => {
    expect(runStrongCoupling(mtau.value)).toBeCloseTo(0.314, 12);
    expect(runStrongCoupling(4.18)).toBeCloseTo(0.226, 2);
  });
  it.each([
    [1, 3],
    [1.3, 3],
    [1.776, 3],
    [1.778, 4],
    [3, 4],
    [5, 4],
  ])(
    'run to %f GeV by the solution of the two-loop equation with %i quarks',
    (energyGeV, quarks) => {
      // b₀ ln(μ²/m_τ²) = 1/a + (b₁/b₀) ln(a/(b₀ + b₁a)) at μ less that at m_τ, for a = α_s/4π.
      const [b0, b1] = [11 - (2 / 3) * quarks, 102 - (38 / 3) * quarks];
      const solve = (alphaS: number): number => {
        const a = alphaS / (4 * Math.PI);
        return 1 / a + (b1 / b0) * Math.log(a / (b0 + b1 * a));
      };
      const grown = solve(runStrongCoupling(energyGeV)) - solve(0.314);
      const expected = b0 * 2 * Math.log(energyGeV / mtau.value);
      expect(Math.abs(grown / expected - 1)).toBeLessThan(5e-4);
    },
  );

  /** Width of one charge over that of three neutrinos, colours and the strong correction. */
  const reduceWidth = (widthGeV: number, massGeV: number): number => {
    const a = runStrongCoupling(massGeV) / Math.PI;
    const strong = 1 + a + 5.2 * a ** 2 + 26.4 * a ** 3;
    return widthGeV / (3 * strong * computeThreeNeutrinosWidthGeV(massGeV));
  };
  const [LIGHT, CD, CS] = [0.97367 ** 2 + 0.22431 ** 2, 0.221 ** 2, 0.975 ** 2];
  const [D_GEV, DS_GEV, CHARM_GEV] = [1.86966, 1.96835, 1.273];
  it.each([
    // Mass, lepton, and the squared elements of the quark-mixing matrix that are open with charm.
    [1.5, 0, 0],
    [D_GEV, 0, 0],
    [D_GEV + 1e-6, 0, CD],
    [DS_GEV, 0, CD],
    [DS_GEV + 1e-6, 0, CD + CS],
    [4.5, 0, CD + CS],
    [1.9, mmu.value, 0],
    [2, mmu.value, CD],
    [2.1, mmu.value, CD + CS],
    [3, mtau.value, 0],
    [3.7, mtau.value, CD],
    [4.9, mtau.value, CD + CS],
  ])(
    'open charm with its mesons: at %f GeV with a lepton of %f GeV by %f',
    (m, leptonGeV, charm) => {
      const l = leptonGeV / m;
      const expected =
        LIGHT * computeChargedPhaseSpace(l, 0, 0) +
        charm * computeChargedPhaseSpace(l, CHARM_GEV / m, 0);
      expect(reduceWidth(computeChargedQuarksWidthGeV(m, leptonGeV), m) / expected).toBeCloseTo(
        1,
        9,
      );
    },
  );
  it.each([
    [1, 0],
    [1.2, 0],
    [3, 0],
    [2 * D_GEV, 0],
    [2 * D_GEV + 1e-6, 1],
    [4.8, 1],
  ])('of the neutral current open pairs of charm with pairs of D: at %f GeV %i', (m, charm) => {
    const s = sw2.value;
    const up = (1 - (8 / 3) * s + (32 / 9) * s ** 2) / 4;
    const down = (1 - (4 / 3) * s + (8 / 9) * s ** 2) / 4;
    const kaons = m > 2 * 0.493677 ? Math.sqrt(1 - (2 * 0.493677) ** 2 / m ** 2) : 0;
    const heavy = computeNeutralFactor(
      { left: 1 / 2 - (2 / 3) * s, right: (-2 / 3) * s },
      CHARM_GEV / m,
    );
    const expected = up + down * (1 + kaons) + charm * heavy;
    expect(reduceWidth(computeNeutralQuarksWidthGeV(m), m) / expected).toBeCloseTo(1, 9);
  });
  it('stand for hadrons where 1 GeV is left for them, and not below', () => {
    expect(computeChargedQuarksWidthGeV(1, 0)).toBeGreaterThan(0);
    expect(computeChargedQuarksWidthGeV(1 - 1e-9, 0)).toBe(0);
    expect(computeChargedQuarksWidthGeV(1.5, 0.5)).toBeGreaterThan(0);
    expect(computeChargedQuarksWidthGeV(1.5, 0.5 + 1e-9)).toBe(0);
    expect(computeNeutralQuarksWidthGeV(1)).toBeGreaterThan(0);
    expect(computeNeutralQuarksWidthGeV(1 - 1e-9)).toBe(0);
  });
  it('give the hadronic decays of the tau over those to electrons, 3.64, within 4 %', () => {
    const ratio =
      computeChargedQuarksWidthGeV(mtau.value, 0) / computeThreeNeutrinosWidthGeV(mtau.value);
    expect(Math.abs(ratio / 3.64 - 1)).toBeLessThan(0.04);
  });
  it('agree with single mesons at 1 GeV, where they take over, within 12 % and 8 %', () => {
    const charged = CHARGED_MESONS.reduce(
      (sum, meson) => sum + computeChargedMesonWidthGeV(meson, 1, me.value),
      0,
    );
    const neutral = NEUTRAL_MESONS.reduce(
      (sum, meson) => sum + computeNeutralMesonWidthGeV(meson, 1),
      0,
    );
    expect(Math.abs(computeChargedQuarksWidthGeV(1.001, me.value) / charged - 1)).toBeLessThan(
      0.12,
    );
    expect(Math.abs(computeNeutralQuarksWidthGeV(1) / neutral - 1)).toBeLessThan(0.08);
  });
  it('are the larger of quarks and single mesons above', () => {
    for (const m of [1.2, 2, 3, 4.5]) {
      const hadrons = MUON.channels
        .filter(({ kind }) => kind === 'hadron')
        .reduce((sum, { widthGeV }) => sum + widthGeV(m), 0);
      const quarks =
        2 * (computeChargedQuarksWidthGeV(m, mmu.value) + computeNeutralQuarksWidthGeV(m));
      expect(hadrons / quarks).toBeGreaterThan(1 - 1e-12);
      expect(hadrons / quarks).toBeLessThan(1.01);
    }
  });
});

describe('every flavour', () => {
  it('has fractions that sum to one and widths that are not negative', () => {
    for (const model of HNL_DECAY_MODELS) {
      for (let m = 1e-3; m <= 5; m *= 1.02) {
        for (const { widthGeV } of model.channels) expect(widthGeV(m)).toBeGreaterThanOrEqual(0);
        expect(computeBranchings(model, m).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }
    }
  });
  it('has a width without jumps of 6 %, at the joins of descriptions too', () => {
    for (const model of HNL_DECAY_MODELS) {
      for (let m = 0.5; m < 5; m *= 1.001) {
        const step = sumWidthsGeV(model, m * 1.001) / sumWidthsGeV(model, m);
        expect(step, `${model.id} ${m.toFixed(3)}`).toBeGreaterThan(0.999);
        expect(step, `${model.id} ${m.toFixed(3)}`).toBeLessThan(1.06);
      }
    }
  });
  it('decays like any other far above the lepton it mixes with', () => {
    expect(sumWidthsGeV(MUON, 5) / sumWidthsGeV(ELECTRON, 5)).toBeCloseTo(1, 2);
    // Below the tau there is no charged current.
    expect(widthOf(TAU, 'nu-pi0', 1)).toBe(widthOf(ELECTRON, 'nu-pi0', 1));
    for (const { id, widthGeV } of TAU.channels)
      expect(id.startsWith('tau-') && widthGeV(1.7) > 0).toBe(false);
  });
  it('has channels of its own names', () => {
    for (const { channels } of HNL_DECAY_MODELS)
      expect(new Set(channels.map(({ id }) => id)).size).toBe(channels.length);
  });
});

describe('what readers are told of a heavy neutral lepton', () => {
  it('is its flavour, the masses between which it is known, papers and what is left out', () => {
    const common = {
      mass: 'mass-hnl',
      range: [1e-3, 5],
      sources: ['Bondarenko:2018ptm', 'ParticleDataGroup:2024cfk'],
      remark:
        'A Majorana particle; a Dirac particle has half of every width. Below 1 GeV hadrons are single mesons, and ' +
        'two pions beside the ρ are missing. From 1 GeV left for hadrons on, the hadronic width is that to quarks ' +
        'with the strong correction of tau decays where this is larger, and what exceeds single mesons is called ' +
        'other hadrons: uncertain by some ten per cent of the hadronic width, and more where charm opens, from ' +
        '2 GeV on.',
    };
    const facts = HNL_DECAY_MODELS.map(({ channels: _, ...rest }) => rest);
    expect(facts).toEqual([
      {
        ...common,
        id: 'heavy-neutral-lepton/electron',
        title: 'Heavy neutral lepton mixing with the electron flavour, Majorana',
        coupling: 'u-e',
      },
      {
        ...common,
        id: 'heavy-neutral-lepton/muon',
        title: 'Heavy neutral lepton mixing with the muon flavour, Majorana',
        coupling: 'u-mu',
      },
      {
        ...common,
        id: 'heavy-neutral-lepton/tau',
        title: 'Heavy neutral lepton mixing with the tau flavour, Majorana',
        coupling: 'u-tau',
      },
    ]);
  });

  const neutral = [
    String.raw`nu-nu-nu invisible 3\nu`,
    String.raw`nu-e-e lepton \nu e^+e^-`,
    String.raw`nu-mu-mu lepton \nu \mu^+\mu^-`,
    String.raw`nu-tau-tau lepton \nu \tau^+\tau^-`,
  ];
  const mesons = [
    String.raw`nu-pi0 hadron \nu \pi^0`,
    String.raw`nu-eta hadron \nu \eta`,
    String.raw`nu-rho0 hadron \nu \rho^0`,
    String.raw`nu-omega hadron \nu \omega`,
    String.raw`nu-eta-prime hadron \nu \eta'`,
    String.raw`nu-phi hadron \nu \phi`,
  ];
  it.each([
    [
      'electron',
      [
        ...neutral,
        String.raw`e-mu-nu lepton e^\mp \mu^\pm\nu`,
        String.raw`e-tau-nu lepton e^\mp \tau^\pm\nu`,
        ...mesons,
        String.raw`e-pi hadron e^\mp \pi^\pm`,
        String.raw`e-k hadron e^\mp K^\pm`,
        String.raw`e-rho hadron e^\mp \rho^\pm`,
        String.raw`e-d hadron e^\mp D^\pm`,
        String.raw`e-ds hadron e^\mp D_s^\pm`,
        String.raw`nu-hadrons hadron \nu+\text{other hadrons}`,
        String.raw`e-hadrons hadron e^\mp+\text{other hadrons}`,
      ],
    ],
    [
      'muon',
      [
        ...neutral,
        String.raw`mu-e-nu lepton \mu^\mp e^\pm\nu`,
        String.raw`mu-tau-nu lepton \mu^\mp \tau^\pm\nu`,
        ...mesons,
        String.raw`mu-pi hadron \mu^\mp \pi^\pm`,
        String.raw`mu-k hadron \mu^\mp K^\pm`,
        String.raw`mu-rho hadron \mu^\mp \rho^\pm`,
        String.raw`mu-d hadron \mu^\mp D^\pm`,
        String.raw`mu-ds hadron \mu^\mp D_s^\pm`,
        String.raw`nu-hadrons hadron \nu+\text{other hadrons}`,
        String.raw`mu-hadrons hadron \mu^\mp+\text{other hadrons}`,
      ],
    ],
    [
      'tau',
      [
        ...neutral,
        String.raw`tau-e-nu lepton \tau^\mp e^\pm\nu`,
        String.raw`tau-mu-nu lepton \tau^\mp \mu^\pm\nu`,
        ...mesons,
        String.raw`tau-pi hadron \tau^\mp \pi^\pm`,
        String.raw`tau-k hadron \tau^\mp K^\pm`,
        String.raw`tau-rho hadron \tau^\mp \rho^\pm`,
        String.raw`tau-d hadron \tau^\mp D^\pm`,
        String.raw`tau-ds hadron \tau^\mp D_s^\pm`,
        String.raw`nu-hadrons hadron \nu+\text{other hadrons}`,
        String.raw`tau-hadrons hadron \tau^\mp+\text{other hadrons}`,
      ],
    ],
  ])('lists the channels of the %s flavour in the order of a legend', (flavour, channels) => {
    const listed = findModel(flavour).channels;
    expect(listed.map(({ id, kind, symbol }) => `${id} ${kind} ${symbol}`)).toEqual(channels);
  });

  it('gives both charges of each final state the width of one, twice over', () => {
    for (const [channel, one] of [
      ['nu-e-e', computePairWidthGeV(2, 'mu', 'e')],
      ['nu-mu-mu', computePairWidthGeV(2, 'mu', 'mu')],
      ['mu-e-nu', computeTwoFlavourWidthGeV(2, 'mu', 'e')],
      ['mu-tau-nu', computeTwoFlavourWidthGeV(2, 'mu', 'tau')],
      ['nu-phi', computeNeutralMesonWidthGeV(findMeson(NEUTRAL_MESONS, 'phi'), 2)],
      ['mu-k', computeChargedMesonWidthGeV(findMeson(CHARGED_MESONS, 'k'), 2, mmu.value)],
    ] as const) {
      expect(one, channel).toBeGreaterThan(0);
      expect(widthOf(MUON, channel, 2) / one, channel).toBeCloseTo(2, 12);
    }
  });
});
