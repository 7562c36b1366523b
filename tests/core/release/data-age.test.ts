import { describe, expect, it } from 'vitest';
import { countMonths, describeAge } from '../../../src/core/release/data-age.ts';

describe('the age of the data', () => {
  it('counts whole months', () => {
    expect(countMonths('2026-11-26', '2026-12-25')).toBe(0);
    expect(countMonths('2026-11-26', '2026-12-26')).toBe(1);
    expect(countMonths('2026-11-26', '2028-05-26')).toBe(18);
    expect(countMonths('2026-11-26', '2026-01-01')).toBe(0);
  });
  it('is not worth a word for a year and a half', () => {
    expect(describeAge('2026-11-26', '2028-05-25')).toBeUndefined();
  });
  it('is told in months, then in years', () => {
    expect(describeAge('2026-11-26', '2028-05-26')).toBe('18 months');
    expect(describeAge('2026-11-26', '2028-11-25')).toBe('23 months');
    expect(describeAge('2026-11-26', '2028-11-26')).toBe('2 years');
    expect(describeAge('2026-11-26', '2031-11-25')).toBe('4 years');
  });
});
