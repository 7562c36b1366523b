/**
 * Limits, combined limits and verdicts: the catalogue's types, quantities and units, the value of a limit at a
 * mass, the envelope of a plane and who sets it, and whether points and curves are excluded.
 *
 * Units: the canonical units of a plane's quantities, which for masses is GeV. Curves are straight in log–log
 * between their points, and nothing is said beyond their ends.
 *
 * @example
 * ```ts
 * import { makePlaneJudge, judgePoint } from 'dark-portals';
 * import { loadCatalogue } from 'dark-portals/data';
 *
 * const judge = makePlaneJudge(loadCatalogue(), 'dark-photon-visible');
 * const { state, by } = judgePoint(judge, 1, 2e-3);
 * ```
 *
 * @module dark-portals
 */

// Elsewhere every module is imported from its own file. A package has to say what of it is public and may
// not change at will: the entries of this folder are that list, and nothing else is in its `exports`.

export type {
  Catalogue,
  ChapterEntry,
  Entry,
  EntryMap,
  ExperimentEntry,
  FacilityEntry,
  GlossaryEntry,
  Limit,
  MethodEntry,
  ModelEntry,
  PlaneEntry,
  PortalEntry,
  ProseEntry,
  QuantityEntry,
  SearchEntry,
} from '../core/catalogue.ts';
export { mustGet } from '../core/catalogue.ts';
export type {
  Axis,
  Chapter,
  Column,
  Confidence,
  Experiment,
  ExperimentKind,
  Exposure,
  Facility,
  GlossaryTerm,
  LimitMeta,
  Mechanism,
  Method,
  Model,
  Plane,
  Portal,
  PortalId,
  PowerRelation,
  ProductionFraction,
  ProperTime,
  Provenance,
  Quantity,
  RawSource,
  Recast,
  Reference,
  Search,
  Shape,
  Signature,
  Transform,
  View,
} from '../core/schema/index.ts';
export type { LimitTable } from '../core/formats/limit-table.ts';

export type { PowerLaw } from '../core/quantities.ts';
export {
  applyPowerLaw,
  composePowerLaws,
  findColumnLaw,
  findPowerLaw,
  invertPowerLaw,
  isDecreasing,
} from '../core/quantities.ts';
export type { Dimension, Unit } from '../core/units.ts';
export { findUnitFactor, UNITS } from '../core/units.ts';
export type { Constant, ConstantName } from '../core/constants.ts';
export { CONSTANTS } from '../core/constants.ts';

export type {
  Geometry,
  GridSlice,
  Polyline,
  RatioMap,
  Ring,
  Strip,
} from '../core/curve/geometry.ts';
export type { Piece, Span } from '../core/curve/piece.ts';
export { listExactPieces, listPieces } from '../core/curve/pieces.ts';
export type { PlaneLimit } from '../core/curve/plane-limit.ts';
export { listPlaneLimits, placeLimit } from '../core/curve/plane-limit.ts';
export type { StrongestPoint } from '../core/curve/strongest-point.ts';
export { findStrongestPoint } from '../core/curve/strongest-point.ts';
export type { CurveValue } from '../core/curve/value-at.ts';
export { readLineAt, readValueAt } from '../core/curve/value-at.ts';

export type { Combination } from '../core/combine/combine.ts';
export { combine, describeCombination } from '../core/combine/combine.ts';
export type {
  CombinedFile,
  CombinedLevel,
  FrontierEntry,
  Point,
  RegionEntry,
} from '../core/combine/combined-file.ts';
export type { Chain, Stretch } from '../core/combine/envelope.ts';
export type { EnvelopeValue } from '../core/combine/envelope-at.ts';
export { readEnvelopeAt } from '../core/combine/envelope-at.ts';
export type { CombineOptions, Level, Scope } from '../core/combine/inputs.ts';
export { LEVELS, listInputs, paperDate, SCOPES } from '../core/combine/inputs.ts';

export type { CurveRange, UpperLimitRange } from '../core/query/judge-curve.ts';
export { judgeCurve, judgeUpperLimit } from '../core/query/judge-curve.ts';
export type { JudgeOptions } from '../core/query/judge-plane.ts';
export { makePlaneJudge } from '../core/query/judge-plane.ts';
export { listExcluded } from '../core/query/list-excluded.ts';
export type { PlaneIndex } from '../core/query/plane-index.ts';
export type {
  Brief,
  Excluder,
  Judge,
  JudgeLimit,
  Nearest,
  Verdict,
  VerdictState,
} from '../core/query/verdict.ts';
export { briefOf, judgePoint, makeJudge } from '../core/query/verdict.ts';
