import type { Catalogue, Limit } from '../../catalogue.ts';
import { mustGet } from '../../catalogue.ts';
import { applyPowerLaw, findColumnLaw } from '../../quantities.ts';
import type { Column } from '../../schema/index.ts';
import type { ParquetColumn } from './write-parquet.ts';
import { writeParquet } from './write-parquet.ts';

/** The rows of a limit's CSV in the quantities and canonical units of its plane. */
export interface PlaneColumns {
  readonly mass: Float64Array;
  readonly value: Float64Array;
}

/**
 * Masses and values of a limit on its plane, row by row.
 * @throws when the limit does not stand on its plane, which the check does not let pass
 */
export function convertToPlane(limit: Limit, catalogue: Catalogue): PlaneColumns {
  const plane = mustGet(catalogue.planes, limit.plane);
  const convert = (column: Column, name: string, target: string): Float64Array => {
    const law = findColumnLaw(column, target, catalogue.quantities, plane.parameters);
    if (law === undefined) throw new Error(`${limit.id} does not stand on its plane.`);
    return mustGet(limit.table.numbers, name).map((number) =>
      applyPowerLaw(law, column.scale === 'log10' ? 10 ** number : number),
    );
  };
  return {
    mass: convert(limit.mass, 'mass', plane.x.quantity),
    value: convert(
      limit.value,
      limit.shape === 'ratio-map' ? 'coupling' : 'value',
      plane.y.quantity,
    ),
  };
}

/** Columns of the CSVs that not every limit has: their names in the table, and what they are. */
const OPTIONAL: Readonly<Record<string, readonly [name: string, about: string]>> = {
  parameter: ['parameter', 'Third axis of a grid, a lifetime for instance, as published.'],
  ratio: ['ratio', 'Of a ratio map: excluded below one, as published.'],
  expected: ['expected', 'Median expected limit, as published.'],
  lo1: ['lo1', 'Expected limit minus one standard deviation, as published.'],
  hi1: ['hi1', 'Expected limit plus one standard deviation, as published.'],
  lo2: ['lo2', 'Expected limit minus two standard deviations, as published.'],
  hi2: ['hi2', 'Expected limit plus two standard deviations, as published.'],
  massLow: ['mass_low', 'Lower edge of the bin of mass, as published.'],
  massHigh: ['mass_high', 'Upper edge of the bin of mass, as published.'],
};

type Cells = (string | number | null)[];

/**
 * `limits.parquet`: every number of every limit, a row group per limit. `part` is the segment or ring,
 * `role` is lower, upper, outer or hole; `plane_mass` and `plane_value` are computed, all else as published.
 */
export function writeLimitTable(
  catalogue: Catalogue,
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const limits = [...catalogue.limits.values()];
  const length = limits.reduce((sum, { table }) => sum + table.length, 0);
  // Column by column: a row of six hundred thousand at a time would take several times as long.
  const required = (read: (limit: Limit) => Float64Array): Float64Array => {
    const data = new Float64Array(length);
    let at = 0;
    for (const limit of limits) {
      data.set(read(limit), at);
      at += limit.table.length;
    }
    return data;
  };
  const optional = (
    read: (limit: Limit) => ArrayLike<string | number> | string | undefined,
  ): Cells => {
    const data: Cells = new Array<null>(length).fill(null);
    let at = 0;
    for (const limit of limits) {
      const cells = read(limit);
      for (let row = 0; cells !== undefined && row < limit.table.length; row++)
        data[at + row] = typeof cells === 'string' ? cells : (cells[row] ?? null);
      at += limit.table.length;
    }
    return data;
  };
  const word = (
    name: string,
    about: string,
    read: (limit: Limit) => string | undefined,
  ): ParquetColumn => ({ name, type: 'STRING', about, data: optional(read) });
  const numbers =
    (...names: readonly string[]) =>
    ({ table }: Limit): Float64Array | undefined =>
      names.map((name) => table.numbers.get(name)).find((column) => column !== undefined);
  const converted = new Map(limits.map((limit) => [limit.id, convertToPlane(limit, catalogue)]));
  const columns: ParquetColumn[] = [
    word('limit_id', 'Id of the limit; its page is limits/<id>/ on the site.', ({ id }) => id),
    word('plane', 'Id of the plane it stands on.', ({ plane }) => plane),
    word(
      'status',
      'observed excludes; expected, projected, favoured and target do not.',
      ({ status }) => status,
    ),
    word('shape', 'How rows make up the result: see the data guidelines.', ({ shape }) => shape),
    {
      ...word(
        'texkey',
        'Key in references.bib, its INSPIRE texkey where one is known, of the paper of the analysis; null where none is known.',
        ({ reference }) => (reference === 'none-known' ? undefined : reference),
      ),
      isNullable: true,
    },
    {
      name: 'row',
      type: 'INT32',
      about: 'Row of the CSV, counted from zero.',
      data: Int32Array.from(
        limits.flatMap(({ table }) => Array.from({ length: table.length }, (_, row) => row)),
      ),
    },
    {
      name: 'part',
      type: 'INT32',
      isNullable: true,
      about: 'Segment or ring, counted from one; null where the shape has none.',
      data: optional(numbers('segment', 'ring')),
    },
    {
      name: 'role',
      type: 'STRING',
      isNullable: true,
      about: 'lower, upper, outer or hole; null where the shape has none.',
      data: optional(({ table }) => table.words.get('edge') ?? table.words.get('role')),
    },
    {
      name: 'mass',
      type: 'DOUBLE',
      about: 'Mass in the quantity, unit and scale of the publication: see limits/<id>.json.',
      data: required(({ table }) => mustGet(table.numbers, 'mass')),
    },
    {
      name: 'value',
      type: 'DOUBLE',
      about:
        'Value, or coupling of a ratio map, in the quantity, unit and scale of the publication.',
      data: required((limit) => numbers('value', 'coupling')(limit) ?? new Float64Array(0)),
    },
    ...Object.entries(OPTIONAL).map(([column, [name, about]]): ParquetColumn => ({
      name,
      about,
      type: 'DOUBLE',
      isNullable: true,
      data: optional(numbers(column)),
    })),
    {
      name: 'plane_mass',
      type: 'DOUBLE',
      about: 'The mass in the quantity and canonical unit of the plane, computed.',
      data: required(({ id }) => mustGet(converted, id).mass),
    },
    {
      name: 'plane_value',
      type: 'DOUBLE',
      about: 'The value in the quantity and canonical unit of the plane, computed.',
      data: required(({ id }) => mustGet(converted, id).value),
    },
  ];
  return writeParquet(
    columns,
    limits.map(({ table }) => table.length),
    facts,
  );
}
