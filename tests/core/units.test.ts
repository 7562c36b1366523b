import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnitFactor, UNITS } from '../../src/core/units.ts';

fc.configureGlobal({ seed: 20261122, numRuns: 300 });

const unit = fc.constantFrom(...Object.keys(UNITS));

describe('findUnitFactor', () => {
  it('converts energies, inverse energies, times, lengths and cross sections', () => {
    expect(findUnitFactor('MeV', 'GeV')).toBe(1e-3);
    expect(findUnitFactor('eV', 'MeV')).toBeCloseTo(1e-6, 20);
    expect(findUnitFactor('TeV', 'GeV')).toBe(1e3);
    expect(findUnitFactor('TeV^-1', 'GeV^-1')).toBe(1e-3);
    expect(findUnitFactor('MeV^-1', 'GeV^-1')).toBe(1e3);
    expect(findUnitFactor('ps', 's')).toBe(1e-12);
    expect(findUnitFactor('mm', 'cm')).toBeCloseTo(0.1, 15);
    expect(findUnitFactor('pb', 'fb')).toBe(1e3);
  });
  it('gives one for a unit and itself', () => {
    for (const name of Object.keys(UNITS)) expect(findUnitFactor(name, name)).toBe(1);
  });
  it('gives nothing between different dimensions', () => {
    expect(findUnitFactor('GeV', 'GeV^-1')).toBeUndefined();
    expect(findUnitFactor('GeV^-1', 'GeV^-2')).toBeUndefined();
    expect(findUnitFactor('s', 'm')).toBeUndefined();
    expect(findUnitFactor('1', 'GeV')).toBeUndefined();
  });
  it('gives nothing for units it does not know, in either place', () => {
    expect(findUnitFactor('gev', 'gev')).toBeUndefined();
    expect(findUnitFactor('gev', 'GeV')).toBeUndefined();
    expect(findUnitFactor('GeV', 'gev')).toBeUndefined();
    expect(findUnitFactor('constructor', 'toString')).toBeUndefined();
  });
  it('has an inverse: there and back is one', () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const there = findUnitFactor(a, b);
        const back = findUnitFactor(b, a);
        expect(there === undefined).toBe(UNITS[a]?.dimension !== UNITS[b]?.dimension);
        expect(back === undefined).toBe(there === undefined);
        if (there !== undefined && back !== undefined) expect(there * back).toBeCloseTo(1, 14);
      }),
    );
  });
  it('goes through a third unit to the same number', () => {
    fc.assert(
      fc.property(unit, unit, unit, (a, b, c) => {
        const [first, second, whole] = [
          findUnitFactor(a, b),
          findUnitFactor(b, c),
          findUnitFactor(a, c),
        ];
        if (first === undefined || second === undefined) return;
        expect((first * second) / (whole ?? NaN)).toBeCloseTo(1, 13);
      }),
    );
  });
});

describe('UNITS', () => {
  it('are as many of each other as their prefixes say', () => {
    const equal: [string, number, string][] = [
      ['keV', 1e3, 'eV'],
      ['MeV', 1e3, 'keV'],
      ['GeV', 1e3, 'MeV'],
      ['TeV', 1e3, 'GeV'],
      ['eV^-1', 1e6, 'MeV^-1'],
      ['MeV^-1', 1e3, 'GeV^-1'],
      ['GeV^-1', 1e3, 'TeV^-1'],
      ['s', 1e9, 'ns'],
      ['ns', 1e3, 'ps'],
      ['m', 1e2, 'cm'],
      ['cm', 10, 'mm'],
      ['pb', 1e3, 'fb'],
    ];
    for (const [one, many, other] of equal)
      expect((findUnitFactor(one, other) ?? NaN) / many, `${one} in ${other}`).toBeCloseTo(1, 14);
  });
  it('measure what their names say, and nothing else', () => {
    const dimensions = Object.entries(UNITS).map(([name, { dimension }]) => [name, dimension]);
    const named = (name: string): string => {
      if (name === '1') return 'dimensionless';
      if (name.endsWith('V')) return 'energy';
      if (name.endsWith('V^-1')) return 'inverse-energy';
      if (name.endsWith('V^-2')) return 'inverse-energy-squared';
      if (name.endsWith('s')) return 'time';
      return name.endsWith('m') ? 'length' : 'cross-section';
    };
    expect(dimensions).toEqual(Object.keys(UNITS).map((name) => [name, named(name)]));
  });
  it('are written with their exponents raised, and a pure number without a unit', () => {
    for (const [name, { label }] of Object.entries(UNITS))
      expect(label).toBe(name === '1' ? '' : name.replace('^-1', '⁻¹').replace('^-2', '⁻²'));
  });
});
