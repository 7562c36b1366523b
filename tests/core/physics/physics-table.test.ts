import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HIGGS_MIXED_DECAY_LENGTH } from '../../../src/core/physics/higgs-mixed-data.ts';
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
