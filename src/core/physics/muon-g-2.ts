import { CONSTANTS } from '../constants.ts';

/** A difference a_μ(measured) − a_μ(predicted) and its standard deviation, with what it was taken from. */
export interface MomentDifference {
  readonly year: number;
  /** [1] */
  readonly value: number;
  /** [1] */
  readonly sigma: number;
  /** Keys of the papers: the prediction first, then the measurement. */
  readonly papers: readonly [prediction: string, measurement: string];
}

/**
 * The difference with the prediction of 2020 (data-driven vacuum polarisation) and the average of
 * Brookhaven and the first Fermilab result: a_μ = 116592061(41) − 116591810(43), in units of 1e-11.
 * Sources: Aoyama:2020ynm (arXiv:2006.04822), abstract; Muong-2:2021ojo (arXiv:2104.03281), abstract.
 */
export const DIFFERENCE_2020: MomentDifference = {
  year: 2021,
  value: 251e-11,
  sigma: 59e-11,
  papers: ['Aoyama:2020ynm', 'Muong-2:2021ojo'],
};

/**
 * The difference with the prediction of 2025 (lattice vacuum polarisation) and the average with the
 * last Fermilab result: 38(63) in units of 1e-11, as stated in the abstract of Aliberti:2025beg
 * (arXiv:2505.21476); the measurement is Muong-2:2025xyk (arXiv:2506.03069).
 */
export const DIFFERENCE_2025: MomentDifference = {
  year: 2025,
  value: 38e-11,
  sigma: 63e-11,
  papers: ['Aliberti:2025beg', 'Muong-2:2025xyk'],
};

/** Even; the integrands below are smooth in the substituted variable. */
const STEPS = 4000;

/**
 * Simpson's rule for ∫₀¹ f(w, 1 − w) dw with w = u³/(u³ + (1−u)³): a light boson bends the integrand
 * within m/m_μ of w = 0, a heavy one within (m_μ/m)² of w = 1, and the substitution puts most points there.
 */
function integrate(f: (w: number, rest: number) => number): number {
  let sum = 0;
  // The Jacobian vanishes at both ends.
  for (let i = 1; i < STEPS; i += 1) {
    const u = i / STEPS;
    const [near, far] = [u ** 3, (1 - u) ** 3];
    const jacobian = (3 * u ** 2 * (1 - u) ** 2) / (near + far) ** 2;
    sum += (i % 2 === 1 ? 4 : 2) * jacobian * f(near / (near + far), far / (near + far));
  }
  return sum / (3 * STEPS);
}

/**
 * One-loop shift of a_μ by a boson with vector couplings g to the muon, divided by g²:
 * 1/(8π²) ∫₀¹ dz 2z(1−z)² / ((1−z)² + z m²/m_μ²), which is α/2π/e² for a massless boson.
 * Source: Leveille:1977rc; Pospelov:2008zw (arXiv:0811.1030) for a dark photon.
 * @param massGeV mass of the boson [GeV], zero allowed
 * @returns shift divided by the squared coupling [1], positive
 */
export function computeVectorMomentShift(massGeV: number): number {
  const rho = (massGeV / CONSTANTS.mmu.value) ** 2;
  const integral = integrate((w, z) => (2 * z * w ** 2) / (w ** 2 + z * rho));
  return integral / (8 * Math.PI ** 2);
}

/**
 * One-loop shift of a_μ by a scalar with Yukawa coupling y to the muon, divided by y²:
 * 1/(8π²) ∫₀¹ dz (1−z)²(1+z) / ((1−z)² + z m²/m_μ²), which is 3/(16π²) for a massless scalar.
 * Source: Leveille:1977rc; Batell:2016ove (arXiv:1606.04943) for the leptophilic scalar.
 * @param massGeV mass of the scalar [GeV], zero allowed
 * @returns shift divided by the squared coupling [1], positive
 */
export function computeScalarMomentShift(massGeV: number): number {
  const rho = (massGeV / CONSTANTS.mmu.value) ** 2;
  const integral = integrate((w, z) => (w ** 2 * (1 + z)) / (w ** 2 + z * rho));
  return integral / (8 * Math.PI ** 2);
}

/** What a coupling of the catalogue is to the muon's own coupling, and which loop it enters. */
const LOOPS = {
  /** The muon's charge under L_μ−L_τ is one: g = g′. */
  'gprime-lmu-ltau': { shift: computeVectorMomentShift, perCoupling: 1 },
  /** The muon's electric charge scaled: g = εe. */
  epsilon: { shift: computeVectorMomentShift, perCoupling: CONSTANTS.e.value },
  /** y = ξ m_μ/v. */
  'xi-leptophilic': {
    shift: computeScalarMomentShift,
    perCoupling: CONSTANTS.mmu.value / CONSTANTS.vev.value,
  },
} as const;
export type MomentCoupling = keyof typeof LOOPS;

/**
 * The coupling at which the one-loop shift of a_μ equals `shift`.
 * @param quantity coupling of the catalogue
 * @param massGeV mass of the boson [GeV]
 * @param shift wanted shift [1]; negative shifts cannot be had from these couplings
 * @returns coupling [1], undefined where the shift is not positive
 */
export function solveMomentShift(
  quantity: MomentCoupling,
  massGeV: number,
  shift: number,
): number | undefined {
  if (!(shift > 0)) return undefined;
  const loop = LOOPS[quantity];
  return Math.sqrt(shift / loop.shift(massGeV)) / loop.perCoupling;
}
