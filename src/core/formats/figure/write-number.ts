import { COMPUTED_DIGITS, roundTo } from '../../combine/digits.ts';

/** A number that is no curve's, the end of an axis say: its shortest digits, at most twelve. */
export const writeNumber = (value: number): string => String(roundTo(value, COMPUTED_DIGITS));

/** A number of a curve as it is: published digits stay, converted ones were rounded when converted. */
export const writeDigits = (value: number): string => String(value);
