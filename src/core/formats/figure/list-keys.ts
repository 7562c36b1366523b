import type { FigureSeries } from '../../figure/figure-spec.ts';
import type { LimitSource } from './take-away-context.ts';

/** What may stand between the braces of `\cite` and open an entry of BibTeX. */
const KEY = /^[A-Za-z0-9:.'+-]+$/;

/** True for a key that neither LaTeX nor BibTeX could read as anything else. */
export const isPlainKey = (key: string): boolean => KEY.test(key);

/** The papers of a limit by what they are to it, each in one place. */
export interface SourceKeys {
  /** The analysis. */
  readonly paper?: string;
  /** Where the numbers came from, if that is another one. */
  readonly data?: string;
  /** What else it rests on. */
  readonly others: readonly string[];
}

/** Keys of the papers of a limit; what cannot stand in a file as a key is left out. */
export function sortKeys(
  { reference }: Pick<FigureSeries, 'reference'>,
  { data, alsoCite = [] }: LimitSource = {},
): SourceKeys {
  const isKnown = (key: string | undefined): key is string => key !== undefined && isPlainKey(key);
  const named = [reference, data];
  return {
    ...(isKnown(reference) ? { paper: reference } : {}),
    ...(isKnown(data) && data !== reference ? { data } : {}),
    others: [...new Set(alsoCite)].filter((key) => isKnown(key) && !named.includes(key)),
  };
}

/** The same keys as one list: the analysis, then the numbers, then what it rests on. */
export function listKeys(
  series: Pick<FigureSeries, 'reference'>,
  source: LimitSource = {},
): string[] {
  const { paper, data, others } = sortKeys(series, source);
  return [paper, data, ...others].filter((key) => key !== undefined);
}
