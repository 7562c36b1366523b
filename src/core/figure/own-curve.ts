import {
  applyPowerLaw,
  composePowerLaws,
  IDENTITY,
  invertPowerLaw,
  type PowerLaw,
} from '../quantities.ts';
import { findUnitFactor } from '../units.ts';
import type { FigureAxis, Path, Point } from './figure-spec.ts';
import { listQuantities, listUnits, readHeader, recogniseQuantity } from './own-curve-columns.ts';
import { cutProblems, type OwnCurveProblem } from './own-curve-problem.ts';
import { type OwnRow, type RawTable, readTables } from './own-curve-table.ts';
import { tidyName } from './own-curve-name.ts';
import { orderByMass } from './own-curve-order.ts';

/** A column of a reader's numbers. */
export interface OwnColumn {
  /** As written, `column 2` where there is no header. */
  readonly name: string;
  /** Smallest and largest number in it, as written; absent where it has none. */
  readonly range?: readonly [from: number, to: number];
}

/** How a reader's numbers are to be understood. */
export interface OwnCurveAnswers {
  /** Indices of columns. */
  readonly x: number;
  readonly y: number;
  /** Quantities that the axes can be read in, and units of them. */
  readonly xQuantity: string;
  readonly yQuantity: string;
  readonly xUnit: string;
  readonly yUnit: string;
  readonly xScale: 'linear' | 'log10';
  readonly yScale: 'linear' | 'log10';
}

/** Something that the reader knows better. */
export interface OwnCurveQuestion {
  /** The answer it asks for. */
  readonly topic: keyof OwnCurveAnswers;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The option taken unless the reader says otherwise. */
  readonly guess: string;
  /** True where the file says so itself, or nothing else is possible. */
  readonly isCertain: boolean;
}

/** A reader's curve as read, before it is placed in a figure. */
export interface OwnCurveDraft {
  readonly name: string;
  readonly columns: readonly OwnColumn[];
  /** Stretches between gaps; a number that is missing is NaN. */
  readonly segments: readonly (readonly OwnRow[])[];
  readonly guess: OwnCurveAnswers;
  /** What was understood, in one sentence. */
  readonly understood: string;
  readonly questions: readonly OwnCurveQuestion[];
}

export interface OwnCurvesRead {
  readonly curves: readonly OwnCurveDraft[];
  readonly problems: readonly OwnCurveProblem[];
}

type Axes = Readonly<Record<'x' | 'y', FigureAxis>>;

/**
 * Reads the curves in a pasted or dropped text: columns separated by commas, semicolons, tabs or blanks, or JSON.
 * Nothing is decided in silence: every guess is a question, with the guess as its answer.
 * @param axes of the figure the curves are for: they tell which units and quantities are likely
 */
export function readOwnCurves(
  text: string,
  axes: Axes,
  hint: { readonly name?: string } = {},
): OwnCurvesRead {
  const { tables, problems } = readTables(text);
  const curves = tables.map((table, i) => {
    const fallback = tidyName(hint.name ?? '') || 'Your curve';
    const numbered = tables.length > 1 ? `${fallback} ${String(i + 1)}` : fallback;
    return draftCurve(table, axes, tidyName(table.name ?? '') || numbered);
  });
  return { curves, problems };
}

