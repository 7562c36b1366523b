import { describe, expect, it } from 'vitest';
import { mustGet } from '../../../src/core/catalogue.ts';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  epsilonToGaugeCoupling,
  epsilonToHiggsstrahlung,
  epsilonToYield,
  EXACT_TRANSFORMS,
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
  it('say why others are none', () => {
    for (const { between, why } of NO_TRANSFORMS) {
      expect(between).toMatch(/ and /);
      expect(why.length).toBeGreaterThan(30);
    }
  });
});
