import type { Catalogue, Limit } from '../../catalogue.ts';
import type { ColumnDescription } from '../describe-columns.ts';
import { describeColumns } from '../describe-columns.ts';
import { mustGet } from '../../catalogue.ts';
import type { Column } from '../../schema/index.ts';
import type { HepdataVariable, Qualifier } from '../../formats/hepdata/hepdata-yaml.ts';

/** Columns that a value depends on; everything else is a value. */
const INDEPENDENT: readonly string[] = [
  ...['mass', 'coupling', 'parameter', 'segment', 'ring', 'edge', 'role'],
];
const WORDS: ReadonlySet<string> = new Set(['edge', 'role']);

/** Columns that number parts of the result. */
const PARTS: ReadonlySet<string> = new Set(['segment', 'ring']);

/** Edges of bins, which belong to the masses. */
const BINS: ReadonlySet<string> = new Set(['massLow', 'massHigh']);

/** The columns of a table, those that others depend on first. */
export interface HepdataColumns {
  readonly independent: readonly HepdataVariable[];
  readonly dependent: readonly HepdataVariable[];
}

/** What is said of the value, or of one of the curves beside it. */
export type Qualify = (column: string) => readonly Qualifier[];

/**
 * Rows of a limit as variables of HEPData, in the quantities and units of the publication with its digits. The mass
 * comes first. A column that tells nothing, because there is one segment or ring and no hole, is left
 * out: HEPData draws a table with one independent variable as a curve.
 * @param rows first row and the one after the last
 */
export function listVariables(
  limit: Limit,
  catalogue: Catalogue,
  qualify: Qualify,
  rows: readonly [from: number, to: number],
): HepdataColumns {
  const cells = readCells(limit, rows);
  const told = describeColumns(limit, catalogue).filter(({ name }) => tells(name, limit));
  const makeVariable = (column: ColumnDescription): HepdataVariable => ({
    ...nameColumn(column, catalogue),
    values: mustGet(cells, column.name),
    areWords: WORDS.has(column.name),
  });
  const [low, high] = [cells.get('massLow'), cells.get('massHigh')];
  const independent = told
    .filter(({ name }) => INDEPENDENT.includes(name))
    .sort((a, b) => INDEPENDENT.indexOf(a.name) - INDEPENDENT.indexOf(b.name))
    .map((column) => ({
      ...makeVariable(column),
      ...(column.name === 'mass' && low !== undefined && high !== undefined
        ? { bins: { low, high } }
        : {}),
    }));
  const dependent = told
    .filter(({ name }) => !INDEPENDENT.includes(name) && !BINS.has(name))
    .map((column) => ({ ...makeVariable(column), qualifiers: qualify(column.name) }));
  return { independent, dependent };
}

/** Whether a column says more than that there is one part, which is no hole. */
function tells(name: string, { table }: Limit): boolean {
  if (PARTS.has(name)) return table.numbers.get(name)?.some((part) => part > 1) === true;
  return name !== 'role' || table.words.get(name)?.includes('hole') === true;
}

function readCells(
  { table: { columns, text } }: Limit,
  [from, to]: readonly [from: number, to: number],
): ReadonlyMap<string, readonly string[]> {
  const cells = columns.map((): string[] => []);
  for (const line of text
    .trimEnd()
    .split('\n')
    .slice(from + 1, to + 1)) {
    for (const [i, cell] of line.split(',').entries()) cells[i]?.push(cell);
  }
  return new Map(columns.map((name, i) => [name, cells[i] ?? []]));
}

function nameColumn(
  { name, description, column }: ColumnDescription,
  catalogue: Catalogue,
): Pick<HepdataVariable, 'name' | 'units'> {
  const said = description.replace(/\.$/u, '');
  if (column === undefined) return { name: name === 'ratio' ? said : name };
  return {
    name: `${writeSymbol(column, catalogue)}, ${said}`,
    ...(column.unit === '1' || column.scale === 'log10' ? {} : { units: column.unit }),
  };
}

/** The symbol of a column's numbers: `ε`, or `log10(τ / ps)`. */
export function writeSymbol(column: Column, { quantities }: Catalogue): string {
  const { plain } = mustGet(quantities, column.quantity);
  if (column.scale !== 'log10') return plain;
  return `log10(${plain}${column.unit === '1' ? '' : ` / ${column.unit}`})`;
}
