import type { Catalogue } from '../catalogue.ts';
import { recastBelle2SinTheta } from './belle-2-sin-theta.ts';
import type { IntervalRun } from './belle-2-sin-theta.ts';
import { DIFFERENCE_2020, DIFFERENCE_2025, solveMomentShift } from './muon-g-2.ts';
import type { MomentCoupling, MomentDifference } from './muon-g-2.ts';

/** Standard deviations to either side that bands and limits of the magnetic moment stand for. */
const DEVIATIONS = 2;

/** Masses per decade; between them the curves are straight to a part in a thousand on log axes. */
const PER_DECADE = 16;

/** Digits of computed numbers in a CSV: far finer than the loop's neglected orders. */
const DIGITS = 6;

interface MomentLimit {
  readonly quantity: MomentCoupling;
  readonly massesGeV: readonly [from: number, to: number];
  readonly difference: MomentDifference;
}

/**
 * The scalar ends at 1 GeV: above, two-loop diagrams with taus take away more than a seventh of the
 * shift (see the chapter on the magnetic moment).
 */
const CURVES = [
  { name: 'dark-photon', quantity: 'epsilon', massesGeV: [1e-3, 100] },
  { name: 'lmu-ltau', quantity: 'gprime-lmu-ltau', massesGeV: [1e-3, 100] },
  { name: 'leptophilic-scalar', quantity: 'xi-leptophilic', massesGeV: [1e-3, 1] },
] as const;

/** Bands and limits of the muon's magnetic moment, by id. */
export const MOMENT_LIMITS: ReadonlyMap<string, MomentLimit> = new Map(
  CURVES.flatMap(({ name, quantity, massesGeV }): [string, MomentLimit][] => [
    [`g-2-muon-2020-${name}-band`, { quantity, massesGeV, difference: DIFFERENCE_2020 }],
    [`g-2-muon-2025-${name}`, { quantity, massesGeV, difference: DIFFERENCE_2025 }],
  ]),
);

/** Writes the CSV of a limit, from formulas and from what the catalogue has of other limits. */
export type WriteLimit = (catalogue: Catalogue) => string;

/** Limits whose numbers this project computes, by id; their metadata is written by hand. */
export const COMPUTED_LIMITS: ReadonlyMap<string, WriteLimit> = new Map<string, WriteLimit>([
  ...[...MOMENT_LIMITS].map(([id, limit]): [string, WriteLimit] => [
    id,
    () => writeMomentLimit(limit),
  ]),
  [
    'belle-2-2023-dark-scalar-sin-theta',
    (catalogue) => writeIntervals(recastBelle2SinTheta(catalogue)),
  ],
]);

/**
 * The CSV of a band or limit of the magnetic moment. A difference that is positive by more than two
 * standard deviations gives a band of favoured couplings; one that is not gives the largest coupling that
 * keeps the shift within two standard deviations: an upper limit, for zero is inside the band.
 */
function writeMomentLimit({ quantity, massesGeV, difference }: MomentLimit): string {
  const [from, to] = massesGeV;
  const count = Math.round(Math.log10(to / from) * PER_DECADE);
  const masses = Array.from({ length: count + 1 }, (_, i) => from * (to / from) ** (i / count));
  const { value, sigma } = difference;
  const [low, high] = [value - DEVIATIONS * sigma, value + DEVIATIONS * sigma];
  const rows = (shift: number, edge: string): string[] =>
    masses.map((mass) => {
      const coupling = solveMomentShift(quantity, mass, shift);
      if (coupling === undefined) throw new Error('A band needs an edge above zero.');
      return `1,${edge}${write(mass)},${write(coupling)}`;
    });
  const lines =
    low > 0
      ? ['segment,edge,mass,value', ...rows(low, 'lower,'), ...rows(high, 'upper,')]
      : ['segment,mass,value', ...rows(high, '')];
  return `${lines.join('\n')}\n`;
}

/** The CSV of runs of intervals, a segment each. */
function writeIntervals(runs: readonly IntervalRun[]): string {
  const rows = runs.flatMap(({ massesGeV, intervals }, i) =>
    (['lower', 'upper'] as const).flatMap((edge, side) =>
      massesGeV.map((mass, k) =>
        [i + 1, edge, write(mass), write(intervals[k]?.[side] ?? NaN)].join(','),
      ),
    ),
  );
  return `${['segment,edge,mass,value', ...rows].join('\n')}\n`;
}

const write = (value: number): string => String(Number(value.toPrecision(DIGITS)));
