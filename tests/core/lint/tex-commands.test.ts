import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { findForbiddenTex } from '../../../src/core/lint/tex-commands.ts';

describe('findForbiddenTex', () => {
  it('lets mathematics and the accents of bibliographies through', () => {
    for (const text of [
      'plain',
      '\\varepsilon^2\\,\\frac{a}{b}\\qquad\\mathcal{B}(\\Upsilon\\to\\gamma A^0)',
      'Bl\\"umlein, \\c{C}, \\v{s}, \\\'e, \\& \\% \\_',
      '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
    ])
      expect(findForbiddenTex(text), text).toBeUndefined();
  });
  it('names the first command that is not known', () => {
    expect(findForbiddenTex('\\frac{a}{b}\\href{x}{y}\\url{z}')).toBe('\\href');
    expect(findForbiddenTex('\\begin{document}')).toBe('\\begin{document}');
    expect(findForbiddenTex('\\Frac')).toBe('\\Frac');
  });
  it('lets nothing through that makes KaTeX write links, pictures, classes or styles of its author', () => {
    for (const text of [
      '\\href{javascript:x}{a}',
      '\\url{javascript:x}',
      '\\includegraphics{x.png}',
      '\\htmlClass{a}{b}',
      '\\htmlId{a}{b}',
      '\\htmlStyle{a}{b}',
      '\\htmlData{a=b}{c}',
    ]) {
      expect(findForbiddenTex(text), text).toBeDefined();
      // What the list guards against: a KaTeX that trusts.
      expect(
        katex.renderToString(text, { trust: true, throwOnError: false, strict: 'ignore' }),
      ).toMatch(/href=|<img|class="[^"]*\ba\b|id="a"|style="a|data-a/);
    }
  });
});
