import { numberColumn, wordColumn } from '../../formats/limit-table.ts';
import type { Column } from '../../schema/index.ts';
import { listParts } from '../parts.ts';
import type { Part } from '../parts.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

/** Digitised edges that meet at a tip may overlap by this much. */
const TOLERANCE = 1e-9;

export const edgeOrder: LoneLimitRule = {
  name: 'edge-order',
  description:
    'The lower edge of an interval or band is not above its upper edge at any mass where both exist.',
  scope: 'limit-alone',
  *check(limit) {
    if (limit.shape !== 'interval' && limit.shape !== 'band') return;
    const mass = undoLogarithm(numberColumn(limit.table, 'mass'), limit.mass);
    const value = undoLogarithm(numberColumn(limit.table, 'value'), limit.value);
    const edge = wordColumn(limit.table, 'edge');
    const segment = numberColumn(limit.table, 'segment');
    const parts = listParts(limit);
    for (const lower of parts.filter((part) => edge[part.from] === 'lower')) {
      const upper = parts.find(
        (part) => edge[part.from] === 'upper' && segment[part.from] === segment[lower.from],
      );
      if (upper === undefined) continue;
      const crossing = findCrossing(mass, value, lower, upper);
      if (crossing === undefined) continue;
      yield {
        ...atRow(limit, crossing.row),
        found: `the lower edge at ${String(crossing.lower)} and the upper edge at ${String(crossing.upper)} at mass ${String(mass[crossing.row])}`,
        expected: 'lower ≤ upper',
        fix: 'exchange the edges, or cut them where they meet',
      };
    }
  },
};

const undoLogarithm = (numbers: Float64Array, { scale }: Column): Float64Array =>
  scale === 'log10' ? numbers.map((number) => 10 ** number) : numbers;

/** The first row of either edge where lower exceeds upper. */
function findCrossing(
  mass: Float64Array,
  value: Float64Array,
  lower: Part,
  upper: Part,
): { row: number; lower: number; upper: number } | undefined {
  for (const [own, other, isLower] of [
    [lower, upper, true],
    [upper, lower, false],
  ] as const) {
    for (let row = own.from; row < own.to; row++) {
      const across = interpolateRange(mass, value, other, mass[row] ?? NaN);
      if (across === undefined) continue;
      const here = value[row] ?? NaN;
      // At a vertical step the other edge takes a range of values: only a clear crossing counts.
      const [low, high] = isLower ? [here, across.highest] : [across.lowest, here];
      if (low > high * (1 + TOLERANCE)) return { row, lower: low, upper: high };
    }
  }
  return undefined;
}

/** Values an edge takes at a mass: one, or a range where it steps. */
function interpolateRange(
  mass: Float64Array,
  value: Float64Array,
  part: Part,
  at: number,
): { lowest: number; highest: number } | undefined {
  const { from, to } = findAround(mass, part, at);
  let lowest = Infinity;
  let highest = -Infinity;
  const include = (found: number): void => {
    lowest = Math.min(lowest, found);
    highest = Math.max(highest, found);
  };
  for (let row = from; row < to; row++) {
    const here = mass[row] ?? NaN;
    if (here === at) include(value[row] ?? NaN);
    const next = mass[row + 1] ?? NaN;
    if (row + 1 < part.to && here < at && at < next) {
      const t = Math.log(at / here) / Math.log(next / here);
      include((value[row] ?? NaN) ** (1 - t) * (value[row + 1] ?? NaN) ** t);
    }
  }
  return lowest === Infinity ? undefined : { lowest, highest };
}

/**
 * The rows of an edge, in order of mass, between which a mass lies: the last one below it to the first one
 * above it. Out of order, which another rule reports, they may be others.
 */
function findAround(mass: Float64Array, part: Part, at: number): { from: number; to: number } {
  const findFirst = (isThere: (here: number) => boolean): number => {
    let [low, high] = [part.from, part.to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isThere(mass[middle] ?? NaN)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = Math.max(part.from, findFirst((here) => here >= at) - 1);
  return { from, to: Math.min(part.to, findFirst((here) => here > at) + 1) };
}