function draftCurve(table: RawTable, axes: Axes, name: string): OwnCurveDraft {
  const count = table.header?.length ?? table.segments[0]?.[0]?.values.length ?? 0;
  const columns = Array.from({ length: count }, (_, i): OwnColumn => {
    const range = findRange(table.segments, i);
    return {
      name: table.header?.[i] ?? `column ${String(i + 1)}`,
      ...(range === undefined ? {} : { range }),
    };
  });
  const headers = columns.map((column) =>
    readHeader(table.header === undefined ? '' : column.name),
  );
  const byName = (role: 'x' | 'y', but?: number): number =>
    headers.findIndex((header, i) => header.role === role && i !== but);
  const namedX = byName('x');
  const x = namedX === -1 ? (byName('y') === 0 ? 1 : 0) : namedX;
  const namedY = byName('y', x);
  const y = namedY === -1 ? (x + 1 < count ? x + 1 : x - 1) : namedY;
  const [xFacts, yFacts] = [x, y].map((i) =>
    guessColumn(table, headers, i, i === x ? axes.x : axes.y),
  );
  if (xFacts === undefined || yFacts === undefined) throw new Error('A table has two columns.');
  const guess: OwnCurveAnswers = {
    x,
    y,
    xQuantity: xFacts.quantity.value,
    yQuantity: yFacts.quantity.value,
    xUnit: xFacts.unit.value,
    yUnit: yFacts.unit.value,
    xScale: xFacts.scale.value,
    yScale: yFacts.scale.value,
  };
  const isKnown = count === 2 ? namedX !== -1 || namedY !== -1 : false;
  return {
    name,
    columns,
    segments: table.segments,
    guess,
    understood: tellUnderstood(table, columns, guess, axes),
    questions: [
      askColumn('x', columns, x, isKnown),
      askColumn('y', columns, y, isKnown),
      ...askAxis('x', axes.x, xFacts),
      ...askAxis('y', axes.y, yFacts),
    ],
  };
}

interface Guess<T extends string> {
  readonly value: T;
  readonly isCertain: boolean;
}

/** Quantity, unit and scale of a column, from its name, else from where its numbers fall. */
function guessColumn(
  { segments }: RawTable,
  headers: readonly ReturnType<typeof readHeader>[],
  column: number,
  axis: FigureAxis,
): {
  readonly quantity: Guess<string>;
  readonly unit: Guess<string>;
  readonly scale: Guess<'linear' | 'log10'>;
} {
  const header = headers[column] ?? { bare: '', isLog10: false };
  const quantities = listQuantities(axis);
  const named = recogniseQuantity(header.bare, axis);
  const quantity = named ?? axis.quantity;
  const canonical = quantities.find((one) => one.quantity === quantity)?.unit ?? axis.unit;
  const numbers = segments.flat().flatMap(({ values }) => {
    const value = values[column];
    return value === undefined || Number.isNaN(value) ? [] : [value];
  });
  // No coupling, mass or rate is negative, so that negative numbers are logarithms.
  const looksLog = numbers.some((value) => value < 0) && axis.range[0] >= 0;
  const isLog = header.isLog10 || looksLog;
  const units = listUnits(canonical);
  const isUnitNamed = header.unit !== undefined && units.includes(header.unit);
  const unit = isUnitNamed
    ? header.unit
    : suggestUnit(isLog ? numbers.map((value) => 10 ** value) : numbers, units, axis, quantity);
  return {
    quantity: { value: quantity, isCertain: named !== undefined || quantities.length === 1 },
    unit: { value: unit, isCertain: isUnitNamed || units.length === 1 },
    scale: { value: isLog ? 'log10' : 'linear', isCertain: header.isLog10 && isLog },
  };
}

/** The unit in which most numbers fall inside the axis; the first where none is better. */
function suggestUnit(
  numbers: readonly number[],
  units: readonly string[],
  axis: FigureAxis,
  quantity: string,
): string {
  const inside = units.map((unit) => {
    const law = findLawToAxis(axis, quantity, unit);
    return law === undefined
      ? 0
      : numbers.filter((value) => isInside(axis, applyPowerLaw(law, value))).length;
  });
  return units[inside.indexOf(Math.max(...inside))] ?? axis.unit;
}

const isInside = ({ range: [from, to] }: FigureAxis, value: number): boolean =>
  value >= from && value <= to;

/** From a quantity that the axis can be read in [unit] to the axis's own [its unit]. */
function findLawToAxis(axis: FigureAxis, quantity: string, unit: string): PowerLaw | undefined {
  const choice = axis.choices?.find((one) => one.id === quantity);
  const canonical = quantity === axis.quantity ? axis.unit : choice?.unit;
  const law = quantity === axis.quantity ? IDENTITY : choice && invertPowerLaw(choice.law);
  if (canonical === undefined || law === undefined) return undefined;
  const factor = findUnitFactor(unit, canonical);
  return factor === undefined ? undefined : composePowerLaws({ factor, power: 1 }, law);
}

