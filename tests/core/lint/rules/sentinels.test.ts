import { describe, expect, it } from 'vitest';
import { sentinels } from '../../../../src/core/lint/rules/sentinels.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('sentinels', () => {
  it('accepts curves without rails', () => {
    expect(lintLimit(sentinels, {})).toBe('');
    expect(lintLimit(sentinels, { shape: 'interval' })).toBe('');
  });
  it('accepts a power of ten that continues the curve, and one that is small', () => {
    expect(lintLimit(sentinels, { rows: '1,1,2e-2 1,2,5e-2 1,3,1e-1' })).toBe('');
    expect(lintLimit(sentinels, { rows: '1,1,1e-6 1,2,1e-5 1,3,1e-3' })).toBe('');
  });
  it('accepts a steep end that is not a round number', () => {
    expect(lintLimit(sentinels, { rows: '1,1,1e-4 1,2,1e-4 1,3,0.7' })).toBe('');
  });
  it('has too little to judge by in two rows', () => {
    expect(lintLimit(sentinels, { rows: '1,1,1e-4 1,2,1' })).toBe('');
  });
  it('accepts a mass of zero', () => {
    expect(lintLimit(sentinels, { rows: '1,0,1e-4 1,1,1e-4 1,2,1e-4' })).toBe('');
  });
  it('leaves logarithms, grids and maps alone', () => {
    expect(
      lintLimit(sentinels, {
        value: { quantity: 'epsilon', unit: '1', scale: 'log10' },
        rows: '1,1,-3 1,2,-3 1,3,1',
      }),
    ).toBe('');
    expect(lintLimit(sentinels, { shape: 'grid', rows: '1,1,1e-4 2,1,1e-4 3,1,1e5' })).toBe('');
    expect(lintLimit(sentinels, { shape: 'ratio-map', rows: '1,1e-4,1 2,1e-4,1 3,1,1' })).toBe('');
  });
  it('accepts a very negative logarithm of a mass', () => {
    expect(
      lintLimit(sentinels, {
        mass: { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'log10' },
        rows: '1,-29,1e-4',
      }),
    ).toBe('');
  });
  it('sees a rail of 1e5 at the end of a curve', () => {
    expect(lintLimit(sentinels, { rows: '1,1,1e-4 1,2,1e-4 1,3,1e5' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  sentinels
        found     value 100000 beside 0.0001
        expected  a published limit
        fix       drop the row and account for it in provenance.raw (rail that closes a polygon)"
    `);
  });
  it('sees a rail of 1 at the beginning of a segment', () => {
    expect(lintLimit(sentinels, { rows: '1,1,1e-4 2,2,1 2,3,1e-4 2,4,1e-4' }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  sentinels
        found     value 1 beside 0.0001
        expected  a published limit
        fix       drop the row and account for it in provenance.raw (rail that closes a polygon)"
    `);
  });
  it('sees a rail of two rows', () => {
    expect(lintLimit(sentinels, { rows: '1,1,1e-4 1,2,1e-4 1,3,1 1,4,1' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :5  error  sentinels
        found     value 1 beside 0.0001
        expected  a published limit
        fix       drop the row and account for it in provenance.raw (rail that closes a polygon)"
    `);
  });
  it('sees a mass that stands for zero', () => {
    expect(lintLimit(sentinels, { rows: '1,1e-29,1e-4 1,1,1e-4' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :2  error  sentinels
        found     mass 1e-29
        expected  a mass, or 0 for a search for a massless particle
        fix       drop the row and account for it in provenance.raw (sentinel marks no limit)"
    `);
  });
  it('sees such a mass in a grid too', () => {
    expect(lintLimit(sentinels, { shape: 'grid', rows: '1e-29,1,1e-4 2,1,1e-4' }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :2  error  sentinels
        found     mass 1e-29
        expected  a mass, or 0 for a search for a massless particle
        fix       drop the row and account for it in provenance.raw (sentinel marks no limit)"
    `);
  });
});
