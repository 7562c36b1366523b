import { CONSTANTS } from '../constants.ts';
import { HIGGS_MIXED_DECAY_LENGTH } from './higgs-mixed-data.ts';

/**
 * Width of a scalar to a pair of charged leptons, g² m/(8π) (1 − 4 m_ℓ²/m²)^(3/2) for L = −g φ ℓ̄ℓ;
 * zero below threshold. Sources: Batell:2016ove (arXiv:1606.04943), Liu:2016qwd (arXiv:1605.04612).
 * @param massGeV mass of the scalar [GeV]
 * @param leptonGeV mass of the lepton [GeV]
 * @param coupling g [1]
 * @returns width [GeV]
 */
export function computeScalarToLeptonsGeV(
  massGeV: number,
  leptonGeV: number,
  coupling: number,
): number {
  const betaSquared = 1 - 4 * (leptonGeV / massGeV) ** 2;
  if (!(betaSquared > 0)) return 0;
  return ((coupling ** 2 * massGeV) / (8 * Math.PI)) * betaSquared ** 1.5;
}

/** A lepton that a scalar couples to. */
interface LeptonCoupling {
  /** Mass of the lepton [GeV]. */
  readonly leptonGeV: number;
  /** g in L = −g φ ℓ̄ℓ [1]. */
  readonly coupling: number;
}

/**
 * Width of a scalar to two photons through loops of charged leptons,
 * α² m³/(256π³) |Σ_ℓ (g_ℓ/m_ℓ) A(m²/4m_ℓ²)|²: the fermion loops of a Higgs boson with g_ℓ for m_ℓ/v
 * (J. Ellis, M. K. Gaillard and D. V. Nanopoulos, Nucl. Phys. B 106 (1976) 292).
 * @param massGeV mass of the scalar [GeV]
 * @returns width [GeV]
 */
export function computeScalarToPhotonsGeV(
  massGeV: number,
  leptons: readonly LeptonCoupling[],
): number {
  let [re, im] = [0, 0];
  for (const { leptonGeV, coupling } of leptons) {
    const loop = computeFermionLoop(massGeV ** 2 / (4 * leptonGeV ** 2));
    re += (coupling / leptonGeV) * loop.re;
    im += (coupling / leptonGeV) * loop.im;
  }
  const factor = (CONSTANTS.alpha.value ** 2 * massGeV ** 3) / (256 * Math.PI ** 3);
  return factor * (re ** 2 + im ** 2);
}

/**
 * The loop function of a spin-1/2 particle, A(t) = 2 [t + (t − 1) f(t)]/t², with f(t) = arcsin²√t below
 * threshold and −¼ [ln((1 + √(1 − 1/t))/(1 − √(1 − 1/t))) − iπ]² above; 4/3 for a heavy particle.
 * @param t squared mass of the scalar over four squared masses of the fermion [1]
 */
export function computeFermionLoop(t: number): { readonly re: number; readonly im: number } {
  // The bracket cancels to second order in t, so that small t needs the series.
  if (t < 1e-3) return { re: (4 / 3) * (1 + (7 / 30) * t), im: 0 };
  const f = { re: Math.asin(Math.sqrt(Math.min(t, 1))) ** 2, im: 0 };
  if (t > 1) {
    const root = Math.sqrt(1 - 1 / t);
    // (1 + root)/(1 − root) without the difference of nearly equal numbers.
    const log = Math.log((1 + root) ** 2 * t);
    f.re = -(log ** 2 - Math.PI ** 2) / 4;
    f.im = (Math.PI * log) / 2;
  }
  return { re: (2 * (t + (t - 1) * f.re)) / t ** 2, im: (2 * (t - 1) * f.im) / t ** 2 };
}

/**
 * Width of a scalar that couples to electrons only, at ε_e = 1, that is g = e: electron pairs, and two
 * photons through the electron loop, the only decay below twice the electron mass.
 * @param massGeV mass of the scalar [GeV]
 * @returns width divided by ε_e² [GeV]
 */
export const computeElectronScalarWidthGeV = (massGeV: number): number =>
  sumLeptonic(massGeV, [{ leptonGeV: CONSTANTS.me.value, coupling: CONSTANTS.e.value }]);

const HIGGS_LIKE: readonly LeptonCoupling[] = (['me', 'mmu', 'mtau'] as const).map((name) => ({
  leptonGeV: CONSTANTS[name].value,
  coupling: CONSTANTS[name].value / CONSTANTS.vev.value,
}));

/**
 * Width of a leptophilic scalar at ξ = 1, that is g_ℓ = m_ℓ/v: pairs of charged leptons, and two photons
 * through their loops, a quarter of the width just below twice the muon mass.
 * @param massGeV mass of the scalar [GeV]
 * @returns width divided by ξ² [GeV]
 */
export const computeLeptophilicWidthGeV = (massGeV: number): number =>
  sumLeptonic(massGeV, HIGGS_LIKE);

const sumLeptonic = (massGeV: number, leptons: readonly LeptonCoupling[]): number =>
  leptons.reduce(
    (sum, { leptonGeV, coupling }) => sum + computeScalarToLeptonsGeV(massGeV, leptonGeV, coupling),
    computeScalarToPhotonsGeV(massGeV, leptons),
  );

/**
 * Width of a scalar that mixes with the Higgs boson, at sin θ = 1: electron and muon pairs at tree level up
 * to where the table begins (two pions), then the table, log–log between its rows. NaN above it.
 * @param massGeV mass of the scalar [GeV]
 * @returns width divided by sin²θ [GeV]
 */
export function computeHiggsMixedWidthGeV(massGeV: number): number {
  const { rows } = HIGGS_MIXED_DECAY_LENGTH;
  const [first] = rows;
  if (first === undefined || massGeV < first[0]) {
    return HIGGS_LIKE.reduce(
      (sum, { leptonGeV, coupling }) =>
        sum + computeScalarToLeptonsGeV(massGeV, leptonGeV, coupling),
      0,
    );
  }
  const above = rows.findIndex(([mass]) => mass >= massGeV);
  const upper = rows[above];
  if (upper === undefined) return NaN;
  const lower = rows[above - 1] ?? upper;
  const along = upper === lower ? 0 : Math.log(massGeV / lower[0]) / Math.log(upper[0] / lower[0]);
  return CONSTANTS.hbarc.value / (lower[1] * (upper[1] / lower[1]) ** along);
}
