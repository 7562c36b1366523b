import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStrictNumber } from '../../../src/core/formats/strict-number.ts';

fc.configureGlobal({ seed: 20261122, numRuns: 300 });

describe('isStrictNumber', () => {
  it('accepts decimal numbers with and without exponent and sign', () => {
    for (const text of [
      '0',
      '1',
      '-1',
      '+1',
      '1.',
      '.5',
      '1.5',
      '1e5',
      '1E-05',
      '2.0241e-02',
      '007',
    ])
      expect(isStrictNumber(text), text).toBe(true);
  });
  it('refuses all else that Number() or a spreadsheet would read', () => {
    const wrong = ['', ' ', '1 ', ' 1', 'nan', 'NaN', 'inf', 'Infinity', '0x10', '0b1', '1_000'];
    for (const text of [
      ...wrong,
      '1,5',
      '1e',
      'e5',
      '.',
      '-',
      '1d5',
      '1e5.0',
      '١',
      '1\n',
      '−1',
      '--1',
    ])
      expect(isStrictNumber(text), text).toBe(false);
  });
  it('accepts the text of every finite double, which reads back as the same double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        for (const text of [String(value), value.toExponential()]) {
          expect(isStrictNumber(text)).toBe(true);
          expect(Number(text) === value).toBe(true);
        }
      }),
    );
  });
  it('accepts nothing that Number() cannot read', () => {
    const character = fc.constantFrom(...Array.from('0123456789.eE+-_xnaif, '));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 8 }), (text) => {
        if (isStrictNumber(text)) expect(Number(text)).not.toBeNaN();
      }),
      { numRuns: 3000 },
    );
  });
});
