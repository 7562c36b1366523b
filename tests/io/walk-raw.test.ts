import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walkToRaw } from '../../src/io/walk-raw.ts';
import type { LimitOverrides } from '../fixtures/make-catalogue.ts';
import {
  describeMessages,
  makeCatalogue,
  makeLimit,
  makeProvenance,
} from '../fixtures/make-catalogue.ts';
import { makeFolder } from '../fixtures/write-content.ts';

type Source = Parameters<typeof makeProvenance>[0];

/** What walking a limit back to one raw text says; the digest is right unless the source names one. */
async function walk(limit: LimitOverrides, text: string, source: Source = {}): Promise<string> {
  const folder = await makeFolder();
  await writeFile(join(folder, 'raw.csv'), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const provenance = makeProvenance({ path: 'raw.csv', sha256, ...source });
  return describeMessages(
    await walkToRaw(makeCatalogue({ limits: [makeLimit({ ...limit, provenance })] }), folder),
  );
}

const ROWS = { rows: '1,1.0,1e-3 1,2.0,2e-3' };

describe('walkToRaw', () => {
  it('finds numbers in the columns named, however they are separated', async () => {
    const columns = { columns: [0, 1] };
    expect(await walk(ROWS, '1.0,1e-3\n2.0,2e-3\n', columns)).toBe('');
    expect(await walk(ROWS, '  1.0 \t 1e-3\r\n2.0  2e-3', columns)).toBe('');
    expect(await walk(ROWS, '\uFEFF1.0; 1e-3\n2.0; 2e-3\n', columns)).toBe('');
    expect(await walk(ROWS, '1e-3,,1.0\n2e-3,,2.0\n', { columns: [2, 0] })).toBe('');
  });
  it('finds rows in any order, and does not ask for those that were dropped', async () => {
    expect(await walk(ROWS, '9,9\n2.0,2e-3\n1.0,1e-3\n', { columns: [0, 1] })).toBe('');
  });
  it('points at a row whose digits are not those of the raw file', async () => {
    expect(await walk(ROWS, '1.0,1e-3\n2.00,2e-3\n', { columns: [0, 1] })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  raw-rows
        found     2.0 2e-3 (mass, value)
        expected  numbers as given in raw.csv
        fix       restore the digits of the raw file"
    `);
  });
  it('points at a row that mixes two raw rows', async () => {
    expect(await walk(ROWS, '1.0,2e-3\n2.0,1e-3\n', { columns: [0, 1] })).toMatch(
      /:2 .*\n.*\n.*\n.*\n.*:3 /,
    );
  });
  it('looks only at the lines named', async () => {
    const text = '# head\n1.0,1e-3\n2.0,2e-3\n';
    expect(await walk(ROWS, text, { columns: [0, 1], lines: [2, 3] })).toBe('');
    expect(await walk(ROWS, text, { columns: [0, 1], lines: [2, 2] })).toMatch(
      /\.csv :3 .*raw-rows/,
    );
  });
  it('finds the numbers of nested text, each mass with each value', async () => {
    expect(await walk(ROWS, 'x: [1.0, 2.0]\ny: {value: [1e-3, 2e-3]}\n')).toBe('');
    expect(await walk(ROWS, 'x: [1.0, 2.0]\ny: {value: [1e-3]}\n')).toMatch(/\.csv :3 .*raw-rows/);
  });
  it('reads a matrix whose last row is the mass', async () => {
    const map = { shape: 'ratio-map', rows: '1,1e-4,0.5 3,1e-4,0.7' } as const;
    const source = { transforms: ['matrix-to-rows' as const] };
    expect(await walk(map, '# a map\n1e-4 1e-4 7\n\n1 3 0\n', source)).toBe('');
    expect(await walk(map, '1e-4 2e-4 7\n1 3 0\n', source)).toMatch(/\.csv :3 .*raw-rows/);
  });
  it('compares the edges of bins, not their centres, which are computed', async () => {
    const binned = {
      header: 'segment,mass,value,massLow,massHigh',
      rows: '1,1.5,1e-3,1.0,2.0',
    };
    const columns = { columns: [0, 1, 2] };
    expect(await walk(binned, '1.0,2.0,1e-3\n', columns)).toBe('');
    expect(await walk(binned, '1.0,2.5,1e-3\n', columns)).toMatch(/raw-rows/);
    expect(await walk(binned, '2.0,1.0,1e-3\n', columns)).toMatch(/raw-rows/);
    expect(await walk(binned, '2.0,1.0,1e-3\n', { ...columns, transforms: ['sort-edges'] })).toBe(
      '',
    );
  });
  it('refuses a raw file that changed', async () => {
    const sha256 = 'a'.repeat(64);
    expect(await walk(ROWS, 'x', { sha256 })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml provenance.raw.0.sha256  error  raw-digest
        found     raw.csv: 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
        expected  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        fix       restore the raw file, or import the changed numbers again"
    `);
  });
  it('refuses a raw file that is not there', async () => {
    expect(await walk(ROWS, 'x', { path: 'missing.csv' })).toMatch(/missing\.csv: no such file/);
  });
  it('finds rows in any of several raw files', async () => {
    const folder = await makeFolder();
    const sources = await Promise.all(
      ['1.0,1e-3\n', '2.0,2e-3\n'].map(async (text, i) => {
        const path = `${String(i)}.csv`;
        await writeFile(join(folder, path), text);
        return { path, sha256: createHash('sha256').update(text).digest('hex'), columns: [0, 1] };
      }),
    );
    const limit = makeLimit({ ...ROWS, provenance: makeProvenance(...sources) });
    expect(await walkToRaw(makeCatalogue({ limits: [limit] }), folder)).toEqual([]);
  });
});
