import { describe, expect, it } from 'vitest';
import { mustGet } from '../../../src/core/catalogue.ts';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  derivativeToTauYukawa,
  epsilonToGaugeCoupling,
  epsilonToHiggsstrahlung,
  epsilonToYield,
  EXACT_TRANSFORMS,
  gaugeToFineStructure,
  leptophilicToElectron,
  NO_TRANSFORMS,
  wilsonToPhotonCoupling,
} from '../../../src/core/physics/exact-transforms.ts';
import { findColumnLaw } from '../../../src/core/quantities.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

const { catalogue } = await readRealContent();

describe('the exact transforms', () => {
  it('are the relations that the quantities of the catalogue declare', () => {
    const parameters = { alphaD: 0.5, massRatio: 3 };
    for (const { from, to, apply } of EXACT_TRANSFORMS) {
      const { unit } = mustGet(catalogue.quantities, from);
      const law = findColumnLaw({ quantity: from, unit }, to, catalogue.quantities, parameters);
      expect(law, `${from} to ${to}`).toBeDefined();
      if (law === undefined) continue;
      for (const value of [1e-6, 0.3]) {
        const declared = law.factor * value ** law.power;
        expect(apply(value, parameters) / declared, `${from} to ${to}`).toBeCloseTo(1, 10);
      }
    }
  });
  it('have the values that a hand gives', () => {
    const e = CONSTANTS.e.value;
    expect(epsilonToGaugeCoupling(1e-3, -1, -1)).toBeCloseTo(1e-3 * e, 12);
    expect(epsilonToGaugeCoupling(1e-3, 2 / 3, 1 / 3)).toBeCloseTo(2e-3 * e, 12);
    expect(epsilonToYield(1e-3, 0.5, 3)).toBeCloseTo(0.5e-6 / 81, 18);
    expect(epsilonToHiggsstrahlung(1e-3, 0.5)).toBeCloseTo(5e-7, 15);
    // 4e² = 16πα.
    expect(wilsonToPhotonCoupling(1)).toBeCloseTo(16 * Math.PI * CONSTANTS.alpha.value, 10);
    expect(leptophilicToElectron(1)).toBeCloseTo(0.00051099895 / 246.21965 / e, 12);
  });
  it('are written as readers know them, each with the condition under which it holds', () => {
    const written = EXACT_TRANSFORMS.map(
      ({ from, to, formula, condition }) => [from, to, formula, condition] as const,
    );
    const square = String.raw`\alpha' = g^2/4\pi`;
    expect(written).toEqual([
      [
        'epsilon',
        'dark-matter-yield',
        String.raw`y = \varepsilon^2\alpha_D\,(m_\chi/m_{A'})^4`,
        'at the dark coupling and the ratio of masses that the plane fixes',
      ],
      [
        'c-gammagamma-over-fa',
        'g-agammagamma',
        String.raw`g_{a\gamma\gamma} = 4e^2\,C_{\gamma\gamma}/F_a`,
        'always: two ways to write one term',
      ],
      [
        'c-tau-over-fa',
        'g-tau',
        String.raw`g_\tau = m_\tau\,|c_\tau|/f_a`,
        'on the mass shell of the tau',
      ],
      [
        'xi-leptophilic',
        'epsilon-e',
        String.raw`\varepsilon_e = \xi\,m_e/(v\,e)`,
        'between twice the electron and twice the muon mass',
      ],
      ['g-bl', 'alpha-bl', square, 'always'],
      ['g-le-lmu', 'alpha-le-lmu', square, 'always'],
      ['g-le-ltau', 'alpha-le-ltau', square, 'always'],
      ['gprime-lmu-ltau', 'alpha-lmu-ltau', square, 'always'],
    ]);
  });
  it('give no yield where the plane does not fix the dark coupling or the ratio of masses', () => {
    const toYield = EXACT_TRANSFORMS.find(({ to }) => to === 'dark-matter-yield');
    expect(toYield?.apply(1e-3, { alphaD: 0.5 })).toBeNaN();
    expect(toYield?.apply(1e-3, { massRatio: 3 })).toBeNaN();
  });
  it('give the mass of the tau and the fine-structure constant of a coupling', () => {
    expect(derivativeToTauYukawa(2)).toBeCloseTo(2 * 1.77693, 12);
    // e²/4π = α.
    expect(1 / gaugeToFineStructure(CONSTANTS.e.value)).toBeCloseTo(137.035999177, 8);
  });
  it('say why others are none', () => {
    expect(NO_TRANSFORMS.map(({ between, why }) => `${between}: ${why}`)).toEqual([
      String.raw`mixing $\varepsilon$ and the gauge couplings of $B-L$, $B$ and $L_i-L_j$: production, branching ` +
        'fractions and lifetimes differ from mass to mass; a recast solves for the coupling at each',
      String.raw`$\mathcal B(B\to K^{(*)}S)\,\mathcal B(S\to\ell\ell)$ and $\sin\theta$: the limit depends on the ` +
        'lifetime, and lifetime and branching fractions on the hadronic width; computed for the Belle II maps and ' +
        'marked as computed here',
      String.raw`$C_{BB}/\Lambda$ or $C_{WW}/\Lambda$ and $g_{a\gamma\gamma}$: the coefficient also gives couplings ` +
        'to the Z boson, which change production and decays; planes with more than photons are kept apart',
      String.raw`$1/F_a$ of gluon and of equal couplings, $g_{agg}$ and $g_{a\gamma\gamma}$: mixing with light ` +
        'mesons makes decays depend on the mass, and the papers normalise the gluon term differently',
      String.raw`$c_{ff}/\Lambda$ and $g_Y$: whether two papers’ axes differ by a factor of two is not resolved, so ` +
        'neither is converted',
      String.raw`$|U|^2$ for a Dirac and for a Majorana particle: the factor depends on how the search counts ` +
        'charges and on the lifetime; each nature has its plane',
    ]);
  });
});
