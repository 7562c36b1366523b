import { CONSTANTS } from '../constants.ts';
import { computeAlpToPhotonsGeV, PHOTON_PER_WILSON, Z_GEV } from './alp-widths.ts';
import type { ChargedLepton } from './charged-leptons.ts';
import { HIGGS_MIXED_DECAY_LENGTH } from './higgs-mixed-data.ts';
import { R_RATIO } from './r-ratio-data.ts';
import {
  computeElectronScalarWidthGeV,
  computeHiggsMixedWidthGeV,
  computeLeptophilicWidthGeV,
} from './scalar-widths.ts';
import {
  computeDarkPhotonWidthGeV,
  computeLeptonFamilyWidthGeV,
  HADRONS_FROM_GEV,
  HADRONS_TO_GEV,
} from './vector-widths.ts';

/** The width of a model's particle where it decays to the Standard Model only; it goes like the coupling squared. */
export interface TotalWidth {
  /** Quantity id of the mass [GeV]. */
  readonly mass: string;
  /** Quantity id of the coupling, and its canonical unit. */
  readonly coupling: string;
  readonly unit: '1' | 'GeV^-1';
  /** Masses between which the width is known [GeV]. */
  readonly range: readonly [from: number, to: number];
  /** Masses above which a decay opens [GeV]. */
  readonly thresholds: readonly number[];
  /** Masses of the rows of a table, between which the width is interpolated [GeV]. */
  readonly rows: readonly number[];
  /** Width at that mass [GeV] over the squared coupling, zero where no decay is open. */
  readonly widthGeV: (massGeV: number) => number;
  /** What is in it, what is not, and by whom, in a sentence. */
  readonly source: string;
}

const { me, mmu, mtau } = CONSTANTS;
const [PAIR_E, PAIR_MU, PAIR_TAU] = [2 * me.value, 2 * mmu.value, 2 * mtau.value];
const listMasses = (rows: readonly (readonly [number, number])[]): number[] =>
  rows.map(([mass]) => mass);

const describeFamilies = (
  coupling: string,
  families: readonly ChargedLepton[],
  thresholds: readonly number[],
): TotalWidth => ({
  mass: 'mass-zprime',
  coupling,
  unit: '1',
  range: [0, Infinity],
  thresholds,
  rows: [],
  widthGeV: (mass) => computeLeptonFamilyWidthGeV(mass, families),
  source:
    'Tree-level widths to charged leptons and to left-handed neutrinos of the two families (Bauer et al., ' +
    'arXiv:1803.05466); kinetic mixing from loops, which opens decays to other leptons and to hadrons at the level ' +
    'of α squared, is neglected.',
});

const describePhotons = (
  coupling: string,
  photonPerUnit: number,
  source: string,
  toGeV = Infinity,
): TotalWidth => ({
  mass: 'mass-alp',
  coupling,
  unit: 'GeV^-1',
  range: [0, toGeV],
  thresholds: [],
  rows: [],
  widthGeV: (mass) => computeAlpToPhotonsGeV(mass, photonPerUnit),
  source,
});

const TWO_PHOTONS =
  'Tree-level width to two photons, g_aγγ² m³/64π (Dolan et al., arXiv:1709.00009)';

/** A coupling to a field of the electroweak theory: to photons, and as much to the Z boson. */
const describeElectroweak = (
  coupling: string,
  photonPerUnit: number,
  relation: string,
): TotalWidth =>
  describePhotons(
    coupling,
    photonPerUnit,
    `${TWO_PHOTONS}, with ${relation}; decays through loops are neglected, and the lines end at the Z mass, 91 GeV, ` +
      'above which the tree-level decay to Zγ opens.',
    Z_GEV,
  );

/**
 * Widths by model, in the couplings they are written in. A model is absent where its width needs choices that the
 * plane does not fix (gluon and fermion couplings of an ALP) or hadronic tables that are not here (heavy neutral
 * leptons).
 */
