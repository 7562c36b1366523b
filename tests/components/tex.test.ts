import { describe, expect, it } from 'vitest';
import { nameFormulaLink, renderRichText, renderTex } from '../../src/components/tex.ts';

describe('the name of a link', () => {
  it('is the letters of a formula that stands alone', () => {
    expect(nameFormulaLink(renderTex(String.raw`\tau\to\ell\alpha`))).toBe('τ→ℓα');
    expect(nameFormulaLink(renderTex("Z' < 3"))).toBe('Z′ < 3');
  });
  it('is not given where there are words, before or after a formula or without one', () => {
    const formula = renderTex(String.raw`\phi`);
    expect(nameFormulaLink(`${formula} factory`)).toBeUndefined();
    expect(nameFormulaLink(`the ${formula}`)).toBeUndefined();
    expect(nameFormulaLink('the <em>paper</em>')).toBeUndefined();
  });
});

describe('indices in plain text', () => {
  it('are lowered, several letters of a single one too, and file names left alone', () => {
    expect(renderRichText('L_μ−L_τ')).toBe('L<sub>μ</sub>−L<sub>τ</sub>');
    expect(renderRichText('g_aγγ and c_WW/f_a')).toBe(
      'g<sub>aγγ</sub> and c<sub>WW</sub>/f<sub>a</sub>',
    );
    expect(renderRichText('L_tau')).toBe('L_tau');
    expect(renderRichText('limits_of_new')).toBe('limits_of_new');
  });
});
