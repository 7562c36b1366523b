import type { TakeAwayContext } from '../../core/formats/figure/take-away.ts';
import { inkVariable, lineVariable, OUTLINES, resolveColour } from '../../figures/palette.ts';
import type { TakeAwayData } from './take-away-data.ts';

/** What the writers of files need, from the data of a plane and the address of the view. */
export function makeTakeAwayContext(data: TakeAwayData, permalink: string): TakeAwayContext {
  return {
    permalink,
    contentVersion: data.contentVersion,
    references: new Map(data.references.map((reference) => [reference.key, reference])),
    sources: new Map(Object.entries(data.sources)),
    colourOf: ({ style, layer }, part) => {
      if (part === 'line') return resolveColour(lineVariable(style), 'light');
      if (part === 'text') return resolveColour(inkVariable(style.hue), 'light');
      const surface = layer === 'astro-cosmo' ? 'astro-cosmo' : 'laboratory';
      return resolveColour(`--fig-fill-${surface}`, 'light');
    },
    outlineColourOf: (scope) => resolveColour(OUTLINES[scope].colour, 'light'),
  };
}
