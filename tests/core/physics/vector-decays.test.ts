import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import { sumWidthsGeV, type DecayModel } from '../../../src/core/physics/decay-model.ts';
import {
  coupleMesons,
  sampleHadrons,
  weighHadrons,
} from '../../../src/core/physics/hadron-channels.ts';
import { HADRON_TABLES } from '../../../src/core/physics/hadron-tables-data.ts';
import { interpolateRows } from '../../../src/core/physics/physics-table.ts';
import {
  computeVectorToThreePhotonsGeV,
  computeVectorWidthGeV,
  describeVectorDecays,
  sumVectorWidthsGeV,
  VECTOR_DECAY_MODELS,
  VECTOR_FINAL_STATES,
} from '../../../src/core/physics/vector-decays.ts';
import {
  DARK_PHOTON,
  findVectorModel,
  NO_CHARGES,
  VECTOR_MODELS,
  type Fermion,
} from '../../../src/core/physics/vector-models.ts';
import { readAllRows, thinToLines } from '../../fixtures/thin-physics-tables.ts';

const { charges } = DARK_PHOTON;
const RAW_DIR = process.env['RAW_DIR'];

/**
 * Branching fractions and cτ at ε = 1 [m] of a dark photon as tabulated for FORESEE (KlingFelix/FORESEE,
 * Models/DarkPhoton): mass, e⁺e⁻, μ⁺μ⁻, π⁺π⁻, cτ. An independent compilation of R.
 */
const FORESEE = [
  [0.0100219978922, 1, 0, 0],
  [0.0500219978922, 1, 0, 0],
  [0.15, 1, 0, 0],
  [0.3, 0.5253, 0.4653, 0.0094],
  [0.5, 0.4035, 0.3984, 0.1979],
  [0.7, 0.1473, 0.1468, 0.7036],
  [0.7826, 0.047, 0.0469, 0.3387],
  [0.9, 0.2677, 0.2674, 0.4356],
  [1.02, 0.0218, 0.0218, 0.0123],
  [1.3, 0.3138, 0.3137, 0.0414],
] as const;

const branching = (state: 'ee' | 'mumu' | 'pi-pi', mass: number): number =>
  computeVectorWidthGeV(state, mass, charges) / sumVectorWidthsGeV(mass, charges);

describe('the decays of a dark photon', () => {
  it('agree with an independent table at ten masses', () => {
    for (const [mass, ee, mumu, pipi] of FORESEE) {
      // Hadronic data of different compilations differ by a few per cent.
      const tolerance = mass < 0.28 ? 1e-4 : 0.05;
      for (const [state, expected] of [
        ['ee', ee],
        ['mumu', mumu],
        ['pi-pi', pipi],
      ] as const) {
        const value = branching(state, mass);
        expect(Math.abs(value - expected), `${state} at ${String(mass)} GeV`).toBeLessThanOrEqual(
          tolerance * Math.max(expected, 0.02),
        );
      }
    }
  });
  it('are α m ε²/3 to electrons, far above their threshold', () => {
    expect(computeVectorWidthGeV('ee', 1, charges)).toBeCloseTo(CONSTANTS.alpha.value / 3, 7);
  });
  it('to hadrons are R times the width to massless muons', () => {
    const ratio = weighHadrons(sampleHadrons(0.77).get('pi-pi') ?? {}, {
      rho: 1,
      omega: 1,
      phi: -1,
    });
    expect(
      computeVectorWidthGeV('pi-pi', 0.77, charges) /
        ((CONSTANTS.e.value ** 2 * 0.77) / (12 * Math.PI)),
    ).toBeCloseTo(ratio, 12);
  });
});

