import { describe, expect, it } from 'vitest';
import type { Connection } from '../../src/components/is-worth-prefetching.ts';
import { isWorthPrefetching } from '../../src/components/is-worth-prefetching.ts';

const isWorth = (to: string, connection?: Connection): boolean =>
  isWorthPrefetching(new URL(to), new URL('https://site.test/planes/p/?x=1'), connection);

describe('loading a page before it is asked for', () => {
  it('is worth it for another page of the site', () => {
    expect(isWorth('https://site.test/limits/a/')).toBe(true);
    expect(isWorth('https://site.test/limits/a/', { saveData: false, effectiveType: '4g' })).toBe(
      true,
    );
  });
  it('is not for files, which may be large, for this page and for other sites', () => {
    expect(isWorth('https://site.test/api/v1/all.zip')).toBe(false);
    expect(isWorth('https://site.test/planes/p/#limits')).toBe(false);
    expect(isWorth('https://other.test/limits/a/')).toBe(false);
  });
  it('is not where the reader saves data or the connection is slow', () => {
    expect(isWorth('https://site.test/limits/a/', { saveData: true })).toBe(false);
    expect(isWorth('https://site.test/limits/a/', { effectiveType: 'slow-2g' })).toBe(false);
    expect(isWorth('https://site.test/limits/a/', { effectiveType: '2g' })).toBe(false);
  });
});
