import type { Catalogue } from '../../catalogue.ts';
import type { ExclusionRow } from './exclusion-rows.ts';
import { BUCKETS_PER_DECADE, listExclusionRows } from './exclusion-rows.ts';
import type { TableColumn } from './write-parquet.ts';
import { readColumns, writeParquet } from './write-parquet.ts';

const text = (
  name: 'plane' | 'limit_id' | 'derived_by',
  about: string,
): TableColumn<ExclusionRow> => ({ name, type: 'STRING', about, read: (row) => row[name] });

const number = (
  name: 'mass_lo' | 'mass_hi' | 'x_lo' | 'x_hi',
  about: string,
): TableColumn<ExclusionRow> => ({ name, type: 'DOUBLE', about, read: (row) => row[name] });

const edge = (
  name: 'lower_a' | 'lower_b' | 'upper_c' | 'upper_d' | 'cl',
  about: string,
): TableColumn<ExclusionRow> => ({
  name,
  type: 'DOUBLE',
  isNullable: true,
  about,
  read: (row) => row[name],
});

const COLUMNS: readonly TableColumn<ExclusionRow>[] = [
  text('plane', 'Id of the plane.'),
  {
    name: 'bucket',
    type: 'INT32',
    about: `FLOOR(x * ${String(BUCKETS_PER_DECADE)}), x = LOG10(mass), of masses the piece holds; a piece has a row for each bucket it reaches.`,
    read: ({ bucket }) => bucket,
  },
  text('limit_id', 'Id of the limit; its page is limits/<id>/ on the site.'),
  number('mass_lo', 'Lower end of the piece in the canonical unit of the plane.'),
  number('mass_hi', 'Upper end.'),
  number('x_lo', 'LOG10 of the lower end; decides.'),
  number('x_hi', 'LOG10 of the upper end; decides.'),
  edge(
    'lower_a',
    'LOG10 of the floor at x_lo, canonical unit; null where the piece is open below.',
  ),
  edge('lower_b', 'Slope of the floor: y >= lower_a + lower_b * (x - x_lo) is excluded.'),
  edge('upper_c', 'LOG10 of the ceiling at x_lo; null where the piece is open above.'),
  edge('upper_d', 'Slope of the ceiling: y <= upper_c + upper_d * (x - x_lo) is excluded.'),
  edge('cl', 'Confidence level as published, never rescaled; null where none is stated.'),
  {
    name: 'texkey',
    type: 'STRING',
    isNullable: true,
    about:
      'Key in references.bib, its INSPIRE texkey where one is known, of the paper of the analysis; null where none is known.',
    read: ({ texkey }) => texkey,
  },
  text('derived_by', 'collaboration, or reinterpretation by others.'),
  {
    name: 'is_ee',
    type: 'BOOLEAN',
    about: 'True for results of e+e- colliders alone.',
    read: (row) => row.is_ee,
  },
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
