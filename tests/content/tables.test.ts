import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, PlaneEntry } from '../../src/core/catalogue.ts';
import { mustGet } from '../../src/core/catalogue.ts';
import { combine } from '../../src/core/combine/combine.ts';
import type { CombinedFile } from '../../src/core/combine/combined-file.ts';
import { writeCombinedTable, writeFrontierTable } from '../../src/core/formats/tables/combined-rows.ts';
import { EXCLUSION_SQL } from '../../src/core/formats/tables/exclusion-sql.ts';
import { writeExclusionTable } from '../../src/core/formats/tables/exclusion-table.ts';
import { writeLimitTable } from '../../src/core/formats/tables/limit-rows.ts';
import { findExcluders, visitPieces } from '../../src/core/query/plane-index.ts';
import type { Judge } from '../../src/core/query/verdict.ts';
import { briefOf, makeJudge } from '../../src/core/query/verdict.ts';
import { checkContent } from '../../src/io/check-content.ts';

/** Points of the comparison, over all planes. */
const POINTS = 1_000_000;
/** Nearer to an edge than this [decades], the rounding of an engine's logarithm may decide. */
const EDGE = 1e-12;

let catalogue: Catalogue;
let folder: string;
let database: DuckDBConnection;

beforeAll(async () => {
  ({ catalogue } = await checkContent('content', 'numbers'));
  folder = await mkdtemp(join(tmpdir(), 'dark-portals-tables-'));
  database = await (await DuckDBInstance.create(':memory:')).connect();
});

afterAll(async () => {
  database.closeSync();
  await rm(folder, { recursive: true });
});

/** A table of the database from the bytes of a Parquet file, read by DuckDB's own reader. */
async function load(name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, `${name}.parquet`);
  await writeFile(file, bytes);
  await database.run(`CREATE TABLE ${name} AS SELECT * FROM read_parquet('${file}')`);
}

/** The same numbers in [0, 1) every time (Lehmer's generator with Park and Miller's constants). */
function* drawNumbers(): Generator<number, never> {
  for (let state = 20261126; ; state = (state * 48271) % 2147483647) yield state / 2147483647;
}

describe('exclusion.parquet', () => {
  it(`gives in SQL the verdicts of this catalogue on ${String(POINTS)} random points`, async () => {
    await load('exclusion', writeExclusionTable(catalogue, {}));
    const judges = [...catalogue.planes.values()]
      .map((plane) => ({ plane, judge: judge(plane) }))
      .filter((entry) => entry.judge.limits.length > 0);
    const numbers = drawNumbers();
    const draw = (axis: PlaneEntry['x']): number => {
      const [low, high] = axis.range.map((end) => Math.log10(Math.max(end, 1e-6 * axis.range[1])));
      return 10 ** ((low ?? 0) + numbers.next().value * ((high ?? 0) - (low ?? 0)));
    };
    await database.run(
      'CREATE TABLE points (id INTEGER, plane VARCHAR, mass DOUBLE, value DOUBLE)',
    );
    const appender = await database.createAppender('points');
    const points: { readonly judge: Judge; readonly x: number; readonly y: number }[] = [];
    const expected = new Set<string>();
    const found = new Uint16Array(Math.max(...judges.map((entry) => entry.judge.limits.length)));
    for (let id = 0; id < POINTS; id++) {
      const entry = judges[Math.floor(numbers.next().value * judges.length)];
      if (entry === undefined) throw new Error('no plane');
      const [mass, value] = [draw(entry.plane.x), draw(entry.plane.y)];
      appender.appendInteger(id);
      appender.appendVarchar(entry.plane.id);
      appender.appendDouble(mass);
      appender.appendDouble(value);
      appender.endRow();
      const [x, y] = [Math.log10(mass), Math.log10(value)];
      points.push({ judge: entry.judge, x, y });
      const count = findExcluders(entry.judge.index, x, y, found);
      for (let i = 0; i < count; i++) {
        expected.add(`${String(id)} ${String(entry.judge.limits[found[i] ?? 0]?.id)}`);
      }
    }
    appender.closeSync();

    const reader = await database.runAndReadAll(EXCLUSION_SQL);
    const [ids = [], limits = []] = reader.getColumns();
    const answered = new Set(ids.map((id, i) => `${String(id)} ${String(limits[i])}`));
    expect(expected.size).toBeGreaterThan(POINTS / 4);
    const differing = [...answered.symmetricDifference(expected)].filter((row) => {
      const point = points[Number(row.split(' ')[0])];
      return point === undefined || !isOnEdge(point.judge, point.x, point.y);
    });
    expect(differing.slice(0, 5)).toEqual([]);
  }, 60_000);
});

