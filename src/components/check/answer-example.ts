import { mustGet } from '../../core/catalogue.ts';
import { narrowBrief } from '../../core/query/narrow-brief.ts';
import { reviveBrief } from '../../core/query/revive-brief.ts';
import { judgePoint, makeJudge, type Verdict } from '../../core/query/verdict.ts';
import { getCatalogue } from '../../io/site.ts';
import { EXAMPLE, readPoint } from './check-state.ts';
import { describePlaneBrief } from './describe-plane-brief.ts';
import { describeVerdict, type Sentence } from './describe-verdict.ts';
import type { PlaneBrief } from './plane-brief.ts';

/** The question that the page begins with, answered while the site is built, by what answers it in the browser. */
export async function answerExample(): Promise<{
  readonly plane: PlaneBrief;
  readonly sentence: Sentence;
  readonly state: Verdict['state'];
}> {
  const { catalogue, version } = await getCatalogue();
  const plane = describePlaneBrief(mustGet(catalogue.planes, EXAMPLE.plane), catalogue, version);
  const point = readPoint(EXAMPLE);
  if ('missing' in point) throw new Error(`The example has no ${point.missing}.`);
  const brief = narrowBrief(
    reviveBrief(plane.brief),
    (id) => plane.limits[id]?.isEe ?? false,
    EXAMPLE,
  );
  const judge = makeJudge(brief);
  const verdict = judgePoint(judge, point.mass, point.value);
  return {
    plane,
    sentence: describeVerdict(verdict, judge, plane, EXAMPLE),
    state: verdict.state,
  };
}
