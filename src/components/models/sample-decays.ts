import { CONSTANTS } from '../../core/constants.ts';
import type { Path, Point } from '../../core/figure/figure-spec.ts';
import type { DecayChannel, DecayModel } from '../../core/physics/decay-model.ts';

/** A model at one mass, at a coupling of one. */
export interface DecaySample {
  readonly massGeV: number;
  readonly totalGeV: number;
  /** Branching fraction of each channel of the model; NaN where nothing is open. */
  readonly branchings: readonly number[];
}

/** Smallest branching fraction that is drawn. */
export const FLOOR = 1e-3;
/** Channels that get this far along less than a hundredth of the range, in log mass, are left out. */
export const TINY = 3e-3;
const SLIVER = 0.01;
/** Most lines of a figure. */
export const MOST_LINES = 8;
/** What the largest fraction of a channel counts beside its average along the range. */
const PEAK_WEIGHT = 0.05;
/** Id of the line of everything that has none of its own. */
export const REST = 'rest';

/** Steps the range is first cut into, equal in log mass: finer than the narrowest resonance is wide. */
const STEPS = 2400;
/** How often a step is halved where a curve bends or a channel opens. */
const HALVINGS = 5;
/** Deviation from a straight line that is worth another mass [px of a figure]. */
const TOLERANCE_PX = 0.15;
/** Pixels of a figure to a decade of a branching fraction, and of a length. */
const DECADE_PX = { branching: 90, length: 20 } as const;

/** A model along its whole range, with more masses where thresholds and resonances are. */
export function sampleDecays(model: DecayModel): DecaySample[] {
  const [from, to] = model.range;
  const take = (fraction: number): Draft => {
    const massGeV = from * (to / from) ** fraction;
    const widths = model.channels.map(({ widthGeV }) => widthGeV(massGeV));
    const totalGeV = widths.reduce((sum, width) => sum + width, 0);
    const branchings = widths.map((width) => width / totalGeV);
    return { fraction, massGeV, totalGeV, branchings, heights: measure(totalGeV, branchings) };
  };
  const drafts: Draft[] = [];
  const halve = (a: Draft, b: Draft, left: number): void => {
    if (left === 0) return;
    const middle = take((a.fraction + b.fraction) / 2);
    if (isStraight(a, middle, b)) return;
    halve(a, middle, left - 1);
    drafts.push(middle);
    halve(middle, b, left - 1);
  };
  let last = take(0);
  drafts.push(last);
  for (let i = 1; i <= STEPS; i += 1) {
    const next = take(i / STEPS);
    halve(last, next, HALVINGS);
    drafts.push(next);
    last = next;
  }
  return drafts.map(({ massGeV, totalGeV, branchings }) => ({ massGeV, totalGeV, branchings }));
}

interface Draft extends DecaySample {
  /** Position in the range, 0 to 1. */
  readonly fraction: number;
  /** Of every curve [px of a figure]. */
  readonly heights: readonly number[];
}

const measure = (totalGeV: number, branchings: readonly number[]): number[] => [
  totalGeV > 0 ? DECADE_PX.length * Math.log10(totalGeV) : 0,
  // Below the figure all heights are one.
  ...branchings.map((b) => DECADE_PX.branching * Math.log10(b > FLOOR / 2 ? b : FLOOR / 2)),
];

const isStraight = (a: Draft, middle: Draft, b: Draft): boolean =>
  middle.heights.every(
    (height, i) =>
      Math.abs(height - ((a.heights[i] ?? height) + (b.heights[i] ?? height)) / 2) < TOLERANCE_PX,
  );

/** The branching fraction of a channel, or of all that have no line of their own, along mass. */
export interface BranchingLine {
  readonly id: string;
  /** LaTeX without dollar signs. */
  readonly symbol: string;
  readonly kind: DecayChannel['kind'] | typeof REST;
  readonly segments: readonly Path[];
}

/** What a figure of branching fractions draws: at most eight lines, without what is tiny everywhere. */
export function listBranchingLines(
  model: DecayModel,
  samples: readonly DecaySample[],
): BranchingLine[] {
  const most = model.channels.map((_, i) =>
    samples.reduce((max, { branchings }) => Math.max(max, orZero(branchings[i])), 0),
  );
  const seen = [...most.keys()].filter(
    (i) => averageOverLogMass(samples, (b) => ((b[i] ?? 0) >= TINY ? 1 : 0)) >= SLIVER,
  );
  // A channel matters by its share of all masses, and a little by how large it ever gets.
  const rank = (i: number): number =>
    averageOverLogMass(samples, (b) => orZero(b[i])) + PEAK_WEIGHT * (most[i] ?? 0);
  const named =
    seen.length <= MOST_LINES
      ? seen
      : seen
          .toSorted((a, b) => rank(b) - rank(a))
          .slice(0, MOST_LINES - 1)
          .sort((a, b) => a - b);
  const lines = named.flatMap((i): BranchingLine[] => {
    const channel = model.channels[i];
    if (channel === undefined) return [];
    const { id, symbol, kind } = channel;
    return [{ id, symbol, kind, segments: cutSegments(samples, ({ branchings: b }) => b[i] ?? 0) }];
  });
  if (named.length === seen.length) return lines;
  const others = [...model.channels.keys()].filter((i) => !named.includes(i));
  const sumOthers = ({ branchings }: DecaySample): number =>
    others.reduce((sum, i) => sum + (branchings[i] ?? 0), 0);
  const segments = cutSegments(samples, sumOthers);
  return [...lines, { id: REST, symbol: String.raw`\text{all others}`, kind: REST, segments }];
}

