import type { Path } from '../../core/figure/figure-spec.ts';
import { compareOwnCurve, type OwnCurveComparison } from '../../core/figure/describe-own-curve.ts';
import { reviveBrief } from '../../core/query/revive-brief.ts';
import { makeJudge } from '../../core/query/verdict.ts';
import type { PlaneBrief } from '../check/plane-brief.ts';

/**
 * What a reader's upper limit adds to all published laboratory limits of a plane.
 * @param segments in the plane's own quantities and units
 * @param address of the plane's brief
 */
export async function compareCurve(
  segments: readonly Path[],
  address: string,
  signal: AbortSignal,
): Promise<OwnCurveComparison & { readonly labels: PlaneBrief['limits'] }> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  const plane = (await response.json()) as PlaneBrief;
  const judge = makeJudge(reviveBrief(plane.brief));
  const { mass, value, limits } = plane;
  const comparison = compareOwnCurve(judge, segments, { unit: mass.unit, top: value.range[1] });
  return { ...comparison, labels: limits };
}
