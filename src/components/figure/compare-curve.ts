import type { Path } from '../../core/figure/figure-spec.ts';
import { describeOwnCurve, type OwnCurveComparison } from '../../core/figure/describe-own-curve.ts';
import { judgeCurve } from '../../core/query/judge-curve.ts';
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
  const ranges = segments.flatMap((path) =>
    judgeCurve(judge, {
      mass: Float64Array.from(path, ([mass]) => mass),
      value: Float64Array.from(path, ([, value]) => value),
    }),
  );
  return { ...describeOwnCurve(ranges, { unit: plane.mass.unit }), labels: plane.limits };
}