/** A fraction, or nothing where it is not a number: where no channel is open. */
const orZero = (share = 0): number => (share > 0 ? share : 0);

function averageOverLogMass(
  samples: readonly DecaySample[],
  valueOf: (branchings: readonly number[]) => number,
): number {
  let [sum, length] = [0, 0];
  for (const [i, { massGeV, branchings }] of samples.entries()) {
    const next = samples[i + 1];
    if (next === undefined) break;
    const step = Math.log(next.massGeV / massGeV);
    sum += step * valueOf(branchings);
    length += step;
  }
  return sum / length;
}

/** A line where it is above the figure's floor, each piece beginning and ending just below it. */
function cutSegments(
  samples: readonly DecaySample[],
  valueOf: (sample: DecaySample) => number,
): Path[] {
  const below = FLOOR / 2;
  const values = samples.map((sample) => Math.max(valueOf(sample), below));
  const isHigh = (i: number): boolean => (values[i] ?? below) > below;
  const points = samples.map(({ massGeV }, i): Point | undefined => {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) return undefined;
    return isHigh(i - 1) || isHigh(i) || isHigh(i + 1) ? [massGeV, value] : undefined;
  });
  return splitAtGaps(points);
}

function splitAtGaps(points: readonly (Point | undefined)[]): Path[] {
  const segments: Point[][] = [];
  let segment: Point[] = [];
  for (const point of [...points, undefined]) {
    if (point !== undefined) {
      segment.push(point);
      continue;
    }
    if (segment.length > 1) segments.push(segment);
    segment = [];
  }
  return segments;
}

/** Proper decay length along mass at a coupling [m]; broken where the particle is stable. */
export const listLengthSegments = (samples: readonly DecaySample[], coupling: number): Path[] =>
  splitAtGaps(
    samples.map(({ massGeV, totalGeV }) =>
      totalGeV > 0 ? [massGeV, findCtauM(totalGeV, coupling)] : undefined,
    ),
  );

/** cτ = ħc/Γ [m]. */
export const findCtauM = (widthOverCouplingSquaredGeV: number, coupling: number): number =>
  CONSTANTS.hbarc.value / (widthOverCouplingSquaredGeV * coupling ** 2);

/** Share of the range at either end, in log mass, that the lengths drawn need not show. */
const END_SHARE = 0.01;

/** Whole decades that hold the decay lengths at those couplings, but for what happens at the very ends [m]. */
export function findLengthRange(
  samples: readonly DecaySample[],
  couplings: readonly number[],
): readonly [number, number] {
  const [first, last] = [samples[0]?.massGeV ?? NaN, samples.at(-1)?.massGeV ?? NaN];
  const lengths = samples
    .filter(({ massGeV, totalGeV }) => {
      const fraction = Math.log(massGeV / first) / Math.log(last / first);
      return totalGeV > 0 && fraction >= END_SHARE && fraction <= 1 - END_SHARE;
    })
    .flatMap(({ totalGeV }) => couplings.map((coupling) => findCtauM(totalGeV, coupling)));
  const shortest = lengths.reduce((a, b) => Math.min(a, b), Infinity);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const [from, to] = [Math.floor(Math.log10(shortest)), Math.ceil(Math.log10(longest))];
  // Not powers, which round differently.
  return [Number(`1e${String(from)}`), Number(`1e${String(Math.max(to, from + 1))}`)];
}

/** A stretch of masses along which one channel is the most frequent [GeV]. */
export interface Leader {
  readonly id: string;
  readonly symbol: string;
  readonly from: number;
  readonly to: number;
}

/** By how much a channel has to exceed the leading one to take its place: ties change no leader. */
const LEAD = 1.05;

/** Which channel is the most frequent where, rising in mass; silent where nothing is open. */
export function listLeaders(model: DecayModel, samples: readonly DecaySample[]): Leader[] {
  const leaders: Leader[] = [];
  for (const { massGeV, branchings } of samples) {
    const last = leaders.at(-1);
    const leading = model.channels.findIndex(({ id }) => id === last?.id);
    const best = branchings.reduce((b, value, i) => (value > (branchings[b] ?? 0) ? i : b), 0);
    const highest = branchings[best] ?? NaN;
    const channel = model.channels[best];
    if (!(highest > 0) || channel === undefined) continue;
    if (last !== undefined && highest <= LEAD * (branchings[leading] ?? 0))
      leaders[leaders.length - 1] = { ...last, to: massGeV };
    else leaders.push({ id: channel.id, symbol: channel.symbol, from: massGeV, to: massGeV });
  }
  return leaders;
}
