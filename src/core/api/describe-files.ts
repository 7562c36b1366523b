import { planeIndexPath } from './address.ts';
import { combinedPath } from './combined-files.ts';
import { FRONTIER_CSV, FRONTIER_JSON } from './frontier-files.ts';
import { HEPDATA_ZIP, submissionPath } from './hepdata-files.ts';
import { historyPath } from './history-files.ts';
import { limitCsvPath, limitJsonPath } from './limit-files.ts';
import { planePath } from './plane-files.ts';
import type { SchemaName } from './schema-files.ts';

/** A kind of file of the API. */
export interface FileKind {
  /** Path below `/api/v1/`; `<id>`, `<plane>`, … stand for what there are many of. */
  readonly path: string;
  readonly what: string;
  readonly schema?: SchemaName;
}

/** What there is below `/api/v1/`, for readers of all kinds. */
export const FILE_KINDS: readonly FileKind[] = [
  {
    path: 'index.json',
    what: 'every limit, plane, search, model and experiment with its main facts, to be filtered',
    schema: 'index',
  },
  {
    path: planeIndexPath('<plane>'),
    what: 'what index.json says of the limits of one plane',
    schema: 'plane-index',
  },
  {
    path: limitJsonPath('<id>'),
    what: 'a limit: all facts, provenance, conversion laws and numbers',
    schema: 'limit',
  },
  { path: limitCsvPath('<id>'), what: 'the numbers of a limit, digits as published' },
  {
    path: planePath('<plane>'),
    what: 'a plane: axes, assumptions and how each limit stands on it',
    schema: 'plane',
  },
  {
    path: combinedPath('<plane>'),
    what: 'the combined limit of a plane: envelope, frontier and regions by scope and level',
    schema: 'combined',
  },
  {
    path: 'combined/<plane>.<scope>.<level>.csv',
    what: 'an envelope as a table, with who sets it',
  },
  {
    path: historyPath('<plane>'),
    what: 'the combined limit, all confidence levels together, at the end of each year that changed it',
    schema: 'combined-history',
  },
  {
    path: FRONTIER_JSON,
    what: 'who sets the combined limits at which mass, all planes',
    schema: 'frontier',
  },
  { path: FRONTIER_CSV, what: 'the same as a table' },
  {
    path: submissionPath('<id>'),
    what: 'a limit as a HEPData submission, its tables beside it in hepdata/<id>/<table>.yaml',
  },
  { path: HEPDATA_ZIP, what: 'all limits as one HEPData submission' },
  { path: 'references.bib', what: 'all papers as BibTeX' },
  { path: 'references.ris', what: 'all papers as RIS' },
  { path: 'references.csl.json', what: 'all papers as CSL-JSON' },
  {
    path: 'exclusion.parquet',
    what: 'pieces, straight in log mass and log value, of the limits that enter combined limits, grids over a further parameter left out',
  },
  {
    path: 'exclusion.sql',
    what: 'the query that says which limits exclude which points, for DuckDB, Spark, Trino and BigQuery',
  },
  { path: 'limits.parquet', what: 'the numbers of all limits, as published and in plane units' },
  { path: 'combined.parquet', what: 'the combined limits of all planes' },
  { path: 'frontier.parquet', what: 'who sets the combined limits, as in frontier.csv' },
  { path: 'datapackage.json', what: 'a Data Package over all CSV files, with their columns' },
  { path: 'schemas/<name>.schema.json', what: 'JSON Schema of the JSON files' },
  { path: 'dark-portals.zip', what: 'all of it in one archive, HEPData as hepdata.zip' },
];
