import { describe, expect, it } from 'vitest';
import { findHiddenCharacter, listTextFaults } from '../../../src/core/lint/safe-text.ts';

describe('listTextFaults', () => {
  it('gives every fault of a text', () => {
    const faults = [...listTextFaults('<b>\u202e&amp; javascript:x \\href{a}{b}')];
    expect(faults.map(({ found }) => found)).toEqual([
      'the invisible character \\u{202e}',
      '<b…, which reads as HTML',
      'the HTML entity &amp;',
      'an address that begins with javascript:',
      'the LaTeX command \\href',
    ]);
  });
  it('gives none for text', () => {
    expect([...listTextFaults('m_A′ < 5 GeV & more: “data”')]).toEqual([]);
  });
});

describe('findHiddenCharacter', () => {
  it('names the first character that is not seen; line ends and tabs are', () => {
    expect(findHiddenCharacter('a\tb\nc é μ → 🙂')).toBeUndefined();
    expect(findHiddenCharacter('a\u200bb\u202e')).toBe('\\u{200b}');
  });
});
