import { CONSTANTS } from '../constants.ts';

/**
 * Width of an axion-like particle to two photons, g² m³/(64π), for L = −(g/4) a F F̃.
 * Source: Dolan:2017osp (arXiv:1709.00009).
 * @param massGeV mass of the particle [GeV]
 * @param photonCouplingInvGeV g_aγγ [GeV^-1]
 * @returns width [GeV]
 */
export const computeAlpToPhotonsGeV = (massGeV: number, photonCouplingInvGeV: number): number =>
  (photonCouplingInvGeV ** 2 * massGeV ** 3) / (64 * Math.PI);

/**
 * The photon coupling of a unit coefficient of g² a W W̃ or g′² a B B̃ over a scale: g sinθ_W and
 * g′ cosθ_W are both e, so g_aγγ = 4 e² C/Λ at tree level, in the normalisation of ALPINIST
 * (Jerhot:2022chi, arXiv:2201.05170) [1].
 */
export const PHOTON_PER_WILSON = 4 * CONSTANTS.e.value ** 2;

/** Mass of the Z boson (ParticleDataGroup:2024cfk), above which decays to it and a photon open [GeV]. */
export const Z_GEV = 91.188;
