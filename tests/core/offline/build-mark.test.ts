import { describe, expect, it } from 'vitest';
import { BUILD_DIGITS, findBuild, UNMARKED } from '../../../src/core/offline/build-mark.ts';

describe('the mark of a build', () => {
  const page = (mark: string): string => `<head><meta name="build" content="${mark}"></head>`;

  it('is read from the head of a page', () => {
    expect(findBuild(page('0123456789abcdef'))).toBe('0123456789abcdef');
    expect(UNMARKED).toHaveLength(BUILD_DIGITS);
  });

  it('is none in development, in a copy, in a page of somebody else, and in the text of a page', () => {
    expect(findBuild(page(UNMARKED))).toBeUndefined();
    expect(findBuild(page('latest'))).toBeUndefined();
    expect(findBuild('<title>Login</title>')).toBeUndefined();
    expect(findBuild(' '.repeat(30_000) + page('0123456789abcdef'))).toBeUndefined();
  });
});
