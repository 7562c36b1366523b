import { BUCKETS_PER_DECADE } from './exclusion-rows.ts';

/**
 * Which published limits exclude which points, as one range join over the tables `points` (id, plane,
 * mass, value: the plane's canonical units) and `exclusion`. ANSI SQL: DuckDB, Spark SQL, Trino and BigQuery
 * run it as it is. Plane and bucket are the equalities that engines hash or broadcast; the comparisons
 * of x and y decide. A point without a row is excluded by no limit in the table.
 */
export const EXCLUSION_SQL = `SELECT DISTINCT p.id, e.limit_id, e.texkey, e.cl
FROM (
  SELECT
    id,
    plane,
    LOG10(mass) AS x,
    LOG10(value) AS y,
    CAST(FLOOR(LOG10(mass) * ${String(BUCKETS_PER_DECADE)}) AS INTEGER) AS bucket
  FROM points
  WHERE mass > 0 AND value > 0
) AS p
JOIN exclusion AS e
  ON e.plane = p.plane
  AND e.bucket = p.bucket
  AND p.x BETWEEN e.x_lo AND e.x_hi
  AND (e.lower_a IS NULL OR p.y >= e.lower_a + e.lower_b * (p.x - e.x_lo))
  AND (e.upper_c IS NULL OR p.y <= e.upper_c + e.upper_d * (p.x - e.x_lo))
`;
