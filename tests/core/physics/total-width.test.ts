import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  findDecayLengthM,
  listTotalWidths,
  type TotalWidth,
} from '../../../src/core/physics/total-width.ts';

/** Masses of the leptons and of the charged pion [GeV], as in the Review of Particle Physics 2024. */
const [ELECTRON, MUON, TAU, PION] = [0.51099895069e-3, 0.1056583755, 1.77693, 0.13957039] as const;
const [ALPHA, VEV] = [1 / 137.035999177, 246.21965] as const;

const ELLIS = 'Ellis, Gaillard and Nanopoulos, Nucl. Phys. B 106 (1976) 292';
const FAMILIES =
  'Tree-level widths to charged leptons and to left-handed neutrinos of the two families (Bauer et al., arXiv:1803.05466); kinetic mixing from loops, which opens decays to other leptons and to hadrons at the level of α squared, is neglected.';
const writePhotons = (ending: string): string =>
  `Tree-level width to two photons, g_aγγ² m³/64π (Dolan et al., arXiv:1709.00009)${ending}`;
const writeElectroweak = (relation: string): string =>
  writePhotons(
    `, with ${relation}; decays through loops are neglected, and the lines end at the Z mass, 91 GeV, above which the tree-level decay to Zγ opens.`,
  );

/** What is said about a width, apart from its value and the rows of its table. */
interface Facts extends Omit<TotalWidth, 'widthGeV' | 'rows'> {
  readonly model: string;
}

const FACTS: readonly Facts[] = [
  {
    model: 'dark-photon',
    mass: 'mass-dark-photon',
    coupling: 'epsilon',
    unit: '1',
    range: [2 * ELECTRON, 11.09],
    thresholds: [2 * ELECTRON, 2 * MUON, 2 * PION, 2 * TAU],
    source:
      'Tree-level widths to charged leptons, and to hadrons by the measured ratio R of the Particle Data Group (2020) times the width to massless muons (Ilten et al., arXiv:1801.04847); the narrow charmonium and bottomonium resonances are not resolved, π⁰γ below two pions (at most about 2×10⁻⁵ of the width) is neglected, and the lines end where the table is used no further, at 11 GeV.',
  },
  {
    model: 'b-minus-l',
    mass: 'mass-zprime',
    coupling: 'g-bl',
    unit: '1',
    range: [0, 2 * PION],
    thresholds: [2 * ELECTRON, 2 * MUON],
    source:
      'Tree-level widths to charged leptons and three left-handed neutrinos (Bauer et al., arXiv:1803.05466); the lines end at twice the pion mass, above which hadronic widths are needed; below it π⁰γ is neglected.',
  },
  {
    model: 'le-minus-lmu',
    mass: 'mass-zprime',
    coupling: 'g-le-lmu',
    unit: '1',
    range: [0, Infinity],
    thresholds: [2 * ELECTRON, 2 * MUON],
    source: FAMILIES,
  },
  {
    model: 'le-minus-ltau',
    mass: 'mass-zprime',
    coupling: 'g-le-ltau',
    unit: '1',
    range: [0, Infinity],
    thresholds: [2 * ELECTRON, 2 * TAU],
    source: FAMILIES,
  },
  {
    model: 'lmu-ltau',
    mass: 'mass-zprime',
    coupling: 'gprime-lmu-ltau',
    unit: '1',
    range: [0, Infinity],
    thresholds: [2 * MUON, 2 * TAU],
    source: FAMILIES,
  },
  {
    model: 'alp-photon',
    mass: 'mass-alp',
    coupling: 'g-agammagamma',
    unit: 'GeV^-1',
    range: [0, Infinity],
    thresholds: [],
    source: writePhotons('; there is no other decay.'),
  },
  {
    model: 'alp-b',
    mass: 'mass-alp',
    coupling: 'c-bb-over-lambda',
    unit: 'GeV^-1',
    range: [0, 91.188],
    thresholds: [],
    source: writeElectroweak('g_aγγ = 4e² C_BB/Λ'),
  },
  {
    model: 'alp-w',
    mass: 'mass-alp',
    coupling: 'g-aww',
    unit: 'GeV^-1',
    range: [0, 91.188],
    thresholds: [],
    source: writeElectroweak('g_aγγ = g_aWW sin²θ_W and sin²θ_W = 0.231'),
  },
  {
    model: 'alp-w',
    mass: 'mass-alp',
    coupling: 'c-ww-over-lambda',
    unit: 'GeV^-1',
    range: [0, 91.188],
    thresholds: [],
    source: writeElectroweak('g_aγγ = 4e² C_WW/Λ'),
  },
  {
    model: 'electron-scalar',
    mass: 'mass-scalar',
    coupling: 'epsilon-e',
    unit: '1',
    range: [0, Infinity],
    thresholds: [2 * ELECTRON],
    source: `Tree-level width to an electron pair (Liu et al., arXiv:1605.04612) and one-loop width to two photons through the electron (${ELLIS}).`,
  },
  {
    model: 'leptophilic-scalar',
    mass: 'mass-scalar',
    coupling: 'xi-leptophilic',
    unit: '1',
    range: [0, Infinity],
    thresholds: [2 * ELECTRON, 2 * MUON, 2 * TAU],
    source: `Tree-level widths to charged leptons (Batell et al., arXiv:1606.04943) and one-loop width to two photons through them (${ELLIS}).`,
  },
  {
    model: 'higgs-mixed-scalar',
    mass: 'mass-scalar',
    coupling: 'sin-theta',
    unit: '1',
    range: [2 * ELECTRON, 11.22],
    thresholds: [2 * ELECTRON, 2 * MUON],
    source:
      'Tree-level widths to electrons and muons below two pion masses; above, the lifetimes distributed with FORESEE, whose hadronic widths carry large theoretical uncertainties up to about 2 GeV.',
  },
];

