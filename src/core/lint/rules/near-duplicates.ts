import type { Catalogue, Limit, PlaneEntry } from '../../catalogue.ts';
import { numberColumn } from '../../formats/limit-table.ts';
import { applyPowerLaw, findColumnLaw } from '../../quantities.ts';
import type { PowerLaw } from '../../quantities.ts';
import type { Column } from '../../schema/index.ts';
import { listParts } from '../parts.ts';
import { atKey } from '../places.ts';
import { recall } from '../recall.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

/** Curves are compared at fixed masses, this far apart [dex]. */
const STEP = 0.02;
/** A curve is compared when it covers at least so many of them. */
const FEWEST = 5;
/** Copies cover the same masses: the common ones are at least this share of the wider curve's. */
const OVERLAP = 0.8;
/** Median and nine tenths of the differences stay below [dex]: 1 % and 2 %. */
const MEDIAN = 0.0043;
const SCATTER = 0.0086;

export const nearDuplicates: CatalogueRule = {
  name: 'near-duplicates',
  description:
    'No two limits of one plane and status are the same curve in different digits: one published result, one dataset.',
  scope: 'catalogue',
  *check(context) {
    const { catalogue } = context;
    const byPlane = Map.groupBy(catalogue.limits.values(), ({ plane }) => plane);
    for (const [id, limits] of byPlane) {
      const plane = catalogue.planes.get(id);
      if (plane === undefined || limits.length < 2) continue;
      const traces = limits.flatMap((limit) => {
        const look = (): Trace | null => traceLimit(limit, plane, catalogue) ?? null;
        const subjects = [limit, plane, catalogue.quantities];
        const trace = recall(context, 'curve traced', subjects, look);
        return trace === null ? [] : [{ limit, trace }];
      });
      yield* comparePairs(traces);
    }
  },
};

/** A ten-thousandth of a dex: values are kept in these, as whole numbers. */
const GRAIN = 1e-4;

/** The lowest and highest logarithm of a curve's value at each fixed mass from `start` on; null where none is. */
interface Trace {
  readonly start: number;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

interface Traced {
  readonly limit: Limit;
  readonly trace: Trace;
}

function* comparePairs(traces: readonly Traced[]): Generator<Finding> {
  // By first mass: a curve that begins beyond the end of another has nothing in common with it.
  const sorted = traces.toSorted((a, b) => a.trace.start - b.trace.start);
  for (const [i, a] of sorted.entries()) {
    for (const b of sorted.slice(i + 1)) {
      if (b.trace.start >= a.trace.start + a.trace.low.length) break;
      if (!areNear(a, b)) continue;
      const [first, second] = a.limit.id < b.limit.id ? [a, b] : [b, a];
      yield {
        ...atKey(second.limit, 'plane'),
        found: `the curve of ${first.limit.id} within 1 %, in other digits`,
        expected: 'one dataset per published result',
        fix: 'keep the better of the two (official, then author, then digitised) and say in notes how well they agree',
      };
    }
  }
}

function areNear(a: Traced, b: Traced): boolean {
  if (a.limit.status !== b.limit.status || a.limit.table.text === b.limit.table.text) return false;
  const from = Math.max(a.trace.start, b.trace.start);
  const to = Math.min(a.trace.start + a.trace.low.length, b.trace.start + b.trace.low.length);
  const widest = Math.max(a.trace.low.length, b.trace.low.length);
  if (to - from < FEWEST || to - from < OVERLAP * widest) return false;
  const differ = (key: 'low' | 'high', at: number): number =>
    GRAIN * ((a.trace[key][at - a.trace.start] ?? NaN) - (b.trace[key][at - b.trace.start] ?? NaN));
  // Most pairs differ where one looks first.
  const middle = Math.floor((from + to) / 2);
  if (Math.abs(differ('low', middle)) > 10 * SCATTER) return false;
  return (['low', 'high'] as const).every((key) => {
    const differences: number[] = [];
    for (let at = from; at < to; at++) {
      const difference = Math.abs(differ(key, at));
      if (!Number.isNaN(difference)) differences.push(difference);
    }
    if (differences.length < FEWEST) return false;
    differences.sort((x, y) => x - y);
    const quantile = (share: number): number =>
      differences[Math.floor(share * (differences.length - 1))] ?? Infinity;
    return quantile(0.5) < MEDIAN && quantile(0.9) < SCATTER;
  });
}

/** A limit at the fixed masses, in its plane's quantities; undefined where it is no curve or too short. */
function traceLimit(limit: Limit, plane: PlaneEntry, catalogue: Catalogue): Trace | undefined {
  if (limit.shape === 'grid' || limit.shape === 'ratio-map') return undefined;
  const { quantities } = catalogue;
  const massLaw = findColumnLaw(limit.mass, plane.x.quantity, quantities, plane.parameters);
  const valueLaw = findColumnLaw(limit.value, plane.y.quantity, quantities, plane.parameters);
  if (massLaw === undefined || valueLaw === undefined) return undefined;
  const value = numberColumn(limit.table, 'value');
  const x = numberColumn(limit.table, 'mass').map(logarithm(limit.mass, massLaw));
  const y = logarithm(limit.value, valueLaw);
  const [first, last] = findEnds(x);
  const start = Math.ceil(first / STEP);
  const length = Math.floor(last / STEP) - start + 1;
  if (!(length >= FEWEST)) return undefined;
  const low = new Array<number>(length).fill(NaN);
  const high = new Array<number>(length).fill(NaN);
  for (const { from, to } of listParts(limit)) {
    for (let row = from + 1; row < to; row++) {
      const [a, b] = [x[row - 1] ?? NaN, x[row] ?? NaN];
      const next = Math.ceil(Math.min(a, b) / STEP);
      // Most rows of a dense curve lie between two fixed masses.
      if (!(next * STEP <= Math.max(a, b)) || a === b || !Number.isFinite(a - b)) continue;
      const [ya, yb] = [y(value[row - 1] ?? NaN), y(value[row] ?? NaN)];
      for (let at = next; at * STEP <= Math.max(a, b); at++) {
        const here = ya + ((yb - ya) * (at * STEP - a)) / (b - a);
        const i = at - start;
        if (!((low[i] ?? NaN) <= here)) low[i] = here;
        if (!((high[i] ?? NaN) >= here)) high[i] = here;
      }
    }
  }
  const keep = (logarithms: readonly number[]): (number | null)[] =>
    logarithms.map((at) => (Number.isNaN(at) ? null : Math.round(at / GRAIN)));
  return { start, low: keep(low), high: keep(high) };
}

/** The least and the greatest finite number. */
function findEnds(numbers: Float64Array): [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (!Number.isFinite(number)) continue;
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
  }
  return [least, greatest];
}

const logarithm =
  ({ scale }: Column, law: PowerLaw): ((raw: number) => number) =>
  (raw) =>
    Math.log10(applyPowerLaw(law, scale === 'log10' ? 10 ** raw : raw));
