import { describe, expect, it } from 'vitest';
import { countDigits, digits } from '../../../../src/core/lint/rules/digits.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('digits', () => {
  it('has nothing to say of six digits', () => {
    expect(lintLimit(digits, { rows: '1,1,1.23456e-3 1,2,2.34567e-3 1,3,0.00345678' })).toBe('');
  });
  it('points out what a computer wrote, which is no error', () => {
    const rows = '1,1,1.234567890123e-3 1,2,2.345678901234e-3 1,3,1e-3';
    expect(lintLimit(digits, { rows })).toBe(
      `limits/vector/babar-2014-dark-photon.csv :2  info  digits
  found     values with 13 significant digits
  expected  at most 6 that mean something
  fix       nothing, where the source has them: digits are kept as given`,
    );
  });
  it('looks at the values, not at the masses', () => {
    expect(lintLimit(digits, { rows: '1,1.123456789,1e-3 1,2.123456789,1e-3' })).toBe('');
  });
});

describe('countDigits', () => {
  it('counts significant digits only', () => {
    expect(['1', '0.00120', '-1.50e-10', '+123.456', '100', '0'].map(countDigits)).toEqual([
      1, 2, 2, 6, 1, 0,
    ]);
  });
});
