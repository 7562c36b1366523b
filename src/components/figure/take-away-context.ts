import type { TakeAwayContext } from '../../core/formats/figure/take-away.ts';
import { PAPER_COLOURS } from '../../figures/paper-colours.ts';
import type { TakeAwayData } from './take-away-data.ts';

/** What the writers of files need, from the data of a plane and the address of the view. */
export function makeTakeAwayContext(data: TakeAwayData, permalink: string): TakeAwayContext {
  return {
    permalink,
    contentVersion: data.contentVersion,
    references: new Map(data.references.map((reference) => [reference.key, reference])),
    sources: new Map(Object.entries(data.sources)),
    ...PAPER_COLOURS,
  };
}
