import { expect, it } from 'vitest';
import { decodeLog, roundTo } from '../../../src/core/combine/digits.ts';

it('a number that went through its logarithm comes back with the digits it had', () => {
  for (const value of [0.0202, 1.7477e-3, 10.58, 3.0799]) {
    expect(decodeLog(Math.log10(value))).toBe(value);
  }
});

it('rounding keeps significant digits, not decimals', () => {
  expect(roundTo(0.00012345, 3)).toBe(0.000123);
});
