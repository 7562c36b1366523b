import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import { sumWidthsGeV } from '../../../src/core/physics/decay-model.ts';
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
  sumVectorWidthsGeV,
  VECTOR_DECAY_MODELS,
  VECTOR_FINAL_STATES,
} from '../../../src/core/physics/vector-decays.ts';
import { DARK_PHOTON, findVectorModel } from '../../../src/core/physics/vector-models.ts';
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
