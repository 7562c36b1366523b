import { describe, expect, it } from 'vitest';
import { editDistance, suggest } from '../../../src/core/lint/suggest.ts';

describe('suggest', () => {
  it('finds the candidate that differs by a transposition, whatever the order', () => {
    const ids = ['epsilon-squared', 'epsilon', 'sin-theta'];
    expect(suggest('epsiln', ids)).toBe('epsilon');
    expect(suggest('epslion', ids.toReversed())).toBe('epsilon');
  });
  it('prefers the first of two that are equally near', () => {
    expect(suggest('babar-2013', ['babar-2014', 'babar-2012'])).toBe('babar-2014');
  });
  it('does not mind upper and lower case', () => {
    expect(suggest('BABAR', ['belle', 'babar'])).toBe('babar');
  });
  it('accepts an edit in every three letters of a long name', () => {
    expect(suggest('abcdefghi', ['abcdefxyz'])).toBe('abcdefxyz');
    expect(suggest('abcdefghi', ['abcdewxyz'])).toBeUndefined();
  });
  it('proposes nothing where nothing is near', () => {
    expect(suggest('kloe', ['babar', 'belle-2'])).toBeUndefined();
    expect(suggest('kloe', [])).toBeUndefined();
    expect(suggest('ab', ['abcdef'])).toBeUndefined();
  });
});

describe('editDistance', () => {
  it('counts insertions, deletions and replacements', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('babar', 'babr')).toBe(1);
    expect(editDistance('babr', 'babar')).toBe(1);
  });
  it('is zero for equal texts and the length where one is empty', () => {
    expect(editDistance('belle', 'belle')).toBe(0);
    expect(editDistance('', 'belle')).toBe(5);
    expect(editDistance('belle', '')).toBe(5);
    expect(editDistance('', '')).toBe(0);
  });
});
