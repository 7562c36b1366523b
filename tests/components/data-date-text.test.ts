import { describe, expect, it } from 'vitest';
import { describeOld, describeSleep } from '../../src/components/data-date-text.ts';

describe('the notice of old data', () => {
  it('says since when a site sleeps, why, and of when its data are', () => {
    const status = {
      mode: 'asleep',
      since: '2030-01-01',
      why: 'Nobody has taken it over',
    } as const;
    expect(describeSleep('2029-12-01', status)).toBe(
      'The data on this site are of 2029-12-01 and have not been kept up to date since 2030-01-01. ' +
        'Nobody has taken it over. Newer results may exist; the papers are the place to look.',
    );
  });
  it('is not there while somebody keeps the data up to date', () => {
    expect(describeSleep('2029-12-01', { mode: 'active' })).toBeUndefined();
  });
  it('comes by itself after a year and a half', () => {
    expect(describeOld('2026-11-26', '2028-05-25')).toBeUndefined();
    expect(describeOld('2026-11-26', '2028-06-01')).toContain('of 2026-11-26, 18 months ago.');
  });
});
