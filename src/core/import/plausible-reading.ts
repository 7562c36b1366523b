import { applyPowerLaw, findColumnLaw } from '../quantities.ts';
import type { PlaneContext } from './source.ts';

/** How much of a set of numbers lies on an axis of the plane. */
export type Fit = 'on' | 'partly' | 'off';

/** A little beyond the drawn range still counts as on it [dex]. */
const MARGIN = 0.3;

/** With a smaller share of the numbers on it they do not belong to the axis. */
const LEAST_SHARE = 0.05;

/**
 * Whether numbers lie on an axis.
 * @param numbers decoded; those that are not positive are not looked at
 * @param range of the axis, in the same unit
 */
export function fitAxis(numbers: readonly number[], range: readonly [number, number]): Fit {
  const logs = numbers.filter((value) => value > 0).map(Math.log10);
  if (logs.length === 0) return 'partly';
  logs.sort((a, b) => a - b);
  // Walls and sentinels are no part of the curve: a twentieth at either end is not looked at.
  const skip = Math.floor(logs.length / 20);
  const [from, to] = [logs[skip] ?? 0, logs[logs.length - 1 - skip] ?? 0];
  const lowest = range[0] > 0 ? Math.log10(range[0]) - MARGIN : -Infinity;
  const highest = Math.log10(range[1]) + MARGIN;
  if (from >= lowest && to <= highest) return 'on';
  const inside = logs.filter((log) => log >= lowest && log <= highest);
  return inside.length / logs.length < LEAST_SHARE ? 'off' : 'partly';
}

/**
 * Whether numbers, read as a quantity in a unit, lie on an axis of the plane; off where nothing relates the
 * quantity to the axis.
 * @param decoded logarithms undone
 */
export function fitColumn(
  column: { readonly quantity: string; readonly unit: string },
  decoded: readonly number[],
  name: 'mass' | 'value',
  { plane, quantities }: PlaneContext,
): Fit {
  const axis = name === 'mass' ? plane.x : plane.y;
  const law = findColumnLaw(column, axis.quantity, quantities, plane.parameters);
  if (law === undefined) return 'off';
  return fitAxis(
    decoded.map((value) => applyPowerLaw(law, value)),
    axis.range,
  );
}

/** The best of several readings. */
export const bestFit = (fits: readonly Fit[]): Fit =>
  fits.includes('on') ? 'on' : fits.includes('partly') ? 'partly' : 'off';

/** The one choice that lies on the axis while all others lie off it; undefined where that leaves a doubt. */
export function onlyPlausible<T>(choices: readonly T[], fit: (choice: T) => Fit): T | undefined {
  const fits = choices.map((choice) => ({ choice, fit: fit(choice) }));
  const on = fits.filter((one) => one.fit === 'on');
  const isAlone = on.length === 1 && fits.every((one) => one.fit !== 'partly');
  return isAlone ? on[0]?.choice : undefined;
}
