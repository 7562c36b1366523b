import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import { computeAlpToPhotonsGeV, PHOTON_PER_WILSON } from '../../../src/core/physics/alp-widths.ts';

describe('an axion-like particle and two photons', () => {
  it('has the width g²m³/64π: 1 GeV and 1e-5 GeV⁻¹ fly 0.4 mm', () => {
    // By hand: 1e-10/201.06 = 4.9736e-13 GeV; 1.97327e-16/4.9736e-13 = 3.9675e-4 m.
    expect(computeAlpToPhotonsGeV(1, 1e-5)).toBeCloseTo(4.9736e-13, 16);
    expect(CONSTANTS.hbarc.value / computeAlpToPhotonsGeV(1, 1e-5)).toBeCloseTo(3.9675e-4, 7);
  });
  it('goes like g² and m³', () => {
    expect(computeAlpToPhotonsGeV(2, 3) / computeAlpToPhotonsGeV(1, 1)).toBeCloseTo(72, 10);
  });
  it('has 4e² = 16πα of photon coupling for a Wilson coefficient', () => {
    expect(PHOTON_PER_WILSON).toBeCloseTo(16 * Math.PI * CONSTANTS.alpha.value, 14);
  });
});
