import { cellOf, joinRows, listRuns, splitRows } from './csv-rows.ts';
import type { CsvRows } from './csv-rows.ts';

/** A repaired CSV, or why it stays as it is. */
export type CsvRepair =
  { readonly text: string; readonly declined?: undefined } | { readonly declined: string };

/** Cells without blanks around them. */
export const trimCells = (text: string): CsvRepair => ({
  text: text
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((cell) => cell.trim())
        .join(','),
    )
    .join('\n'),
});

/** The first point of every open ring again, last. */
export function closeRings(text: string): CsvRepair {
  const csv = splitRows(text);
  const isSamePoint = (a: readonly string[], b: readonly string[]): boolean =>
    ['mass', 'value'].every(
      (name) => Number(cellOf(csv, a, name)) === Number(cellOf(csv, b, name)),
    );
  const rows = listRuns(csv).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || isSamePoint(first, last)) return run;
    return [...run, first];
  });
  return { text: joinRows({ ...csv, rows }) };
}

/** Segments or rings numbered in file order; parts that stand in several runs are left to a person. */
export function numberParts(text: string): CsvRepair {
  const csv = splitRows(text);
  const key = csv.columns.includes('segment') ? 'segment' : 'ring';
  const index = csv.columns.indexOf(key);
  if (index === -1) return { declined: 'there are no segments and no rings' };
  const numbers = new Map<string, number>();
  let last: string | undefined;
  for (const row of csv.rows) {
    const name = row[index] ?? '';
    if (name !== last && numbers.has(name))
      return { declined: `${key} ${name} stands in several places` };
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    last = name;
  }
  const rows = csv.rows.map((row) =>
    row.with(index, String(numbers.get(row[index] ?? '') ?? row[index])),
  );
  return { text: joinRows({ ...csv, rows }) };
}

/** Parts whose masses descend throughout, the other way round; a part in no order is left to a person. */
export function reverseParts(text: string): CsvRepair {
  const csv = splitRows(text);
  const runs = listRuns(csv);
  for (const run of runs) {
    if (!isSorted(csv, run, 1) && !isSorted(csv, run, -1))
      return { declined: 'masses go up and down: which rows belong together is not known' };
  }
  const rows = runs.flatMap((run) => (isSorted(csv, run, 1) ? run : run.toReversed()));
  return { text: joinRows({ ...csv, rows }) };
}

/** True when masses never decrease (direction 1), or never increase (−1). */
const isSorted = (csv: CsvRows, run: readonly (readonly string[])[], direction: 1 | -1): boolean =>
  run.every((row, i) => {
    const before = run[i - 1];
    if (before === undefined) return true;
    const step = Number(cellOf(csv, row, 'mass')) - Number(cellOf(csv, before, 'mass'));
    return direction * step >= 0;
  });
