import { describe, expect, it } from 'vitest';
import { listParts } from '../../../src/core/lint/parts.ts';
import { makeLimit } from '../../fixtures/make-catalogue.ts';

describe('listParts', () => {
  it('gives the runs of rows of each segment', () => {
    expect(listParts(makeLimit({ rows: '1,1,1e-3 1,2,1e-3 2,3,1e-3' }))).toEqual([
      { name: 'segment 1', from: 0, to: 2 },
      { name: 'segment 2', from: 2, to: 3 },
    ]);
  });
  it('tells the edges of a segment apart', () => {
    const rows = '1,lower,1,1e-5 1,upper,1,1e-4 1,upper,2,1e-4 2,upper,3,1e-4';
    expect(listParts(makeLimit({ shape: 'interval', rows }))).toEqual([
      { name: 'segment 1, edge lower', from: 0, to: 1 },
      { name: 'segment 1, edge upper', from: 1, to: 3 },
      { name: 'segment 2, edge upper', from: 3, to: 4 },
    ]);
  });
  it('tells rings and their roles apart', () => {
    const rows = '1,outer,1,1e-5 1,outer,2,1e-5 2,hole,1,1e-5 3,hole,1,1e-5';
    expect(listParts(makeLimit({ shape: 'contour', rows })).map(({ name }) => name)).toEqual([
      'ring 1, role outer',
      'ring 2, role hole',
      'ring 3, role hole',
    ]);
  });
  it('gives a part for each run, also where a number comes back', () => {
    const rows = '1,1,1e-3 2,2,1e-3 1,3,1e-3';
    expect(listParts(makeLimit({ rows })).map(({ name }) => name)).toEqual([
      'segment 1',
      'segment 2',
      'segment 1',
    ]);
  });
  it('takes all rows as one part without a name where nothing is numbered', () => {
    expect(listParts(makeLimit({ shape: 'points' }))).toEqual([{ name: '', from: 0, to: 3 }]);
  });
});
