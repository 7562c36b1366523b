import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStrictNumber } from '../../../src/core/formats/strict-number.ts';
import { parseDecimal } from '../../../src/core/formats/parse-decimal.ts';

const expected = (text: string): number => (isStrictNumber(text) ? Number(text) : NaN);

describe('parseDecimal', () => {
  it.each([
    [
      '0',
      '-0',
      '+1',
      '1.',
      '.5',
      '-.5e-3',
      '1.5E+22',
      '1e23',
      '9007199254740993',
      '0e999',
      '1e999',
    ],
    [
      '4.9e-324',
      '1.7976931348623157e308',
      '2.2250738585072011e-308',
      '123456789012345678901234567890',
    ],
    ['', '.', '-', '+-1', 'e5', '1e', '1e+', '1e5.', '1.2.3', '1,5', ' 1', '1 ', '0x10', '1_000'],
    ['nan', 'inf', 'Infinity', '1d5', '1e5e', '١', '1.58ee-2', '−1'],
  ])('reads what is a number, to the last bit, and nothing else: %s …', (...texts) => {
    for (const text of texts) expect(parseDecimal(text), text).toBe(expected(text));
  });
  it('gives what the engine gives for any double, written in any way', () => {
    const written = fc
      .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 20 }))
      .chain(([value, digits]) =>
        fc.constantFrom(String(value), value.toExponential(digits), value.toPrecision(digits + 1)),
      );
    fc.assert(
      fc.property(written, (text) => {
        expect(parseDecimal(text)).toBe(expected(text));
      }),
      { seed: 20260922, numRuns: 3000 },
    );
  });
  it('takes for a number what the strict pattern takes, of any text of such characters', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789+-..eE, x')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (one) => {
        expect(parseDecimal(one)).toBe(expected(one));
      }),
      { seed: 20260922, numRuns: 5000 },
    );
  });
  it('reads a number between two positions', () => {
    expect(parseDecimal('1,2.5e-3,4', 2, 8)).toBe(2.5e-3);
    expect(parseDecimal('12', 1, 1)).toBeNaN();
  });
});
