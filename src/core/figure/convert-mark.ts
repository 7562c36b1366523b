import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import { applyPowerLaw, isDecreasing, type PowerLaw } from '../quantities.ts';
import type { FigureMark, Path, Point } from './figure-spec.ts';

/** How a point of a plane is read on other axes. */
export interface AxesLaw {
  readonly x: PowerLaw;
  readonly y: PowerLaw;
}

/** A path on other axes, in the same order of points. What is converted carries twelve digits. */
export const convertPath = (path: Path, { x, y }: AxesLaw): Path =>
  path.map(([px, py]): Point => [convert(x, px), convert(y, py)]);

const convert = (law: PowerLaw, value: number): number =>
  law.factor === 1 && law.power === 1 ? value : roundTo(applyPowerLaw(law, value), COMPUTED_DIGITS);

/**
 * A mark on other axes. Where a law decreases, above and below, lower and upper change places, and
 * curves run from the other end so that x still rises.
 */
export function convertMark(mark: FigureMark, laws: AxesLaw): FigureMark {
  const flipsY = isDecreasing(laws.y);
  const convertOne = (path: Path): Path => {
    const converted = convertPath(path, laws);
    return isDecreasing(laws.x) ? converted.toReversed() : converted;
  };
  switch (mark.kind) {
    case 'segments': {
      const segments = mark.segments.map(convertOne);
      if (mark.side === undefined) return { kind: 'segments', segments };
      const side = (mark.side === 'above') === flipsY ? 'below' : 'above';
      return { kind: 'segments', side, segments };
    }
    case 'strips':
      return {
        kind: 'strips',
        strips: mark.strips.map(({ lower, upper }) =>
          flipsY
            ? { lower: convertOne(upper), upper: convertOne(lower) }
            : { lower: convertOne(lower), upper: convertOne(upper) },
        ),
      };
    case 'rings':
      return { kind: 'rings', rings: mark.rings.map(convertOne) };
    case 'markers':
      return { kind: 'markers', points: convertOne(mark.points) };
  }
}
