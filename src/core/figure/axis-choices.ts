import { type Catalogue, mustGet, type PlaneEntry } from '../catalogue.ts';
import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import {
  applyPowerLaw,
  composePowerLaws,
  findPowerLaw,
  IDENTITY,
  isDecreasing,
} from '../quantities.ts';
import type { Axis, Quantity } from '../schema/index.ts';
import { findUnitFactor, UNITS } from '../units.ts';
import type { AxesPreset, AxisChoice, FigureAxis } from './figure-spec.ts';

/** The axis of a plane with everything it can also be read in. */
export function buildAxis(axis: Axis, plane: PlaneEntry, catalogue: Catalogue): FigureAxis {
  const quantity = mustGet(catalogue.quantities, axis.quantity);
  return {
    ...describeQuantity(quantity, quantity.unit),
    quantity: quantity.id,
    range: axis.range,
    scale: axis.scale,
    choices: listChoices(quantity.id, plane, catalogue),
  };
}

/** Units of a mass worth choosing: figures span MeV to TeV, and nobody plots in eV unless they must. */
const OFFERED_UNITS: ReadonlySet<string> = new Set(['1', 'MeV', 'GeV', 'TeV']);

/**
 * The quantity itself, its other units, and every sibling that the plane's parameters reach by an
 * exact power law.
 */
function listChoices(own: string, plane: PlaneEntry, catalogue: Catalogue): AxisChoice[] {
  const { quantities } = catalogue;
  const siblings = [...quantities.values()].filter(({ id }) => id !== own);
  return [mustGet(quantities, own), ...siblings].flatMap((quantity) => {
    const law = findPowerLaw(own, quantity.id, quantities, plane.parameters);
    if (law === undefined) return [];
    const others = quantity.units.filter(
      (unit) => unit !== quantity.unit && OFFERED_UNITS.has(unit),
    );
    return [quantity.unit, ...others].map((unit): AxisChoice => {
      const factor = findUnitFactor(quantity.unit, unit) ?? 1;
      const isOwn = quantity.id === own && unit === quantity.unit;
      return {
        ...describeQuantity(quantity, unit),
        id: unit === quantity.unit ? quantity.id : `${quantity.id}:${unit}`,
        quantity: quantity.id,
        law: isOwn ? IDENTITY : composePowerLaws(law, { factor, power: 1 }),
      };
    });
  });
}

const describeQuantity = (
  { name, symbol, plain }: Quantity,
  unit: string,
): Pick<FigureAxis, 'name' | 'symbol' | 'plain' | 'unit' | 'unitLabel'> => ({
  name,
  symbol,
  plain,
  unit,
  unitLabel: UNITS[unit]?.label ?? unit,
});

/** The views of a plane that its axes can show. */
export function buildPresets(plane: PlaneEntry): AxesPreset[] {
  return plane.views.map(({ id, title, x, y }) => ({
    id,
    title,
    x: { choice: x.quantity, range: x.range },
    y: { choice: y.quantity, range: y.range },
  }));
}

/** The axis as another of its choices shows it; the range follows exactly, rising. */
export function readAxisAs(axis: FigureAxis, choice: AxisChoice): FigureAxis {
  const { id: _, law, ...description } = choice;
  const [a, b] = axis.range.map((end) => roundTo(applyPowerLaw(law, end), COMPUTED_DIGITS));
  return {
    ...axis,
    ...description,
    ...(isDecreasing(law) ? { isReversed: true } : {}),
    range: (a ?? 0) <= (b ?? 0) ? [a ?? 0, b ?? 0] : [b ?? 0, a ?? 0],
  };
}

/** The choice of that id; undefined for the axis itself, or where there is none. */
export const findChoice = (axis: FigureAxis, id: string | undefined): AxisChoice | undefined =>
  id === undefined || id === axis.choices?.[0]?.id
    ? undefined
    : axis.choices?.find((choice) => choice.id === id);
