import type { EntryMap, QuantityEntry } from './catalogue.ts';
import { CONSTANTS, isConstantName } from './constants.ts';
import type { PowerRelation } from './schema/index.ts';
import { findUnitFactor } from './units.ts';

/** y = factor · x^power, both in canonical units. Power laws are closed under composition and inversion. */
export interface PowerLaw {
  /** [canonical unit of y over that of x to the power] */
  readonly factor: number;
  /** Negative where a larger x means a smaller y; never zero. */
  readonly power: number;
}

/** Changes nothing. */
export const IDENTITY: PowerLaw = { factor: 1, power: 1 };

/** First `first`, then `second`. */
export function composePowerLaws(first: PowerLaw, second: PowerLaw): PowerLaw {
  return {
    factor: second.factor * first.factor ** second.power,
    power: first.power * second.power,
  };
}

/** The law that undoes `law`. */
export function invertPowerLaw(law: PowerLaw): PowerLaw {
  return { factor: law.factor ** (-1 / law.power), power: 1 / law.power };
}

/** Applies a law to one value [canonical unit of its source] → [canonical unit of its target]. */
export const applyPowerLaw = (law: PowerLaw, value: number): number =>
  law.power === 1 ? law.factor * value : law.factor * value ** law.power;

/** True when a larger source means a smaller target, so that above and below change places. */
export const isDecreasing = (law: PowerLaw): boolean => law.power < 0;

/**
 * The exact law that turns `from` into `to` at the given parameters (those of a plane), found along
 * the declared relations; undefined when they are not siblings or a parameter is missing.
 * @param parameters values by name, as a plane has them, for instance `{ alphaD: 0.5 }`
 */
export function findPowerLaw(
  from: string,
  to: string,
  quantities: EntryMap<QuantityEntry>,
  parameters: Readonly<Record<string, number>> = {},
): PowerLaw | undefined {
  const reached = new Map<string, PowerLaw>([[from, IDENTITY]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const law = reached.get(at);
    if (law === undefined) continue;
    if (at === to) return law;
    for (const [next, step] of listSteps(at, quantities, parameters)) {
      if (reached.has(next)) continue;
      reached.set(next, composePowerLaws(law, step));
      queue.push(next);
    }
  }
  return undefined;
}

/** Laws that lead from one quantity to its direct siblings. */
function* listSteps(
  id: string,
  quantities: EntryMap<QuantityEntry>,
  parameters: Readonly<Record<string, number>>,
): Generator<[string, PowerLaw]> {
  for (const relation of quantities.get(id)?.relations ?? []) {
    const law = evaluateRelation(relation, parameters);
    if (law !== undefined) yield [relation.of, invertPowerLaw(law)];
  }
  for (const quantity of quantities.values()) {
    for (const relation of quantity.relations) {
      if (relation.of !== id) continue;
      const law = evaluateRelation(relation, parameters);
      if (law !== undefined) yield [quantity.id, law];
    }
  }
}

/** The relation as a number, or undefined when it needs a parameter that is not given. */
function evaluateRelation(
  relation: PowerRelation,
  parameters: Readonly<Record<string, number>>,
): PowerLaw | undefined {
  let factor = relation.factor;
  for (const [name, exponent] of Object.entries(relation.constants)) {
    if (!isConstantName(name)) return undefined;
    factor *= CONSTANTS[name].value ** exponent;
  }
  for (const [name, exponent] of Object.entries(relation.parameters)) {
    const value = parameters[name];
    if (value === undefined) return undefined;
    factor *= value ** exponent;
  }
  return { factor, power: relation.power };
}

/**
 * The law from numbers in `column`'s unit and quantity to `target` [canonical unit], or undefined
 * when the unit does not fit the quantity or the quantities are not siblings.
 * @param parameters values by name, as a plane has them, for instance `{ alphaD: 0.5 }`
 */
export function findColumnLaw(
  column: { readonly quantity: string; readonly unit: string },
  target: string,
  quantities: EntryMap<QuantityEntry>,
  parameters: Readonly<Record<string, number>>,
): PowerLaw | undefined {
  const quantity = quantities.get(column.quantity);
  if (quantity === undefined) return undefined;
  const unitFactor = findUnitFactor(column.unit, quantity.unit);
  const law = findPowerLaw(column.quantity, target, quantities, parameters);
  if (unitFactor === undefined || law === undefined) return undefined;
  return composePowerLaws({ factor: unitFactor, power: 1 }, law);
}
