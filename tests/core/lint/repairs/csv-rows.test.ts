import { expect, it } from 'vitest';
import {
  cellOf,
  joinRows,
  listRuns,
  splitRows,
} from '../../../../src/core/lint/repairs/csv-rows.ts';

const TEXT = 'segment,edge,mass,value\n1,lower,1,1e-5\n1,lower,2,1e-5\n1,upper,1,1e-4\n';

it('rows are split and joined without a change', () => {
  expect(joinRows(splitRows(TEXT))).toBe(TEXT);
  expect(joinRows(splitRows(TEXT.trimEnd()))).toBe(TEXT);
});

it('runs are rows of one segment and edge, and a cell is found by the name of its column', () => {
  const csv = splitRows(TEXT);
  expect(listRuns(csv).map((run) => run.length)).toEqual([2, 1]);
  expect(cellOf(csv, csv.rows[2] ?? [], 'value')).toBe('1e-4');
});
