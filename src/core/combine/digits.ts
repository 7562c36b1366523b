/** A number with that many significant digits. */
export const roundTo = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** Digits of a number that was converted or computed: those behind them are noise of the arithmetic. */
export const COMPUTED_DIGITS = 12;

/**
 * Number from its decimal logarithm, with the 12 significant digits that files carry: enough for a
 * round trip, the same on every machine.
 */
export const decodeLog = (log: number): number => roundTo(10 ** log, COMPUTED_DIGITS);
