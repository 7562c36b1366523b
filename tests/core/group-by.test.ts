import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/core/group-by.ts';

describe('groupBy', () => {
  it('gives what Map.groupBy gives, in the same order', () => {
    const words = ['BaBar', 'Belle', 'KLOE', 'BESIII', 'LEP'];
    const byLetter = (word: string): string => word.charAt(0);
    expect([...groupBy(words, byLetter)]).toEqual([...Map.groupBy(words, byLetter)]);
    expect([...groupBy(words, byLetter)]).toEqual([
      ['B', ['BaBar', 'Belle', 'BESIII']],
      ['K', ['KLOE']],
      ['L', ['LEP']],
    ]);
    expect([...groupBy([], byLetter)]).toEqual([]);
  });
});
