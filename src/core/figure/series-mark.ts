import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import type { Geometry, GridSlice, Polyline, Strip } from '../curve/geometry.ts';
import { traceRatioMap } from '../curve/ratio-contour.ts';
import { clipMass } from '../curve/clip-mass.ts';
import { type AxisFrame, projectPath, type Size } from './axis-scale.ts';
import type { FigureMark, Path, Point } from './figure-spec.ts';
import { type Simplification, simplifyPath } from './simplify.ts';

/** At what size and precision a curve is stored. */
export interface MarkDetail extends Simplification {
  readonly x: AxisFrame;
  readonly y: AxisFrame;
  /** The size the precision refers to [px]. */
  readonly size: Size;
}

/** A limit's geometry as something to draw, thinned to what a screen can show. */
export const buildMark = (geometry: Geometry, detail: MarkDetail): FigureMark =>
  // Tested points are few, and each stands for itself.
  geometry.kind === 'points'
    ? { kind: 'markers', points: toPath(geometry.points).map(round) }
    : traceMark(geometry, (path) => thinPath(path, detail));

/**
 * A limit's geometry with every point and every digit, for files and for values at a mass. What is
 * computed, the contour of a ratio map, carries the digits of files.
 */
export const buildExactMark = (geometry: Geometry): FigureMark =>
  traceMark(
    geometry,
    geometry.kind === 'ratio-map'
      ? (path) =>
          path.map(([x, y]): Point => [roundTo(x, COMPUTED_DIGITS), roundTo(y, COMPUTED_DIGITS)])
      : (path) => path,
  );

/** One slice of a grid with every digit. */
export const buildSliceMark = (
  { slices, gaps }: Extract<Geometry, { kind: 'grid' }>,
  index: number,
): FigureMark => ({
  kind: 'segments',
  side: 'above',
  segments: splitAtGaps(slices[index] === undefined ? [] : toPath(slices[index]), gaps),
});

function traceMark(geometry: Geometry, thin: (path: Path) => Path): FigureMark {
  switch (geometry.kind) {
    case 'one-sided':
      return {
        kind: 'segments',
        side: geometry.side,
        segments: geometry.segments.map((segment) => thin(toPath(segment))),
      };
    case 'line':
      return { kind: 'segments', segments: geometry.segments.map((line) => thin(toPath(line))) };
    case 'interval':
    case 'band':
      return {
        kind: 'strips',
        strips: geometry.strips.map(keepCommonMasses).map(({ lower, upper }) => ({
          lower: thin(toPath(lower)),
          upper: thin(toPath(upper)),
        })),
      };
    case 'contour':
      return { kind: 'rings', rings: geometry.rings.map((ring) => thin(toPath(ring))) };
    case 'points':
      return { kind: 'markers', points: thin(toPath(geometry.points)) };
    case 'grid':
      return {
        kind: 'segments',
        side: 'above',
        segments: splitAtGaps(findLowestEnvelope(geometry.slices), geometry.gaps).map(thin),
      };
    case 'ratio-map':
      return {
        kind: 'rings',
        rings: traceRatioMap(geometry.cells).map((ring) => thin(toPath(ring))),
      };
  }
}

const toPath = ({ mass, value }: Polyline): Point[] =>
  Array.from(mass, (m, i) => [m, value[i] ?? NaN] as const);

/** Five digits are finer than a hundredth of a pixel on any axis drawn here. */
const round = ([x, y]: Point): Point => [Number(x.toPrecision(5)), Number(y.toPrecision(5))];

function thinPath(path: Path, detail: MarkDetail): Path {
  const pixels = projectPath(path, detail.x, detail.y, detail.size);
  return simplifyPath(pixels, detail).map((i) => round(path[i] ?? [NaN, NaN]));
}

/** A strip excludes where both edges exist, so each is cut to the other's masses. */
function keepCommonMasses(strip: Strip): Strip {
  const from = Math.max(strip.lower.mass[0] ?? NaN, strip.upper.mass[0] ?? NaN);
  const to = Math.min(strip.lower.mass.at(-1) ?? NaN, strip.upper.mass.at(-1) ?? NaN);
  return { lower: clipMass(strip.lower, [from, to]), upper: clipMass(strip.upper, [from, to]) };
}

/** The strongest value of any slice at each mass of the grid: what some parameter excludes. */
function findLowestEnvelope(slices: readonly GridSlice[]): Path {
  const lowest = new Map<number, number>();
  for (const slice of slices) {
    for (const [i, mass] of slice.mass.entries()) {
      const value = slice.value[i] ?? NaN;
      if (!(value >= (lowest.get(mass) ?? Infinity))) lowest.set(mass, value);
    }
  }
  return [...lowest].sort((a, b) => a[0] - b[0]);
}

/** Ends of gaps are stated to six digits or so: a mass within that of an end lies on it. */
const AT_END = 1e-5;

/** The runs of a path that no gap interrupts. */
function splitAtGaps(path: Path, gaps: readonly (readonly [number, number])[]): Path[] {
  const runs: Point[][] = [];
  for (const point of path) {
    const last = runs.at(-1)?.at(-1);
    const isInterrupted =
      last === undefined ||
      gaps.some(([from, to]) => last[0] < to * (1 - AT_END) && point[0] > from * (1 + AT_END));
    if (isInterrupted) runs.push([point]);
    else runs.at(-1)?.push(point);
  }
  return runs;
}

/** Bounds of the parameter of a grid, lowest first [canonical unit]. */
export function findParameterRange(slices: readonly GridSlice[]): readonly [number, number] {
  return [slices[0]?.parameter ?? NaN, slices.at(-1)?.parameter ?? NaN];
}

/** Closed regions of a mark, to be filled even-odd; open ends of one-sided limits run to the axis end. */
export function listAreas(mark: FigureMark, y: AxisFrame): Path[] {
  switch (mark.kind) {
    case 'segments': {
      const { side } = mark;
      if (side === undefined) return [];
      const end = y.range[side === 'above' ? 1 : 0];
      return mark.segments.flatMap((segment) => {
        const first = segment[0];
        const last = segment.at(-1);
        if (first === undefined || last === undefined || segment.length < 2) return [];
        // A curve that leaves the frame must not fold the region back on itself.
        const open =
          side === 'above'
            ? Math.max(end, ...segment.map((p) => p[1]))
            : Math.min(end, ...segment.map((p) => p[1]));
        return [[...segment, [last[0], open] as const, [first[0], open] as const, first]];
      });
    }
    case 'strips':
      return mark.strips.map(outlineStrip);
    case 'rings':
      return [...mark.rings];
    case 'markers':
      return [];
  }
}

/** Edges of a mark. Where a one-sided limit ends no edge is drawn: nothing was measured beyond. */
export function listEdges(mark: FigureMark): Path[] {
  switch (mark.kind) {
    case 'segments':
      return [...mark.segments];
    case 'strips':
      return mark.strips.map(outlineStrip);
    case 'rings':
      return [...mark.rings];
    case 'markers':
      return [];
  }
}

function outlineStrip(strip: { readonly lower: Path; readonly upper: Path }): Path {
  const first = strip.lower[0];
  return [...strip.lower, ...strip.upper.toReversed(), ...(first === undefined ? [] : [first])];
}