describe('couplings to mesons', () => {
  it('are those of a photon up to the sign of the φ, and isoscalar for baryon number', () => {
    const [rho, omega, phi] = Object.values(coupleMesons(2 / 3, -1 / 3, -1 / 3)) as number[];
    expect(rho).toBeCloseTo(1, 14);
    expect(omega).toBeCloseTo(1, 14);
    expect(phi).toBeCloseTo(-1, 14);
    expect(coupleMesons(1 / 3, 1 / 3, 1 / 3)).toEqual({ rho: 0, omega: 2, phi: 1 });
  });
  it('keep a B−L boson from decaying to two pions', () => {
    const model = findVectorModel('b-minus-l');
    if (model === undefined) throw new Error('No B−L.');
    expect(computeVectorWidthGeV('pi-pi', 0.77, model.charges)).toBe(0);
    expect(computeVectorWidthGeV('pi-pi-pi0', 0.7826, model.charges)).toBeGreaterThan(0);
    // Three neutrinos at half a Dirac fermion's width each, beside one electron.
    const [nunu, ee] = [
      computeVectorWidthGeV('nunu', 0.1, model.charges),
      computeVectorWidthGeV('ee', 0.1, model.charges),
    ];
    expect(nunu / ee).toBeCloseTo(1.5, 4);
  });
});

describe('three photons', () => {
  it('have the width of the cited formula below two electron masses, and none above', () => {
    const mass = 0.5e-3;
    const { alpha, me, e } = CONSTANTS;
    const expected =
      ((17 * alpha.value ** 4) / (128 * 729 * 125 * Math.PI ** 3)) * (mass ** 9 / me.value ** 8);
    expect(computeVectorToThreePhotonsGeV(mass, e.value) / expected).toBeCloseTo(1, 10);
    expect(computeVectorToThreePhotonsGeV(2 * me.value, e.value)).toBe(0);
  });
});

describe('the tables of hadrons', () => {
  it('are read straight between rows, zero below and constant above', () => {
    const rows = [
      [1, 2],
      [3, 6],
    ] as const;
    expect([0.9, 1, 2, 3, 9].map((mass) => interpolateRows(rows, mass))).toEqual([0, 2, 4, 6, 6]);
    expect(interpolateRows([], 1)).toBe(0);
  });
  it('add up to R of three light quarks at their end', () => {
    let sum = 0;
    for (const parts of sampleHadrons(2).values())
      sum += weighHadrons(parts, { rho: 1, omega: 1, phi: -1 });
    expect(sum).toBeGreaterThan(1.8);
    expect(sum).toBeLessThan(2.5);
  });
  it.skipIf(RAW_DIR === undefined)('follow from the raw files below RAW_DIR', async () => {
    for (const { raw, rows } of HADRON_TABLES) {
      const text = await readFile(join(RAW_DIR ?? '', raw.path), 'utf8');
      expect(createHash('sha256').update(text).digest('hex')).toBe(raw.sha256);
      expect(thinToLines(readAllRows(text))).toEqual(rows);
    }
  });
});

describe('the decay models', () => {
  it('sum to the total width and are never negative or undefined', () => {
    expect(VECTOR_DECAY_MODELS.length).toBe(7);
    for (const model of VECTOR_DECAY_MODELS) {
      for (const mass of [2e-3, 0.05, 0.3, 0.77, 1.02, 1.8, 5, 12]) {
        const total = sumWidthsGeV(model, mass);
        expect(total, `${model.id} ${String(mass)}`).toBeGreaterThan(0);
        for (const channel of model.channels)
          expect(channel.widthGeV(mass)).toBeGreaterThanOrEqual(0);
      }
    }
  });
  it('leave no channel of a dark photon out', () => {
    const sum = VECTOR_FINAL_STATES.reduce(
      (total, state) => total + computeVectorWidthGeV(state, 1.5, charges),
      0,
    );
    expect(sumVectorWidthsGeV(1.5, charges) / sum).toBeCloseTo(1, 12);
  });
});

