import { baseLimit } from '../../figure/base-limit.ts';
import type { FigureSeries } from '../../figure/figure-spec.ts';
import type { Reference } from '../../schema/index.ts';

/** What a figure does not know about itself and whoever takes it away needs. */
export interface TakeAwayContext {
  /** Address of the page with exactly this view. */
  readonly permalink: string;
  /** The content the figure was drawn from. */
  readonly contentVersion: {
    /** YYYY-MM-DD. */
    readonly date: string;
    /** Short revision, empty where there is none. */
    readonly commit: string;
    /** The released version that has this content, where there is one. */
    readonly release?: string;
  };
  /** The papers of the shown limits by key; more do no harm. */
  readonly references: ReadonlyMap<string, Reference>;
  /** Further facts of the limits by their id, where known. */
  readonly sources?: ReadonlyMap<string, LimitSource>;
  /** Colour of a series on white paper, `#rrggbb`. */
  readonly colourOf: (series: FigureSeries, part: ColouredPart) => string;
  /** Colour of the outline of a combined limit, `#rrggbb`. */
  readonly outlineColourOf: (scope: 'ee' | 'laboratory') => string;
}

/** What of a series is coloured: its edge, its label, its grey region. */
export type ColouredPart = 'line' | 'text' | 'fill';

/** Where a limit comes from, beyond the paper of its analysis. */
export interface LimitSource {
  /** Key of the paper the numbers came from, where it is another one. */
  readonly data?: string;
  /** Keys of further papers the result rests on. */
  readonly alsoCite?: readonly string[];
  /** Centre-of-mass energy [GeV]. */
  readonly sqrtSGeV?: number;
  /** The reaction as LaTeX without dollar signs. */
  readonly process?: string;
  /** Final states, in plain words or symbols. */
  readonly channels?: readonly string[];
  /** Masses between which it holds on the plane of the figure, where it was published for another [GeV]. */
  readonly massRangeGeV?: readonly [from: number, to: number];
}

/** Where the limit behind a series comes from; a scaled one has the sources of what was scaled. */
export const findSource = (
  { limit }: Pick<FigureSeries, 'limit'>,
  { sources }: Pick<TakeAwayContext, 'sources'>,
): LimitSource => sources?.get(baseLimit(limit)) ?? {};
