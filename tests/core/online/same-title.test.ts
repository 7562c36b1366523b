import { describe, expect, it } from 'vitest';
import { isSameTitle } from '../../../src/core/online/same-title.ts';

describe('the same title', () => {
  it.each([
    [
      'Search for a Dark Photon in $e^+e^-$ Collisions at BaBar',
      'Search for a dark photon in e+e− collisions at BaBar',
    ],
    [
      'at s=13{\\,}{\\,}TeV with the ATLAS detector',
      'at $\\sqrt{s}=13$ TeV with the ATLAS detector',
    ],
    ['Search for $\\tau\\to e\\alpha$ decays', 'Search for τ → e α decays'],
    [
      'Decays of <mml:math><mml:mi>Υ</mml:mi></mml:math>(1S) mesons',
      'Decays of $\\Upsilon(1S)$ mesons',
    ],
    ['A di-muon search', 'A dimuon search'],
    ['Schr\\"odinger’s cat', "Schrödinger's cat"],
    ['Light &amp; dark', 'Light & dark'],
  ])('is %s and %s', (a, b) => {
    expect(isSameTitle(a, b)).toBe(true);
    expect(isSameTitle(b, a)).toBe(true);
  });
  it.each([
    ['Search for a dark photon', 'Search for a dark scalar'],
    ['Search for a dark photon', 'Search for a dark photon in invisible decays'],
    ['First search for axions', 'Second search for axions'],
  ])('is not %s and %s', (a, b) => {
    expect(isSameTitle(a, b)).toBe(false);
  });
});
