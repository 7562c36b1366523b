import type { FigureSpec } from '../../figure/figure-spec.ts';
import { describeStatus } from './describe-take-away.ts';
import { listKeys } from './list-keys.ts';
import { findSource, type TakeAwayContext } from './take-away-context.ts';

/** Keys of every paper behind a figure, each once, in drawing order. */
export const listFigureKeys = (spec: FigureSpec, context: TakeAwayContext): string[] => [
  ...new Set([
    ...spec.series.flatMap((one) => listKeys(one, findSource(one, context))),
    ...(spec.methods ?? []),
  ]),
];

/** Curves for which there is no paper to cite, a line each. */
export const listUnknown = ({ series }: FigureSpec): string[] =>
  series
    .filter(({ reference }) => reference === undefined)
    .map((one) =>
      one.layer === 'own'
        ? `${one.label}: ${describeStatus(one)}`
        : `No paper of the analysis known: ${one.label}`,
    );
