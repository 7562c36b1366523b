import { describe, expect, it } from 'vitest';
import { massSteps } from '../../../../src/core/lint/rules/mass-steps.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('mass-steps', () => {
  it('accepts a vertical step', () => {
    expect(lintLimit(massSteps, { rows: '1,1,1e-3 1,2,2e-3 1,2,1e-3 1,3,1e-3' })).toBe('');
  });
  it('counts the rows of each segment for themselves', () => {
    expect(
      lintLimit(massSteps, { rows: '1,1,1e-3 1,2,2e-3 1,2,1e-3 2,2,1e-3 2,2,2e-3 2,3,1e-3' }),
    ).toBe('');
  });
  it('accepts points at masses of their own', () => {
    expect(lintLimit(massSteps, { shape: 'points' })).toBe('');
  });
  it('leaves contours, grids and maps alone', () => {
    expect(
      lintLimit(massSteps, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,1,2e-5 1,outer,1,3e-5',
      }),
    ).toBe('');
    expect(lintLimit(massSteps, { shape: 'grid', rows: '1,1,1e-5 1,2,2e-5 1,3,3e-5' })).toBe('');
    expect(lintLimit(massSteps, { shape: 'ratio-map', rows: '1,1,1 1,2,1 1,3,1' })).toBe('');
  });
  it('points at the third row of one mass, once per segment', () => {
    expect(lintLimit(massSteps, { rows: '1,1,1e-3 1,2,1e-3 1,2,2e-3 1,2,3e-3 1,2,4e-3 1,3,1e-3' }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :5  error  mass-steps
        found     3 rows at mass 2
        expected  at most two rows at one mass
        fix       keep the two ends of the step, or store a contour"
    `);
  });
  it('refuses two points at one mass', () => {
    expect(lintLimit(massSteps, { shape: 'points', rows: '1,1e-3 1,2e-3' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  mass-steps
        found     2 rows at mass 1
        expected  each tested mass once
        fix       keep the two ends of the step, or store a contour"
    `);
  });
});
