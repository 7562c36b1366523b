import { type AxisFrame, toFraction } from './axis-scale.ts';

/** A tick of an axis; the label is empty on minor ticks. */
export interface Tick {
  readonly value: number;
  readonly kind: 'major' | 'minor';
  /** Plain Unicode; powers of ten as `10^-3`. */
  readonly label: string;
}

/**
 * Ticks of an axis inside its range, rising. Logarithmic axes carry powers of ten, thinned where
 * they would crowd, with 2 to 9 as minor ticks; short ones also name 2 and 5.
 * @param lengthPx length of the axis [px]
 * @param spacingPx least distance of two labels [px]
 */
export function listTicks(axis: AxisFrame, lengthPx: number, spacingPx: number): Tick[] {
  if (axis.scale === 'linear') return listLinearTicks(axis, lengthPx, spacingPx);
  const ticks = listLogTicks(axis, lengthPx, spacingPx);
  const named = ticks.filter(({ label }) => label !== '').length;
  // A window inside a decade holds hardly a power of ten: steps of equal size name it.
  return named < 3 && axis.range[1] / axis.range[0] < 9.99
    ? listNarrowTicks(axis, lengthPx, spacingPx)
    : ticks;
}

/** Steps of equal size on a logarithmic axis, as far apart at its crowded end as labels need. */
function listNarrowTicks(axis: AxisFrame, lengthPx: number, spacingPx: number): Tick[] {
  const [from, to] = axis.range;
  // Longer labels than powers of ten have.
  const perPx = (to * Math.log(to / from)) / lengthPx;
  return listSteps(axis, perPx * spacingPx * 1.5, (value, digits) => {
    const isPlain = value >= 1e-3 && value < 1e4;
    if (isPlain) return value.toFixed(digits);
    const exponent = Math.floor(Math.log10(value) + 1e-9);
    const mantissa = Number((value / 10 ** exponent).toPrecision(digits + exponent + 1));
    return `${String(mantissa)}·10^${String(exponent)}`;
  });
}

function listLogTicks(axis: AxisFrame, lengthPx: number, spacingPx: number): Tick[] {
  const [from, to] = axis.range;
  const first = Math.floor(Math.log10(from) + 1e-9);
  const last = Math.ceil(Math.log10(to) - 1e-9);
  const decades = Math.log10(to / from);
  const step = Math.max(1, Math.ceil((spacingPx * decades) / lengthPx));
  const hasMinor = lengthPx / decades >= 22;
  const namesMinor = decades < 3.2 && lengthPx / decades >= 5 * spacingPx;
  const ticks: Tick[] = [];
  for (let exponent = first; exponent <= last; exponent++) {
    const power = 10 ** exponent;
    for (let digit = 1; digit <= 9; digit++) {
      if (digit > 1 && !hasMinor) break;
      // Dividing by 10^n keeps 0.002 exact where multiplying by 10^-n does not.
      const value = exponent < 0 ? digit / 10 ** -exponent : digit * power;
      const at = toFraction(axis, value);
      if (at < -1e-9 || at > 1 + 1e-9) continue;
      if (digit === 1) {
        const label = exponent % step === 0 ? formatPower(exponent) : '';
        ticks.push({ value, kind: 'major', label });
      } else {
        const isNamed = namesMinor && (digit === 2 || digit === 5);
        ticks.push({ value, kind: 'minor', label: isNamed ? formatPlain(value) : '' });
      }
    }
  }
  return ticks;
}

/** 1 and 10 as such, every other power of ten with its exponent. */
const formatPower = (exponent: number): string =>
  exponent === 0 ? '1' : exponent === 1 ? '10' : `10^${String(exponent)}`;

function formatPlain(value: number): string {
  return value >= 1e-3 && value < 1e4 ? String(value) : value.toExponential().replace('e', '·10^');
}

function listLinearTicks(axis: AxisFrame, lengthPx: number, spacingPx: number): Tick[] {
  const [from, to] = axis.range;
  const rough = ((to - from) * spacingPx) / lengthPx;
  return listSteps(axis, rough, (value, digits) => value.toFixed(digits).replace('-', '−'));
}

/** No axis has room for more. */
const MOST_TICKS = 200;

/** Ticks at multiples of the smallest of 1, 2 and 5 times a power of ten that is at least `rough`. */
function listSteps(
  { range: [from, to] }: AxisFrame,
  rough: number,
  write: (value: number, digits: number) => string,
): Tick[] {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((nice) => nice * power >= rough * 0.999) ?? 10) * power;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: Tick[] = [];
  const first = Math.ceil(from / step - 1e-9);
  for (let i = 0; i < MOST_TICKS && (first + i) * step <= to + step * 1e-9; i++) {
    const value = Number(((first + i) * step).toPrecision(12));
    ticks.push({ value, kind: 'major', label: write(value, Math.min(digits, 20)) });
  }
  return ticks;
}
