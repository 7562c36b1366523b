import { describe, expect, it } from 'vitest';
import { formatMessages } from '../../src/io/report.ts';
import { readRealContent } from '../fixtures/real-content.ts';
import { walkToRaw } from '../../src/io/walk-raw.ts';

const RAW_DIR = process.env['RAW_DIR'];

describe('the imported numbers', () => {
  it('name the digest and the rows of every raw file they come from', async () => {
    const { catalogue } = await readRealContent();
    expect(catalogue.limits.size).toBeGreaterThan(0);
    for (const { provenance, table, id, derivedBy } of catalogue.limits.values()) {
      // What this project computes has no raw file; its own test compares it with the formulas.
      if (derivedBy === 'this-project') continue;
      const written = provenance.raw.reduce((sum, source) => sum + source.written, 0);
      expect(written, id).toBe(table.length);
      for (const { sha256, rows, kept, dropped } of provenance.raw) {
        expect(sha256, id).toMatch(/^[0-9a-f]{64}$/);
        expect(rows, id).toBe(kept + dropped.reduce((sum, group) => sum + group.rows, 0));
      }
    }
  });

  it.skipIf(RAW_DIR === undefined)(
    'are found digit by digit in the raw files below RAW_DIR',
    async () => {
      const { catalogue } = await readRealContent();
      const messages = await walkToRaw(catalogue, RAW_DIR ?? '');
      expect(formatMessages(messages, 'content')).toBe('');
    },
  );
});
