import { describe, expect, it } from 'vitest';
import { closedRings } from '../../../../src/core/lint/rules/closed-rings.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('closed-rings', () => {
  it('accepts a ring of three corners that ends where it began', () => {
    expect(lintLimit(closedRings, { shape: 'contour' })).toBe('');
  });
  it('accepts two rings, each closed', () => {
    expect(
      lintLimit(closedRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-5 1,outer,2,1e-4 1,outer,1,1e-5 2,hole,1.5,2e-5 2,hole,2,2e-5 2,hole,2,3e-5 2,hole,1.5,2e-5',
      }),
    ).toBe('');
  });
  it('leaves curves that are not rings alone', () => {
    expect(lintLimit(closedRings, { shape: 'one-sided' })).toBe('');
  });
  it('names the point that an open ring ought to repeat', () => {
    expect(
      lintLimit(closedRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-5 1,outer,2,1e-4',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  closed-rings
        found     an open end of ring 1, role outer
        expected  the first point again: 1,0.00001
        fix       close the ring (transform close-ring), or store the curve as one-sided"
    `);
  });
  it('sees a ring that returns to its mass but not to its value', () => {
    expect(
      lintLimit(closedRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-5 1,outer,2,1e-4 1,outer,1,2e-5',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :5  error  closed-rings
        found     an open end of ring 1, role outer
        expected  the first point again: 1,0.00001
        fix       close the ring (transform close-ring), or store the curve as one-sided"
    `);
  });
  it('refuses a closed ring of two corners', () => {
    expect(
      lintLimit(closedRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-5 1,outer,1,1e-5',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  closed-rings
        found     3 rows in ring 1, role outer
        expected  three corners and the first of them again
        fix       close the ring (transform close-ring), or store the curve as one-sided"
    `);
  });
});
