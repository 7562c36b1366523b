import { describe, expect, it } from 'vitest';
import { planeTransform } from '../../../../src/core/lint/rules/plane-transform.ts';
import {
  lint,
  lintLimit,
  makeLimit,
  makePlane,
  makeQuantity,
  QUANTITIES,
} from '../../../fixtures/make-catalogue.ts';

describe('plane-transform', () => {
  it('accepts the quantities of the plane', () => {
    expect(lintLimit(planeTransform, {})).toBe('');
  });
  it('accepts a quantity with an exact relation to that of the plane', () => {
    expect(lintLimit(planeTransform, { value: { quantity: 'epsilon-squared', unit: '1' } })).toBe(
      '',
    );
  });
  it('leaves ids that do not resolve to another rule', () => {
    expect(lintLimit(planeTransform, { plane: 'nowhere' })).toBe('');
    expect(lintLimit(planeTransform, { value: { quantity: 'nothing', unit: '1' } })).toBe('');
  });
  it('leaves a unit that does not fit to another rule', () => {
    expect(lintLimit(planeTransform, { mass: { quantity: 'mass-dark-photon', unit: 'ps' } })).toBe(
      '',
    );
  });
  it('refuses a quantity without a relation to that of the plane', () => {
    expect(lintLimit(planeTransform, { value: { quantity: 'lifetime', unit: 's' } }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml plane  error  plane-transform
        found     lifetime on a plane of epsilon
        expected  a quantity with an exact relation to the plane’s, at the plane’s parameters
        fix       choose the plane of that quantity, or declare the relation in content/quantities with its source"
    `);
  });
  it('refuses another plane of another quantity', () => {
    expect(
      lint(planeTransform, {
        planes: [
          makePlane(),
          makePlane({ id: 'other', y: { quantity: 'lifetime', range: [1e-12, 1] } }),
        ],
        limits: [makeLimit({ alsoOn: [{ plane: 'other', why: 'the same particle' }] })],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml alsoOn.0.plane  error  plane-transform
        found     epsilon on a plane of lifetime
        expected  a quantity with an exact relation to the plane’s, at the plane’s parameters
        fix       choose the plane of that quantity, or declare the relation in content/quantities with its source"
    `);
  });
  it('asks the plane for the parameters of a relation', () => {
    const quantities = [
      ...QUANTITIES,
      makeQuantity({
        id: 'y',
        relations: [{ of: 'epsilon', power: 2, parameters: { alphaD: 1 }, why: 'y = α_D ε²' }],
      }),
    ];
    const limits = [makeLimit({ value: { quantity: 'y', unit: '1' } })];
    expect(
      lint(planeTransform, {
        quantities,
        limits,
        planes: [makePlane({ parameters: { alphaD: 0.5 } })],
      }),
    ).toBe('');
    expect(lint(planeTransform, { quantities, limits })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml plane  error  plane-transform
        found     y on a plane of epsilon
        expected  a quantity with an exact relation to the plane’s, at the plane’s parameters
        fix       choose the plane of that quantity, or declare the relation in content/quantities with its source"
    `);
  });
  it('refuses a plane named twice', () => {
    expect(
      lintLimit(planeTransform, { alsoOn: [{ plane: 'dark-photon-visible', why: 'the same' }] }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml alsoOn  error  plane-transform
        found     the same plane twice
        expected  each plane once
        fix       remove the repeated plane"
    `);
  });
});
