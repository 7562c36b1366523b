import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../../../src/core/formats/citing/plain-title.ts';
import { HOSTILE_TEXTS } from './hostile-references.ts';

describe('a title as plain text', () => {
  it.each([
    [
      'Search for a Dark Photon in $e^+e^-$ Collisions',
      'Search for a Dark Photon in e⁺e⁻ Collisions',
    ],
    [String.raw`${'${e}^{+}{e}^{-}$'} pairs`, 'e⁺e⁻ pairs'],
    [String.raw`Evidence for $B^{+}\to K^{+}\nu\bar{\nu}$ decays`, 'Evidence for B⁺ → K⁺νν̄ decays'],
    [String.raw`$B^0 \!\to K^{*0}\mu^+\mu^-$`, 'B⁰ → K*⁰μ⁺μ⁻'],
    [String.raw`$A'\!\to\!\mu^+\mu^-$ decays`, 'A′ → μ⁺μ⁻ decays'],
    [
      String.raw`an $L_{\mu}$--$L_{\tau}$ boson at $\sqrt{s} = 13\,\text{TeV}$`,
      'an Lμ–Lτ boson at √s = 13 TeV',
    ],
    [String.raw`Upsilon ---\ensuremath{>} gamma A0`, 'Upsilon → gamma A0'],
    [String.raw`280\textendash{}970\,\,MeV of a \Upsilon(1S)`, '280–970 MeV of a Υ(1S)'],
    [String.raw`DA$\Phi$NE in 400-{GeV}/$c^2$ beams`, 'DAΦNE in 400-GeV/c² beams'],
    [String.raw`Bl\"umlein, Fern{\'a}ndez, \v{S} \& \o`, 'Blümlein, Fernández, Š & ø'],
    [
      '{The Full Event Interpretation}: {An Algorithm}',
      'The Full Event Interpretation: An Algorithm',
    ],
    ['pi+ -> e+ neutrino', 'pi+ → e+ neutrino'],
    [
      String.raw`\textit{dark} photons at \emph{BABAR}, {\it Belle}`,
      'dark photons at BABAR, Belle',
    ],
    ['10.58~GeV', '10.58 GeV'],
  ])('%s', (written, plain) => {
    expect(plainTitle(written)).toBe(plain);
  });

  it('has one line and no brace, whatever it was', () => {
    for (const text of HOSTILE_TEXTS) {
      expect(plainTitle(text)).not.toMatch(/[{}\p{C}\p{Zl}\p{Zp}]/u);
      expect(plainTitle(text)).not.toBe('');
    }
  });
});
