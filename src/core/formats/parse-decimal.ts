/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${String(i)}`));

/** Integers up to here are exact, and a product or quotient of two exact numbers is rounded once. */
const LARGEST_EXACT = 2 ** 53;

/**
 * The number that `text` writes between two positions as a plain decimal (`-1.5e-3`), NaN where it is none:
 * no blanks, no `nan`, no `inf`, no hexadecimal, no thousands mark. As `Number` reads it to the last bit
 * (W. D. Clinger, PLDI 1990), in a fraction of the time: tables have millions of numbers.
 */
export function parseDecimal(text: string, from = 0, to = text.length): number {
  let at = from;
  const sign = text.charCodeAt(at);
  if (at < to && (sign === PLUS || sign === MINUS)) at += 1;
  let mantissa = 0;
  let digits = 0;
  let shift = 0;
  let isFraction = false;
  for (; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits += 1;
      if (isFraction) shift -= 1;
    } else if (digit === POINT && !isFraction) isFraction = true;
    else break;
  }
  if (digits === 0) return NaN;
  if (at < to) {
    if ((text.charCodeAt(at) | CASE) !== SMALL_E) return NaN;
    at += 1;
    const powerSign = text.charCodeAt(at);
    if (at < to && (powerSign === PLUS || powerSign === MINUS)) at += 1;
    if (at === to) return NaN;
    let power = 0;
    for (; at < to; at++) {
      const digit = text.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) return NaN;
      power = power * 10 + digit;
    }
    shift += powerSign === MINUS ? -power : power;
  }
  // More digits than a double holds, or a power out of reach: rounded by the engine.
  if (mantissa > LARGEST_EXACT || shift < -22 || shift > 22) return Number(text.slice(from, to));
  const size = shift < 0 ? mantissa / (POWERS[-shift] ?? 1) : mantissa * (POWERS[shift] ?? 1);
  return sign === MINUS ? -size : size;
}

const ZERO = 48;
const POINT = 46 - ZERO;
const PLUS = 43;
const MINUS = 45;
const SMALL_E = 101;
/** The bit that tells small letters from capitals. */
const CASE = 32;
