import { describe, expect, it } from 'vitest';
import { plausibleValues } from '../../../../src/core/lint/rules/plausible-values.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('plausible-values', () => {
  it('accepts numbers where their quantities can lie', () => {
    expect(lintLimit(plausibleValues, {})).toBe('');
  });
  it('accepts the mass of a massless particle', () => {
    expect(lintLimit(plausibleValues, { rows: '1,0,1e-3 1,1,1e-3' })).toBe('');
  });
  it('reads the coupling of a map', () => {
    expect(lintLimit(plausibleValues, { shape: 'ratio-map' })).toBe('');
  });
  it('leaves units and quantities it cannot read to other rules', () => {
    expect(
      lintLimit(plausibleValues, { value: { quantity: 'epsilon', unit: 'GeV' }, rows: '1,1,5' }),
    ).toBe('');
    expect(
      lintLimit(plausibleValues, { value: { quantity: 'nothing', unit: '1' }, rows: '1,1,5' }),
    ).toBe('');
  });
  it('points at a mass outside the plausible range', () => {
    expect(
      lintLimit(plausibleValues, {
        mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
        rows: '1,1,1e-3 1,2e9,1e-3',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  plausible-values
        found     mass = 2000000 GeV
        expected  mass-dark-photon between 0.000001 and 10000 GeV
        fix       check the unit and the scale (linear or log10) in the metadata, and the number itself"
    `);
  });
  it('points at a value above the plausible range', () => {
    expect(lintLimit(plausibleValues, { rows: '1,1,1e-3 1,2,5 1,3,6' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  plausible-values
        found     value = 5
        expected  epsilon between 1e-12 and 1
        fix       check the unit and the scale (linear or log10) in the metadata, and the number itself"
    `);
  });
  it('points at a value of zero', () => {
    expect(lintLimit(plausibleValues, { rows: '1,1,0' })).toMatchInlineSnapshot(`""`);
  });
  it('catches logarithms that are not declared in a map', () => {
    expect(
      lintLimit(plausibleValues, { shape: 'ratio-map', rows: '1,-4,0.5' }),
    ).toMatchInlineSnapshot(`""`);
  });
  it('catches a logarithm declared where there is none', () => {
    expect(
      lintLimit(plausibleValues, {
        value: { quantity: 'epsilon', unit: '1', scale: 'log10' },
        rows: '1,1,1e-3',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :2  error  plausible-values
        found     value = 1.0023052380778996
        expected  epsilon between 1e-12 and 1
        fix       check the unit and the scale (linear or log10) in the metadata, and the number itself"
    `);
  });
});
