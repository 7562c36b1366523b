import { judgeUpperLimit, type UpperLimitRange } from '../query/judge-curve.ts';
import type { Judge, VerdictState } from '../query/verdict.ts';
import type { Path } from './figure-spec.ts';
import { orderByMass } from './own-curve-order.ts';

/** What an upper limit does for a combination: an excluded point is not all of it, values above it count too. */
export type OwnCurveOutcome = Exclude<VerdictState, 'excluded'> | 'closes-gap' | 'adds-nothing';

/** A stretch of a reader's curve against a combination of limits. */
export interface OwnCurveRow {
  /** Masses [the unit of the ranges]. */
  readonly from: number;
  readonly to: number;
  readonly outcome: OwnCurveOutcome;
  /** `12 to 40 MeV`. */
  readonly masses: string;
  /** What it means for an upper limit, as a clause. */
  readonly text: string;
  /** The limits that exclude the curve there. */
  readonly by: readonly string[];
}

export interface OwnCurveComparison {
  readonly sentence: string;
  readonly rows: readonly OwnCurveRow[];
}

export interface ComparisonWords {
  /** The combination in words, with its article. */
  readonly limit?: string;
  /** Unit of the masses in the ranges; GeV are written in the unit that suits them. */
  readonly unit?: string;
}

/** How a stretch is spoken of, in the order of the sentence. */
const CLAUSES: Readonly<Record<OwnCurveOutcome, (limit: string) => string>> = {
  allowed: (limit) => `improves on ${limit}`,
  'closes-gap': () => 'starts inside an excluded island and closes a gap above it',
  gap: () => 'reaches masses between those of published limits',
  unmeasured: () => 'reaches masses beyond those of published limits',
  'adds-nothing': () => 'adds nothing to what is already excluded',
  'not-applicable': () => 'is no curve of this plane',
};
const ORDER = Object.keys(CLAUSES) as OwnCurveOutcome[];

/** At most so many stretches of one kind are named in the sentence. */
const MOST_NAMED = 3;

/**
 * What a reader's upper limit adds to a combination.
 * @param segments in the plane's own quantities and units; in falling mass they are turned round
 * @param top where the plane ends: what an island leaves beyond it (a mixing above one, say) is no gap
 */
export const compareOwnCurve = (
  judge: Judge,
  segments: readonly Path[],
  { top, ...words }: ComparisonWords & { readonly top?: number } = {},
): OwnCurveComparison =>
  describeOwnCurve(
    segments.map(orderByMass).flatMap((path) =>
      judgeUpperLimit(
        judge,
        {
          mass: Float64Array.from(path, ([mass]) => mass),
          value: Float64Array.from(path, ([, value]) => value),
        },
        top,
      ),
    ),
    words,
  );

/**
 * The same in words: where the curve is allowed it reaches couplings that no limit of the combination excludes; where
 * it is excluded it may still exclude more, above an island; else all that it excludes is excluded already. Not for a
 * model's prediction, nor for the floor of an island.
 */
export function describeOwnCurve(
  ranges: readonly UpperLimitRange[],
  { limit = 'the combined laboratory limit', unit = 'GeV' }: ComparisonWords = {},
): OwnCurveComparison {
  const rows = joinRanges(ranges).map((range): OwnCurveRow => {
    const { from, to, by } = range;
    const outcome = findOutcome(range);
    return {
      from,
      to,
      outcome,
      masses: writeMasses(from, to, unit),
      text: CLAUSES[outcome](limit),
      by,
    };
  });
  const clauses = ORDER.flatMap((outcome) => {
    const own = rows.filter((row) => row.outcome === outcome);
    return own.length === 0 ? [] : [`${CLAUSES[outcome](limit)} ${nameStretches(own)}`];
  });
  if (clauses.length === 0)
    return { sentence: 'The curve has no stretch that could be compared.', rows };
  return { sentence: `The curve ${clauses.join('; it ')}.`, rows };
}

function findOutcome({ state, hasGapAbove }: UpperLimitRange): OwnCurveOutcome {
  if (state !== 'excluded') return state;
  return hasGapAbove ? 'closes-gap' : 'adds-nothing';
}

/** Ranges of the same outcome that touch, as one. */
function joinRanges(ranges: readonly UpperLimitRange[]): UpperLimitRange[] {
  const joined: UpperLimitRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      findOutcome(last) === findOutcome(range) &&
      Math.abs(range.from / last.to - 1) < 1e-9
    )
      joined[joined.length - 1] = {
        ...last,
        to: range.to,
        by: [...new Set([...last.by, ...range.by])].sort(),
      };
    else joined.push(range);
  }
  return joined;
}

function nameStretches(rows: readonly OwnCurveRow[]): string {
  const named = rows.slice(0, MOST_NAMED).map(({ masses }) => `from ${masses}`);
  const rest = rows.length - named.length;
  if (rest > 0) named.push(`in ${String(rest)} more ${rest === 1 ? 'stretch' : 'stretches'}`);
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}

const ENERGIES = [
  { unit: 'TeV', factor: 1e-3, from: 1e3 },
  { unit: 'GeV', factor: 1, from: 1 },
  { unit: 'MeV', factor: 1e3, from: 1e-3 },
  { unit: 'keV', factor: 1e6, from: 1e-6 },
  { unit: 'eV', factor: 1e9, from: 0 },
] as const;

/** Two masses to three digits, in one unit where that is readable. */
function writeMasses(from: number, to: number, unit: string): string {
  if (unit !== 'GeV')
    return `${writeNumber(from)} to ${writeNumber(to)}${unit === '1' ? '' : ` ${unit}`}`;
  const [low, high] = [findEnergy(from), findEnergy(to)];
  const start = writeNumber(from * low.factor);
  const end = `${writeNumber(to * high.factor)} ${high.unit}`;
  return low.unit === high.unit ? `${start} to ${end}` : `${start} ${low.unit} to ${end}`;
}

const findEnergy = (massGeV: number): (typeof ENERGIES)[number] =>
  // 999.9996 MeV is written with three digits, so that it counts as 1 GeV.
  ENERGIES.find(({ from }) => Number(massGeV.toPrecision(3)) >= from) ?? ENERGIES[1];

const writeNumber = (value: number): string => String(Number(value.toPrecision(3)));
