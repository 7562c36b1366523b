import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Catalogue, PlaneEntry } from '../src/core/catalogue.ts';
import { combine } from '../src/core/combine/combine.ts';
import { EXCLUSION_SQL } from '../src/core/formats/tables/exclusion-sql.ts';
import { writeExclusionTable } from '../src/core/formats/tables/exclusion-table.ts';
import { findExcluders } from '../src/core/query/plane-index.ts';
import { briefOf, makeJudge } from '../src/core/query/verdict.ts';

/** Points that are asked about at once: memory stays the same however many there are. */
const CHUNK = 1_000_000;

/** Fractions whose multiples fill a square evenly (the additive recurrence of Kronecker and Weyl). */
const STEPS = { x: 0.754877666246693, y: 0.569840290998053 } as const;

interface ScanTimes {
  readonly points: number;
  /** Pairs of a point and a limit that excludes it. */
  readonly found: number;
  readonly seconds: number;
}

interface Ranges {
  readonly plane: PlaneEntry;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const listRanges = (catalogue: Catalogue): Ranges[] =>
  [...catalogue.planes.values()].map((plane) => ({
    plane,
    x: logRange(plane.x),
    y: logRange(plane.y),
  }));

const logRange = ({ range: [low, high] }: PlaneEntry['x']): [number, number] => [
  Math.log10(Math.max(low, 1e-6 * high)),
  Math.log10(high),
];

/**
 * Prints how long scans of a million points and more take, up to the largest decade, and how the time grows.
 * @throws when SQL and core do not find the same: the measurement would mean nothing
 */
export async function printScans(catalogue: Catalogue, most: number): Promise<void> {
  console.log('\nScanning points of all planes with exclusion.sql in DuckDB, which makes them:');
  const core = scanWithCore(catalogue, 1e6);
  printScan(core, 'by the core, on one thread');
  let before: ScanTimes | undefined;
  for (let points = 1e6; points <= most; points *= 10) {
    const scan = await scanWithDuckdb(catalogue, points);
    const exponent =
      before && Math.log(scan.seconds / before.seconds) / Math.log(points / before.points);
    printScan(scan, exponent === undefined ? '' : `time grows as points^${exponent.toFixed(2)}`);
    // Points on an edge may fall on either side.
    if (before === undefined && Math.abs(scan.found - core.found) > 1e-5 * core.found)
      throw new Error(
        `SQL found ${String(scan.found)} exclusions, the core ${String(core.found)}.`,
      );
    before = scan;
  }
}

const printScan = ({ points, found, seconds }: ScanTimes, remark: string): void => {
  console.log(
    `${points.toExponential(0).padStart(8)} points ${seconds.toFixed(1).padStart(7)} s  ` +
      `${(points / seconds / 1e6).toFixed(2)} million a second, ` +
      `${(found / points).toFixed(3)} limits a point${remark === '' ? '' : `, ${remark}`}`,
  );
};

/**
 * Scans points of all planes with `exclusion.sql` in DuckDB, which makes them itself, chunk by chunk: the
 * time holds making them, their logarithms and the join.
 */
async function scanWithDuckdb(catalogue: Catalogue, points: number): Promise<ScanTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'dark-portals-scan-'));
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const file = join(folder, 'exclusion.parquet');
    await writeFile(file, writeExclusionTable(catalogue, {}));
    const ranges = listRanges(catalogue);
    const planes = ranges.map(
      ({ plane, x, y }, i) =>
        `(${[i, `'${plane.id}'`, ...[...x, ...y].map((end) => `${String(end)}::DOUBLE`)].join()})`,
    );
    await database.run(`
      CREATE TABLE exclusion AS SELECT * FROM read_parquet('${file}');
      CREATE TABLE planes AS SELECT * FROM (VALUES ${planes.join()}) AS t (i, plane, x0, x1, y0, y1)`);
    const started = performance.now();
    let found = 0;
    for (let from = 0; from < points; from += CHUNK) {
      const to = Math.min(from + CHUNK, points);
      await database.run(`CREATE OR REPLACE VIEW points AS
        SELECT id, plane,
          10 ** (x0 + (id * ${String(STEPS.x)}) % 1 * (x1 - x0)) AS mass,
          10 ** (y0 + (id * ${String(STEPS.y)}) % 1 * (y1 - y0)) AS value
        FROM (SELECT range::DOUBLE AS id FROM range(${String(from)}, ${String(to)}))
        JOIN planes ON i = id % ${String(ranges.length)}`);
      const reader = await database.runAndReadAll(
        `SELECT COUNT(*)::DOUBLE FROM (${EXCLUSION_SQL})`,
      );
      found += Number(reader.getRows()[0]?.[0]);
    }
    return { points, found, seconds: (performance.now() - started) / 1000 };
  } finally {
    database.closeSync();
    await rm(folder, { recursive: true });
  }
}

/** The same points, found by the core, on one thread. */
function scanWithCore(catalogue: Catalogue, points: number): ScanTimes {
  const planes = listRanges(catalogue).map((range) => ({
    ...range,
    index: makeJudge(briefOf(combine(range.plane, catalogue, 'laboratory', 'all'), catalogue))
      .index,
  }));
  const found = new Uint16Array(catalogue.limits.size);
  const started = performance.now();
  let count = 0;
  for (let id = 0; id < points; id++) {
    const plane = planes[id % planes.length];
    if (plane === undefined) continue;
    const { x, y, index } = plane;
    const mass = 10 ** (x[0] + ((id * STEPS.x) % 1) * (x[1] - x[0]));
    const value = 10 ** (y[0] + ((id * STEPS.y) % 1) * (y[1] - y[0]));
    count += findExcluders(index, Math.log10(mass), Math.log10(value), found);
  }
  return { points, found: count, seconds: (performance.now() - started) / 1000 };
}
