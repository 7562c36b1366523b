import type { Path } from './figure-spec.ts';

/**
 * A stretch of a curve from low to high mass: a table in falling mass is the same curve read from its other end. One
 * that goes back and forth stays as it is.
 */
export function orderByMass(path: Path): Path {
  const isFalling = path.every(([x], i) => i === 0 || x <= (path[i - 1]?.[0] ?? x));
  const [first, last] = [path[0]?.[0] ?? 0, path.at(-1)?.[0] ?? 0];
  // A vertical step alone falls nowhere.
  return isFalling && last < first ? path.toReversed() : path;
}