function findRange(
  segments: RawTable['segments'],
  column: number,
): readonly [number, number] | undefined {
  let [from, to] = [Infinity, -Infinity];
  for (const { values } of segments.flat()) {
    const value = values[column] ?? NaN;
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return from <= to ? [from, to] : undefined;
}

function askColumn(
  topic: 'x' | 'y',
  columns: readonly OwnColumn[],
  guess: number,
  isCertain: boolean,
): OwnCurveQuestion {
  const axis = topic === 'x' ? 'horizontal' : 'vertical';
  return {
    topic,
    text: `Which column is the ${axis} axis?`,
    options: columns.map(({ name }, i) => ({ value: String(i), label: name })),
    guess: String(guess),
    isCertain,
  };
}

function askAxis(
  topic: 'x' | 'y',
  axis: FigureAxis,
  { quantity, unit, scale }: ReturnType<typeof guessColumn>,
): OwnCurveQuestion[] {
  const quantities = listQuantities(axis);
  const canonical = quantities.find((one) => one.quantity === quantity.value)?.unit ?? axis.unit;
  const name = axis.name;
  return [
    {
      topic: `${topic}Quantity`,
      text: `What does the column of the ${name} hold?`,
      options: quantities.map((one) => ({
        value: one.quantity,
        label: `${one.name} (${one.plain})`,
      })),
      guess: quantity.value,
      isCertain: quantity.isCertain,
    },
    {
      topic: `${topic}Unit`,
      text: `In which unit is the ${name}?`,
      options: listUnits(canonical).map((value) => ({
        value,
        label: value === '1' ? 'none' : value,
      })),
      guess: unit.value,
      isCertain: unit.isCertain,
    },
    {
      topic: `${topic}Scale`,
      text: `Is the ${name} given as it is, or as its logarithm?`,
      options: [
        { value: 'linear', label: 'as it is' },
        { value: 'log10', label: 'logarithm to base 10' },
      ],
      guess: scale.value,
      isCertain: scale.isCertain,
    },
  ];
}

function tellUnderstood(
  { segments, format }: RawTable,
  columns: readonly OwnColumn[],
  guess: OwnCurveAnswers,
  axes: Axes,
): string {
  const points = segments.reduce((sum, rows) => sum + rows.length, 0);
  const tell = (topic: 'x' | 'y'): string => {
    const quantity = guess[`${topic}Quantity`];
    const { plain = quantity } =
      listQuantities(axes[topic]).find((one) => one.quantity === quantity) ?? {};
    const unit = guess[`${topic}Unit`];
    const read = guess[`${topic}Scale`] === 'log10' ? `log10 of ${plain}` : plain;
    return `"${columns[guess[topic]]?.name ?? ''}" as ${read}${unit === '1' ? '' : ` in ${unit}`}`;
  };
  const parts = segments.length === 1 ? '' : ` in ${String(segments.length)} stretches`;
  const count = points === 1 ? '1 point' : `${String(points)} points`;
  return `Read ${count}${parts} from ${format}: ${tell('x')} and ${tell('y')}.`;
}

/** A reader's curve in a figure. */
export interface PlacedOwnCurve {
  /** In the axes' own quantities and units; each from left to right, or as given where it goes back and forth. */
  readonly segments: readonly Path[];
  /** Points that could not be placed; each leaves a gap. */
  readonly problems: readonly OwnCurveProblem[];
  /** What makes the result look wrong, as sentences. */
  readonly warnings: readonly string[];
}

/**
 * Places a curve in the axes of a figure. A point that cannot be drawn (zero or negative on a logarithmic axis) is
 * refused with its line and leaves a gap.
 */
export function placeOwnCurve(
  draft: OwnCurveDraft,
  answers: OwnCurveAnswers,
  axes: Axes,
): PlacedOwnCurve {
  const [xLaw, yLaw] = [
    findLawToAxis(axes.x, answers.xQuantity, answers.xUnit),
    findLawToAxis(axes.y, answers.yQuantity, answers.yUnit),
  ];
  if (xLaw === undefined || yLaw === undefined) {
    const [asked, axis] =
      xLaw === undefined
        ? [`${answers.xQuantity} in ${answers.xUnit}`, axes.x]
        : [`${answers.yQuantity} in ${answers.yUnit}`, axes.y];
    return {
      segments: [],
      problems: [
        {
          severity: 'error',
          found: asked,
          expected: `a quantity and a unit that ${axis.name} can be read in`,
        },
      ],
      warnings: [],
    };
  }
  const problems: OwnCurveProblem[] = [];
  const place = (value: number, topic: 'x' | 'y', law: PowerLaw): number => {
    const number = answers[`${topic}Scale`] === 'log10' ? 10 ** value : value;
    return number === 0 || law.power === 1 ? law.factor * number : applyPowerLaw(law, number);
  };
  const segments: Path[] = [];
  for (const rows of draft.segments) {
    let part: Point[] = [];
    const close = (): void => {
      if (part.length > 0) segments.push(orderByMass(part));
      part = [];
    };
    for (const { at, values } of rows) {
      const [xValue, yValue] = [values[answers.x] ?? NaN, values[answers.y] ?? NaN];
      if (Number.isNaN(xValue) || Number.isNaN(yValue)) {
        close();
        continue;
      }
      const point: Point = [place(xValue, 'x', xLaw), place(yValue, 'y', yLaw)];
      const fault = findFault(point, [xValue, yValue], axes);
      if (fault === undefined) {
        part.push(point);
      } else {
        problems.push({ severity: 'error', at, ...fault });
        close();
      }
    }
    close();
  }
  return {
    segments,
    problems: cutProblems(problems),
    warnings: listWarnings(segments, draft, answers, axes),
  };
}

function findFault(
  point: Point,
  written: readonly [number, number],
  axes: Axes,
): Pick<OwnCurveProblem, 'found' | 'expected'> | undefined {
  for (const [i, axis] of [axes.x, axes.y].entries()) {
    const value = point[i] ?? NaN;
    const found = `${String(written[i])} as ${axis.name}`;
    if (!Number.isFinite(value)) return { found, expected: 'a number within reach of a computer' };
    if (axis.scale === 'log' && value <= 0)
      return { found, expected: 'a positive number: the axis is logarithmic' };
  }
  return undefined;
}

function listWarnings(
  segments: readonly Path[],
  draft: OwnCurveDraft,
  answers: OwnCurveAnswers,
  axes: Axes,
): string[] {
  const points = segments.flat();
  if (points.length === 0) return ['No point is left to draw.'];
  const warnings: string[] = [];
  for (const [i, topic] of (['x', 'y'] as const).entries()) {
    const axis = axes[topic];
    const outside = points.filter((point) => !isInside(axis, point[i] ?? NaN)).length;
    if (2 * outside < points.length) continue;
    const percent = String(Math.round((100 * outside) / points.length));
    const canonical =
      listQuantities(axis).find((one) => one.quantity === answers[`${topic}Quantity`])?.unit ??
      axis.unit;
    const numbers = draft.segments.flat().flatMap(({ values }) => {
      const value = values[answers[topic]] ?? NaN;
      return Number.isNaN(value)
        ? []
        : [answers[`${topic}Scale`] === 'log10' ? 10 ** value : value];
    });
    const better = suggestUnit(numbers, listUnits(canonical), axis, answers[`${topic}Quantity`]);
    const advice =
      better === answers[`${topic}Unit`]
        ? 'is it the right column and scale?'
        : `in ${better} more of them would lie inside.`;
    warnings.push(`${percent} % of the points lie outside the figure in ${axis.name}: ${advice}`);
  }
  if (segments.some((path) => path.some(([x], i) => i > 0 && x < (path[i - 1]?.[0] ?? x))))
    warnings.push(
      'The curve goes back and forth along the horizontal axis: it is drawn as given, and not compared with limits there.',
    );
  if (segments.every((path) => path.length === 1))
    warnings.push('No two points belong together, so that there is no line to draw.');
  return warnings;
}
