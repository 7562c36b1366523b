import type { FigureWords } from './figure-words.ts';
import type { Path, Point } from './figure-spec.ts';
import { formatMass } from './finding.ts';
import { chooseLongest } from './frontier-stretches.ts';
import { formatDistance } from './grid-slices.ts';

/** A line of a figure of decays. */
export interface DecayLine {
  /** Its name in plain letters: a final state, or a coupling. */
  readonly name: string;
  readonly segments: readonly Path[];
}

/** A stretch of masses along which one final state is the most frequent [GeV]. */
export interface DecayLeader {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Stretches that are told one by one. */
const MOST_LEADERS = 8;

/** A branching fraction in per cent, two digits. */
const writeShare = (share: number): string => `${String(Number((share * 100).toPrecision(2)))} %`;

/**
 * Branching fractions along mass in words: what is most frequent where, and how far each line goes up.
 * @param floor smallest fraction drawn
 */
export function describeBranchings(
  range: readonly [from: number, to: number],
  leaders: readonly DecayLeader[],
  lines: readonly DecayLine[],
  floor: number,
): FigureWords {
  const told = chooseLongest(leaders, MOST_LEADERS);
  return {
    lead: `Branching fractions, from ${writeShare(floor)} to 100 %, against mass from ${formatMass(range[0])} to ${formatMass(range[1])}; both axes logarithmic. ${countLines(lines)}.`,
    facts: [
      ...told.map(
        ({ name, from, to }) =>
          `${name} is the most frequent from ${formatMass(from)} to ${formatMass(to)}.`,
      ),
      ...lines.flatMap(({ name, segments }) => {
        const highest = findExtreme(segments, (a, b) => a > b);
        return highest === undefined || highest[1] < floor
          ? []
          : [`${name} reaches at most ${writeShare(highest[1])}, at ${formatMass(highest[0])}.`];
      }),
    ],
  };
}

/** Proper decay lengths along mass in words, a sentence for each coupling. */
export function describeLengths(
  range: readonly [from: number, to: number],
  lines: readonly DecayLine[],
): FigureWords {
  return {
    lead: `Proper decay length cτ against mass from ${formatMass(range[0])} to ${formatMass(range[1])}; both axes logarithmic. ${countLines(lines)}, one for each coupling.`,
    facts: lines.flatMap(({ name, segments }) => {
      const points = segments.flat();
      const [first, last] = [points[0], points.at(-1)];
      const shortest = findExtreme(segments, (a, b) => a < b);
      if (first === undefined || last === undefined || shortest === undefined) return [];
      return [
        `At ${name}: ${writeLength(first)}, ${writeLength(last)}; shortest ${writeLength(shortest)}.`,
      ];
    }),
  };
}

const countLines = (lines: readonly DecayLine[]): string =>
  lines.length === 1 ? 'One line' : `${String(lines.length)} lines`;

const writeLength = ([mass, length]: Point): string =>
  `${formatDistance(length)} at ${formatMass(mass)}`;

function findExtreme(
  segments: readonly Path[],
  isBeyond: (a: number, b: number) => boolean,
): Point | undefined {
  let found: Point | undefined;
  for (const point of segments.flat())
    if (found === undefined || isBeyond(point[1], found[1])) found = point;
  return found;
}
