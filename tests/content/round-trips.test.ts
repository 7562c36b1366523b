import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiSite } from '../../src/core/api/api-file.ts';
import { limitCsvPath, limitJsonPath, listLimitFiles } from '../../src/core/api/limit-files.ts';
import { mustGet } from '../../src/core/catalogue.ts';
import { readRealContent } from '../fixtures/real-content.ts';

// Parquet comes back in tables.test.ts, HEPData in tests/core/api/hepdata-files.test.ts.

let site: ApiSite;
let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  const { catalogue } = await readRealContent();
  const version = { date: '2026-01-02', commit: '0123456789' };
  site = { catalogue, combined: new Map(), version, url: 'https://example.org' };
  texts = new Map(listLimitFiles(site).map(({ path, write }) => [path, write() as string]));
});

/** A decimal number by what it is, however it is written: sign, digits without leading zeros, exponent. */
function spell(text: string): string {
  const [, minus = '', whole = '', fraction = '', power = '0'] =
    /^[+]?(-?)(\d*)\.?(\d*)(?:e\+?(-?\d+))?$/iu.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/u, '');
  return `${minus}${digits}e${String(Number(power) - fraction.length)}`;
}

describe('a limit that leaves', () => {
  it('as CSV is the file of the content, byte for byte', async () => {
    for (const { id, file } of site.catalogue.limits.values()) {
      const source = await readFile(join('content', file.replace(/yaml$/u, 'csv')), 'utf8');
      expect(mustGet(texts, limitCsvPath(id)) === source, id).toBe(true);
    }
  });

  it('as JSON has every number of the CSV, and its digits', () => {
    for (const { id, table } of site.catalogue.limits.values()) {
      const text = mustGet(texts, limitJsonPath(id));
      const { numbers } = JSON.parse(text) as {
        numbers: Record<string, readonly (number | string)[]>;
      };
      expect(Object.keys(numbers), id).toEqual(table.columns);
      const lines = table.text.trimEnd().split('\n').slice(1);
      const rows = lines.map((line) => line.split(','));
      const raw = text.slice(text.lastIndexOf('"numbers":'));
      for (const [i, name] of table.columns.entries()) {
        const read = numbers[name] ?? [];
        const start = raw.indexOf('[', raw.indexOf(`${JSON.stringify(name)}:`)) + 1;
        const written = raw.slice(start, raw.indexOf(']', start)).split(', ');
        const isWord = table.words.has(name);
        const isSame = (cells: readonly string[], row: number): boolean => {
          const cell = cells[i] ?? '';
          return isWord
            ? read[row] === cell
            : read[row] === Number(cell) &&
                (written[row] === cell || spell(written[row] ?? '') === spell(cell));
        };
        if (read.length !== rows.length || written.length !== rows.length || !rows.every(isSame))
          throw new Error(`${id}: the column ${name} came back otherwise`);
      }
    }
  });

  it('with a digit more or less would be noticed', () => {
    expect(['1.50', '1.5', '+1.5e0', '15e-1', '0.0150e2'].map(spell)).toEqual([
      ...['150e-2', '15e-1', '15e-1', '15e-1', '150e-2'],
    ]);
  });
});