const MODELS = [...new Set(FACTS.map(({ model }) => model))];

function findWidth(model: string, coupling: string): TotalWidth {
  const width = listTotalWidths(model).find((one) => one.coupling === coupling);
  if (width === undefined) throw new Error(`No width of ${model} in ${coupling}.`);
  return width;
}

describe('the list of total widths', () => {
  it.each(FACTS)(
    'says of $model in $coupling where it holds, what opens, and what is in it',
    ({ model, ...facts }) => {
      expect(findWidth(model, facts.coupling)).toMatchObject(facts);
    },
  );
  it('has an entry for each coupling of a model, and no more', () => {
    for (const model of MODELS) {
      expect(
        listTotalWidths(model).map(({ coupling }) => coupling),
        model,
      ).toEqual(FACTS.filter((one) => one.model === model).map(({ coupling }) => coupling));
    }
  });
  it('is empty where no width is known, even for names that every object has', () => {
    for (const model of ['alp-gluon', 'heavy-neutral-lepton', 'constructor', ''])
      expect(listTotalWidths(model), model).toEqual([]);
  });
  it('names papers that are among the references', async () => {
    const references = await readFile('content/references.bib', 'utf8');
    const papers = MODELS.flatMap(listTotalWidths).flatMap(({ source }) =>
      [...source.matchAll(/arXiv:(?<id>\d{4}\.\d{5})/g)].map(({ groups }) => groups?.['id'] ?? ''),
    );
    expect(new Set(papers).size).toBe(5);
    for (const id of papers) expect(references).toContain(`eprint = {${id}}`);
  });
  it('has rows of a table, inside its range and rising, for measured widths only', () => {
    for (const model of MODELS) {
      for (const { rows, range } of listTotalWidths(model)) {
        const isMeasured = model === 'dark-photon' || model === 'higgs-mixed-scalar';
        if (!isMeasured) expect(rows, model).toEqual([]);
        else {
          expect(rows.length, model).toBeGreaterThan(100);
          expect(rows, model).toEqual(rows.toSorted((a, b) => a - b));
          expect(rows[0], model).toBeGreaterThan(2 * PION);
          expect(rows.at(-1), model).toBe(range[1]);
        }
      }
    }
  });
});

describe('a threshold', () => {
  /** How much more steeply the width rises above a mass than below it. */
  function measureBend({ widthGeV }: TotalWidth, mass: number): number {
    const step = 1e-4 * mass;
    return widthGeV(mass + step) - 2 * widthGeV(mass) + widthGeV(mass - step);
  }
  it.each(FACTS.filter(({ thresholds }) => thresholds.length > 0))(
    'of $model in $coupling is where a decay opens',
    ({ model, coupling }) => {
      const width = findWidth(model, coupling);
      for (const mass of width.thresholds) {
        const bend = measureBend(width, mass);
        expect(bend, String(mass)).toBeGreaterThan(0);
        for (const beside of [0.98 * mass, 1.02 * mass])
          expect(Math.abs(measureBend(width, beside)) / bend, String(mass)).toBeLessThan(0.2);
      }
    },
  );
});

/** Γ/g² of a vector to a pair of Dirac fermions: m/12π (1 + 2r) √(1 − 4r), r = m_ℓ²/m² (arXiv:1801.04847). */
function writeVectorPair(mass: number, lepton: number): number {
  const r = (lepton / mass) ** 2;
  return 4 * r < 1 ? (mass / (12 * Math.PI)) * (1 + 2 * r) * Math.sqrt(1 - 4 * r) : 0;
}

/** Γ/g² of a scalar to such a pair: m/8π (1 − 4r)^(3/2) (arXiv:1606.04943). */
function writeScalarPair(mass: number, lepton: number): number {
  const r = (lepton / mass) ** 2;
  return 4 * r < 1 ? (mass / (8 * Math.PI)) * Math.sqrt(1 - 4 * r) ** 3 : 0;
}

