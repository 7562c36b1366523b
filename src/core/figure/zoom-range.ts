import { roundTo } from '../combine/digits.ts';
import { type AxisFrame, fromFraction, toFraction } from './axis-scale.ts';

type Range = readonly [from: number, to: number];

/** No window is narrower than this: ratio of its ends, or share of them on a linear axis. */
const NARROWEST = 1e-4;

/**
 * The window between two places of an axis, as fractions of what is shown (below 0 and above 1 outwards),
 * never beyond the whole axis unless the window was there already. Undefined for the whole axis, and
 * for nothing narrower than can be told apart.
 */
export function zoomRange(
  shown: AxisFrame,
  whole: Range,
  [a, b]: readonly [number, number],
): Range | undefined {
  const least = Math.min(whole[0], shown.range[0]);
  const most = Math.max(whole[1], shown.range[1]);
  const from = roundTo(Math.max(least, fromFraction(shown, a)), 6);
  const to = roundTo(Math.min(most, fromFraction(shown, b)), 6);
  if (!isWideEnough(shown, from, to)) return shown.range;
  return isWhole(from, to, whole) ? undefined : [from, to];
}

/** The window moved along its axis by a fraction of what it shows, as far as the whole axis reaches. */
export function panRange(shown: AxisFrame, whole: Range, by: number): Range | undefined {
  const least = Math.min(0, toFraction(shown, whole[0]));
  const most = Math.max(0, toFraction(shown, whole[1]) - 1);
  const step = Math.min(most, Math.max(least, by));
  const from = roundTo(fromFraction(shown, step), 6);
  const to = roundTo(fromFraction(shown, 1 + step), 6);
  return isWhole(from, to, whole) ? undefined : [from, to];
}

/** Whether a window shows more than a point. */
export function isWideEnough(
  { scale }: Pick<AxisFrame, 'scale'>,
  from: number,
  to: number,
): boolean {
  if (scale === 'log') return from > 0 && Math.log(to / from) >= NARROWEST;
  return to - from >= NARROWEST * Math.max(Math.abs(from), Math.abs(to));
}

const isWhole = (from: number, to: number, whole: Range): boolean => {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 * Math.abs(b);
  return near(from, whole[0]) && near(to, whole[1]);
};
