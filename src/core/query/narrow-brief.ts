import type { Level, Scope } from '../combine/inputs.ts';
import type { Brief } from './verdict.ts';

/** Which limits of a brief may answer. */
export interface Narrowing {
  readonly scope: Scope;
  readonly level: Level;
  /** False leaves out limits derived by others than the collaboration. */
  readonly reinterpretations: boolean;
}

/**
 * The brief of a smaller combination from the brief of scope `laboratory`, level `all`. It is the same
 * as combining anew: which limits are superseded depends neither on scope nor on level.
 * @param isEe whether a limit, by id, is of e+e- colliders only
 */
export const narrowBrief = (
  { plane, limits }: Brief,
  isEe: (limit: string) => boolean,
  { scope, level, reinterpretations }: Narrowing,
): Brief => ({
  plane,
  limits: limits.filter(
    ({ id, cl, derivedBy }) =>
      (scope === 'laboratory' || isEe(id)) &&
      (level === 'all' || cl === Number(level)) &&
      (reinterpretations || derivedBy === 'collaboration'),
  ),
});
