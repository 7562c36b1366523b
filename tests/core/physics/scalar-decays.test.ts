import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  computeBranchings,
  sumWidthsGeV,
  type DecayModel,
} from '../../../src/core/physics/decay-model.ts';
import {
  HIGGS_MIXED_BRANCHINGS,
  type HadronicTable,
} from '../../../src/core/physics/higgs-mixed-branchings-data.ts';
import {
  computeHiggsMixedHadronsGeV,
  SCALAR_DECAY_MODELS,
} from '../../../src/core/physics/scalar-decays.ts';
import {
  computeElectronScalarWidthGeV,
  computeHiggsMixedWidthGeV,
  computeLeptophilicWidthGeV,
} from '../../../src/core/physics/scalar-widths.ts';
import { BRANCHING_FILES, thinBranchings } from '../../fixtures/thin-branchings.ts';

const RAW_DIR = process.env['RAW_DIR'];
const { alpha, me, mmu } = CONSTANTS;

function findModel(id: string): DecayModel {
  const model = SCALAR_DECAY_MODELS.find((one) => one.id === id);
  if (model === undefined) throw new Error(`No model ${id}.`);
  return model;
}

/** Branching fraction of one channel. */
function branch(model: DecayModel, channel: string, massGeV: number): number {
  const at = model.channels.findIndex(({ id }) => id === channel);
  return computeBranchings(model, massGeV)[at] ?? NaN;
}

const HIGGS_MIXED = findModel('higgs-mixed-scalar');
const TABLES = Object.entries(HIGGS_MIXED_BRANCHINGS) as [
  HadronicTable,
  (typeof HIGGS_MIXED_BRANCHINGS)['pi-pi'],
][];

describe('the tables of branching fractions', () => {
  it('rise in mass and hold fractions', () => {
    for (const [id, { rows, raw }] of TABLES) {
      expect(raw.sha256, id).toMatch(/^[0-9a-f]{64}$/);
      for (const [i, [mass, fraction]] of rows.entries()) {
        expect(mass, id).toBeGreaterThan(rows[i - 1]?.[0] ?? 0);
        expect(fraction >= 0 && fraction <= 1, id).toBe(true);
      }
    }
  });
  it.skipIf(RAW_DIR === undefined)(
    'follow from the raw files below RAW_DIR by their rule',
    async () => {
      for (const [id, { rows, raw }] of TABLES) {
        const { file, fromGeV } = BRANCHING_FILES[id];
        expect(raw.path.endsWith(`/${file}`)).toBe(true);
        const text = await readFile(join(RAW_DIR ?? '', raw.path), 'utf8');
        expect(createHash('sha256').update(text).digest('hex')).toBe(raw.sha256);
        expect(thinBranchings(text, fromGeV)).toEqual(rows);
      }
    },
  );
});

