import { expect, it } from 'vitest';
import { capitalise, count, listNames } from '../../src/core/sentences.ts';

it('names are joined as in a sentence, and those beyond the first few are counted', () => {
  expect(listNames([])).toBe('');
  expect(listNames(['a'])).toBe('a');
  expect(listNames(['a', 'b'])).toBe('a and b');
  expect(listNames(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listNames(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 others');
});

it('one thing is one, and sentences begin with a capital', () => {
  expect([count(1, 'curve'), count(2, 'curve'), count(2, 'mass', 'masses')]).toEqual([
    '1 curve',
    '2 curves',
    '2 masses',
  ]);
  expect([capitalise('ee'), capitalise('')]).toEqual(['Ee', '']);
});
