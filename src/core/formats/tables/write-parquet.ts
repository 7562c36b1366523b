import type { BasicType } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';

type CellType = 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN';

/** A column of a table with all its cells; null where there is nothing. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: CellType;
  readonly isNullable?: boolean;
  /** What a cell means, with its unit; stands in the file. */
  readonly about: string;
  readonly data: Float64Array | Int32Array | (string | number | boolean | null)[];
}

/** A column of a table: its name, its type and how it is read from a row; undefined is a null. */
export interface TableColumn<Row> extends Omit<ParquetColumn, 'data'> {
  readonly read: (row: Row) => string | number | boolean | undefined;
}

/** The columns of rows, cell by cell. */
export const readColumns = <Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): ParquetColumn[] =>
  columns.map(({ read, ...column }) => ({
    ...column,
    data: rows.map((row) => read(row) ?? null),
  }));

/**
 * Columns as Apache Parquet (Snappy), the same bytes for the same cells.
 * @param groupSizes rows of each row group, so that an engine reads only the groups it needs
 * @param facts key and value pairs for the file's metadata, beside "column:<name>" for what the columns mean
 */
export const writeParquet = (
  columns: readonly ParquetColumn[],
  groupSizes: readonly number[],
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, isNullable = false, data }) => ({
        name,
        type: type satisfies BasicType,
        nullable: isNullable,
        data,
      })),
      rowGroupSize: groupSizes.length === 0 ? 1 : [...groupSizes],
      kvMetadata: [
        ...Object.entries(facts).map(([key, value]) => ({ key, value })),
        ...columns.map(({ name, about }) => ({ key: `column:${name}`, value: about })),
      ],
    }),
  );
