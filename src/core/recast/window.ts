import { CONSTANTS } from '../constants.ts';
import type { ProperTime } from '../schema/index.ts';

/**
 * The longest proper time a prompt search accepts at a mass [s]; infinite where it does not matter.
 */
export function findLongestS(law: ProperTime | undefined, massGeV: number): number {
  if (law === undefined || law === 'infinity') return Infinity;
  if (typeof law === 'number') return law;
  if (Array.isArray(law)) {
    const range = law.find(
      ({ fromGeV, toGeV = Infinity }) => fromGeV <= massGeV && massGeV < toGeV,
    );
    return range === undefined ? Infinity : range.constantS + range.slopeSPerGeV * massGeV;
  }
  if ('offsetPs' in law) {
    return (law.offsetPs + law.scalePsGeV / (massGeV - law.thresholdGeV)) * 1e-12;
  }
  const gamma =
    'energyGeV' in law
      ? law.energyGeV / massGeV
      : (law.parentGeV ** 2 + massGeV ** 2 - law.recoilGeV ** 2) / (2 * law.parentGeV * massGeV);
  return law.flightM / (gamma * CONSTANTS.c.value);
}

/** Share of decays between two proper times, over the mean one: e^(−x) − e^(−λx) with x = t₀/τ, λ = t₁/t₀. */
const shareWithin = (x: number, lambda: number): number => Math.exp(-x) - Math.exp(-lambda * x);

/**
 * Where the window of a beam dump begins, in mean lifetimes at the upper edge of what it excludes: the rate is
 * the same at both edges, q·w(x) = w(x/q) with w(x) = e^(−x) − e^(−λx) and q the ratio of the edges' rates.
 * Source: Ilten:2018crw (arXiv:1801.04847), eqs. (2.22) and (2.24).
 * @param squaredRatio q = (upper coupling/lower coupling)², above one
 * @param lambda λ = 1 + decay length/shield length, above one
 * @returns x = t₀/τ(upper edge)
 */
export function solveWindow(squaredRatio: number, lambda: number): number {
  const logQ = Math.log(squaredRatio);
  // Falls from 2 ln q at small x to minus infinity.
  const difference = (x: number): number =>
    logQ + logShare(x, lambda) - logShare(x / squaredRatio, lambda);
  let high = 1;
  while (difference(high) > 0) high *= 2;
  return bisect(difference, 0, 1e-12, high, false);
}

/** ln(e^(−x) − e^(−λx)), without the loss of digits at small x. */
const logShare = (x: number, lambda: number): number =>
  -x + Math.log(-Math.expm1(-(lambda - 1) * x));

/** The roots of z·(e^(−z) − e^(−λz)) = level: where a rate that first grows and then decays is as given. */
export interface Roots {
  readonly low: number;
  /** Infinite where nothing is lost at short lifetimes. */
  readonly high: number;
}

/**
 * Both couplings, as z = t₀/τ, at which a beam dump sees a given rate; undefined where the rate is never
 * reached. Source: Ilten:2018crw (arXiv:1801.04847), eqs. (2.2) and (2.23).
 * @param level rate wanted [1], in units of the rate of coupling² = 1/t₀'s
 */
export function solveDump(level: number, lambda: number): Roots | undefined {
  const rate = (z: number): number => z * shareWithin(z, lambda);
  const peak = findPeak(lambda);
  if (!(level < rate(peak))) return undefined;
  return {
    low: bisect(rate, level, 1e-30, peak, true),
    high: bisect(rate, level, peak, 750, false),
  };
}

const peaks = new Map<number, number>();

/** Where z·(e^(−z) − e^(−λz)) is largest. */
function findPeak(lambda: number): number {
  const known = peaks.get(lambda);
  if (known !== undefined) return known;
  const slope = (z: number): number =>
    (1 - z) * Math.exp(-z) - (1 - lambda * z) * Math.exp(-lambda * z);
  // Positive at small z, negative beyond z = 2 for every λ above one.
  const peak = bisect(slope, 0, 1e-9, 2, false);
  peaks.set(lambda, peak);
  return peak;
}

/**
 * The rate s (as s = 1/τ) at which a prompt search sees what it saw: s·(1 − e^(−s t₁)) = level.
 * @param level [1/s]
 * @param longestS t₁ [s]
 */
export function solvePrompt(level: number, longestS: number): number {
  if (longestS === Infinity) return level;
  // In logarithms the rate is all but straight, its slope between one and two: Newton's steps hardly miss.
  let logS = Math.log(Math.max(level, Math.sqrt(level / longestS)));
  const target = Math.log(level);
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const x = Math.exp(logS) * longestS;
    const accepted = -Math.expm1(-x);
    const step = (logS + Math.log(accepted) - target) / (1 + (x * Math.exp(-x)) / accepted);
    logS -= step;
    if (Math.abs(step) < 1e-13) break;
  }
  return Math.exp(logS);
}

const MOST_STEPS = 40;

/** Where a monotonic function takes a value, by bisection of the logarithm. */
function bisect(
  f: (x: number) => number,
  level: number,
  from: number,
  to: number,
  isRising: boolean,
): number {
  let [low, high] = [Math.log(from), Math.log(to)];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (f(Math.exp(middle)) < level === isRising) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Enough for all digits of a double, whatever the ends. */
const HALVINGS = 60;
