import { describe, expect, it } from 'vitest';
import { shapeFields } from '../../../../src/core/lint/rules/shape-fields.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';
import { Shape } from '../../../../src/core/schema/index.ts';

describe('shape-fields', () => {
  it('accepts every shape with the facts it needs', () => {
    for (const shape of Shape.options) expect(lintLimit(shapeFields, { shape })).toBe('');
  });
  it('accepts a favoured band and a target line of no experiment', () => {
    expect(lintLimit(shapeFields, { shape: 'band', status: 'favoured', experiment: [] })).toBe('');
    expect(lintLimit(shapeFields, { shape: 'line', status: 'target', experiment: [] })).toBe('');
  });
  it('accepts an observed compilation of no experiment', () => {
    expect(lintLimit(shapeFields, { experiment: [], derivedBy: 'compilation' })).toBe('');
  });
  it('asks for the side of a one-sided limit', () => {
    expect(lintLimit(shapeFields, { excludes: undefined })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml shape  error  shape-fields
        found     shape one-sided without excludes
        expected  excludes: above or below, in the native quantity
        fix       add excludes"
    `);
  });
  it('refuses a side where the shape says what is excluded', () => {
    expect(lintLimit(shapeFields, { shape: 'contour', excludes: 'below' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml excludes  error  shape-fields
        found     excludes: below with shape contour
        expected  no excludes: the shape says what is excluded
        fix       remove excludes, or correct the shape"
    `);
  });
  it('asks for the third axis of a grid', () => {
    expect(lintLimit(shapeFields, { shape: 'grid', parameter: undefined })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml shape  error  shape-fields
        found     a grid without parameter
        expected  a parameter column for grids, and for grids only
        fix       describe the third axis in parameter, or correct the shape"
    `);
  });
  it('refuses a third axis elsewhere', () => {
    expect(lintLimit(shapeFields, { parameter: { quantity: 'lifetime', unit: 's' } }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml shape  error  shape-fields
        found     a parameter with shape one-sided
        expected  a parameter column for grids, and for grids only
        fix       describe the third axis in parameter, or correct the shape"
    `);
  });
  it('refuses an observed band', () => {
    expect(lintLimit(shapeFields, { shape: 'band', status: 'observed' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml status  error  shape-fields
        found     status observed with shape band
        expected  an excluded set: one-sided, interval, contour, points, grid or ratio-map
        fix       correct the shape, or the status (favoured, target)"
    `);
  });
  it('refuses an observed line', () => {
    expect(lintLimit(shapeFields, { shape: 'line', status: 'observed' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml status  error  shape-fields
        found     status observed with shape line
        expected  an excluded set: one-sided, interval, contour, points, grid or ratio-map
        fix       correct the shape, or the status (favoured, target)"
    `);
  });
  it('asks who observed a limit', () => {
    expect(lintLimit(shapeFields, { experiment: [] })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml experiment  error  shape-fields
        found     an observed limit of no experiment
        expected  at least one experiment (none for compilations and targets)
        fix       name the experiment, or write derivedBy: compilation"
    `);
  });
});
