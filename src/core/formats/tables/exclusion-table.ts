import type { Catalogue } from '../../catalogue.ts';
import type { ExclusionRow } from './exclusion-rows.ts';
import { BUCKETS_PER_DECADE, listExclusionRows } from './exclusion-rows.ts';
import type { TableColumn } from './write-parquet.ts';
import { readColumns, writeParquet } from './write-parquet.ts';

const text = (name: 'plane' | 'limit_id' | 'texkey' | 'derived_by'): TableColumn<ExclusionRow> => ({
  name,
  type: 'STRING',
  read: (row) => row[name],
});

const number = (
  name: Exclude<keyof ExclusionRow, 'plane' | 'limit_id' | 'texkey' | 'derived_by' | 'is_ee'>,
  isNullable = false,
): TableColumn<ExclusionRow> => ({
  name,
  type: name === 'bucket' ? 'INT32' : 'DOUBLE',
  isNullable,
  read: (row) => row[name],
});

const COLUMNS: readonly TableColumn<ExclusionRow>[] = [
  text('plane'),
  number('bucket'),
  text('limit_id'),
  number('mass_lo'),
  number('mass_hi'),
  number('x_lo'),
  number('x_hi'),
  number('lower_a', true),
  number('lower_b', true),
  number('upper_c', true),
  number('upper_d', true),
  number('cl', true),
  text('texkey'),
  text('derived_by'),
  { name: 'is_ee', type: 'BOOLEAN', read: (row) => row.is_ee },
];

/** `exclusion.parquet`: the pieces of every plane, a row group per plane. */
export function writeExclusionTable(
  catalogue: Catalogue,
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const groups = [...catalogue.planes.values()]
    .map((plane) => listExclusionRows(plane, catalogue))
    .filter((rows) => rows.length > 0);
  return writeParquet(
    readColumns(groups.flat(), COLUMNS),
    groups.map((rows) => rows.length),
    { ...facts, buckets_per_decade: String(BUCKETS_PER_DECADE) },
  );
}
