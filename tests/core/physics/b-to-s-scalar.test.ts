import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import { computeBToKAlp, computeBToKScalar } from '../../../src/core/physics/b-to-s-scalar.ts';

const HBAR_GEV_S = CONSTANTS.hbarc.value / CONSTANTS.c.value;

/**
 * Widths at sin θ = 1 [GeV] as the program JLTastet/scalar_portal tests itself against, an implementation of
 * arXiv:1904.10447: test/test_production.py at 36a921f9cf2c0698456264c2dd217f6fad69b1ef.
 */
const PUBLISHED = [
  ['K+', 1.638e-12, 0, 1.8602870173762396e-13],
  ['K+', 1.638e-12, 1, 1.889850436964034e-13],
  ['K+', 1.638e-12, 2, 1.9802185907651862e-13],
  ['K*0', 1.517e-12, 0, 2.249612487030174e-13],
  ['K*0', 1.517e-12, 1, 2.249565572911129e-13],
  ['K*0', 1.517e-12, 2, 2.22912559568721e-13],
  ['K*0', 1.517e-12, 4, 1.0360227019980757e-13],
] as const;

describe('a Higgs-mixed scalar made in decays of B mesons', () => {
  it('has half of sin²θ of the decays to K⁺ below 1 GeV, as arXiv:1809.01876 and 1911.03490 say', () => {
    for (const mass of [0, 0.1, 0.5, 1]) {
      expect(computeBToKScalar('K+', mass)).toBeGreaterThan(0.4);
      expect(computeBToKScalar('K+', mass)).toBeLessThan(0.5);
    }
  });
  it('has the formula of Winkler with all numbers put in by hand', () => {
    // (4.183/246.22) · 3 · 172.57² · 0.0411 · 0.9991/(16π² · 246.22²) = 6.5103e-6;
    // half of it · (5.27941² − 0.493677²)/(4.183 − 0.0935) · 0.33 = 7.2573e-6 GeV;
    // momentum 2.616623 GeV: width 1.96733e-13 GeV, times 1.638e-12 s over ħ.
    expect(computeBToKScalar('K+', 0)).toBeCloseTo(0.48958, 4);
  });
  it('agrees with another program within the choice of quark masses and mixing', () => {
    for (const [kaon, lifetimeS, mass, width] of PUBLISHED) {
      const ratio = computeBToKScalar(kaon, mass) / ((width * lifetimeS) / HBAR_GEV_S);
      // The strange quark is massless there: 4.5 % less for K⁺, as much more for K*⁰. The rest is m_t and V_ts.
      const quarks = kaon === 'K+' ? (1 - 0.0935 / 4.183) ** 2 : (1 + 0.0935 / 4.183) ** 2;
      expect(ratio * quarks, `${kaon} at ${String(mass)} GeV`).toBeGreaterThan(0.99);
      expect(ratio * quarks, `${kaon} at ${String(mass)} GeV`).toBeLessThan(1.02);
    }
  });
  it('ends where there is no energy left', () => {
    expect(computeBToKScalar('K+', 4.785)).toBeGreaterThan(0);
    expect(computeBToKScalar('K+', 4.786)).toBe(0);
    expect(computeBToKScalar('K*0', 4.384)).toBeGreaterThan(0);
    expect(computeBToKScalar('K*0', 4.385)).toBe(0);
  });
});

describe('an axion-like particle made in decays of B mesons by its coupling to W bosons', () => {
  it('has the same kinematics as the scalar', () => {
    for (const kaon of ['K+', 'K*0'] as const) {
      const ratio = (mass: number): number =>
        computeBToKAlp(kaon, mass) / computeBToKScalar(kaon, mass);
      expect(ratio(3) / ratio(0)).toBeCloseTo(1, 12);
    }
  });
  it('has the loop of Izaguirre, Lin and Shuve with all numbers put in by hand', () => {
    // x = (172.57/80.3692)² = 4.61053; x (1 + x (ln x − 1))/(1 − x)² = 1.21522;
    // 3 · 80.3692² · 0.0411 · 0.9991 · 1.21522/(16π² · 246.22²) = 1.01005e-4 per GeV⁻¹.
    const perGeV = 1.01005e-4;
    const matrix = (5.27941 ** 2 - 0.493677 ** 2) * 0.33;
    const width = (2.616623 * ((perGeV * matrix) / 2) ** 2) / (8 * Math.PI * 5.27941 ** 2);
    expect(computeBToKAlp('K+', 0) / ((width * 1.638e-12) / HBAR_GEV_S)).toBeCloseTo(1, 4);
  });
});
