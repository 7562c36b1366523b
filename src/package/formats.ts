/**
 * Files of the catalogue, read and written: the CSV of a limit, BibTeX, lists of points, verdicts as lines, and the
 * snapshot of a catalogue for programs that fetch it themselves.
 *
 * Units: those that the files state; nothing is converted here.
 *
 * @example
 * ```ts
 * import { parseLimitTable } from 'dark-portals/formats';
 *
 * const { table, faults } = parseLimitTable('segment,mass,value\n1,0.1,1e-3\n1,1,2e-3\n', 'one-sided');
 * ```
 *
 * @module dark-portals/formats
 */

// See index.ts for why this module re-exports.

export type { CatalogueSnapshot, LimitSnapshot } from '../core/catalogue-snapshot.ts';
export { reviveCatalogue, tableFile, takeSnapshot } from '../core/catalogue-snapshot.ts';
export type { BibtexEntry, BibtexFault, BibtexField } from '../core/formats/bibtex.ts';
export { formatBibliography, formatBibtex, parseBibtex } from '../core/formats/bibtex.ts';
export type { LimitTable, ShapeColumns, TableFault } from '../core/formats/limit-table.ts';
export {
  numberColumn,
  parseLimitTable,
  SHAPE_COLUMNS,
  wordColumn,
} from '../core/formats/limit-table.ts';
export { isStrictNumber } from '../core/formats/strict-number.ts';
export type { VerdictFormat } from '../core/query/format-verdict.ts';
export { formatVerdict, VERDICT_CSV_HEADER } from '../core/query/format-verdict.ts';
export type { PointFault, PointRow } from '../core/query/read-points.ts';
export { PointsReader, readPoints } from '../core/query/read-points.ts';
