import { describe, expect, it } from 'vitest';
import { edgeOrder } from '../../../../src/core/lint/rules/edge-order.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

const LOG_MASS = { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'log10' } as const;
const LOG_EPSILON = { quantity: 'epsilon', unit: '1', scale: 'log10' } as const;

describe('edge-order', () => {
  it('accepts a lower edge below an upper edge', () => {
    expect(lintLimit(edgeOrder, { shape: 'interval' })).toBe('');
    expect(lintLimit(edgeOrder, { shape: 'band' })).toBe('');
  });
  it('accepts edges that meet at a tip', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        rows: '1,lower,1,1e-5 1,lower,3,1e-4 1,upper,1,1e-4 1,upper,3,1e-4',
      }),
    ).toBe('');
  });
  it('accepts edges that touch at a vertical step', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        rows: '1,lower,1,1e-6 1,lower,2,1e-6 1,lower,2,1e-5 1,lower,3,1e-5 1,upper,1,1e-5 1,upper,2,1e-5 1,upper,2,1e-4 1,upper,3,1e-4',
      }),
    ).toBe('');
  });
  it('compares the edges only at masses where both exist', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        rows: '1,lower,2,1e-5 1,lower,3,1e-3 1,upper,1,1e-4 1,upper,2,1e-4',
      }),
    ).toBe('');
  });
  it('compares the edges of one segment only', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        rows: '1,lower,1,1e-5 1,lower,2,1e-5 1,upper,1,1e-4 1,upper,2,1e-4 2,lower,1,1e-3 2,lower,2,1e-3 2,upper,1,1e-2 2,upper,2,1e-2',
      }),
    ).toBe('');
  });
  it('leaves a segment without an upper edge to another rule', () => {
    expect(lintLimit(edgeOrder, { shape: 'interval', rows: '1,lower,1,1e-5 1,lower,2,1e-5' })).toBe(
      '',
    );
  });
  it('leaves one-sided limits alone', () => {
    expect(lintLimit(edgeOrder, { shape: 'one-sided' })).toBe('');
  });
  it('points at a row of the lower edge above the upper edge', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        rows: '1,lower,1,1e-5 1,lower,2,1e-3 1,lower,3,1e-5 1,upper,1,1e-4 1,upper,2,1e-4 1,upper,3,1e-4',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  edge-order
        found     the lower edge at 0.001 and the upper edge at 0.0001 at mass 2
        expected  lower ≤ upper
        fix       exchange the edges, or cut them where they meet"
    `);
  });
  it('points at a row of the upper edge that dips below the lower edge between two of its rows', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        rows: '1,lower,1,1e-5 1,lower,4,1e-5 1,upper,1,1e-4 1,upper,2,1e-6 1,upper,4,1e-4',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :5  error  edge-order
        found     the lower edge at 0.00001 and the upper edge at 0.000001 at mass 2
        expected  lower ≤ upper
        fix       exchange the edges, or cut them where they meet"
    `);
  });
  it('sees a band whose edges are exchanged', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'band',
        rows: '1,lower,1,1e-4 1,lower,3,1e-4 1,upper,1,1e-5 1,upper,3,1e-5',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :2  error  edge-order
        found     the lower edge at 0.0001 and the upper edge at 0.00001 at mass 1
        expected  lower ≤ upper
        fix       exchange the edges, or cut them where they meet"
    `);
  });
  it('accepts logarithms that meet at a tip', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        mass: LOG_MASS,
        value: LOG_EPSILON,
        rows: '1,lower,-1,-5 1,lower,1,-4 1,upper,-1,-4 1,upper,1,-4',
      }),
    ).toBe('');
  });
  it('undoes logarithms before it compares, across a mass of 1 GeV too', () => {
    expect(
      lintLimit(edgeOrder, {
        shape: 'interval',
        mass: LOG_MASS,
        value: LOG_EPSILON,
        rows: '1,lower,-1,-5 1,lower,1,-5 1,upper,-1,-4 1,upper,0.5,-6 1,upper,1,-4',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :5  error  edge-order
        found     the lower edge at 0.00001 and the upper edge at 0.000001 at mass 3.1622776601683795
        expected  lower ≤ upper
        fix       exchange the edges, or cut them where they meet"
    `);
  });
});
