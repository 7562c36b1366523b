import type { Catalogue, Limit } from '../../catalogue.ts';
import { mustGet } from '../../catalogue.ts';
import { applyPowerLaw, findColumnLaw } from '../../quantities.ts';
import type { Column } from '../../schema/index.ts';
import type { TableColumn } from './write-parquet.ts';
import { writeParquet } from './write-parquet.ts';

/** One row of a limit's CSV, its numbers as published and in the canonical units of its plane. */
export interface LimitRow {
  readonly limit: Limit;
  /** Row of the CSV, counted from zero. */
  readonly row: number;
  /** Mass and value in the quantities and canonical units of the limit's plane. */
  readonly planeMass: number;
  readonly planeValue: number;
}

/** The rows of every limit, limit by limit. */
export function listLimitRows(limit: Limit, catalogue: Catalogue): LimitRow[] {
  const plane = mustGet(catalogue.planes, limit.plane);
  const read = (column: Column, name: string, target: string): Float64Array => {
    const law = findColumnLaw(column, target, catalogue.quantities, plane.parameters);
    if (law === undefined) throw new Error(`${limit.id} does not stand on its plane.`);
    return (limit.table.numbers.get(name) ?? new Float64Array(0)).map((number) =>
      applyPowerLaw(law, column.scale === 'log10' ? 10 ** number : number),
    );
  };
  const mass = read(limit.mass, 'mass', plane.x.quantity);
  const name = limit.shape === 'ratio-map' ? 'coupling' : 'value';
  const value = read(limit.value, name, plane.y.quantity);
  return Array.from(mass, (planeMass, row) => ({
    limit,
    row,
    planeMass,
    planeValue: value[row] ?? NaN,
  }));
}

const number = (name: string, columns: readonly string[]): TableColumn<LimitRow> => ({
  name,
  type: 'DOUBLE',
  isNullable: true,
  read: ({ limit, row }) => {
    for (const column of columns) {
      const numbers = limit.table.numbers.get(column);
      if (numbers !== undefined) return numbers[row];
    }
    return undefined;
  },
});

/** Columns of `limits.parquet`. `part` is the segment or ring; `role` is lower, upper, outer or hole. */
const COLUMNS: readonly TableColumn<LimitRow>[] = [
  { name: 'limit_id', type: 'STRING', read: ({ limit }) => limit.id },
  { name: 'plane', type: 'STRING', read: ({ limit }) => limit.plane },
  { name: 'status', type: 'STRING', read: ({ limit }) => limit.status },
  { name: 'shape', type: 'STRING', read: ({ limit }) => limit.shape },
  { name: 'texkey', type: 'STRING', read: ({ limit }) => limit.reference },
  { name: 'row', type: 'INT32', read: ({ row }) => row },
  {
    name: 'part',
    type: 'INT32',
    isNullable: true,
    read: ({ limit: { table }, row }) =>
      (table.numbers.get('segment') ?? table.numbers.get('ring'))?.[row],
  },
  {
    name: 'role',
    type: 'STRING',
    isNullable: true,
    read: ({ limit: { table }, row }) =>
      (table.words.get('edge') ?? table.words.get('role'))?.[row],
  },
  number('mass', ['mass']),
  number('value', ['value', 'coupling']),
  ...['parameter', 'ratio', 'expected', 'lo1', 'hi1', 'lo2', 'hi2'].map((name) =>
    number(name, [name]),
  ),
  number('mass_low', ['massLow']),
  number('mass_high', ['massHigh']),
  { name: 'plane_mass', type: 'DOUBLE', read: ({ planeMass }) => planeMass },
  { name: 'plane_value', type: 'DOUBLE', read: ({ planeValue }) => planeValue },
];

/** `limits.parquet`: every number of every limit, a row group per limit. */
export function writeLimitTable(
  catalogue: Catalogue,
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const groups = [...catalogue.limits.values()].map((limit) => listLimitRows(limit, catalogue));
  return writeParquet(
    groups.flat(),
    COLUMNS,
    groups.map((rows) => rows.length),
    facts,
  );
}