describe('a boson that couples to one fermion', () => {
  /** Γ/g² to a pair of Dirac fermions, m/12π (1 + 2r) √(1 − 4r) with r = m_f²/m² (arXiv:1801.04847, eq. 2.13). */
  function writePair(mass: number, fermion: number): number {
    const r = (fermion / mass) ** 2;
    return (mass / (12 * Math.PI)) * (1 + 2 * r) * Math.sqrt(1 - 4 * r);
  }
  // At 12 GeV all pairs are open. Left-handed neutrinos count half, the three colours of quarks three times.
  it.each([
    ['e', 'ee', writePair(12, 0.51099895069e-3)],
    ['mu', 'mumu', writePair(12, 0.1056583755)],
    ['tau', 'tautau', writePair(12, 1.77693)],
    ['nue', 'nunu', writePair(12, 0) / 2],
    ['numu', 'nunu', writePair(12, 0) / 2],
    ['nutau', 'nunu', writePair(12, 0) / 2],
    ['c', 'cc', 3 * writePair(12, 1.5)],
    ['b', 'bb', 3 * writePair(12, 4.8)],
  ] as const)('%s decays to %s only', (fermion, only, expected) => {
    const single = { ...NO_CHARGES, [fermion]: 1 };
    for (const state of VECTOR_FINAL_STATES) {
      const width = computeVectorWidthGeV(state, 12, single);
      if (state === only) expect(width / expected, state).toBeCloseTo(1, 10);
      else expect(width, state).toBe(0);
    }
    expect(sumVectorWidthsGeV(12, single) / expected).toBeCloseTo(1, 10);
  });
  it.each([
    ['e', 'ee', 0.00102199790138],
    ['mu', 'mumu', 0.211316751],
    ['tau', 'tautau', 3.55386],
    ['c', 'cc', 3],
    ['b', 'bb', 9.6],
  ] as const)('%s does so above twice its mass: %s from %f GeV', (fermion, state, threshold) => {
    const single = { ...NO_CHARGES, [fermion]: 1 };
    expect(computeVectorWidthGeV(state, threshold * (1 - 1e-9), single)).toBe(0);
    expect(computeVectorWidthGeV(state, threshold * (1 + 1e-9), single)).toBeGreaterThan(0);
  });
  it('decays to three photons where that is the electron and too light for a pair', () => {
    const mass = 0.5e-3;
    for (const fermion of ['e', 'mu', 'u', 'nue'] satisfies Fermion[]) {
      const width = computeVectorWidthGeV('three-photons', mass, { ...NO_CHARGES, [fermion]: 1 });
      expect(width, fermion).toBe(fermion === 'e' ? computeVectorToThreePhotonsGeV(mass, 1) : 0);
    }
    expect(computeVectorToThreePhotonsGeV(mass, 1)).toBeGreaterThan(0);
  });
});

