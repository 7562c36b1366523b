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
import {
  writeCombinedTable,
  writeFrontierTable,
} from '../../src/core/formats/tables/combined-rows.ts';
import { EXCLUSION_SQL } from '../../src/core/formats/tables/exclusion-sql.ts';
import { writeExclusionTable } from '../../src/core/formats/tables/exclusion-table.ts';
import { writeLimitTable } from '../../src/core/formats/tables/limit-rows.ts';
import { writeParquet } from '../../src/core/formats/tables/write-parquet.ts';
import { findExcluders, visitPieces } from '../../src/core/query/plane-index.ts';
import type { Judge } from '../../src/core/query/verdict.ts';
import { briefOf, makeJudge } from '../../src/core/query/verdict.ts';
import { readRealContent } from '../fixtures/real-content.ts';

/** Points of the comparison, over all planes. */
const POINTS = 1_000_000;
/** Nearer to an edge than this [decades], the rounding of an engine's logarithm may decide. */
const EDGE = 1e-12;
/** A point and a limit as one number: millions of texts would take longer than the query. */
const MOST_LIMITS = 1000;

let catalogue: Catalogue;
let folder: string;
let database: DuckDBConnection;

beforeAll(async () => {
  ({ catalogue } = await readRealContent());
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
  await database.run(
    `CREATE VIEW ${name} AS SELECT * FROM read_parquet('${file}', file_row_number = true)`,
  );
}

/** The same numbers in [0, 1) every time (Lehmer's generator with Park and Miller's constants). */
function makeRandom(): () => number {
  let state = 20261126;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('exclusion.parquet', () => {
  it(`gives in SQL the verdicts of this catalogue on ${String(POINTS)} random points`, async () => {
    await load('exclusion', writeExclusionTable(catalogue, {}));
    const judges = [...catalogue.planes.values()]
      .map(makeEntry)
      .filter((entry) => entry.judge.limits.length > 0);
    const limits = new Map([...catalogue.limits.keys()].map((id, i) => [id, i]));
    const { of, mass, value } = drawPoints(judges.map((entry) => entry.plane));
    await load(
      'drawn',
      writeParquet(
        [
          { name: 'judge', type: 'INT32', about: 'Place of its plane.', data: of },
          { name: 'mass', type: 'DOUBLE', about: 'Mass.', data: mass },
          { name: 'value', type: 'DOUBLE', about: 'Value.', data: value },
        ],
        [POINTS],
        {},
      ),
    );
    const names = (list: readonly string[]): string =>
      list.map((name, i) => `(${String(i)}, '${name}')`).join();
    await database.run(`
      CREATE TABLE planes AS SELECT * FROM (VALUES ${names(judges.map((one) => one.plane.id))}) AS t (i, plane);
      CREATE TABLE limit_names AS SELECT * FROM (VALUES ${names([...limits.keys()])}) AS t (i, limit_id);
      CREATE VIEW points AS SELECT file_row_number AS id, plane, mass, value FROM drawn JOIN planes ON i = judge`);

    const expected: number[] = [];
    const places = judges.map(({ judge }) => judge.limits.map(({ id }) => mustGet(limits, id)));
    const found = new Uint16Array(limits.size);
    for (let id = 0; id < POINTS; id++) {
      const which = of[id] ?? 0;
      const index = judges[which]?.judge.index;
      if (index === undefined) throw new Error('no plane');
      const x = Math.log10(mass[id] ?? 0);
      const count = findExcluders(index, x, Math.log10(value[id] ?? 0), found);
      for (let i = 0; i < count; i++)
        expected.push(id * MOST_LIMITS + (places[which]?.[found[i] ?? 0] ?? NaN));
    }
    const reader = await database.runAndReadAll(
      `SELECT CAST(r.id * ${String(MOST_LIMITS)} + n.i AS DOUBLE) FROM (${EXCLUSION_SQL}) AS r JOIN limit_names AS n USING (limit_id)`,
    );
    const answered = Float64Array.from(reader.getColumnsJS()[0] as number[]);
    expect(expected.length).toBeGreaterThan(POINTS / 4);
    const differing = findDifferences(Float64Array.from(expected), answered).filter((key) => {
      const id = Math.floor(key / MOST_LIMITS);
      const judge = judges[of[id] ?? NaN]?.judge;
      const [x, y] = [Math.log10(mass[id] ?? NaN), Math.log10(value[id] ?? NaN)];
      return judge === undefined || !isOnEdge(judge, x, y);
    });
    expect(differing.slice(0, 5)).toEqual([]);
  });
});

const makeEntry = (plane: PlaneEntry): { plane: PlaneEntry; judge: Judge } => ({
  plane,
  judge: makeJudge(briefOf(combine(plane, catalogue, 'laboratory', 'all'), catalogue)),
});

/** Random points, uniform in the logarithms over the axes of a random plane each. */
function drawPoints(planes: readonly PlaneEntry[]): {
  of: Int32Array;
  mass: Float64Array;
  value: Float64Array;
} {
  const random = makeRandom();
  const axes = planes.map(({ x, y }) => ({ x: logRange(x), y: logRange(y) }));
  const points = {
    of: new Int32Array(POINTS),
    mass: new Float64Array(POINTS),
    value: new Float64Array(POINTS),
  };
  for (let id = 0; id < POINTS; id++) {
    const which = Math.floor(random() * planes.length);
    const { x, y } = axes[which] ?? { x: [0, 0], y: [0, 0] };
    points.of[id] = which;
    points.mass[id] = 10 ** (x[0] + random() * (x[1] - x[0]));
    points.value[id] = 10 ** (y[0] + random() * (y[1] - y[0]));
  }
  return points;
}

const logRange = ({ range: [low, high] }: PlaneEntry['x']): [number, number] => [
  Math.log10(Math.max(low, 1e-6 * high)),
  Math.log10(high),
];

/** What only one of two lists has; both are sorted on the way. */
function findDifferences(first: Float64Array, second: Float64Array): number[] {
  first.sort();
  second.sort();
  const differing: number[] = [];
  for (let i = 0, j = 0; i < first.length || j < second.length; ) {
    const [a, b] = [first[i] ?? Infinity, second[j] ?? Infinity];
    if (a !== b) differing.push(Math.min(a, b));
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return differing;
}

function isOnEdge({ index }: Judge, x: number, y: number): boolean {
  let isNear = false;
  visitPieces(index, x, (_, lower, upper) => {
    isNear ||= Math.abs(y - lower) < EDGE || Math.abs(y - upper) < EDGE;
  });
  return isNear;
}

/** Names that differ from those of the CSV. */
const PARQUET_NAMES: Readonly<Record<string, string>> = {
  segment: 'part',
  ring: 'part',
  edge: 'role',
  coupling: 'value',
  massLow: 'mass_low',
  massHigh: 'mass_high',
};

/** Columns of the table that hold what the CSVs hold. */
const PUBLISHED = [
  ...['part', 'role', 'mass', 'value', 'parameter', 'ratio'],
  ...['expected', 'lo1', 'hi1', 'lo2', 'hi2', 'mass_low', 'mass_high'],
];

describe('limits.parquet', () => {
  it('gives back every number of every file, and nothing where a file has nothing', async () => {
    const bytes = writeLimitTable(catalogue, {});
    await load('limits', bytes);
    const groups = await database.runAndReadAll(
      'SELECT limit_id, plane, texkey, MIN(file_row_number)::INTEGER, MAX(file_row_number)::INTEGER, SUM("row")::DOUBLE FROM limits GROUP BY ALL ORDER BY 4',
    );
    const places = groups.getRowsJS();
    const reader = await database.runAndReadAll(
      `SELECT ${PUBLISHED.join()} FROM limits ORDER BY file_row_number`,
    );
    const cells = new Map(reader.getColumnsJS().map((column, i) => [PUBLISHED[i] ?? '', column]));
    // The other reader, of the columns that everybody uses.
    const again = await parquetReadObjects({ file: bytes.buffer, columns: ['mass', 'value'] });
    let at = 0;
    for (const [i, limit] of [...catalogue.limits.values()].entries()) {
      const { columns, text, length } = limit.table;
      const last = at + length - 1;
      expect(places[i]).toEqual([
        ...[limit.id, limit.plane, limit.reference === 'none-known' ? null : limit.reference],
        ...[at, last, (length * (length - 1)) / 2],
      ]);
      const targets = columns.map((name) => PARQUET_NAMES[name] ?? name);
      const read = targets.map((name) => cells.get(name) ?? []);
      // Plain comparisons: `expect` for each of millions of cells would take minutes.
      for (const line of text.trimEnd().split('\n').slice(1)) {
        for (const [j, cell] of line.split(',').entries()) {
          const isWord = targets[j] === 'role';
          if (read[j]?.[at] !== (isWord ? cell : Number(cell)))
            throw new Error(`${limit.id}: ${cell} came back as ${JSON.stringify(read[j]?.[at])}`);
        }
        const row = again[at] ?? {};
        if (row['mass'] !== cells.get('mass')?.[at] || row['value'] !== cells.get('value')?.[at])
          throw new Error(`${limit.id}: the readers do not agree`);
        at += 1;
      }
      for (const name of PUBLISHED.filter((name) => !targets.includes(name)))
        if (cells.get(name)?.slice(at - length, at).some((cell) => cell !== null) === true)
          throw new Error(`${limit.id}: ${name} came from nowhere`);
    }
    expect(at).toBe(again.length);
  });
});

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
    await load('frontier', writeFrontierTable(files, catalogue, {}));
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
    const [[count] = []] = await select(
      "SELECT COUNT(*)::INTEGER FROM combined WHERE kind = 'region'",
    );
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
