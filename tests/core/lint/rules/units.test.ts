import { describe, expect, it } from 'vitest';
import { units } from '../../../../src/core/lint/rules/units.ts';
import {
  lint,
  lintLimit,
  makeLimit,
  makeMass,
  makeQuantity,
} from '../../../fixtures/make-catalogue.ts';

describe('units', () => {
  it('accepts units their quantities allow', () => {
    expect(lintLimit(units, {})).toBe('');
    expect(lintLimit(units, { mass: { quantity: 'mass-dark-photon', unit: 'MeV' } })).toBe('');
    expect(
      lintLimit(units, { shape: 'grid', parameter: { quantity: 'lifetime', unit: 'ps' } }),
    ).toBe('');
  });
  it('leaves quantities that do not resolve to another rule', () => {
    expect(lintLimit(units, { value: { quantity: 'nothing', unit: 'GeV' } })).toBe('');
  });
  it('refuses a unit of another dimension', () => {
    expect(lintLimit(units, { value: { quantity: 'epsilon', unit: 'GeV' } }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml value.unit  error  units
        found     the unit GeV for epsilon
        expected  1
        fix       write the unit the numbers are in; add it to the quantity if it is right"
    `);
  });
  it('refuses a unit its quantity does not list', () => {
    expect(lintLimit(units, { mass: { quantity: 'mass-dark-photon', unit: 'TeV' } }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml mass.unit  error  units
        found     the unit TeV for mass-dark-photon
        expected  MeV, GeV
        fix       write the unit the numbers are in; add it to the quantity if it is right"
    `);
  });
  it('refuses a unit nobody knows, even where the quantity lists it', () => {
    expect(
      lint(units, {
        quantities: [makeMass({ units: ['GeV', 'gev'] }), makeQuantity()],
        limits: [makeLimit({ mass: { quantity: 'mass-dark-photon', unit: 'gev' } })],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml mass.unit  error  units
        found     the unit gev for mass-dark-photon
        expected  GeV, gev
        fix       write the unit the numbers are in; add it to the quantity if it is right"
    `);
  });
  it('looks at the third axis of a grid', () => {
    expect(lintLimit(units, { shape: 'grid', parameter: { quantity: 'lifetime', unit: 'm' } }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml parameter.unit  error  units
        found     the unit m for lifetime
        expected  s, ps
        fix       write the unit the numbers are in; add it to the quantity if it is right"
    `);
  });
  it('refuses a mass column that holds no mass', () => {
    expect(lintLimit(units, { mass: { quantity: 'epsilon', unit: '1' } })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml mass.quantity  error  units
        found     the quantity epsilon, a coupling
        expected  a mass
        fix       name the quantity of the mass column"
    `);
  });
});
