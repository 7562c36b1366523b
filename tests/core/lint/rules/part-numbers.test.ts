import { describe, expect, it } from 'vitest';
import { partNumbers } from '../../../../src/core/lint/rules/part-numbers.ts';
import { lintLimit } from '../../../fixtures/make-catalogue.ts';

describe('part-numbers', () => {
  it('accepts segments, edges and rings numbered in order', () => {
    expect(lintLimit(partNumbers, { rows: '1,1,1e-3 1,2,1e-3 2,3,1e-3 3,4,1e-3' })).toBe('');
    expect(lintLimit(partNumbers, { shape: 'interval' })).toBe('');
    expect(
      lintLimit(partNumbers, {
        shape: 'interval',
        rows: '1,upper,1,1e-4 1,lower,1,1e-5 2,lower,1,1e-5 2,upper,1,1e-4',
      }),
    ).toBe('');
    expect(
      lintLimit(partNumbers, {
        shape: 'contour',
        rows: '1,outer,1,1e-5 2,hole,2,2e-5 3,outer,4,1e-5',
      }),
    ).toBe('');
  });
  it('has nothing to say where nothing is numbered', () => {
    expect(lintLimit(partNumbers, { shape: 'points' })).toBe('');
    expect(lintLimit(partNumbers, { shape: 'grid' })).toBe('');
  });
  it('refuses a count that begins with two', () => {
    expect(lintLimit(partNumbers, { rows: '2,1,1e-3 2,2,1e-3' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :2  error  part-numbers
        found     segment 2 after 0
        expected  segments numbered 1, 2, 3, … in one run of rows each
        fix       renumber the segment column in file order"
    `);
  });
  it('refuses a number left out', () => {
    expect(lintLimit(partNumbers, { rows: '1,1,1e-3 3,2,1e-3' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  part-numbers
        found     segment 3 after 1
        expected  segments numbered 1, 2, 3, … in one run of rows each
        fix       renumber the segment column in file order"
    `);
  });
  it('refuses a segment that comes back', () => {
    expect(lintLimit(partNumbers, { rows: '1,1,1e-3 2,2,1e-3 1,3,1e-3' })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  part-numbers
        found     segment 1 a second time
        expected  segments numbered 1, 2, 3, … in one run of rows each
        fix       renumber the segment column in file order"
    `);
  });
  it('refuses a number that falls back', () => {
    expect(
      lintLimit(partNumbers, {
        shape: 'interval',
        rows: '1,lower,1,1e-5 2,lower,1,1e-5 1,upper,1,1e-4 2,upper,1,1e-4',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  part-numbers
        found     segment 1 after 2
        expected  segments numbered 1, 2, 3, … in one run of rows each
        fix       renumber the segment column in file order"
    `);
  });
  it('refuses a ring that is outer and hole at once', () => {
    expect(lintLimit(partNumbers, { shape: 'contour', rows: '1,outer,1,1e-5 1,hole,2,2e-5' }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  part-numbers
        found     ring 1 after 1
        expected  rings numbered 1, 2, 3, … in one run of rows each
        fix       renumber the ring column in file order"
    `);
  });
  it('asks for both edges of an interval', () => {
    expect(
      lintLimit(partNumbers, {
        shape: 'interval',
        rows: '1,lower,1,1e-5 1,upper,1,1e-4 2,upper,3,1e-4',
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :4  error  part-numbers
        found     segment 2 with the edge upper only
        expected  a lower and an upper edge
        fix       add the other edge, or store the limit as one-sided"
    `);
  });
});
