import { roundTo } from '../../combine/digits.ts';

/** Significant digits of a number in a file: converting leaves noise behind the fifteenth. */
export const FILE_DIGITS = 12;

/** A number that is no curve's, the end of an axis say: its shortest digits, at most twelve. */
export const writeNumber = (value: number): string => String(roundTo(value, FILE_DIGITS));

/** A number of a curve as it is: published digits stay, converted ones were rounded when converted. */
export const writeDigits = (value: number): string => String(value);
