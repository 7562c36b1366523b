import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/online/plain-text.ts';

describe('plain text', () => {
  it('has no tags, one blank between words, and characters for entities', () => {
    expect(plainText('<i>a</i>\n  b &amp; c &#x3b3; &#947; &unknown;')).toBe(
      'a b & c γ γ &unknown;',
    );
  });
  it('keeps an entity that names no character', () => {
    expect(plainText('&#0; &#x110000;')).toBe('&#0; &#x110000;');
  });
});
