import type { Catalogue } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import { combine } from '../combine/combine.ts';
import type { CombineOptions, Level, Scope } from '../combine/inputs.ts';
import type { Judge } from './verdict.ts';
import { briefOf, makeJudge } from './verdict.ts';

/** Which published limits of a plane may answer. */
export interface JudgeOptions extends CombineOptions {
  /** `laboratory` unless stated; `ee` takes e⁺e⁻ colliders only. */
  readonly scope?: Scope;
  /** Confidence level: `all` unless stated. Levels are never rescaled. */
  readonly level?: Level;
}

/**
 * A plane ready to answer questions about points and curves (`judgePoint`, `judgeCurve`, `listExcluded`): its limits
 * are placed and arranged once, so keep it for a scan.
 * @param plane id, for instance `dark-photon-visible`
 * @throws when the catalogue has no plane of that id
 */
export function makePlaneJudge(
  catalogue: Catalogue,
  plane: string,
  { scope = 'laboratory', level = 'all', ...options }: JudgeOptions = {},
): Judge {
  const combination = combine(mustGet(catalogue.planes, plane), catalogue, scope, level, options);
  return makeJudge(briefOf(combination, catalogue));
}
