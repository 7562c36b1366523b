import type { Geometry, Polyline } from '../curve/geometry.ts';
import type { Brief } from './verdict.ts';

/** A value as JSON knows it: typed arrays are plain ones. */
export type Plain<T> = T extends Float64Array
  ? readonly number[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T;

/** A brief as it is served: JSON keeps every digit of a number, so reviving it changes nothing. */
export type BriefJson = Plain<Brief>;

/** A brief as JSON can carry it. */
export const flattenBrief = (brief: Brief): BriefJson => flatten(brief) as BriefJson;

function flatten(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value);
  if (Array.isArray(value)) return value.map(flatten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, flatten(own)]));
}

/** The brief behind its JSON, with typed arrays again. */
export const reviveBrief = ({ plane, limits }: BriefJson): Brief => ({
  plane,
  limits: limits.map((limit) => ({ ...limit, geometry: reviveGeometry(limit.geometry) })),
});

function reviveGeometry(geometry: Plain<Geometry>): Geometry {
  switch (geometry.kind) {
    case 'one-sided':
    case 'line':
      return { ...geometry, segments: geometry.segments.map(reviveLine) };
    case 'interval':
    case 'band':
      return {
        ...geometry,
        strips: geometry.strips.map(({ lower, upper }) => ({
          lower: reviveLine(lower),
          upper: reviveLine(upper),
        })),
      };
    case 'contour':
      return { ...geometry, rings: geometry.rings.map(reviveLine) };
    case 'points':
      return { ...geometry, points: reviveLine(geometry.points) };
    case 'grid':
      return { ...geometry, slices: geometry.slices.map(reviveLine) };
    case 'ratio-map': {
      const { mass, coupling, ratio } = geometry.cells;
      return {
        kind: 'ratio-map',
        cells: {
          mass: Float64Array.from(mass),
          coupling: Float64Array.from(coupling),
          ratio: Float64Array.from(ratio),
        },
      };
    }
  }
}

/** A line with its numbers as typed arrays; what else it carries (a role, a parameter) stays. */
const reviveLine = <T extends Plain<Polyline>>(line: T): Omit<T, 'mass' | 'value'> & Polyline => ({
  ...line,
  mass: Float64Array.from(line.mass),
  value: Float64Array.from(line.value),
});
