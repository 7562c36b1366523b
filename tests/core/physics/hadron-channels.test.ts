import { describe, expect, it } from 'vitest';
import {
  coupleMesons,
  HADRON_CHANNELS,
  HADRON_TABLES_TO_GEV,
  isHadronChannel,
  sampleHadrons,
  weighHadrons,
  type HadronChannel,
} from '../../../src/core/physics/hadron-channels.ts';
import { HADRON_TABLES } from '../../../src/core/physics/hadron-tables-data.ts';

describe('the hadronic channels of light vectors', () => {
  it('stand in the order in which they open', () => {
    expect(HADRON_CHANNELS).toEqual([
      'pi0-gamma',
      'pi-pi',
      'pi-pi-pi0',
      'k-k',
      'pi-pi-pi-pi',
      'pi-pi-pi0-pi0',
      'k-k-pi',
      'other',
    ]);
  });
  it('are those that are tabulated, and no other final states', () => {
    expect(new Set(HADRON_TABLES.map(({ channel }) => channel))).toEqual(new Set(HADRON_CHANNELS));
    for (const state of HADRON_CHANNELS) expect(isHadronChannel(state), state).toBe(true);
    for (const state of ['e-e', 'mu-mu', 'gamma-gamma', '', 'pi'])
      expect(isHadronChannel(state), state).toBe(false);
  });
});

describe('the couplings of quark charges to mesons', () => {
  it('are one for a photon, but for the sign of the φ', () => {
    const { rho, omega, phi } = coupleMesons(2 / 3, -1 / 3, -1 / 3);
    expect(rho).toBeCloseTo(1, 12);
    expect(omega).toBeCloseTo(1, 12);
    expect(phi).toBeCloseTo(-1, 12);
  });
  it('leave out the ρ for equal charges, the ω for opposite ones and the φ without strangeness', () => {
    expect(coupleMesons(0.5, 0.5, 2)).toEqual({ rho: 0, omega: 3, phi: 6 });
    expect(coupleMesons(0.5, -0.5, 0)).toEqual({ rho: 1, omega: 0, phi: 0 });
  });
});

describe('hadrons at a mass', () => {
  const listOpen = (massGeV: number): HadronChannel[] => [...sampleHadrons(massGeV).keys()];
  it.each<[number, readonly HadronChannel[]]>([
    [0.13, []],
    [0.14, []],
    [0.2, ['pi0-gamma']],
    [0.28, ['pi0-gamma']],
    [0.2801, ['pi0-gamma', 'pi-pi']],
    [0.5, ['pi0-gamma', 'pi-pi', 'pi-pi-pi0']],
    [0.9, ['pi0-gamma', 'pi-pi', 'pi-pi-pi0', 'pi-pi-pi-pi', 'pi-pi-pi0-pi0']],
    [1.02, ['pi0-gamma', 'pi-pi', 'pi-pi-pi0', 'k-k', 'pi-pi-pi-pi', 'pi-pi-pi0-pi0']],
  ])('are at %f GeV the channels that are open there: %j', (massGeV, channels) => {
    expect(listOpen(massGeV)).toEqual(channels);
  });
  it('are all of them where the tables end', () => {
    expect(listOpen(HADRON_TABLES_TO_GEV)).toEqual(HADRON_CHANNELS);
  });
  it('have the parts of those mesons that reach the mass, and no empty ones', () => {
    // The interference of ω and φ in three pions begins at 0.5365 GeV.
    expect(Object.keys(sampleHadrons(0.5).get('pi-pi-pi0') ?? {})).toEqual(['omega', 'phi']);
    expect(Object.keys(sampleHadrons(0.6).get('pi-pi-pi0') ?? {})).toEqual([
      'omega',
      'phi',
      'omega-phi',
    ]);
    for (let massGeV = 0.1; massGeV < 2.2; massGeV += 0.05) {
      for (const [channel, parts] of sampleHadrons(massGeV)) {
        expect(Object.values(parts).length, channel).toBeGreaterThan(0);
        expect(Object.values(parts), channel).not.toContain(0);
      }
    }
  });
  it('have at every row what the row says', () => {
    for (const { channel, meson, rows } of HADRON_TABLES) {
      const [massGeV, ratio] = rows[Math.floor(rows.length / 2)] ?? [NaN, NaN];
      expect(sampleHadrons(massGeV).get(channel)?.[meson], `${channel} ${meson}`).toBe(ratio);
    }
  });
  it('stay above 2 GeV what they are there', () => {
    expect(sampleHadrons(7)).toEqual(sampleHadrons(HADRON_TABLES_TO_GEV));
  });
});

describe('the weight of a channel', () => {
  it('is the sum of squares of couplings and twice their product for the interference', () => {
    const couplings = { rho: 2, omega: 3, phi: 5 };
    expect(weighHadrons({ rho: 1 }, couplings)).toBe(4);
    expect(weighHadrons({ omega: 1 }, couplings)).toBe(9);
    expect(weighHadrons({ phi: 1 }, couplings)).toBe(25);
    expect(weighHadrons({ 'omega-phi': 1 }, couplings)).toBe(30);
    expect(weighHadrons({ rho: 1, omega: 1, phi: 1, 'omega-phi': 1 }, couplings)).toBe(68);
    expect(weighHadrons({}, couplings)).toBe(0);
  });
  it('is the square of a sum where both amplitudes are real: (ω + φ)²', () => {
    const parts = { omega: 1, phi: 1, 'omega-phi': 1 };
    for (const [omega, phi] of [
      [1, 2],
      [0.5, -0.25],
      [-3, 1],
    ] as const)
      expect(weighHadrons(parts, { rho: 0, omega, phi })).toBeCloseTo((omega + phi) ** 2, 12);
  });
  it('grows with opposite signs where the interference is destructive, and is never negative', () => {
    const parts = { omega: 1, phi: 1, 'omega-phi': -1 };
    expect(weighHadrons(parts, { rho: 0, omega: 1, phi: -1 })).toBe(4);
    expect(weighHadrons(parts, { rho: 0, omega: 1, phi: 1 })).toBe(0);
    expect(weighHadrons({ 'omega-phi': -1 }, { rho: 0, omega: 1, phi: 1 })).toBe(0);
  });
});