describe('a scalar mixed with the Higgs boson', () => {
  // Rows of the raw tables of muons and taus, which are not used: the channels come from formulas.
  it.each([
    [0.263159855139622, 'mu-mu', 0.9993828556313014],
    [0.41800903846906073, 'mu-mu', 0.1309642691576197],
    [0.7978112066094941, 'mu-mu', 0.05828456423754246],
    [1.3406714166589715, 'mu-mu', 0.07177466747288086],
    [1.634747381735553, 'mu-mu', 0.09400125346002162],
    [2.320087243744611, 'mu-mu', 0.1090409887227619],
    [3.120075551238793, 'mu-mu', 0.07921912541759145],
    [5.0912870091612845, 'tau-tau', 0.44499633179981124],
    [7.033715694930451, 'tau-tau', 0.4607478718152152],
    [8.972285636124978, 'tau-tau', 0.4727650793978434],
  ])('has at %f GeV the tabulated fraction of %s within 6 %%', (mass, channel, expected) => {
    expect(Math.abs(branch(HIGGS_MIXED, channel, mass) / expected - 1)).toBeLessThan(0.06);
  });
  it.each([0.3, 0.42, 0.8, 0.95, 1.34, 1.63, 2.32, 3.12, 5.08, 7.02])(
    'has at %f GeV hadronic fractions that agree with the rows next to it within 6 %%',
    (mass) => {
      for (const [id, { rows }] of TABLES) {
        const next = rows.findIndex((row) => row[0] > mass);
        const around = [rows[next - 1]?.[1] ?? 0, rows[next]?.[1] ?? 0];
        const total = sumWidthsGeV(HIGGS_MIXED, mass);
        const fraction = computeHiggsMixedHadronsGeV(id, mass) / total;
        expect(fraction, id).toBeGreaterThanOrEqual(Math.min(...around) * 0.94);
        expect(fraction, id).toBeLessThan(Math.max(...around) * 1.06 + 1e-12);
      }
    },
  );
  it('has fractions that sum to one', () => {
    for (const mass of [2e-3, 0.1, 0.25, 0.3, 0.9, 1.5, 1.9999, 2, 3, 4, 6, 10]) {
      const sum = computeBranchings(HIGGS_MIXED, mass).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
  });
  it('has the tabulated lifetime within 10 % from 281 MeV, just above two pions', () => {
    for (let mass = 0.281; mass < 10; mass *= 1.003) {
      const ratio = sumWidthsGeV(HIGGS_MIXED, mass) / computeHiggsMixedWidthGeV(mass);
      expect(Math.abs(ratio - 1), mass.toFixed(4)).toBeLessThan(0.1);
    }
  });
  it('has a width without jumps of 10 % where tables and descriptions meet', () => {
    for (const join of [0.279771, 0.560234, 0.999, 2, 3.73524]) {
      const [below, above] = [join * (1 - 1e-6), join * (1 + 1e-6)].map((mass) =>
        sumWidthsGeV(HIGGS_MIXED, mass),
      );
      expect(Math.abs((above ?? NaN) / (below ?? NaN) - 1), String(join)).toBeLessThan(0.1);
    }
  });
  it('decays to charged pions twice as often as to neutral ones, and to mesons below 2 GeV only', () => {
    expect(branch(HIGGS_MIXED, 'pi-pi', 0.5) / branch(HIGGS_MIXED, 'pi0-pi0', 0.5)).toBeCloseTo(
      2,
      12,
    );
    for (const [id] of TABLES) {
      const [mesons, quarks] = [1.9, 5].map((mass) => computeHiggsMixedHadronsGeV(id, mass) > 0);
      expect(mesons, id).toBe(!quarks);
    }
  });
  it('has no hadrons below two pions, and none that are known above 10 GeV', () => {
    for (const [id] of TABLES) {
      expect(computeHiggsMixedHadronsGeV(id, 0.27), id).toBe(0);
      expect(computeHiggsMixedHadronsGeV(id, 10.1), id).toBeNaN();
    }
    expect(sumWidthsGeV(HIGGS_MIXED, HIGGS_MIXED.range[1])).toBeGreaterThan(0);
  });
});

describe('the hadrons of a scalar mixed with the Higgs boson', () => {
  /** Branching fraction by the total width of the tabulated lifetime. */
  const fractionOf = (table: HadronicTable, massGeV: number): number =>
    computeHiggsMixedHadronsGeV(table, massGeV) / computeHiggsMixedWidthGeV(massGeV);

  it('have at the rows of a table its fractions, mesons below 2 GeV and quarks from there to 10 GeV', () => {
    for (const [id, { rows }] of TABLES) {
      const isOfMesons = ['pi-pi', '4pi', 'k-k'].includes(id);
      for (const [mass, fraction] of rows) {
        if (mass > 10) continue;
        const expected = isOfMesons && mass >= 2 ? 0 : fraction;
        expect(fractionOf(id, mass), `${id} ${String(mass)}`).toBeCloseTo(expected, 12);
      }
    }
  });
  it.each<[HadronicTable, number, number]>([
    ['pi-pi', 1.9999999, 0.030771],
    ['4pi', 1.9999999, 0.51726],
    ['k-k', 1.9999999, 0.42334],
    ['g-g', 1.9999999, 0],
    ['s-s', 1.9999999, 0],
    ['c-c', 1.9999999, 0],
    ['pi-pi', 2, 0],
    ['4pi', 2, 0],
    ['k-k', 2, 0],
    ['g-g', 2, 0.4531],
    ['s-s', 2, 0.42334],
    ['c-c', 2, 0],
    ['g-g', 10, 0.052821],
    ['s-s', 10, 0.0045242],
    // Straight between 0.47168 at 9.57552 GeV and 0.43728 at 11.22 GeV.
    ['c-c', 10, 0.4628],
  ])('have in %s at %f GeV the fraction %f', (table, mass, expected) => {
    expect(fractionOf(table, mass)).toBeCloseTo(expected, 5);
  });
  it('are not known above 10 GeV, nor at a mass that is no number', () => {
    expect(computeHiggsMixedHadronsGeV('pi-pi', 10 + 1e-9)).toBeNaN();
    expect(computeHiggsMixedHadronsGeV('c-c', NaN)).toBeNaN();
  });
  it('share the width to two pions as two to one', () => {
    const [charged, neutral] = ['pi-pi', 'pi0-pi0'].map(
      (name) => HIGGS_MIXED.channels.find(({ id }) => id === name)?.widthGeV(0.7) ?? NaN,
    );
    const pions = computeHiggsMixedHadronsGeV('pi-pi', 0.7);
    expect((charged ?? NaN) / pions).toBeCloseTo(2 / 3, 12);
    expect((neutral ?? NaN) / pions).toBeCloseTo(1 / 3, 12);
  });
});

describe('what readers are told of each scalar', () => {
  const leptonic =
    'Leptons at tree level, two photons through their loops; decays to other particles, which need further loops ' +
    'or a weak boson, are neglected.';

  it('names it, its coupling, the masses between which it is known, papers and what is left out', () => {
    const facts = SCALAR_DECAY_MODELS.map(({ channels: _, ...rest }) => rest);
    expect(facts).toEqual([
      {
        id: 'higgs-mixed-scalar',
        title: 'Scalar mixed with the Higgs boson',
        mass: 'mass-scalar',
        coupling: 'sin-theta',
        range: [2 * 0.51099895069e-3, 10],
        sources: ['Winkler:2018qyg', 'Kling:2021fwx'],
        remark:
          'Leptons at tree level, hadrons by the branching fractions and lifetimes distributed with FORESEE. ' +
          'Hadronic widths between two pions and about 2 GeV differ between calculations by large factors; at 2 GeV ' +
          'the description changes from mesons to gluons and quarks, and what they add up to falls by a tenth. Two ' +
          'photons are not part of the tables.',
      },
      {
        id: 'leptophilic-scalar',
        title: 'Leptophilic scalar',
        mass: 'mass-scalar',
        coupling: 'xi-leptophilic',
        range: [1e-3, 100],
        sources: ['Batell:2016ove'],
        remark: leptonic,
      },
      {
        id: 'muonphilic-scalar',
        title: 'Muonphilic scalar',
        mass: 'mass-scalar',
        coupling: 'g-muonphilic',
        range: [1e-3, 100],
        sources: ['Batell:2016ove'],
        remark: leptonic,
      },
      {
        id: 'electron-scalar',
        title: 'Scalar coupled to electrons',
        mass: 'mass-scalar',
        coupling: 'epsilon-e',
        range: [1e-3, 100],
        sources: ['Liu:2016qwd'],
        remark: leptonic,
      },
    ]);
  });

  const photons = String.raw`gamma-gamma photon \gamma\gamma`;
  const electrons = 'e-e lepton e^+e^-';
  const muons = String.raw`mu-mu lepton \mu^+\mu^-`;
  const taus = String.raw`tau-tau lepton \tau^+\tau^-`;
  it.each<[string, readonly string[]]>([
    [
      'higgs-mixed-scalar',
      [
        electrons,
        muons,
        String.raw`pi-pi hadron \pi^+\pi^-`,
        String.raw`pi0-pi0 hadron \pi^0\pi^0`,
        String.raw`4pi hadron 4\pi`,
        String.raw`k-k hadron K\bar K`,
        'g-g hadron gg',
        String.raw`s-s hadron s\bar s`,
        taus,
        String.raw`c-c hadron c\bar c`,
      ],
    ],
    ['leptophilic-scalar', [photons, electrons, muons, taus]],
    ['muonphilic-scalar', [photons, muons]],
    ['electron-scalar', [photons, electrons]],
  ])('lists the channels of the %s in the order of a legend', (model, channels) => {
    expect(
      findModel(model).channels.map(({ id, kind, symbol }) => `${id} ${kind} ${symbol}`),
    ).toEqual(channels);
  });
});

describe('scalars of leptons', () => {
  it('have channels that add up to the widths the lifetimes are drawn with', () => {
    for (const mass of [1e-3, 0.02, 0.2, 0.5, 3, 4, 20]) {
      for (const [id, width] of [
        ['leptophilic-scalar', computeLeptophilicWidthGeV],
        ['electron-scalar', computeElectronScalarWidthGeV],
      ] as const)
        expect(sumWidthsGeV(findModel(id), mass) / width(mass)).toBeCloseTo(1, 12);
    }
  });
  it('decay to muons and taus like (m_μ/m_τ)² far above both thresholds', () => {
    const model = findModel('leptophilic-scalar');
    const ratio = branch(model, 'mu-mu', 90) / branch(model, 'tau-tau', 90);
    expect(ratio).toBeCloseTo((0.10566 / 1.77693) ** 2, 4);
  });
});

describe('a muonphilic scalar', () => {
  const model = findModel('muonphilic-scalar');
  it('decays to photons alone below two muons, by α² m³/(144 π³ m_μ²) if light', () => {
    expect(branch(model, 'gamma-gamma', 0.2)).toBe(1);
    const expected = (alpha.value ** 2 * 1e-6) / (144 * Math.PI ** 3 * mmu.value ** 2);
    expect(sumWidthsGeV(model, 0.01) / expected).toBeCloseTo(1, 2);
  });
  it('flies 0.46 mm at 0.3 GeV and g = 1e-5', () => {
    // By hand: β² = 1 − 4·0.1056584²/0.09 = 0.50384, β³ = 0.35763; 0.3·0.35763/8π = 4.2690e-3 GeV;
    // 1.97327e-16 m GeV/(1e-10·4.2690e-3 GeV) = 4.6223e-4 m.
    const width = 1e-10 * sumWidthsGeV(model, 0.3);
    expect(CONSTANTS.hbarc.value / width).toBeCloseTo(4.6223e-4, 7);
  });
  it('has twice the muon width of a leptophilic one at g = √2 m_μ/v', () => {
    const leptophilic = findModel('leptophilic-scalar');
    const [one, other] = [model, leptophilic].map((each) =>
      each.channels.find(({ id }) => id === 'mu-mu')?.widthGeV(1),
    );
    const yukawa = mmu.value / CONSTANTS.vev.value;
    expect(((one ?? NaN) * 2 * yukawa ** 2) / (other ?? NaN)).toBeCloseTo(2, 12);
  });
});

describe('every scalar model', () => {
  it('has widths that are zero or positive over its range, and something open all over it', () => {
    for (const model of SCALAR_DECAY_MODELS) {
      const [from, to] = model.range;
      for (let mass = from * 1.0001; mass <= to; mass *= 1.07) {
        for (const { widthGeV } of model.channels) expect(widthGeV(mass)).toBeGreaterThanOrEqual(0);
        expect(sumWidthsGeV(model, mass)).toBeGreaterThan(0);
      }
    }
  });
  it('opens electron pairs at twice the electron mass', () => {
    for (const model of SCALAR_DECAY_MODELS) {
      const pair = model.channels.find(({ id }) => id === 'e-e');
      if (pair === undefined) continue;
      expect(pair.widthGeV(2 * me.value)).toBe(0);
      expect(pair.widthGeV(2.001 * me.value)).toBeGreaterThan(0);
    }
  });
});
