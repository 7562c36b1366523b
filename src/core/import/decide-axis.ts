import type { QuantityEntry } from '../catalogue.ts';
import { normaliseName } from '../figure/own-curve-columns.ts';
import { findPowerLaw } from '../quantities.ts';
import type { Column } from '../schema/index.ts';
import { findUnitFactor, UNITS } from '../units.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { Findings } from './findings.ts';
import { bestFit, fitColumn, onlyPlausible } from './plausible-reading.ts';
import type { Decisions, PlaneContext, SourceFormat } from './source.ts';

/** What is asked about one of the axes. */
export interface AxisQuery {
  readonly name: 'mass' | 'value' | 'parameter';
  readonly column: ColumnFacts;
  /** As in the file. */
  readonly numbers: readonly number[];
  /** Comments and other statements of the file. */
  readonly facts: readonly string[];
  readonly format: SourceFormat;
}

/**
 * Quantity, unit and scale of a column: as decided, as the file says, or as the plane alone allows.
 * What stays open is asked and the axis is undefined.
 */
export function decideAxis(
  query: AxisQuery,
  decisions: Decisions,
  context: PlaneContext | undefined,
  findings: Findings,
): Column | undefined {
  const scale = decideScale(query, decisions, findings);
  const decoded = query.numbers.map((value) => (scale === 'log10' ? 10 ** value : value));
  const quantity = decideQuantity(query, decoded, decisions, context, findings);
  const unit =
    quantity === undefined && context !== undefined
      ? undefined
      : decideUnit(query, quantity, decoded, decisions, context, findings);
  if (scale === undefined || quantity === undefined || unit === undefined) return undefined;
  return { quantity, unit, scale };
}

function decideScale(
  { name, column, numbers }: AxisQuery,
  decisions: Decisions,
  { statements, questions }: Findings,
): Column['scale'] | undefined {
  const say = (text: string): void => {
    statements.push({ about: 'scale', text });
  };
  const decided = decisions[`${name}Scale`];
  if (decided !== undefined) {
    say(`${name}: ${decided === 'log10' ? 'decimal logarithms' : 'as it is'}, as decided`);
    return decided;
  }
  if (column.isLog10) {
    say(`${name}: decimal logarithms, as ${column.label} says`);
    return 'log10';
  }
  const negative = numbers.filter((value) => value < 0).length;
  if (negative === 0) return 'linear';
  const [lowest, highest] = [min(numbers), max(numbers)];
  // Masses may be on both sides of 1 GeV; couplings hardly ever are.
  if (lowest > -40 && highest < 6 && (name === 'mass' || negative === numbers.length)) {
    say(
      `${name}: decimal logarithms, because ${negative === numbers.length ? 'all' : 'some'} numbers are negative (${String(lowest)} to ${String(highest)}, so 10^${lowest.toFixed(1)} to 10^${highest.toFixed(1)}) and no ${name === 'mass' ? 'mass' : 'coupling or rate'} is`,
    );
    return 'log10';
  }
  questions.push({
    decision: `${name}Scale`,
    text: `${column.label} has ${String(negative)} negative numbers of ${String(numbers.length)}: are they decimal logarithms?`,
    choices: ['log10', 'linear'],
  });
  return undefined;
}

/** Quantities that the plane's axis can be read in, its own first. */
export function listSiblings(
  name: 'mass' | 'value',
  { plane, quantities }: PlaneContext,
): QuantityEntry[] {
  const own = name === 'mass' ? plane.x.quantity : plane.y.quantity;
  const reached = [...quantities.values()].filter(
    ({ id }) => findPowerLaw(id, own, quantities, plane.parameters) !== undefined,
  );
  return [...reached.filter(({ id }) => id === own), ...reached.filter(({ id }) => id !== own)];
}

function decideQuantity(
  { name, column, numbers }: AxisQuery,
  decoded: readonly number[],
  decisions: Decisions,
  context: PlaneContext | undefined,
  { statements, questions, problems }: Findings,
): string | undefined {
  const decision = `${name}Quantity` as const;
  const say = (quantity: string, why: string): string => {
    statements.push({ about: 'columns', text: `${name}: ${quantity}, ${why}` });
    return quantity;
  };
  const choices =
    context === undefined
      ? []
      : name === 'parameter'
        ? [...context.quantities.values()].filter(
            ({ role }) => role === 'lifetime' || role === 'length',
          )
        : listSiblings(name, context);
  const decided = decisions[decision];
  if (decided !== undefined) {
    if (context !== undefined && !choices.some(({ id }) => id === decided)) {
      problems.push({
        file: decision,
        found: decided,
        expected: `a quantity that the plane ${context.plane.id} can be read in: ${choices.map(({ id }) => id).join(', ')}`,
        fix: 'choose one of them, or another plane',
      });
      return undefined;
    }
    return say(decided, 'as decided');
  }
  if (context === undefined) {
    questions.push({
      decision,
      text: `Which quantity is the ${name}? The plane says which are possible: name it.`,
      choices: [],
    });
    return undefined;
  }
  const only = choices[0];
  if (only !== undefined && choices.length === 1)
    return say(only.id, `the only quantity the plane ${context.plane.id} can be read in`);
  const named = recognise(column, choices);
  if (named !== undefined) return say(named.id, `as ${column.label} says`);
  if (name !== 'parameter' && numbers.length > 0) {
    const { unit } = column;
    const plausible = onlyPlausible(choices, (choice) =>
      bestFit(
        (unit === undefined ? choice.units : [unit]).map((one) =>
          fitColumn({ quantity: choice.id, unit: one }, decoded, name, context),
        ),
      ),
    );
    if (plausible !== undefined)
      return say(
        plausible.id,
        `because as ${choices
          .filter(({ id }) => id !== plausible.id)
          .map(({ id }) => id)
          .join(' or ')} the numbers would lie outside the plane ${context.plane.id}`,
      );
  }
  questions.push({
    decision,
    text: `Which quantity is the ${name} (${column.label}, ${spanText(numbers)})?`,
    choices: choices.map(({ id }) => id),
  });
  return undefined;
}

