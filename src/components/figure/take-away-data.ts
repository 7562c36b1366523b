import { mustGet } from '../../core/catalogue.ts';
import { listPlaneLimits } from '../../core/curve/plane-limit.ts';
import { applyView } from '../../core/figure/apply-view.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { buildExactCurve } from '../../core/figure/exact-mark.ts';
import { DEFAULT_VIEW } from '../../core/figure/view.ts';
import { collectSources } from '../../core/formats/figure/collect-sources.ts';
import type { LimitSource } from '../../core/formats/figure/take-away.ts';
import { compareText } from '../../core/message.ts';
import type { Reference } from '../../core/schema/index.ts';
import type { ContentVersion } from '../../core/release/content-version.ts';
import { getCatalogue } from '../../io/site.ts';
import { getPlaneFigure } from './figure-data.ts';
import { memoise } from './memo.ts';

/** What taking a figure of a plane away needs beyond the figure, as the browser asks for it. */
export interface TakeAwayData {
  readonly contentVersion: ContentVersion;
  readonly references: readonly Reference[];
  readonly sources: Readonly<Record<string, LimitSource>>;
}

/** Papers and facts of every limit on a plane. */
export const getTakeAwayData = memoise(async (planeId): Promise<TakeAwayData> => {
  const { catalogue, version } = await getCatalogue();
  const { series } = await getPlaneFigure(planeId);
  const { references, sources } = collectSources(series, planeId, catalogue);
  return {
    contentVersion: version,
    references: [...references.values()].sort((a, b) => compareText(a.key, b.key)),
    sources: Object.fromEntries(sources),
  };
});

/** The figure of a plane as it starts, with every digit of its curves. */
export const getExactFigure = memoise(async (planeId): Promise<FigureSpec> => {
  const { catalogue } = await getCatalogue();
  const plane = mustGet(catalogue.planes, planeId);
  const marks = new Map(
    listPlaneLimits(plane, catalogue).map((placed) => [
      placed.limit.id,
      buildExactCurve(placed, plane, catalogue),
    ]),
  );
  return applyView(await getPlaneFigure(planeId), DEFAULT_VIEW, { marks });
});
