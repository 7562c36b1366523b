import type { FigureSeries } from '../../../../src/core/figure/figure-spec.ts';
import type { TakeAwayContext } from '../../../../src/core/formats/figure/take-away.ts';
import { Reference } from '../../../../src/core/schema/index.ts';
import { PALETTE, SURFACES } from '../../../../src/figures/palette.ts';

/** The colours of the site on paper. */
export const COLOURS: Pick<TakeAwayContext, 'colourOf' | 'outlineColourOf'> = {
  colourOf: ({ style: { hue, shade }, layer }: FigureSeries, part) => {
    if (part === 'fill') {
      const name = layer === 'astro-cosmo' ? 'fill-astro-cosmo' : 'fill-laboratory';
      return SURFACES[name]?.light ?? '';
    }
    const { line, ink } = PALETTE[hue].light;
    return part === 'text' ? ink : line[shade];
  },
  outlineColourOf: (scope) =>
    scope === 'ee' ? PALETTE.accent.light.line[0] : PALETTE.own.light.line[0],
};

/** A paper for tests. */
export const makeReference = (key: string, title = 'A title with $m_{A^\\prime}$'): Reference =>
  Reference.parse({
    key,
    type: 'article',
    title,
    authors: 'Lees, J. P. and others',
    year: 2014,
    bibliography: 'verified',
    texkey: 'verified',
  });

/** A context for tests: a fixed view, content and set of papers. */
export const makeContext = (changes: Partial<TakeAwayContext> = {}): TakeAwayContext => ({
  permalink: 'https://example.org/planes/test-plane/?y=epsilon-2&x=0.01_10#figure',
  contentVersion: { date: '2026-03-01', commit: 'abc1234' },
  references: new Map(
    ['BaBar:2014zli', 'Ilten:2018crw'].map((key) => [key, makeReference(key)] as const),
  ),
  sources: new Map([
    ['babar', { data: 'Ilten:2018crw', sqrtSGeV: 10.58, channels: ['e+e-', 'mu+mu-'] }],
  ]),
  ...COLOURS,
  ...changes,
});
