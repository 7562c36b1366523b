import type { Catalogue, Limit } from '../catalogue.ts';
import type { Column } from '../schema/index.ts';

/** A column of a limit's table, for readers of CSV and JSON alike. */
export interface ColumnDescription {
  readonly name: string;
  readonly type: 'number' | 'integer' | 'string';
  readonly description: string;
  /** The quantity, unit and scale of its numbers as published, where they have one. */
  readonly column?: Column;
  /** Which law of a plane converts its numbers. */
  readonly law?: 'mass' | 'value';
  /** The words it may hold. */
  readonly words?: readonly string[];
}

/** What the columns of every shape are; `<mass>`, `<value>` and `<parameter>` stand for the quantities. */
const COLUMNS: Readonly<
  Record<string, Pick<ColumnDescription, 'description' | 'law' | 'words'> & { isPart?: true }>
> = {
  segment: {
    description: 'Part of the curve, counted from one: between two there is a gap.',
    isPart: true,
  },
  ring: {
    description: 'Closed line, counted from one; its first point is repeated last.',
    isPart: true,
  },
  edge: { description: 'Edge of the interval the row belongs to.', words: ['lower', 'upper'] },
  role: { description: 'Whether the line is an outline or a hole.', words: ['outer', 'hole'] },
  mass: { description: '<mass>', law: 'mass' },
  massLow: { description: '<mass>: lower edge of the bin.', law: 'mass' },
  massHigh: { description: '<mass>: upper edge of the bin.', law: 'mass' },
  value: { description: '<value>', law: 'value' },
  coupling: { description: '<value> at which the ratio was evaluated.', law: 'value' },
  expected: { description: '<value>: median expected limit.', law: 'value' },
  lo1: { description: '<value>: expected limit, minus one standard deviation.', law: 'value' },
  hi1: { description: '<value>: expected limit, plus one standard deviation.', law: 'value' },
  lo2: { description: '<value>: expected limit, minus two standard deviations.', law: 'value' },
  hi2: { description: '<value>: expected limit, plus two standard deviations.', law: 'value' },
  parameter: { description: '<parameter>' },
  ratio: { description: 'Ratio of allowed to expected yield: excluded below one.' },
};

/** The columns of a limit's table in their order. */
export const describeColumns = (limit: Limit, catalogue: Catalogue): ColumnDescription[] =>
  limit.table.columns.map((name) => describeColumn(name, limit, catalogue));

function describeColumn(name: string, limit: Limit, { quantities }: Catalogue): ColumnDescription {
  const known = COLUMNS[name];
  if (known === undefined) throw new Error(`The column "${name}" is not described.`);
  const { description, law, words, isPart } = known;
  const column = name === 'parameter' ? limit.parameter : law && limit[law];
  const quantity = column && quantities.get(column.quantity)?.name;
  const scale = column?.scale === 'log10' ? 'Decimal logarithm of ' : '';
  return {
    name,
    type: words === undefined ? (isPart === true ? 'integer' : 'number') : 'string',
    description: scale + description.replace(/<\w+>/u, quantity ?? name),
    ...(column === undefined ? {} : { column }),
    ...(law === undefined ? {} : { law }),
    ...(words === undefined ? {} : { words }),
  };
}