const WIDTHS: Readonly<Record<string, readonly TotalWidth[]>> = {
  'dark-photon': [
    {
      mass: 'mass-dark-photon',
      coupling: 'epsilon',
      unit: '1',
      range: [PAIR_E, HADRONS_TO_GEV],
      thresholds: [PAIR_E, PAIR_MU, HADRONS_FROM_GEV, PAIR_TAU],
      rows: listMasses(R_RATIO.rows),
      widthGeV: computeDarkPhotonWidthGeV,
      source:
        'Tree-level widths to charged leptons, and to hadrons by the measured ratio R of the Particle Data Group ' +
        '(2020) times the width to massless muons (Ilten et al., arXiv:1801.04847); the narrow charmonium and ' +
        'bottomonium resonances are not resolved, π⁰γ below two pions (at most about 2×10⁻⁵ of the width) is neglected, ' +
        'and the lines end where the table is used no further, at 11 GeV.',
    },
  ],
  'b-minus-l': [
    {
      mass: 'mass-zprime',
      coupling: 'g-bl',
      unit: '1',
      range: [0, HADRONS_FROM_GEV],
      thresholds: [PAIR_E, PAIR_MU],
      rows: [],
      widthGeV: (mass) => computeLeptonFamilyWidthGeV(mass, ['e', 'mu', 'tau']),
      source:
        'Tree-level widths to charged leptons and three left-handed neutrinos (Bauer et al., arXiv:1803.05466); the ' +
        'lines end at twice the pion mass, above which hadronic widths are needed; below it π⁰γ is neglected.',
    },
  ],
  'le-minus-lmu': [describeFamilies('g-le-lmu', ['e', 'mu'], [PAIR_E, PAIR_MU])],
  'le-minus-ltau': [describeFamilies('g-le-ltau', ['e', 'tau'], [PAIR_E, PAIR_TAU])],
  'lmu-ltau': [describeFamilies('gprime-lmu-ltau', ['mu', 'tau'], [PAIR_MU, PAIR_TAU])],
  'alp-photon': [describePhotons('g-agammagamma', 1, `${TWO_PHOTONS}; there is no other decay.`)],
  'alp-b': [describeElectroweak('c-bb-over-lambda', PHOTON_PER_WILSON, 'g_aγγ = 4e² C_BB/Λ')],
  'alp-w': [
    describeElectroweak('g-aww', CONSTANTS.sw2.value, 'g_aγγ = g_aWW sin²θ_W and sin²θ_W = 0.231'),
    describeElectroweak('c-ww-over-lambda', PHOTON_PER_WILSON, 'g_aγγ = 4e² C_WW/Λ'),
  ],
  'electron-scalar': [
    {
      mass: 'mass-scalar',
      coupling: 'epsilon-e',
      unit: '1',
      range: [0, Infinity],
      thresholds: [PAIR_E],
      rows: [],
      widthGeV: computeElectronScalarWidthGeV,
      source:
        'Tree-level width to an electron pair (Liu et al., arXiv:1605.04612) and one-loop width to two photons ' +
        'through the electron (Ellis, Gaillard and Nanopoulos, Nucl. Phys. B 106 (1976) 292).',
    },
  ],
  'leptophilic-scalar': [
    {
      mass: 'mass-scalar',
      coupling: 'xi-leptophilic',
      unit: '1',
      range: [0, Infinity],
      thresholds: [PAIR_E, PAIR_MU, PAIR_TAU],
      rows: [],
      widthGeV: computeLeptophilicWidthGeV,
      source:
        'Tree-level widths to charged leptons (Batell et al., arXiv:1606.04943) and one-loop width to two photons ' +
        'through them (Ellis, Gaillard and Nanopoulos, Nucl. Phys. B 106 (1976) 292).',
    },
  ],
  'higgs-mixed-scalar': [
    {
      mass: 'mass-scalar',
      coupling: 'sin-theta',
      unit: '1',
      range: [PAIR_E, HIGGS_MIXED_DECAY_LENGTH.rows.at(-1)?.[0] ?? PAIR_E],
      thresholds: [PAIR_E, PAIR_MU],
      rows: listMasses(HIGGS_MIXED_DECAY_LENGTH.rows),
      widthGeV: computeHiggsMixedWidthGeV,
      source:
        'Tree-level widths to electrons and muons below two pion masses; above, the lifetimes distributed with ' +
        'FORESEE, whose hadronic widths carry large theoretical uncertainties up to about 2 GeV.',
    },
  ],
};

/** The widths of a model, one for each coupling it is written in; none where the width is not known. */
export const listTotalWidths = (model: string): readonly TotalWidth[] =>
  Object.hasOwn(WIDTHS, model) ? (WIDTHS[model] ?? []) : [];

/** Proper decay length cτ of a particle of that width [GeV] → [m]; infinite for a stable one. */
export const findDecayLengthM = (widthGeV: number): number => CONSTANTS.hbarc.value / widthGeV;