/** The quantity that a header names; where only a power tells two apart, by its square. */
function recognise(
  column: ColumnFacts,
  choices: readonly QuantityEntry[],
): QuantityEntry | undefined {
  const wanted = normaliseName(column.bare);
  if (wanted === '') return undefined;
  const exact = choices.find(({ id, plain, symbol, name }) =>
    [id, plain, symbol, name].some((known) => normaliseName(known) === wanted),
  );
  if (exact !== undefined) return exact;
  const alike = choices.filter(({ id, plain, symbol, name }) =>
    [id, plain, symbol, name].some((known) => {
      const bare = normaliseName(known).replaceAll('#', '');
      return (
        bare.length > 0 &&
        wanted.replaceAll('#', '').startsWith(bare.slice(0, 1)) &&
        wanted.length < 20
      );
    }),
  );
  const squares = alike.filter(({ id }) => id.endsWith('-squared'));
  if (alike.length !== 2 || squares.length !== 1) return undefined;
  if (column.isSquared) return squares[0];
  return undefined;
}

function decideUnit(
  { name, column, numbers, facts, format }: AxisQuery,
  quantityId: string | undefined,
  decoded: readonly number[],
  decisions: Decisions,
  context: PlaneContext | undefined,
  { statements, questions, problems }: Findings,
): string | undefined {
  const decision = `${name}Unit` as const;
  const quantity = quantityId === undefined ? undefined : context?.quantities.get(quantityId);
  const units =
    quantity?.units ??
    Object.keys(UNITS).filter(
      (unit) => name !== 'mass' || findUnitFactor(unit, 'GeV') !== undefined,
    );
  const say = (unit: string, why: string): string => {
    statements.push({ about: 'unit', text: `${name}: ${unit === '1' ? 'no unit' : unit}, ${why}` });
    return unit;
  };
  const accept = (unit: string, why: string): string | undefined => {
    if (units.includes(unit)) return say(unit, why);
    problems.push({
      file: decision,
      found: `${unit} (${why})`,
      expected: `a unit of ${quantityId ?? name}: ${units.join(', ')}`,
      fix: `choose the right column, quantity or unit (${decision})`,
    });
    return undefined;
  };
  const decided = decisions[decision];
  if (decided !== undefined) return accept(decided, 'as decided');
  if (column.unit !== undefined) return accept(column.unit, `as ${column.label} says`);
  if (units.length === 1 && units[0] !== undefined)
    return say(units[0], `the only unit of ${quantityId ?? name}`);
  if (name === 'mass') {
    const stated = findMassUnit(facts);
    if (stated !== undefined) return accept(stated.unit, `as the file says: “${stated.where}”`);
    if (format === 'darkcast-lmt') return accept('GeV', 'which Darkcast uses throughout');
    if (format === 'axionlimits-text') return accept('eV', 'which AxionLimits uses throughout');
  } else if (name === 'value') {
    if (format === 'axionlimits-text' && units.includes('GeV^-1'))
      return accept('GeV^-1', 'which AxionLimits uses throughout');
  }
  if (context !== undefined && quantityId !== undefined && name !== 'parameter') {
    const unit = onlyPlausible(units, (choice) =>
      fitColumn({ quantity: quantityId, unit: choice }, decoded, name, context),
    );
    if (unit !== undefined)
      return say(
        unit,
        `because in ${units.filter((one) => one !== unit).join(', ')} the numbers would lie outside the plane ${context.plane.id}`,
      );
  }
  questions.push({
    decision,
    text: `In which unit is the ${name} (${column.label}, ${spanText(numbers)})?`,
    choices: units,
  });
  return undefined;
}

/** The unit of the mass where comments name exactly one. */
export function findMassUnit(
  facts: readonly string[],
): { readonly unit: string; readonly where: string } | undefined {
  const found = facts.flatMap((fact) => {
    const named =
      /(?:\bmass(?:es)?|\bm[\w'′{}\\$]{0,20})\s{0,3}(?:in\s|[[(])\s{0,3}([kMGT]?eV)\b/u.exec(
        fact.slice(0, 500),
      )?.[1];
    return named === undefined ? [] : [{ unit: named, where: fact.slice(0, 80) }];
  });
  const units = new Set(found.map(({ unit }) => unit));
  return units.size === 1 ? found[0] : undefined;
}

const min = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Infinity);
const max = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), -Infinity);

const spanText = (numbers: readonly number[]): string =>
  numbers.length === 0 ? 'no numbers' : `${String(min(numbers))} to ${String(max(numbers))}`;
