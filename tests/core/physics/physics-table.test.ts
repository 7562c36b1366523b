import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HIGGS_MIXED_DECAY_LENGTH } from '../../../src/core/physics/higgs-mixed-data.ts';
import { interpolateRows } from '../../../src/core/physics/physics-table.ts';
import { R_RATIO } from '../../../src/core/physics/r-ratio-data.ts';
import { readRows, thinDecayLength, thinRatio } from '../../fixtures/thin-physics-tables.ts';

const RAW_DIR = process.env['RAW_DIR'];
const TABLES = [
  [R_RATIO, thinRatio],
  [HIGGS_MIXED_DECAY_LENGTH, thinDecayLength],
] as const;

describe('the tables of widths', () => {
  it('rise in mass, hold positive numbers and say where they come from', () => {
    for (const [{ rows, raw, from }] of TABLES) {
      expect(rows.length).toBeGreaterThan(100);
      expect(raw.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(from.revision).toMatch(/^[0-9a-f]{40}$/);
      for (const [i, [mass, value]] of rows.entries()) {
        expect(mass).toBeGreaterThan(rows[i - 1]?.[0] ?? 0);
        expect(value).toBeGreaterThan(0);
      }
    }
  });
  it.skipIf(RAW_DIR === undefined)(
    'follow from the raw files below RAW_DIR by their rule',
    async () => {
      for (const [{ rows, raw }, thin] of TABLES) {
        const text = await readFile(join(RAW_DIR ?? '', raw.path), 'utf8');
        expect(createHash('sha256').update(text).digest('hex')).toBe(raw.sha256);
        expect(thin(readRows(text))).toEqual(rows);
      }
    },
  );
});

describe('a number read from a table', () => {
  const rows = [
    [1, 2],
    [2, 8],
    [4, 6],
    [8, 6],
    [9, 0],
  ] as const;
  it.each([
    [0.999, 0],
    [1, 2],
    [1.5, 5],
    [1.75, 6.5],
    [2, 8],
    [3, 7],
    [3.5, 6.5],
    [4, 6],
    [6, 6],
    [8, 6],
    [8.25, 4.5],
    [9, 0],
    [1e3, 0],
  ])('is at %f what the straight line between its neighbours has: %f', (massGeV, expected) => {
    expect(interpolateRows(rows, massGeV)).toBeCloseTo(expected, 12);
  });
  it('is exactly that of the row at every mass of the tables', () => {
    for (const [table] of TABLES)
      for (const [massGeV, value] of table.rows)
        expect(interpolateRows(table.rows, massGeV)).toBe(value);
  });
  it('does not lose a small row beside a large one to rounding, inside the table or at its end', () => {
    const [large, small] = [[1, 1e17] as const, [2, 1] as const];
    expect(interpolateRows([large, small, [3, 1]], 2)).toBe(1);
    expect(interpolateRows([large, small], 2)).toBe(1);
  });
  it('is the last value above the last row and zero below the first', () => {
    for (const [{ rows: tabulated }] of TABLES) {
      const [first, last] = [tabulated[0], tabulated.at(-1)];
      expect(interpolateRows(tabulated, (first?.[0] ?? NaN) * (1 - 1e-12))).toBe(0);
      expect(interpolateRows(tabulated, (last?.[0] ?? NaN) * 2)).toBe(last?.[1]);
    }
  });
  it('is zero or constant where there is only one row, and zero where there is none', () => {
    const one = [[1, 5]] as const;
    expect([0.9, 1, 1.1].map((massGeV) => interpolateRows(one, massGeV))).toEqual([0, 5, 5]);
    expect(interpolateRows([], 1)).toBe(0);
  });
});
