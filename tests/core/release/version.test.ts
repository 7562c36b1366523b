import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  nextVersion,
  parseVersion,
  tagOf,
} from '../../../src/core/release/version.ts';

describe('a version', () => {
  it('is three whole numbers', () => {
    expect(parseVersion('1.20.3')).toEqual([1, 20, 3]);
  });
  it.each(['v1.2.3', '1.2', '1.2.3.4', '01.2.3', '1.2.3-beta', '1.2.x', ''])(
    'is not "%s"',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
  it('is ordered by number, not by letter', () => {
    expect(compareVersions([0, 10, 0], [0, 9, 9])).toBeGreaterThan(0);
    expect(compareVersions([1, 0, 0], [0, 9, 9])).toBeGreaterThan(0);
    expect(compareVersions([1, 2, 3], [1, 2, 3])).toBe(0);
  });
  it('goes up in the middle for something new, at the end for corrections', () => {
    expect(nextVersion([0, 1, 4], true)).toBe('0.2.0');
    expect(nextVersion([0, 1, 4], false)).toBe('0.1.5');
  });
  it('has a tag that begins with v', () => {
    expect(tagOf('0.2.0')).toBe('v0.2.0');
  });
});
