import { CONSTANTS } from '../constants.ts';
import { CHARGED_LEPTON_NAMES, CHARGED_LEPTONS, type ChargedLepton } from './charged-leptons.ts';
import { interpolateRows } from './physics-table.ts';
import { R_RATIO } from './r-ratio-data.ts';

/**
 * Width of a vector boson to a pair of charged leptons, g² m/(12π) (1 + 2r) √(1 − 4r) with
 * r = m_ℓ²/m²; zero below threshold. With g = εe it is that of a dark photon, ε² α m/3 (…).
 * Source: Ilten:2018crw (arXiv:1801.04847) for a boson of any vector couplings.
 * @param massGeV mass of the boson [GeV]
 * @param leptonGeV mass of the lepton [GeV]
 * @param coupling g, charge included [1]
 * @returns width [GeV]
 */
export function computeVectorToLeptonsGeV(
  massGeV: number,
  leptonGeV: number,
  coupling: number,
): number {
  const r = (leptonGeV / massGeV) ** 2;
  if (!(4 * r < 1)) return 0;
  return ((coupling ** 2 * massGeV) / (12 * Math.PI)) * (1 + 2 * r) * Math.sqrt(1 - 4 * r);
}

/**
 * Width of a vector boson to one flavour of massless left-handed neutrinos, g² m/(24π): half of that
 * to a massless Dirac fermion. Source: Ilten:2018crw (arXiv:1801.04847).
 * @param massGeV mass of the boson [GeV]
 * @param coupling g, charge included [1]
 * @returns width [GeV]
 */
export const computeVectorToNeutrinosGeV = (massGeV: number, coupling: number): number =>
  (coupling ** 2 * massGeV) / (24 * Math.PI);

/** Masses between which the hadronic width of a dark photon is known here [GeV]. */
export const HADRONS_FROM_GEV = 2 * CONSTANTS.mpi.value;
export const HADRONS_TO_GEV = R_RATIO.rows.at(-1)?.[0] ?? HADRONS_FROM_GEV;

const RATIO_FROM_THRESHOLD = [[HADRONS_FROM_GEV, 0] as const, ...R_RATIO.rows];

/**
 * The measured ratio R = σ(e⁺e⁻ → hadrons)/(4πα²/3s) at √s = m, linear between the rows of the table
 * and rising from zero at the two-pion threshold to the first row. Undefined above the last row.
 * @param massGeV energy [GeV]
 */
export function findHadronRatio(massGeV: number): number | undefined {
  return massGeV > HADRONS_TO_GEV ? undefined : interpolateRows(RATIO_FROM_THRESHOLD, massGeV);
}

/**
 * Total width of a dark photon with kinetic mixing one: charged leptons and hadrons. The hadronic part
 * is R(m²) times the width to massless muons, α m/3, because R is defined with the point-like cross
 * section 4πα²/3s, free of the muon mass. NaN where R is not known.
 * Sources: Ilten:2018crw (arXiv:1801.04847) for the relation, the Particle Data Group for R.
 * @param massGeV mass of the dark photon [GeV]
 * @returns width divided by ε² [GeV]
 */
export function computeDarkPhotonWidthGeV(massGeV: number): number {
  const { alpha, e } = CONSTANTS;
  const leptons = sumLeptonWidths(massGeV, CHARGED_LEPTON_NAMES, e.value);
  const ratio = findHadronRatio(massGeV) ?? NaN;
  return leptons + (ratio * alpha.value * massGeV) / 3;
}

const sumLeptonWidths = (
  massGeV: number,
  flavours: readonly ChargedLepton[],
  coupling: number,
): number =>
  flavours.reduce(
    (sum, flavour) =>
      sum + computeVectorToLeptonsGeV(massGeV, CHARGED_LEPTONS[flavour].massGeV, coupling),
    0,
  );

/**
 * Width of a gauge boson that couples with charge ±1 to whole lepton families, at coupling one: each
 * family gives a pair of charged leptons and one of left-handed neutrinos, as in the Lagrangians of
 * Bauer:2018onh (arXiv:1803.05466). Hadrons and loop-induced kinetic mixing are not part of it.
 * @param massGeV mass of the boson [GeV]
 * @returns width divided by g² [GeV]
 */
export const computeLeptonFamilyWidthGeV = (
  massGeV: number,
  families: readonly ChargedLepton[],
): number =>
  sumLeptonWidths(massGeV, families, 1) + families.length * computeVectorToNeutrinosGeV(massGeV, 1);
