import { describe, expect, it } from 'vitest';
import { readLatexAccents } from '../../../src/core/contribute/latex-accents.ts';

describe('readLatexAccents', () => {
  it.each([
    [String.raw`Fern{\'a}ndez-Mart{\'\i}nez`, 'Fernández-Martínez'],
    [String.raw`Fern\'andez-Mart\'{\i}nez`, 'Fernández-Martínez'],
    [String.raw`Bl\"umlein and D{\"o}brich and M\"{u}ller`, 'Blümlein and Döbrich and Müller'],
    [String.raw`{\v{S}}imek and Ho\v{r}ava and \v Skoda`, 'Šimek and Hořava and Škoda'],
    [String.raw`Gon\c{c}alves and Fran{\c c}ois`, 'Gonçalves and François'],
    [
      String.raw`{\O}degaard and S{\o}rensen and \L{}ukasik and Wei{\ss}`,
      'Ødegaard and Sørensen and Łukasik and Weiß',
    ],
    [
      String.raw`Erd\H{o}s and \r{A}ngstr\"om and Ko\'scielski`,
      'Erdős and Ångström and Kościelski',
    ],
  ])('reads %s', (latex, text) => {
    expect(readLatexAccents(latex)).toBe(text);
  });
  it('leaves mathematics, other commands and plain text alone', () => {
    for (const text of [
      String.raw`Search for $\bar{B} \to \tilde{s}\, \ell$ at \sqrt{s}`,
      String.raw`Astron. \& Astrophys. 10 \% of \ensuremath{\tau}`,
      String.raw`\Upsilon{}(1S) \to \nu and \rho`,
      'F. Abudinén',
      String.raw`A price of \$5 and $\'a$`,
    ])
      expect(readLatexAccents(text)).toBe(text);
  });
});
