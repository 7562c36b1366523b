import type { Catalogue } from '../../catalogue.ts';
import { baseLimit } from '../../figure/base-limit.ts';
import type { FigureSeries } from '../../figure/figure-spec.ts';
import type { Reference } from '../../schema/index.ts';
import { listKeys } from './list-keys.ts';
import type { LimitSource, TakeAwayContext } from './take-away-context.ts';

/** Where the limits of a plane's figure come from, as the catalogue has it: papers and facts of each. */
export function collectSources(
  series: readonly Pick<FigureSeries, 'limit' | 'reference'>[],
  planeId: string,
  catalogue: Catalogue,
): Required<Pick<TakeAwayContext, 'references' | 'sources'>> {
  const sources = new Map<string, LimitSource>();
  const references = new Map<string, Reference>();
  for (const one of series) {
    const limit = catalogue.limits.get(baseLimit(one.limit));
    if (limit === undefined) continue;
    const search = limit.search === undefined ? undefined : catalogue.searches.get(limit.search);
    const massRange = limit.alsoOn.find(({ plane }) => plane === planeId)?.massRange;
    const sqrtS = limit.sqrtS ?? search?.sqrtS;
    const source: LimitSource = {
      ...(limit.data === undefined ? {} : { data: limit.data }),
      ...(limit.alsoCite.length === 0 ? {} : { alsoCite: limit.alsoCite }),
      ...(sqrtS === undefined ? {} : { sqrtSGeV: sqrtS.value }),
      ...(search === undefined ? {} : { process: search.process }),
      ...(limit.channels.length === 0 ? {} : { channels: limit.channels }),
      ...(massRange === undefined ? {} : { massRangeGeV: massRange }),
    };
    sources.set(limit.id, source);
    for (const key of listKeys(one, source)) {
      const reference = catalogue.references.get(key);
      if (reference !== undefined) references.set(key, reference);
    }
  }
  return { references, sources };
}
