import type { BasicType } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** A column of a table: its name, its type and how it is read from a row; undefined is a null. */
export interface TableColumn<Row> {
  readonly name: string;
  readonly type: 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN';
  readonly isNullable?: boolean;
  readonly read: (row: Row) => string | number | boolean | undefined;
}

/**
 * Rows as Apache Parquet (Snappy), the same bytes for the same rows.
 * @param groupSizes rows of each row group, so that an engine reads only the groups it needs
 * @param facts key and value pairs for the file's metadata
 */
export function writeParquet<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  groupSizes: readonly number[],
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, isNullable = false, read }) => ({
        name,
        type: type satisfies BasicType,
        nullable: isNullable,
        data: rows.map((row) => read(row) ?? null),
      })),
      rowGroupSize: groupSizes.length === 0 ? 1 : [...groupSizes],
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
    }),
  );
}
