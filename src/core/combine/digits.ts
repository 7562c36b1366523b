/** A number with that many significant digits. */
export const roundTo = (value: number, digits: number): number => Number(value.toPrecision(digits));

/**
 * Number from its decimal logarithm, with the 12 significant digits that files carry: enough for a
 * round trip, the same on every machine.
 */
export const decodeLog = (log: number): number => roundTo(10 ** log, 12);
