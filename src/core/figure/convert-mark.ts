import { applyPowerLaw, isDecreasing, type PowerLaw } from '../quantities.ts';
import type { FigureMark, Path, Point } from './figure-spec.ts';

/** How a point of a plane is read on other axes. */
export interface AxesLaw {
  readonly x: PowerLaw;
  readonly y: PowerLaw;
}

/** A path on other axes, in the same order of points. */
export const convertPath = (path: Path, { x, y }: AxesLaw): Path =>
  path.map(([px, py]): Point => [applyPowerLaw(x, px), applyPowerLaw(y, py)]);

/**
 * A mark on other axes. Where a law decreases, above and below, lower and upper change places, and
 * curves run from the other end so that x still rises.
 */
export function convertMark(mark: FigureMark, laws: AxesLaw): FigureMark {
  const flipsY = isDecreasing(laws.y);
  const convert = (path: Path): Path => {
    const converted = convertPath(path, laws);
    return isDecreasing(laws.x) ? converted.toReversed() : converted;
  };
  switch (mark.kind) {
    case 'segments': {
      const segments = mark.segments.map(convert);
      if (mark.side === undefined) return { kind: 'segments', segments };
      const side = (mark.side === 'above') === flipsY ? 'below' : 'above';
      return { kind: 'segments', side, segments };
    }
    case 'strips':
      return {
        kind: 'strips',
        strips: mark.strips.map(({ lower, upper }) =>
          flipsY
            ? { lower: convert(upper), upper: convert(lower) }
            : { lower: convert(lower), upper: convert(upper) },
        ),
      };
    case 'rings':
      return { kind: 'rings', rings: mark.rings.map(convert) };
    case 'markers':
      return { kind: 'markers', points: convert(mark.points) };
  }
}
