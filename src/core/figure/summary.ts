import { listParts } from '../formats/figure/figure-curves.ts';
import type { FigureMark, FigureSeries, Path, Point } from './figure-spec.ts';

/** A curve in a row: where it lies and how far down it reaches, on the figure's axes. */
export interface SeriesSummary {
  readonly series: FigureSeries;
  readonly from: number;
  readonly to: number;
  /** The lowest point of what is drawn; for an island its floor. */
  readonly lowest: Point;
}

/** What a figure draws, one row a curve; curves without a point are left out. */
export const summariseSeries = (all: readonly FigureSeries[]): SeriesSummary[] =>
  all.flatMap((series) => {
    const points = listPoints(series.mark);
    const [first] = points;
    if (first === undefined) return [];
    let [from, to, lowest] = [first[0], first[0], first];
    for (const point of points) {
      from = Math.min(from, point[0]);
      to = Math.max(to, point[0]);
      if (point[1] < lowest[1]) lowest = point;
    }
    return [{ series, from, to, lowest }];
  });

/** Every point of a mark, in the order of its parts. */
export const listPoints = (mark: FigureMark): Path =>
  listParts(mark).flatMap(({ points }) => points);
