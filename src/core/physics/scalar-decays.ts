import { CONSTANTS } from '../constants.ts';
import { CHARGED_LEPTON_NAMES, CHARGED_LEPTONS, type ChargedLepton } from './charged-leptons.ts';
import type { DecayChannel, DecayModel } from './decay-model.ts';
import { HIGGS_MIXED_BRANCHINGS, type HadronicTable } from './higgs-mixed-branchings-data.ts';
import { interpolateRows } from './physics-table.ts';
import {
  computeHiggsMixedWidthGeV,
  computeScalarToLeptonsGeV,
  computeScalarToPhotonsGeV,
} from './scalar-widths.ts';

/** g_ℓ in L = −g_ℓ φ ℓ̄ℓ at coupling one, of the leptons that have one [1 over the coupling's unit]. */
type LeptonCouplings = Readonly<Partial<Record<ChargedLepton, number>>>;

const { me, mmu, mtau, vev, e } = CONSTANTS;

/** Couplings in proportion to mass, as those of the Higgs boson [1]. */
const HIGGS_LIKE = {
  e: me.value / vev.value,
  mu: mmu.value / vev.value,
  tau: mtau.value / vev.value,
} as const satisfies LeptonCouplings;

const describePair = (lepton: ChargedLepton, coupling: number): DecayChannel => ({
  id: CHARGED_LEPTONS[lepton].pairId,
  symbol: CHARGED_LEPTONS[lepton].pairSymbol,
  kind: 'lepton',
  widthGeV: (mass) => computeScalarToLeptonsGeV(mass, CHARGED_LEPTONS[lepton].massGeV, coupling),
});

/** A scalar with couplings to leptons alone: two photons through their loops, and their pairs. */
function describeLeptonic(
  couplings: LeptonCouplings,
): Pick<DecayModel, 'mass' | 'range' | 'channels'> {
  const coupled = CHARGED_LEPTON_NAMES.flatMap((lepton) => {
    const coupling = couplings[lepton];
    return coupling === undefined ? [] : [{ lepton, coupling }];
  });
  const loops = coupled.map(({ lepton, coupling }) => ({
    leptonGeV: CHARGED_LEPTONS[lepton].massGeV,
    coupling,
  }));
  return {
    mass: 'mass-scalar',
    // From below the first pair of leptons to where the electroweak theory has to be completed.
    range: [1e-3, 100],
    channels: [
      {
        id: 'gamma-gamma',
        symbol: String.raw`\gamma\gamma`,
        kind: 'photon',
        widthGeV: (mass) => computeScalarToPhotonsGeV(mass, loops),
      },
      ...coupled.map(({ lepton, coupling }) => describePair(lepton, coupling)),
    ],
  };
}

const LEPTONIC_REMARK =
  'Leptons at tree level, two photons through their loops; decays to other particles, which need further ' +
  'loops or a weak boson, are neglected.';

/** Mass from which hadrons are counted as gluons and quarks, and below which as mesons [GeV]. */
const QUARKS_FROM_GEV = 2;
/** Mass where the tables of gluons and strange quarks end and bottom quarks are about to open [GeV]. */
const TABLES_TO_GEV = 10;
const MESONS: ReadonlySet<HadronicTable> = new Set(['pi-pi', '4pi', 'k-k']);

/**
 * Width of a scalar that mixes with the Higgs boson to a hadronic final state, at sin θ = 1: the tabulated
 * branching fraction, straight between its rows, times the total width. NaN above 10 GeV.
 * Sources: Kling:2021fwx (arXiv:2105.07077) for the tables, after Winkler:2018qyg (arXiv:1809.01876).
 * @param massGeV mass of the scalar [GeV]
 * @returns width divided by sin²θ [GeV]
 */
export function computeHiggsMixedHadronsGeV(table: HadronicTable, massGeV: number): number {
  if (!(massGeV <= TABLES_TO_GEV)) return NaN;
  const fraction =
    MESONS.has(table) === massGeV < QUARKS_FROM_GEV ? findFraction(table, massGeV) : 0;
  return fraction === 0 ? 0 : fraction * computeHiggsMixedWidthGeV(massGeV);
}

/** The tabulated branching fraction [1], zero outside the rows. */
function findFraction(table: HadronicTable, massGeV: number): number {
  const { rows } = HIGGS_MIXED_BRANCHINGS[table];
  return massGeV > (rows.at(-1)?.[0] ?? 0) ? 0 : interpolateRows(rows, massGeV);
}

const describeHadrons = (
  id: string,
  symbol: string,
  table: HadronicTable,
  share = 1,
): DecayChannel => ({
  id,
  symbol,
  kind: 'hadron',
  widthGeV: (mass) => share * computeHiggsMixedHadronsGeV(table, mass),
});

/** Decays of scalars with one coupling. */
export const SCALAR_DECAY_MODELS: readonly DecayModel[] = [
  {
    id: 'higgs-mixed-scalar',
    title: 'Scalar mixed with the Higgs boson',
    mass: 'mass-scalar',
    coupling: 'sin-theta',
    range: [2 * me.value, TABLES_TO_GEV],
    channels: [
      describePair('e', HIGGS_LIKE.e),
      describePair('mu', HIGGS_LIKE.mu),
      // Two pions of isospin zero are charged twice as often as neutral.
      describeHadrons('pi-pi', String.raw`\pi^+\pi^-`, 'pi-pi', 2 / 3),
      describeHadrons('pi0-pi0', String.raw`\pi^0\pi^0`, 'pi-pi', 1 / 3),
      describeHadrons('4pi', String.raw`4\pi`, '4pi'),
      describeHadrons('k-k', String.raw`K\bar K`, 'k-k'),
      describeHadrons('g-g', 'gg', 'g-g'),
      describeHadrons('s-s', String.raw`s\bar s`, 's-s'),
      describePair('tau', HIGGS_LIKE.tau),
      describeHadrons('c-c', String.raw`c\bar c`, 'c-c'),
    ],
    sources: ['Winkler:2018qyg', 'Kling:2021fwx'],
    remark:
      'Leptons at tree level, hadrons by the branching fractions and lifetimes distributed with FORESEE. Hadronic ' +
      'widths between two pions and about 2 GeV differ between calculations by large factors; at 2 GeV the ' +
      'description changes from mesons to gluons and quarks, and what they add up to falls by a tenth. Two photons ' +
      'are not part of the tables.',
  },
  {
    id: 'leptophilic-scalar',
    title: 'Leptophilic scalar',
    coupling: 'xi-leptophilic',
    ...describeLeptonic(HIGGS_LIKE),
    sources: ['Batell:2016ove'],
    remark: LEPTONIC_REMARK,
  },
  {
    id: 'muonphilic-scalar',
    title: 'Muonphilic scalar',
    coupling: 'g-muonphilic',
    ...describeLeptonic({ mu: 1 }),
    sources: ['Batell:2016ove'],
    remark: LEPTONIC_REMARK,
  },
  {
    id: 'electron-scalar',
    title: 'Scalar coupled to electrons',
    coupling: 'epsilon-e',
    ...describeLeptonic({ e: e.value }),
    sources: ['Liu:2016qwd'],
    remark: LEPTONIC_REMARK,
  },
];
