import { EXCLUSION_SQL } from './exclusion-sql.ts';

/**
 * `exclusion.sql`: the statement with what has to be known to run it. It stands alone; engines take
 * comments.
 * @param source address of `exclusion.parquet` and what it is of
 */
export const writeExclusionScript = (source: {
  readonly parquet: string;
  readonly references: string;
  readonly citing: string;
}): string =>
  `-- Which published limits exclude which points, by whom, at which level: one range join.
-- ${source.citing}
--
-- Tables:
--   points     id, plane, mass, value: your scan, in the canonical units of the plane (planes/<plane>.json)
--   exclusion  ${source.parquet}
--              A row is a straight piece of a limit in (LOG10(mass), LOG10(value)), once for each bucket of mass
--              it reaches; what its columns mean stands in the file, under "column:<name>".
-- A point without a row in the answer is excluded by no limit in the table, which is not the same as allowed
-- where none reaches its mass. A point nearer to an edge than about 1e-12 decades may fall on either side of it.
-- In the table are observed limits of laboratory experiments that were not superseded. Not in it: expected,
-- projected and favoured results; indirect, astrophysical and cosmological limits; compilations; what this
-- project computed; limits at tested masses only; and grids over a further parameter, such as a lifetime.
--
-- DuckDB
--   CREATE VIEW exclusion AS SELECT * FROM read_parquet('${source.parquet}');
--   CREATE VIEW points AS SELECT * FROM read_parquet('points.parquet');
-- Spark SQL. Tables below spark.sql.autoBroadcastJoinThreshold (10 MB) are broadcast by themselves; the hint in
-- SELECT /*+ BROADCAST(e) */ DISTINCT … asks for it in any case.
--   CREATE TEMPORARY VIEW exclusion USING parquet OPTIONS (path 'exclusion.parquet');
-- Trino, Hive connector. The location is a folder with the file in it; the names of columns are those of the file.
--   CREATE TABLE exclusion (plane VARCHAR, bucket INTEGER, limit_id VARCHAR, mass_lo DOUBLE, mass_hi DOUBLE,
--     x_lo DOUBLE, x_hi DOUBLE, lower_a DOUBLE, lower_b DOUBLE, upper_c DOUBLE, upper_d DOUBLE, cl DOUBLE,
--     texkey VARCHAR, derived_by VARCHAR, is_ee BOOLEAN)
--   WITH (format = 'PARQUET', external_location = 's3://your-bucket/exclusion/');
--   SET SESSION join_distribution_type = 'BROADCAST';
-- BigQuery. Load the file into a table of a dataset and make that the default dataset of the query.
--
-- A large scan is best partitioned by plane. Filters go after the last line:
--   AND e.is_ee                               results of e+e- colliders alone
--   AND e.cl = 0.9                            one confidence level
--   AND e.derived_by = 'collaboration'        without reinterpretations
-- With the papers, in DuckDB:
--   SELECT answer.*, paper.title, paper."DOI" FROM (…) AS answer
--   LEFT JOIN read_json('${source.references}') AS paper ON paper.id = answer.texkey;

${EXCLUSION_SQL}`;
