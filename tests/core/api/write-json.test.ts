import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJsonNumber, writeJson } from '../../../src/core/api/write-json.ts';

describe('a number of a table in JSON', () => {
  it.each([
    ['1.50e-3', '1.50e-3'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['1.', '1'],
    ['1.e5', '1e5'],
    ['+1e-3', '1e-3'],
    ['007.10', '7.10'],
    ['00', '0'],
    ['0.123456789012345678901', '0.123456789012345678901'],
  ])('is written for %s as %s', (token, written) => {
    expect(toJsonNumber(token)).toBe(written);
  });
  it('is read as the same number, whatever it looks like', () => {
    const digits = fc.stringMatching(/^\d{1,25}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('', '+', '-'),
        fc.oneof(digits, fc.constant('')),
        fc.oneof(digits, fc.constant('')),
        fc.constantFrom('', 'e5', 'E-07', 'e+3'),
        (sign, whole, fraction, power) => {
          fc.pre(whole + fraction !== '');
          const token = `${sign}${whole}.${fraction}${power}`;
          expect(JSON.parse(toJsonNumber(token))).toBe(Number(token));
        },
      ),
      { seed: 8 },
    );
  });
});

describe('a file of the API as text', () => {
  it('has a member a line, an object of a list a line, and nothing for what is not known', () => {
    const file = { a: 1, b: undefined, c: [{ d: 1 }, { d: 2 }], e: [1, 2], f: { g: 'h' } };
    expect(writeJson(file, { numbers: '[1.50]' })).toBe(
      '{\n "a": 1,\n "c": [\n  {"d":1},\n  {"d":2}\n ],\n "e": [1,2],\n "f": {"g":"h"},\n "numbers": [1.50]\n}\n',
    );
  });
});
