const RAISED = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as a superscript. */
export const raise = (exponent: number | string): string =>
  String(exponent).replaceAll(/[-\d]/gu, (letter) => RAISED['-0123456789'.indexOf(letter)] ?? '');

/** A value with its unit, three digits unless told otherwise, powers of ten written out. */
export function formatValue(value: number, unitLabel: string, digitCount = 3): string {
  const unit = unitLabel === '' ? '' : ` ${unitLabel}`;
  if (value === 0 || (value >= 1e-2 && value < 1e4)) {
    return `${String(Number(value.toPrecision(digitCount)))}${unit}`;
  }
  const [digits = '', exponent = '0'] = value.toExponential(digitCount - 1).split('e');
  return `${digits} × 10${raise(Number(exponent))}${unit}`;
}
