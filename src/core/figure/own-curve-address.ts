import type { Path, Point } from './figure-spec.ts';
import { tidyName } from './own-curve-name.ts';

/** A reader's curve as an address carries it, in the axes' own quantities and units. */
export interface CarriedCurve {
  readonly name: string;
  readonly segments: readonly Path[];
}

const VERSION = '1';
/** Longest text of a curve written or read: addresses beyond this are cut by some programs. */
export const LONGEST_CURVE = 4000;
/** An address carries this many curves of one figure: longer ones are refused by some browsers. */
export const MOST_CURVES = 20;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A number is one of four digits (mantissa) in one of these many powers of ten, or zero, with a sign. */
const MANTISSAS = 9000;
const LOWEST_POWER = -330;
const POWERS = 640;
const SIGN = 1 + MANTISSAS * POWERS;
const LETTERS_PER_NUMBER = 4;

/**
 * A curve as text for the fragment of an address: letters that need no escape, eight for each point, so that some 480
 * points fit. Numbers keep four significant digits. Undefined for a curve too long, or without points.
 * `1~<name>~<stretch>.<stretch>`
 */
export function encodeOwnCurve({ name, segments }: CarriedCurve): string | undefined {
  const filled = segments.filter((path) => path.length > 0);
  const points = filled.reduce((sum, path) => sum + path.length, 0);
  if (points === 0 || points * 2 * LETTERS_PER_NUMBER > LONGEST_CURVE) return undefined;
  const numbers = filled.map((path) => path.flat().map(encodeNumber));
  if (numbers.some((path) => path.includes(undefined))) return undefined;
  const escaped = encodeURIComponent(tidyName(name)).replaceAll(
    /[~.!'()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const text = `${VERSION}~${escaped}~${numbers.map((path) => path.join('')).join('.')}`;
  return text.length > LONGEST_CURVE ? undefined : text;
}

function encodeNumber(value: number): string | undefined {
  const [digits = '', exponent = ''] = Math.abs(value).toExponential(3).split('e');
  if (!Number.isFinite(Number(`${digits}e${exponent}`))) return undefined;
  const mantissa = Number(digits.replace('.', ''));
  const code =
    mantissa === 0 ? 0 : 1 + mantissa - 1000 + MANTISSAS * (Number(exponent) - LOWEST_POWER);
  return writeCode(value < 0 ? code + SIGN : code);
}

function writeCode(code: number): string {
  let text = '';
  for (let rest = code, i = 0; i < LETTERS_PER_NUMBER; i++, rest = Math.floor(rest / 64))
    text = (LETTERS[rest % 64] ?? '') + text;
  return text;
}

/** Reads what `encodeOwnCurve` wrote. Broken or hostile text is a problem, as a sentence, and never throws. */
export function decodeOwnCurve(
  text: string,
): { readonly curve: CarriedCurve } | { readonly problem: string } {
  if (text.length > LONGEST_CURVE)
    return { problem: 'The curve in the address is too long to be one.' };
  const [version, name, body, ...more] = text.split('~');
  if (name === undefined || body === undefined || more.length > 0)
    return { problem: 'The curve in the address is not complete.' };
  if (version !== VERSION)
    return { problem: 'The curve in the address is of another version than this site can read.' };
  let plain: string;
  try {
    plain = decodeURIComponent(name);
  } catch {
    return { problem: 'The name of the curve in the address is broken.' };
  }
  const segments = body.split('.').map(decodePath);
  if (!segments.every((path) => path !== undefined))
    return { problem: 'The numbers of the curve in the address are broken.' };
  return { curve: { name: tidyName(plain) || 'Your curve', segments } };
}

function decodePath(text: string): Path | undefined {
  if (text === '' || text.length % (2 * LETTERS_PER_NUMBER) !== 0) return undefined;
  const numbers = (text.match(/.{4}/gsu) ?? []).map(decodeNumber);
  const points: Point[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    const [x, y] = [numbers[i], numbers[i + 1]];
    if (x === undefined || y === undefined) return undefined;
    points.push([x, y]);
  }
  return points;
}

function decodeNumber(text: string): number | undefined {
  let code = 0;
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    if (digit === -1) return undefined;
    code = 64 * code + digit;
  }
  const isNegative = code >= SIGN;
  const size = isNegative ? code - SIGN : code;
  if (size >= SIGN) return undefined;
  if (size === 0) return isNegative ? undefined : 0;
  const mantissa = 1000 + ((size - 1) % MANTISSAS);
  const power = Math.floor((size - 1) / MANTISSAS) + LOWEST_POWER;
  const value = Number(`${isNegative ? '-' : ''}${String(mantissa)}e${String(power - 3)}`);
  return Number.isFinite(value) ? value : undefined;
}
