import { expect, it } from 'vitest';
import { makePrintable } from '../../src/core/printable.ts';

it('leaves what is seen as it is', () => {
  expect(makePrintable('m_A′ = 2 GeV/c², “µ → e γ”, 日本 🙂')).toBe(
    'm_A′ = 2 GeV/c², “µ → e γ”, 日本 🙂',
  );
});

it('writes out what a terminal obeys and what nobody sees', () => {
  expect(makePrintable('a\u001b[2Jb\nc\u202ed\u200be\u0000')).toBe(
    String.raw`a\u{1b}[2Jb\u{0a}c\u{202e}d\u{200b}e\u{00}`,
  );
  expect(makePrintable('\ud800')).toBe(String.raw`\u{d800}`);
});
