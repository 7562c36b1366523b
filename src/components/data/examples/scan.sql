-- DuckDB. Spark, Trino and BigQuery read the same file; see below.
CREATE VIEW exclusion AS
SELECT * FROM 'http://localhost:4321/api/v1/exclusion.parquet';

-- Your scan: any file or table with these four columns.
CREATE TABLE points AS
SELECT * FROM (VALUES
  (1, 'dark-photon-visible', 2.0, 1e-3),
  (2, 'dark-photon-visible', 2.0, 1e-5)
) AS scan(id, plane, mass, value);
