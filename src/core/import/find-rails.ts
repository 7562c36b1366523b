import type { QuantityEntry } from '../catalogue.ts';
import { dropPoints, type Curve, type RawPoint } from './curve.ts';
import { countRows, listSome, type Findings } from './findings.ts';
import type { Decisions } from './source.ts';

/** Numbers of a curve as they mean, whatever unit and scale the file has. */
export interface Decode {
  readonly mass: (raw: number) => number;
  readonly value: (raw: number) => number;
  readonly quantity?: QuantityEntry;
}

/** A wall stands at least this far from the curve beside it. */
const JUMP = 10;

/** Darkcast marks “no limit” so. */
const DARKCAST_RAIL = 1e5;

const NO_LIMIT = 'sentinel 1e5 marks no limit';
const TINY = 'arbitrary tiny mass that extends the edge of a plot, no limit';

/**
 * Takes out rows that are no measurement: sentinels outright, rows that only look like walls as decided.
 * What has two readings is asked.
 */
export function dropRails(
  curve: Curve,
  decode: Decode,
  decisions: Decisions,
  findings: Findings,
): Curve {
  const { statements, questions } = findings;
  const say = (before: Curve, after: Curve, why: string): Curve => {
    const dropped = before.points.length - after.points.length;
    if (dropped > 0)
      statements.push({
        about: 'rails',
        text: `${curve.file}: ${countRows(dropped)} left out: ${why}`,
      });
    return after;
  };
  const isSentinel = ({ valueNumber }: RawPoint): boolean =>
    valueNumber === DARKCAST_RAIL &&
    (curve.table.rows.length < 2 ||
      (decode.quantity?.plausible[1] ?? 10) < decode.value(DARKCAST_RAIL));
  let rest = say(curve, dropPoints(curve, isSentinel, NO_LIMIT, true), NO_LIMIT);
  const isTiny = ({ massNumber }: RawPoint): boolean => massNumber > 0 && massNumber < 1e-20;
  rest = say(rest, dropPoints(rest, isTiny, TINY, false), TINY);
  const suspects = new Set([
    ...findWalls(rest.points, decode),
    ...findImpossible(rest.points, decode),
  ]);
  const zeros = new Set(
    rest.points.flatMap((point, i) =>
      decode.mass(point.massNumber) === 0 || decode.value(point.valueNumber) === 0 ? [i] : [],
    ),
  );
  if (suspects.size === 0 && zeros.size === 0) return rest;
  const tell = (chosen: ReadonlySet<number>): string =>
    listSome(
      rest.points.flatMap(({ row, mass, value }, i) =>
        chosen.has(i) ? [`line ${String(row.line)} (${mass}, ${value})`] : [],
      ),
    );
  const texts = [
    ...(suspects.size === 0
      ? []
      : [
          `${tell(suspects)} ${suspects.size === 1 ? 'looks like a wall' : 'look like walls'}: far from the row beside, or beyond what the quantity can be`,
        ]),
    ...(zeros.size === 0 ? [] : [`${tell(zeros)} ${zeros.size === 1 ? 'has' : 'have'} a zero`]),
  ];
  if (decisions.rails === undefined) {
    questions.push({
      decision: 'rails',
      text: `${curve.file}: ${texts.join('; ')}. Measured (keep), or only there to close a drawing or to say “no limit” (drop)?`,
      choices: ['drop', 'keep'],
    });
  }
  if (decisions.rails === 'keep') {
    statements.push({
      about: 'rails',
      text: `${curve.file}: ${texts.join('; ')}: kept, as decided`,
    });
    return rest;
  }
  const isWall = (_: RawPoint, i: number): boolean => suspects.has(i) && !zeros.has(i);
  const why = 'wall that only closes the drawn curve, no limit';
  const whyZero = 'zero that stands for no limit or for the edge of a plot';
  const zeroRows = new Set([...zeros].map((i) => rest.points[i]?.row));
  const walled = dropPoints(rest, isWall, why, false);
  const after = dropPoints(walled, ({ row }) => zeroRows.has(row), whyZero, true);
  if (decisions.rails === 'drop')
    statements.push({
      about: 'rails',
      text: `${curve.file}: ${texts.join('; ')}: left out, as decided`,
    });
  return after;
}

/** Rows at either end, and after a break, that stand far above or below the row beside them. */
function findWalls(points: readonly RawPoint[], decode: Decode): ReadonlySet<number> {
  const found = new Set<number>();
  if (points.length < 4) return found;
  for (const [end, step] of [
    [0, 1],
    [points.length - 1, -1],
  ] as const) {
    const rail = points[end]?.value;
    const run = [end];
    let next = end + step;
    while (points[next]?.value === rail && next > 0 && next < points.length - 1) {
      run.push(next);
      next += step;
    }
    // A long plateau is a curve, not a wall.
    if (run.length > Math.max(3, points.length / 10)) continue;
    const [edge, inside] = [points[end], points[next]].map((point) =>
      decode.value(point?.valueNumber ?? NaN),
    );
    const ratio = (edge ?? NaN) / (inside ?? NaN);
    const isRound = isPowerOfTen(edge ?? NaN) && (edge ?? 0) >= 1e-2;
    if (ratio >= JUMP || (isRound && ratio >= JUMP / 3)) for (const i of run) found.add(i);
  }
  return found;
}

/** A few values that the quantity cannot have stand for something else; many are another unit. */
function findImpossible(points: readonly RawPoint[], { value, quantity }: Decode): number[] {
  if (quantity === undefined) return [];
  const [lowest, highest] = quantity.plausible;
  const found = points.flatMap(({ valueNumber }, i) => {
    const number = value(valueNumber);
    return number !== 0 && (number < lowest || number > highest) ? [i] : [];
  });
  return found.length <= points.length / 10 ? found : [];
}

const isPowerOfTen = (value: number): boolean =>
  value > 0 && Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-12;
