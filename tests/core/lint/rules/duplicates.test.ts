import { describe, expect, it } from 'vitest';
import { duplicates } from '../../../../src/core/lint/rules/duplicates.ts';
import { lint, lintLimit, makeLimit } from '../../../fixtures/make-catalogue.ts';

describe('duplicates', () => {
  it('accepts limits with numbers of their own', () => {
    expect(
      lint(duplicates, {
        limits: [
          makeLimit({ id: 'first' }),
          makeLimit({ id: 'second', rows: '1,1,1e-3 1,2,2e-3 1,3,2e-3' }),
        ],
      }),
    ).toBe('');
  });
  it('accepts the same numbers on another plane', () => {
    expect(
      lint(duplicates, {
        limits: [
          makeLimit({ id: 'first' }),
          makeLimit({ id: 'second', plane: 'dark-photon-invisible' }),
        ],
      }),
    ).toBe('');
  });
  it('accepts the same numbers of another quantity', () => {
    expect(
      lint(duplicates, {
        limits: [
          makeLimit({ id: 'first' }),
          makeLimit({ id: 'second', value: { quantity: 'epsilon-squared', unit: '1' } }),
        ],
      }),
    ).toBe('');
  });
  it('names the twin of a limit that came in twice', () => {
    expect(lint(duplicates, { limits: [makeLimit({ id: 'first' }), makeLimit({ id: 'second' })] }))
      .toMatchInlineSnapshot(`
      "limits/vector/second.csv :2  error  duplicates
        found     the same numbers as first
        expected  one dataset per published result
        fix       remove one of the two; where a result holds on another plane too, use alsoOn"
    `);
  });
  it('points at a row that repeats the row before it', () => {
    expect(lintLimit(duplicates, { rows: '1,1,1e-3 1,2,2e-3 1,2,2e-3 1,3,1e-3' }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  duplicates
        found     the row before, again
        expected  each point once
        fix       drop the row and account for it in provenance.raw (repeats the row before)"
    `);
  });
  it('accepts a vertical step and a first point repeated in another segment', () => {
    expect(lintLimit(duplicates, { rows: '1,1,1e-3 1,2,2e-3 1,2,1e-3 1,3,1e-3' })).toBe('');
    expect(lintLimit(duplicates, { rows: '1,1,1e-3 1,2,2e-3 2,2,2e-3 2,3,1e-3' })).toBe('');
  });
  it('looks for repeated rows in curves only', () => {
    expect(lintLimit(duplicates, { shape: 'grid', rows: '1,1e-12,1e-3 1,1e-11,1e-3' })).toBe('');
    expect(lintLimit(duplicates, { shape: 'ratio-map' })).toBe('');
  });
});