describe('the total width', () => {
  it.each([
    ['b-minus-l', 'g-bl', [ELECTRON, MUON, TAU], [5e-4, 0.02, 0.25]],
    ['le-minus-lmu', 'g-le-lmu', [ELECTRON, MUON], [5e-4, 0.1, 0.25, 40]],
    ['le-minus-ltau', 'g-le-ltau', [ELECTRON, TAU], [5e-4, 0.25, 3, 4]],
    ['lmu-ltau', 'gprime-lmu-ltau', [MUON, TAU], [5e-4, 0.25, 3, 4]],
  ] as const)(
    'of %s is that of its families: each a charged pair, and neutrinos with m/24π',
    (model, coupling, leptons, masses) => {
      const { widthGeV } = findWidth(model, coupling);
      for (const mass of masses) {
        let expected = (leptons.length * mass) / (24 * Math.PI);
        for (const lepton of leptons) expected += writeVectorPair(mass, lepton);
        expect(widthGeV(mass) / expected, String(mass)).toBeCloseTo(1, 10);
      }
    },
  );
  it('of a dark photon is to leptons with e², and to hadrons R α m/3 with R from the table', () => {
    const { widthGeV } = findWidth('dark-photon', 'epsilon');
    // Mass [GeV] and R, as the Particle Data Group lists them.
    for (const [mass, ratio] of [
      [0.1, 0],
      [0.345, 0.08552],
      [5, 3.42],
      [11.09, 3.85],
    ] as const) {
      const leptons = [ELECTRON, MUON, TAU].map((lepton) => writeVectorPair(mass, lepton));
      const expected =
        4 * Math.PI * ALPHA * leptons.reduce((sum, width) => sum + width, 0) +
        (ratio * ALPHA * mass) / 3;
      expect(widthGeV(mass) / expected, String(mass)).toBeCloseTo(1, 10);
    }
  });
  it.each([
    ['alp-photon', 'g-agammagamma', 1],
    ['alp-b', 'c-bb-over-lambda', 16 * Math.PI * ALPHA],
    ['alp-w', 'g-aww', 0.231],
    ['alp-w', 'c-ww-over-lambda', 16 * Math.PI * ALPHA],
  ])('of %s in %s is g²m³/64π with g_aγγ %f of it', (model, coupling, photons) => {
    const { widthGeV } = findWidth(model, coupling);
    for (const mass of [1e-4, 0.3, 50])
      expect(widthGeV(mass) / ((photons ** 2 * mass ** 3) / (64 * Math.PI))).toBeCloseTo(1, 10);
  });
  it('of a scalar of the electron is 4πα times that to a pair, and at loop level below it', () => {
    const { widthGeV } = findWidth('electron-scalar', 'epsilon-e');
    expect(widthGeV(0.01) / (4 * Math.PI * ALPHA * writeScalarPair(0.01, ELECTRON))).toBeCloseTo(
      1,
      3,
    );
    // A heavy fermion's loop gives α² g² m³/(144π³ m_e²), here with g² = 4πα.
    const loop = (ALPHA ** 3 * 1e-5 ** 3) / (36 * Math.PI ** 2 * ELECTRON ** 2);
    expect(widthGeV(1e-5) / loop).toBeCloseTo(1, 3);
  });
  it('of a leptophilic scalar is (m_ℓ/v)² times that to a pair, mostly of the heaviest lepton', () => {
    const { widthGeV } = findWidth('leptophilic-scalar', 'xi-leptophilic');
    for (const [mass, heaviest] of [
      [0.01, ELECTRON],
      [1, MUON],
      [20, TAU],
    ] as const) {
      const ratio = widthGeV(mass) / ((heaviest / VEV) ** 2 * writeScalarPair(mass, heaviest));
      expect(ratio, String(mass)).toBeGreaterThan(1);
      expect(ratio, String(mass)).toBeLessThan(1.005);
    }
    // Three loops of g/m_ℓ = 1/v each: α² m³/(256π³) (3 · 4/3 /v)² for a light scalar.
    const loops = (ALPHA ** 2 * 1e-5 ** 3) / (16 * Math.PI ** 3 * VEV ** 2);
    expect(widthGeV(1e-5) / loops).toBeCloseTo(1, 3);
  });
  it('of a scalar mixed with the Higgs boson is to leptons below two pions, from the table above', () => {
    const { widthGeV } = findWidth('higgs-mixed-scalar', 'sin-theta');
    const expected =
      (ELECTRON / VEV) ** 2 * writeScalarPair(0.25, ELECTRON) +
      (MUON / VEV) ** 2 * writeScalarPair(0.25, MUON);
    expect(widthGeV(0.25) / expected).toBeCloseTo(1, 10);
    // cτ [m] at those masses in the table distributed with FORESEE.
    for (const [mass, ctauM] of [
      [0.381103, 1.8235e-8],
      [11.22, 4.0487e-12],
    ] as const)
      expect(findDecayLengthM(widthGeV(mass)) / ctauM, String(mass)).toBeCloseTo(1, 10);
  });
});

describe('the decay length', () => {
  it('is ħc over the width: 0.1973 fm for a GeV, and infinite for a stable particle', () => {
    expect(findDecayLengthM(1)).toBe(1.973269804e-16);
    expect(findDecayLengthM(1e-12)).toBeCloseTo(1.973269804e-4, 15);
    expect(findDecayLengthM(0)).toBe(Infinity);
  });
});
