import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import type { RecastLimit } from './recast-limit.ts';

/** Columns of recast limits: mass [GeV], lower and upper edge of the excluded couplings [1]. */
export const RECAST_CSV_HEADER = 'limit,segment,mass,lower,upper';

/** Rows of a recast limit; no upper edge where everything above is excluded. */
export const writeRecastRows = ({ id, segments }: RecastLimit): string[] =>
  segments.flatMap((points, i) =>
    points.map(({ massGeV, lower, upper }) =>
      [
        id,
        i + 1,
        massGeV,
        roundTo(lower, COMPUTED_DIGITS),
        upper === undefined ? '' : roundTo(upper, COMPUTED_DIGITS),
      ].join(','),
    ),
  );
