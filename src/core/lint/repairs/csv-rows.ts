/** A CSV as lines: header and rows as written. */
export interface CsvRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Header and cells of a CSV as written; nothing is read as a number. */
export function splitRows(text: string): CsvRows {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const [columns = [], ...rows] = lines.map((line) => line.split(','));
  return { columns, rows };
}

/** The CSV of header and rows. */
export const joinRows = ({ columns, rows }: CsvRows): string =>
  [columns, ...rows].map((cells) => `${cells.join(',')}\n`).join('');

/** The column's cells of a row, by name. */
export const cellOf = ({ columns }: CsvRows, row: readonly string[], name: string): string =>
  row[columns.indexOf(name)] ?? '';

/** Runs of rows with the same segment, ring, edge and role, in file order. */
export function listRuns(csv: CsvRows): (readonly string[])[][] {
  const keys = ['segment', 'ring', 'edge', 'role'].filter((name) => csv.columns.includes(name));
  const nameOf = (row: readonly string[]): string =>
    keys.map((key) => cellOf(csv, row, key)).join(',');
  const runs: (readonly string[])[][] = [];
  let name: string | undefined;
  for (const row of csv.rows) {
    if (nameOf(row) !== name) runs.push([]);
    name = nameOf(row);
    runs.at(-1)?.push(row);
  }
  return runs;
}
