import { toFraction } from './axis-scale.ts';
import type { FigureMark, FigureSeries, FigureSpec, Path, Point } from './figure-spec.ts';

/** What a series says at one mass: a single edge, or the two edges of an excluded stretch. */
export interface SeriesValue {
  readonly series: FigureSeries;
  /** One value for a curve or point; floor and ceiling for an island. */
  readonly values: readonly number[];
  /** The mass of a tested point, which holds there only. */
  readonly testedAt?: number;
}

/** A tested point is read from this near [share of the axis]. */
const NEAR = 0.004;

/**
 * Everything the figure says at a mass, lowest coupling first: islands with floor and ceiling, tested
 * points where they were tested, or so near that a pointer cannot tell.
 * @param x on the figure's own horizontal axis
 */
export function readValues(spec: FigureSpec, x: number): SeriesValue[] {
  const isReversed = spec.y.isReversed === true;
  const rank = ({ values }: SeriesValue): number =>
    isReversed ? -Math.max(...values) : Math.min(...values);
  return spec.series
    .flatMap((series): SeriesValue[] =>
      series.mark.kind === 'markers'
        ? readPoints(series, series.mark.points, spec, x)
        : readMark(series.mark, x).map((values) => ({ series, values })),
    )
    .sort((a, b) => rank(a) - rank(b));
}

function readPoints(
  series: FigureSeries,
  points: Path,
  { x: axis }: FigureSpec,
  x: number,
): SeriesValue[] {
  const at = toFraction(axis, x);
  const away = ([mass]: Point): number => Math.abs(toFraction(axis, mass) - at);
  const nearest = points.toSorted((a, b) => away(a) - away(b))[0];
  if (nearest === undefined || away(nearest) > NEAR) return [];
  return [{ series, values: [nearest[1]], testedAt: nearest[0] }];
}

/** The stretches of a mark at a mass, lowest first. */
export function readMark(mark: FigureMark, x: number): number[][] {
  switch (mark.kind) {
    case 'segments': {
      const found = mark.segments.flatMap((segment) => listCrossings(segment, x));
      if (found.length === 0) return [];
      // A vertical step meets the mass twice: the limit there is the stronger of its two ends.
      return [[mark.side === 'below' ? Math.max(...found) : Math.min(...found)]];
    }
    case 'strips':
      return mark.strips.flatMap(({ lower, upper }) => {
        const [low, high] = [listCrossings(lower, x), listCrossings(upper, x)];
        return low.length === 0 || high.length === 0 ? [] : [[Math.min(...low), Math.max(...high)]];
      });
    case 'rings': {
      const found = mark.rings.flatMap((ring) => listRingCrossings(ring, x)).sort((a, b) => a - b);
      // Inside and outside alternate: an odd count is a ring that only touches this mass.
      return Array.from({ length: Math.floor(found.length / 2) }, (_, i) => [
        found[2 * i] ?? NaN,
        found[2 * i + 1] ?? NaN,
      ]);
    }
    case 'markers':
      return mark.points.filter(([mass]) => mass === x).map(([, value]) => [value]);
  }
}

/** Values of a curve at a mass, both ends of its pieces included: a vertical step gives two. */
function listCrossings(path: Path, x: number): number[] {
  const only = path[0];
  if (path.length === 1 && only?.[0] === x) return [only[1]];
  return visitPieces(path, (from, to) => from[0] <= x && x <= to[0], x);
}

/** The same for a ring, half-open: the shared point of two pieces counts once, so parity holds. */
const listRingCrossings = (ring: Path, x: number): number[] =>
  visitPieces(ring, (from, to) => (from[0] <= x && x < to[0]) || (to[0] <= x && x < from[0]), x);

function visitPieces(path: Path, isMet: (from: Point, to: Point) => boolean, x: number): number[] {
  const found: number[] = [];
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1], path[i]];
    if (from === undefined || to === undefined || !isMet(from, to)) continue;
    if (from[0] === to[0]) found.push(from[1], to[1]);
    else found.push(...interpolate(from, to, x));
  }
  return found;
}

/** Log–log between two points. Nothing lies between a massless particle and a massive one. */
function interpolate([x0, y0]: Point, [x1, y1]: Point, x: number): number[] {
  if (x === x0) return [y0];
  if (x === x1) return [y1];
  if (!(x0 > 0 && x1 > 0 && y0 > 0 && y1 > 0)) return [];
  return [y0 * (y1 / y0) ** (Math.log(x / x0) / Math.log(x1 / x0))];
}

/** Who sets a combined one-sided limit at a mass: the lowest of its inputs there. */
export function findHolder(
  spec: FigureSpec,
  scope: 'ee' | 'laboratory',
  x: number,
): SeriesValue | undefined {
  let holder: SeriesValue | undefined;
  for (const series of spec.series) {
    if (!series.enters.includes(scope) || series.isSuperseded) continue;
    const { mark } = series;
    if (mark.kind !== 'segments' || mark.side !== 'above') continue;
    const values = readMark(mark, x)[0];
    if (values === undefined) continue;
    const isStronger = (values[0] ?? Infinity) < (holder?.values[0] ?? Infinity);
    const isEarlier =
      values[0] === holder?.values[0] &&
      (series.year ?? Infinity) < (holder?.series.year ?? Infinity);
    if (isStronger || isEarlier) holder = { series, values };
  }
  return holder;
}
