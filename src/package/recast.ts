/**
 * Models and recasting: charges, widths, branching fractions and lifetimes of the particles, and limits on the dark
 * photon carried over to any other vector boson.
 *
 * Units: masses and widths in GeV, couplings without unit unless stated. Widths of a `DecayModel` are divided by the
 * squared coupling. Recasting solves (σ′/σ)(B′/B)(ε′/ε) = 1 at each mass, after Ilten, Soreq, Williams and Xue,
 * arXiv:1801.04847.
 *
 * @example
 * ```ts
 * import { findVectorModel, prepareLimits, recastLimit } from 'dark-portals/recast';
 * import { loadCatalogue } from 'dark-portals/data';
 *
 * const boson = findVectorModel('b-minus-l');
 * const { limits } = prepareLimits(loadCatalogue());
 * ```
 *
 * @module dark-portals/recast
 */

// See index.ts for why this module re-exports.

export type { HadronChannel } from '../core/physics/hadron-channels.ts';
export type { DecayChannel, DecayModel } from '../core/physics/decay-model.ts';
export { computeBranchings, sumWidthsGeV } from '../core/physics/decay-model.ts';
export { listDecayModels } from '../core/physics/decay-models.ts';
export type { TotalWidth } from '../core/physics/total-width.ts';
export { findDecayLengthM, listTotalWidths } from '../core/physics/total-width.ts';
export type { Fermion, VectorCharges, VectorModel } from '../core/physics/vector-models.ts';
export {
  DARK_PHOTON,
  ELECTRIC_CHARGE,
  FERMIONS,
  findCharges,
  findVectorModel,
  makeVectorModel,
  NO_CHARGES,
  VECTOR_MODELS,
} from '../core/physics/vector-models.ts';
export type { VectorFinalState } from '../core/physics/vector-decays.ts';
export {
  computeVectorWidthGeV,
  sumVectorWidthsGeV,
  VECTOR_FINAL_STATES,
} from '../core/physics/vector-decays.ts';
export {
  computeDarkPhotonWidthGeV,
  computeVectorToLeptonsGeV,
  computeVectorToNeutrinosGeV,
  findHadronRatio,
} from '../core/physics/vector-widths.ts';
export { computeLeptonLoopMixing } from '../core/physics/loop-mixing.ts';

export type { PreparedLimit, Refusal } from '../core/recast/prepare-limit.ts';
export { prepareLimits } from '../core/recast/prepare-limit.ts';
export type { RecastLimit, RecastOptions, RecastPoint } from '../core/recast/recast-limit.ts';
export { recastLimit } from '../core/recast/recast-limit.ts';
export { RECAST_CSV_HEADER, writeRecastRows } from '../core/recast/write-recast.ts';
