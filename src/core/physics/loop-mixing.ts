import { CONSTANTS } from '../constants.ts';

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/**
 * ∫₀¹ dx x(1−x) ln(1 − x(1−x) z − i0): the part of a fermion's vacuum polarisation that depends on
 * z = q²/m². Above threshold (z > 4) the fermions go on shell and it has an imaginary part.
 * @param z squared momentum over squared mass of the fermion [1], not negative
 */
export function integratePolarisation(z: number): Complex {
  // The closed form loses its digits where its terms cancel; the series is exact enough there.
  if (z < 1e-3) return { re: -z / 30 - z ** 2 / 280 - z ** 3 / 1890, im: 0 };
  const constant = -5 / 18 - 2 / (3 * z);
  const weight = (1 + 2 / z) / 6;
  if (z <= 4) {
    const root = Math.sqrt(4 / z - 1);
    return { re: constant + (root === 0 ? 0 : 2 * weight * root * Math.atan(1 / root)), im: 0 };
  }
  const velocity = Math.sqrt(1 - 4 / z);
  return {
    re: constant + weight * velocity * Math.log((1 + velocity) / (1 - velocity)),
    im: -weight * velocity * Math.PI,
  };
}

/**
 * The coupling, over the gauge coupling and the electric charge of the fermion it is seen with, that a boson of
 * the difference of two lepton numbers has to particles without either: a photon line between loops of the two
 * leptons, e²/(2π²) ∫₀¹ dx x(1−x) ln[(m₂² − x(1−x)m² − i0)/(m₁² − x(1−x)m² − i0)], on the boson's mass
 * shell. Finite because the two charges are opposite. The complex modulus is what rates depend on.
 * Sources: Amaral:2021rzw (arXiv:2104.03297) for L_μ−L_τ; Bauer:2018onh (arXiv:1803.05466), eq. for the mixing of
 * L_i−L_j at one loop, for all three.
 * @param massGeV mass of the boson [GeV]
 * @param firstGeV mass of the lepton of charge +1 [GeV]
 * @param secondGeV mass of the lepton of charge −1 [GeV]
 * @returns modulus [1], times the fermion's charge in units of e the coupling over g
 */
export function computeLeptonLoopMixing(
  massGeV: number,
  firstGeV: number,
  secondGeV: number,
): number {
  const first = integratePolarisation((massGeV / firstGeV) ** 2);
  const second = integratePolarisation((massGeV / secondGeV) ** 2);
  const re = Math.log(secondGeV / firstGeV) / 3 + second.re - first.re;
  const im = second.im - first.im;
  return (CONSTANTS.e.value ** 2 / (2 * Math.PI ** 2)) * Math.hypot(re, im);
}

/**
 * The same for a boson of baryon number, whose loop of quarks is not finite: e²/(4π)², the size that
 * the mixing has when it vanishes at a scale not far above. An estimate, not a prediction.
 * Source: Ilten:2018crw (arXiv:1801.04847), the B boson of its section on models.
 */
export const BARYON_LOOP_MIXING = CONSTANTS.e.value ** 2 / (4 * Math.PI) ** 2;
