import { findExcluders } from './plane-index.ts';
import type { Judge } from './verdict.ts';

/**
 * For many points at once, whether each is excluded: 1 where it lies on or inside at least one limit, else 0, which
 * is also what points get that are none (not a positive mass and value). The verdicts of `judgePoint` without
 * their evidence, and a good deal faster.
 * @param masses [canonical unit of the plane's x]
 * @param values as many [canonical unit of the plane's y]
 * @throws {RangeError} when there are not as many values as masses
 */
export function listExcluded(
  { index, limits }: Judge,
  masses: ArrayLike<number>,
  values: ArrayLike<number>,
): Uint8Array {
  if (masses.length !== values.length) {
    throw new RangeError(
      `There are ${String(masses.length)} masses and ${String(values.length)} values; expected as many of each.`,
    );
  }
  const found = new Uint16Array(limits.length);
  const excluded = new Uint8Array(masses.length);
  for (let i = 0; i < masses.length; i++) {
    const [mass, value] = [masses[i] ?? NaN, values[i] ?? NaN];
    if (!(mass > 0 && value > 0 && mass < Infinity && value < Infinity)) continue;
    if (findExcluders(index, Math.log10(mass), Math.log10(value), found) > 0) excluded[i] = 1;
  }
  return excluded;
}
