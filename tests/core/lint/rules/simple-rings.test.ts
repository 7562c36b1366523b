import { describe, expect, it } from 'vitest';
import { findCrossing, simpleRings } from '../../../../src/core/lint/rules/simple-rings.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('simple-rings', () => {
  it('accepts two rings that cross each other and a ring that touches itself in a corner', () => {
    expect(
      lintLimit(simpleRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-5 1,outer,2,1e-4 1,outer,1,1e-5 2,outer,1,2e-5 2,outer,3,2e-5 2,outer,2,2e-4 2,outer,1,2e-5',
      }),
    ).toBe('');
    expect(
      lintLimit(simpleRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,2,1e-4 1,outer,3,1e-5 1,outer,3,1e-3 1,outer,2,1e-4 1,outer,1,1e-3 1,outer,1,1e-5',
      }),
    ).toBe('');
  });
  it('accepts a triangle and a square', () => {
    expect(lintLimit(simpleRings, { shape: 'contour' })).toBe('');
    expect(
      lintLimit(simpleRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-5 1,outer,3,1e-4 1,outer,1,1e-4 1,outer,1,1e-5',
      }),
    ).toBe('');
  });
  it('leaves curves that are not rings alone', () => {
    expect(lintLimit(simpleRings, { rows: '1,1,1e-5 1,3,1e-4 1,3,1e-5 1,1,1e-4' })).toBe('');
  });
  it('names the two edges that cross', () => {
    expect(
      lintLimit(simpleRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-4 1,outer,3,1e-5 1,outer,1,1e-4 1,outer,1,1e-5',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  simple-rings
        found     ring 1, role outer crosses itself: the edge after line 2 meets the edge after line 4
        expected  a ring that does not cross itself
        fix       check the order of the points; two regions in one file are two rings"
    `);
  });
  it('finds the crossing in the second ring', () => {
    expect(
      lintLimit(simpleRings, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 1,outer,3,1e-5 1,outer,2,1e-4 1,outer,1,1e-5 2,hole,1,1e-5 2,hole,3,1e-4 2,hole,3,1e-5 2,hole,1,1e-4 2,hole,1,1e-5',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :8  error  simple-rings
        found     ring 2, role hole crosses itself: the edge after line 6 meets the edge after line 8
        expected  a ring that does not cross itself
        fix       check the order of the points; two regions in one file are two rings"
    `);
  });
  it('finds crossings of logarithms as they stand', () => {
    expect(
      lintLimit(simpleRings, {
        shape: 'contour',
        mass: { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'log10' },
        value: { quantity: 'epsilon', unit: '1', scale: 'log10' },
        rows: '1,outer,-1,-5 1,outer,1,-4 1,outer,1,-5 1,outer,-1,-4 1,outer,-1,-5',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  simple-rings
        found     ring 1, role outer crosses itself: the edge after line 2 meets the edge after line 4
        expected  a ring that does not cross itself
        fix       check the order of the points; two regions in one file are two rings"
    `);
  });
  it('judges by edges that are straight in log–log space', () => {
    // At mass 10 the chord from (1, 1e-4) to (100, 1) is at 0.01 on logarithmic axes, at 0.09 on linear ones.
    const mass = [1, 100, 100, 10, 1];
    const value = [1e-4, 1, 1e-3, 0.05, 1e-4];
    const rows = mass.map((m, i) => `1,outer,${String(m)},${String(value[i])}`).join(' ');
    expect(lintLimit(simpleRings, { shape: 'contour', rows })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  simple-rings
        found     ring 1, role outer crosses itself: the edge after line 2 meets the edge after line 4
        expected  a ring that does not cross itself
        fix       check the order of the points; two regions in one file are two rings"
    `);
    expect(findCrossing(Float64Array.from(mass), Float64Array.from(value))).toBeUndefined();
  });
});