describe('what readers see of the decays', () => {
  function findDecays(id: string): DecayModel {
    const model = VECTOR_DECAY_MODELS.find((one) => one.id === id);
    if (model === undefined) throw new Error(`No decays of ${id}.`);
    return model;
  }
  const REMARK =
    'Leptons and heavy quarks at tree level, light hadrons by vector-meson dominance below 2 GeV; above, the hadronic part of each meson is kept at its value there, and narrow charmonium and bottomonium states are not resolved';
  const LEPTONS =
    '. Loops: one-loop mixing with the photon through the two leptons, on the mass shell (Amaral et al., arXiv:2104.03297)';
  const QUARKS =
    '. Loops: mixing with the photon of the size of one loop, e²/(4π)² (Ilten et al., arXiv:1801.04847): an estimate, for the loop of quarks is not finite';
  it.each([
    // Page, title, quantities of mass and coupling, and what the remark adds about loops.
    ['dark-photon', 'Dark photon', 'mass-dark-photon', 'epsilon', ''],
    ['b-minus-l', 'B−L boson', 'mass-zprime', 'g-bl', ''],
    ['b-boson', 'B boson', 'mass-zprime', 'g-x', QUARKS],
    ['le-minus-lmu', 'L_e−L_μ boson', 'mass-zprime', 'g-le-lmu', LEPTONS],
    ['le-minus-ltau', 'L_e−L_τ boson', 'mass-zprime', 'g-le-ltau', LEPTONS],
    ['lmu-ltau', 'L_μ−L_τ boson', 'mass-zprime', 'gprime-lmu-ltau', LEPTONS],
    ['protophobic', 'Protophobic boson', 'mass-zprime', 'g-x', ''],
  ])('of %s: %s in %s and %s', (id, title, mass, coupling, loops) => {
    const { channels, ...facts } = findDecays(id);
    expect(channels.length).toBeGreaterThan(0);
    expect(facts).toEqual({
      id,
      title,
      mass,
      coupling,
      range: [1e-3, 60],
      sources: ['Ilten:2018crw'],
      remark: `${REMARK}${loops}.`,
    });
  });
  it('has a symbol and a kind for each final state, in the order in which they open', () => {
    const symbols = new Map(
      VECTOR_DECAY_MODELS.flatMap(({ channels }) =>
        channels.map(({ id, symbol, kind }) => [id, [symbol, kind]] as const),
      ),
    );
    expect(VECTOR_FINAL_STATES.map((state) => [state, ...(symbols.get(state) ?? [])])).toEqual([
      ['nunu', String.raw`\nu\bar\nu`, 'invisible'],
      ['three-photons', String.raw`\gamma\gamma\gamma`, 'photon'],
      ['ee', 'e^+e^-', 'lepton'],
      ['mumu', String.raw`\mu^+\mu^-`, 'lepton'],
      ['pi0-gamma', String.raw`\pi^0\gamma`, 'hadron'],
      ['pi-pi', String.raw`\pi^+\pi^-`, 'hadron'],
      ['pi-pi-pi0', String.raw`\pi^+\pi^-\pi^0`, 'hadron'],
      ['k-k', String.raw`K\bar K`, 'hadron'],
      ['pi-pi-pi-pi', String.raw`2(\pi^+\pi^-)`, 'hadron'],
      ['pi-pi-pi0-pi0', String.raw`\pi^+\pi^-2\pi^0`, 'hadron'],
      ['k-k-pi', String.raw`K\bar K\pi`, 'hadron'],
      ['other', String.raw`\text{other hadrons}`, 'hadron'],
      ['tautau', String.raw`\tau^+\tau^-`, 'lepton'],
      ['cc', String.raw`c\bar c`, 'hadron'],
      ['bb', String.raw`b\bar b`, 'hadron'],
    ]);
  });
  const RHO = ['pi-pi', 'pi-pi-pi-pi', 'pi-pi-pi0-pi0'];
  it.each([
    // An electric charge has all but neutrinos; an isoscalar has no decay that only the ρ makes.
    ['dark-photon', ['nunu']],
    ['b-minus-l', RHO],
    ['b-boson', ['nunu', ...RHO]],
    ['le-minus-lmu', []],
    ['le-minus-ltau', []],
    ['lmu-ltau', []],
    ['protophobic', ['nunu']],
  ])('leaves out what never opens: of %s %j', (id, closed) => {
    expect(findDecays(id).channels.map((channel) => channel.id)).toEqual(
      VECTOR_FINAL_STATES.filter((state) => !closed.includes(state)),
    );
  });
  it.each([
    ['b-boson', ['pi0-gamma', 'pi-pi-pi0', 'k-k', 'k-k-pi', 'other', 'cc', 'bb']],
    ['le-lmu', ['nunu', 'three-photons', 'ee', 'mumu']],
    ['le-ltau', ['nunu', 'three-photons', 'ee', 'tautau']],
    ['lmu-ltau', ['nunu', 'mumu', 'tautau']],
  ])('is %s without loops by its own charges only: %j', (id, open) => {
    const model = VECTOR_MODELS.find((one) => one.id === id);
    if (model === undefined) throw new Error(`No model ${id}.`);
    const quantities = { mass: 'mass-zprime', coupling: 'g-x' };
    const { channels, remark } = describeVectorDecays(model, quantities, false);
    expect(channels.map((channel) => channel.id)).toEqual(open);
    expect(remark).toBe(`${REMARK}.`);
  });
  it('counts loops in the widths: an L_μ−L_τ boson decays to electrons', () => {
    const channel = findDecays('lmu-ltau').channels.find(({ id }) => id === 'ee');
    // m/12π times the square of e²/6π² ln(m_τ/m_μ), for a boson much lighter than the muon.
    const { e, mtau, mmu } = CONSTANTS;
    const mixing = (e.value ** 2 / (6 * Math.PI ** 2)) * Math.log(mtau.value / mmu.value);
    const expected = mixing ** 2 * (0.01 / (12 * Math.PI));
    expect((channel?.widthGeV(0.01) ?? NaN) / expected).toBeCloseTo(1, 2);
  });
});
