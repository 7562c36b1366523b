import { mustGet } from '../../core/catalogue.ts';
import { listPlaneLimits } from '../../core/curve/plane-limit.ts';
import { applyView } from '../../core/figure/apply-view.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { buildExactMark } from '../../core/figure/series-mark.ts';
import { DEFAULT_VIEW } from '../../core/figure/view.ts';
import type { LimitSource } from '../../core/formats/figure/take-away.ts';
import type { Reference } from '../../core/schema/index.ts';
import type { ContentVersion } from '../../io/site.ts';
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
  const limits = listPlaneLimits(mustGet(catalogue.planes, planeId), catalogue);
  const keys = new Set<string>();
  const sources = limits.map(({ limit }): [string, LimitSource] => {
    for (const key of [limit.reference, limit.data, ...limit.alsoCite]) {
      if (key !== undefined) keys.add(key);
    }
    const search = limit.search === undefined ? undefined : catalogue.searches.get(limit.search);
    return [
      limit.id,
      {
        ...(limit.data === undefined ? {} : { data: limit.data }),
        ...(limit.alsoCite.length === 0 ? {} : { alsoCite: limit.alsoCite }),
        ...(limit.sqrtS === undefined ? {} : { sqrtSGeV: limit.sqrtS.value }),
        ...(search === undefined ? {} : { process: search.process }),
        ...(limit.channels.length === 0 ? {} : { channels: limit.channels }),
      },
    ];
  });
  return {
    contentVersion: version,
    references: [...keys].sort().flatMap((key) => catalogue.references.get(key) ?? []),
    sources: Object.fromEntries(sources),
  };
});

/** The figure of a plane as it starts, with every digit of its curves. */
export const getExactFigure = memoise(async (planeId): Promise<FigureSpec> => {
  const { catalogue } = await getCatalogue();
  const marks = new Map(
    listPlaneLimits(mustGet(catalogue.planes, planeId), catalogue).map(({ limit, geometry }) => [
      limit.id,
      buildExactMark(geometry),
    ]),
  );
  return applyView(await getPlaneFigure(planeId), DEFAULT_VIEW, { marks });
});
