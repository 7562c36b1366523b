import type { FigureMark, Path, Point } from './figure-spec.ts';

/** A mark with every point changed and nothing else. */
export function mapMark(mark: FigureMark, change: (point: Point) => Point): FigureMark {
  const map = (path: Path): Path => path.map(change);
  switch (mark.kind) {
    case 'segments':
      return { ...mark, segments: mark.segments.map(map) };
    case 'strips':
      return {
        ...mark,
        strips: mark.strips.map(({ lower, upper }) => ({ lower: map(lower), upper: map(upper) })),
      };
    case 'rings':
      return { ...mark, rings: mark.rings.map(map) };
    case 'markers':
      return { ...mark, points: map(mark.points) };
  }
}