const judge = (plane: PlaneEntry): Judge =>
  makeJudge(briefOf(combine(plane, catalogue, 'laboratory', 'all'), catalogue));

function isOnEdge({ index }: Judge, x: number, y: number): boolean {
  let isNear = false;
  visitPieces(index, x, (_, lower, upper) => {
    isNear ||= Math.abs(y - lower) < EDGE || Math.abs(y - upper) < EDGE;
  });
  return isNear;
}

describe('limits.parquet', () => {
  it('gives back every number of every file, read by two independent readers', async () => {
    const bytes = writeLimitTable(catalogue, {});
    await load('limits', bytes);
    const counted = await database.runAndReadAll(
      'SELECT limit_id, COUNT(*)::INTEGER, SUM(mass), SUM(value), SUM(expected) FROM limits GROUP BY limit_id',
    );
    const sums = new Map(counted.getRows().map(([id, ...rest]) => [String(id), rest]));
    expect(sums.size).toBe(catalogue.limits.size);
    const rows = await parquetReadObjects({ file: bytes.buffer });
    let at = 0;
    for (const limit of catalogue.limits.values()) {
      const { columns, text, length } = limit.table;
      const lines = text.trimEnd().split('\n').slice(1);
      // Plain comparisons: `expect` for each of millions of cells would take minutes.
      for (const line of lines) {
        const row = rows[at++] ?? {};
        if (row['limit_id'] !== limit.id) throw new Error(`${limit.id}: a row is missing`);
        for (const [i, cell] of line.split(',').entries()) {
          const column = columns[i] ?? '';
          const isWord = column === 'edge' || column === 'role';
          const read: unknown = row[PARQUET_NAMES[column] ?? column];
          if (read !== (isWord ? cell : Number(cell)))
            throw new Error(`${limit.id}: ${column} ${cell} came back as ${String(read)}`);
        }
      }
      const [count, mass] = sums.get(limit.id) ?? [];
      expect(count).toBe(length);
      const total = limit.table.numbers.get('mass')?.reduce((sum, number) => sum + number, 0) ?? 0;
      expect(Number(mass) / total || 1).toBeCloseTo(1, 9);
    }
    expect(at).toBe(rows.length);
  }, 60_000);
});

/** Names that differ from those of the CSV. */
const PARQUET_NAMES: Readonly<Record<string, string>> = {
  segment: 'part',
  ring: 'part',
  edge: 'role',
  coupling: 'value',
  massLow: 'mass_low',
  massHigh: 'mass_high',
};

describe('combined.parquet and frontier.parquet', () => {
  it('give back the points of every envelope and the holders of every frontier', async () => {
    const names = await readdir('content/combined');
    const files = await Promise.all(
      names.map(
        async (name) =>
          JSON.parse(await readFile(join('content/combined', name), 'utf8')) as CombinedFile,
      ),
    );
    await load('combined', writeCombinedTable(files, {}));
    await load('frontier', writeFrontierTable(files, {}));
    const select = async (sql: string): Promise<unknown[][]> =>
      (await database.runAndReadAll(sql)).getRows();
    const plane = 'dark-photon-visible';
    const { envelope, frontier } = mustGet(
      new Map(files.map((file) => [file.plane, file])),
      plane,
    ).scopes.ee.levels['0.90'];
    const where = `plane = '${plane}' AND scope = 'ee' AND level = '0.90'`;
    expect(
      await select(
        `SELECT mass, value FROM combined WHERE ${where} AND kind = 'envelope' ORDER BY part, row`,
      ),
    ).toEqual(envelope.flat());
    expect(
      await select(`SELECT mass_from, mass_to, limit_id, cl FROM frontier WHERE ${where}`),
    ).toEqual(frontier.map(({ from, to, limit, confidence }) => [from, to, limit, confidence]));
    const [[count] = []] = await select("SELECT COUNT(*)::INTEGER FROM combined WHERE kind = 'region'");
    const points = files.flatMap(({ scopes }) =>
      Object.values(scopes).flatMap(({ levels }) =>
        Object.values(levels).flatMap(({ regions }) =>
          regions.flatMap(({ outer, holes }) => [outer, ...holes].flat()),
        ),
      ),
    );
    expect(count).toBe(points.length);
  });
});
