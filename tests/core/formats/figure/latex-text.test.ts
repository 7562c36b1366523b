import { describe, expect, it } from 'vitest';
import {
  escapeLatex,
  writeLatexMath,
  writeLatexSymbol,
} from '../../../../src/core/formats/figure/latex-text.ts';

describe('text as LaTeX', () => {
  it.each([
    ['50 % & more #1', String.raw`50 \% \& more \#1`],
    [
      'a_b\\input{x}^^5c~$',
      String.raw`a\ensuremath{_{b}}\textbackslash{}input\{x\}\textasciicircum{}\textasciicircum{}5c\textasciitilde{}\$`,
    ],
    ['snake_case', String.raw`snake\_case`],
    ['μ⁺μ⁻', String.raw`\ensuremath{\mu ^{+}\mu ^{-}}`],
    ['GeV⁻¹', String.raw`GeV\ensuremath{^{-1}}`],
    ['K_L → π⁰ X', String.raw`K\ensuremath{_{L}} \ensuremath{\to} \ensuremath{\pi ^{0}} X`],
    ['c_ff/Λ', String.raw`c\ensuremath{_{ff}}/\ensuremath{\Lambda}`],
    ['cc̄', String.raw`c\={c}`],
    ['ν̄', String.raw`\ensuremath{\bar{\nu}}`],
    ['Łódź, Müller, Ørsted', String.raw`\L{}\'{o}d\'{z}, M\"{u}ller, \O{}rsted`],
    ['中', '[U+4E2D]'],
    ['two\nlines\u202E\u0000', 'two lines'],
  ])('%j', (text, expected) => {
    expect(escapeLatex(text)).toBe(expected);
  });

  it('keeps formulas of known commands and falls back to the plain form of others', () => {
    expect(writeLatexMath("m_{A'}")).toBe("$m_{A'}$");
    expect(writeLatexMath(String.raw`\mathcal B(B\to K a)`)).toBe(
      String.raw`$\mathcal{B}(B\to K a)$`,
    );
    const hostile = [
      String.raw`\input{/etc/passwd}`,
      String.raw`\write18{ls}`,
      '}$ oops',
      'a$b',
      '^^5cinput',
      'a%b',
      'a_',
      '{a',
      String.raw`\\`,
      '#1',
      '',
    ];
    for (const symbol of hostile) expect(writeLatexMath(symbol), symbol).toBeUndefined();
    expect(writeLatexSymbol({ symbol: String.raw`\input{x}`, plain: 'm_{A′}^2' })).toBe(
      String.raw`m\textsubscript{A}\textsubscript{\ensuremath{'}}\textsuperscript{2}`,
    );
  });
});
