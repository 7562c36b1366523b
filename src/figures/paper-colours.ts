import type { TakeAwayContext } from '../core/formats/figure/take-away-context.ts';
import { inkVariable, lineVariable, OUTLINES, resolveColour } from './palette.ts';

/** The colours of a figure on white paper, as the writers of files ask for them. */
export const PAPER_COLOURS: Pick<TakeAwayContext, 'colourOf' | 'outlineColourOf'> = {
  colourOf: ({ style, layer }, part) => {
    if (part === 'line') return resolveColour(lineVariable(style), 'light');
    if (part === 'text') return resolveColour(inkVariable(style.hue), 'light');
    const surface = layer === 'astro-cosmo' ? 'astro-cosmo' : 'laboratory';
    return resolveColour(`--fig-fill-${surface}`, 'light');
  },
  outlineColourOf: (scope) => resolveColour(OUTLINES[scope].colour, 'light'),
};
