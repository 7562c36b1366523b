import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetSchema } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiSite } from '../../../src/core/api/api-file.ts';
import { listReferenceFiles } from '../../../src/core/api/reference-files.ts';
import { listTableFiles } from '../../../src/core/api/table-files.ts';
import { mustGet } from '../../../src/core/catalogue.ts';
import { combineAll } from '../../../src/io/combined.ts';
import {
  makeCatalogue,
  makeExperiment,
  makeLimit,
  makeReference,
} from '../../fixtures/make-catalogue.ts';

const DOI = '10.1103/PhysRevLett.113.201801';

const catalogue = makeCatalogue({
  references: [makeReference({ doi: DOI })],
  limits: [
    makeLimit(),
    makeLimit({
      id: 'e137-1988',
      experiment: ['e137'],
      reference: 'none-known',
      derivedBy: 'reinterpretation',
      confidence: { level: 0.95 },
      shape: 'interval',
    }),
  ],
  experiments: [makeExperiment(), makeExperiment({ id: 'e137', kind: 'beam-dump' })],
});
const makeSite = (): ApiSite => ({
  catalogue,
  combined: new Map([...combineAll(catalogue)].map((file) => [file.plane, file])),
  version: { date: '2026-01-02', commit: '0123456789' },
  url: 'https://example.org',
});

let folder: string;
let database: DuckDBConnection;
const contents = new Map(
  [...listTableFiles(makeSite()), ...listReferenceFiles(makeSite())].map(({ path, write }) => [
    path,
    write(),
  ]),
);
const parquets = [...contents].filter(([path]) => path.endsWith('.parquet'));
const bytesOf = (path: string): Uint8Array<ArrayBuffer> =>
  mustGet(contents, path) as Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dark-portals-files-'));
  for (const [path, content] of contents) await writeFile(join(folder, path), content);
  database = await (await DuckDBInstance.create(':memory:')).connect();
  await database.run(`
    CREATE VIEW exclusion AS SELECT * FROM read_parquet('${folder}/exclusion.parquet');
    CREATE TABLE points AS SELECT * FROM (VALUES
      (1, 'dark-photon-visible', 1.5, 1e-2),
      (2, 'dark-photon-visible', 1.5, 3e-5),
      (3, 'dark-photon-visible', 1.5, 1e-7),
      (4, 'dark-photon-visible', 0.0, 1e-2),
      (5, 'no-such-plane', 1.5, 1e-2)) AS t (id, plane, mass, value)`);
});

afterAll(async () => {
  database.closeSync();
  await rm(folder, { recursive: true });
});

const ask = async (sql: string): Promise<unknown[][]> =>
  (await database.runAndReadAll(sql)).getRowsJS();

describe('tables for engines', () => {
  it('are four files of Parquet and a statement, the same bytes whenever they are written', () => {
    expect([...contents.keys()].slice(0, 5)).toEqual([
      ...['exclusion.parquet', 'exclusion.sql', 'limits.parquet'],
      ...['combined.parquet', 'frontier.parquet'],
    ]);
    for (const { path, write } of listTableFiles(makeSite()))
      expect(Buffer.from(write()).equals(Buffer.from(mustGet(contents, path))), path).toBe(true);
  });

  it.each(parquets.map(([path]) => path))(
    '%s says of what content it is, how to cite it and what each column means',
    async (path) => {
      const { key_value_metadata: facts = [] } = parquetMetadata(bytesOf(path).buffer);
      const told = new Map(facts.map(({ key, value = '' }) => [key, value]));
      expect(told.get('source')).toBe(`https://example.org/api/v1/${path}`);
      expect(told.get('contentDate')).toBe('2026-01-02');
      expect(told.get('contentCommit')).toBe('0123456789');
      expect(told.get('licence')).toContain('CC-BY-4.0');
      expect(told.get('howToCite')).toContain('the paper of every limit');
      const columns = parquetSchema(parquetMetadata(bytesOf(path).buffer)).children;
      for (const { element } of columns)
        expect(told.get(`column:${element.name}`), element.name).toMatch(/.{5,}\.$/u);
      // As it stands in the documentation.
      const [[count] = []] = await ask(
        `SELECT COUNT(*)::INTEGER FROM parquet_kv_metadata('${folder}/${path}') WHERE starts_with(decode(key), 'column:')`,
      );
      expect(count).toBe(columns.length);
    },
  );
});

describe('exclusion.sql', () => {
  const script = mustGet(contents, 'exclusion.sql') as string;

  it('runs as it stands and names limit, paper and level', async () => {
    expect(await ask(`${script} ORDER BY 1, 2`)).toEqual([
      [1, 'babar-2014-dark-photon', 'BaBar:2014zli', 0.9],
      [2, 'e137-1988', null, 0.95],
    ]);
  });

  it.each([
    ['AND e.is_ee', [1]],
    ['AND e.cl = 0.95', [2]],
    ["AND e.derived_by = 'collaboration'", [1]],
  ])('takes the filter “%s” behind it, as it says', async (filter, ids) => {
    expect(script).toContain(filter.replace('0.95', '0.9'));
    expect((await ask(`${script} ${filter}`)).map(([id]) => id)).toEqual(ids);
  });

  it('names the papers with the example it gives', async () => {
    const [, example = ''] = /With the papers, in DuckDB:\n([^;]*);/u.exec(script) ?? [];
    const sql = example
      .replaceAll(/^--/gmu, '')
      .replace('https://example.org/api/v1', folder)
      .replace('(…)', `(${script})`);
    const rows = await ask(`SELECT id, title, "DOI" FROM (${sql}) ORDER BY id`);
    expect(rows).toEqual([
      [1, expect.stringContaining('Dark Photon'), DOI],
      [2, null, null],
    ]);
  });

  it('tells Trino the columns of the file with their types', () => {
    const types: Readonly<Record<string, string>> = {
      ...{ BYTE_ARRAY: 'VARCHAR', DOUBLE: 'DOUBLE', INT32: 'INTEGER', BOOLEAN: 'BOOLEAN' },
    };
    const { children } = parquetSchema(parquetMetadata(bytesOf('exclusion.parquet').buffer));
    const [, columns = ''] = /CREATE TABLE exclusion \(([^)]*)\)/u.exec(script) ?? [];
    expect(columns.replaceAll(/\n--\s*/gu, ' ').split(', ')).toEqual(
      children.map(({ element: { name, type = '' } }) => `${name} ${types[type] ?? ''}`),
    );
  });
});

describe('frontier.parquet', () => {
  it('names the paper of the holder, as the CSV does', async () => {
    const rows = await ask(
      `SELECT DISTINCT limit_id, texkey, cl FROM read_parquet('${folder}/frontier.parquet')`,
    );
    expect(rows).toEqual([['babar-2014-dark-photon', 'BaBar:2014zli', 0.9]]);
  });
});
