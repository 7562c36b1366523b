import type { Limit } from '../catalogue.ts';

/** A run of rows that belong together: a segment, an edge of a strip, a ring, or all points. */
export interface Part {
  readonly name: string;
  /** First row. */
  readonly from: number;
  /** Row after the last. */
  readonly to: number;
}

/** The parts of a limit's table, in file order: runs of rows with the same segment, ring, edge and role. */
export function listParts(limit: Limit): Part[] {
  const { table } = limit;
  const keys = ['segment', 'ring', 'edge', 'role'].filter((name) => table.columns.includes(name));
  const nameAt = (row: number): string =>
    keys
      .map(
        (key) => `${key} ${String(table.numbers.get(key)?.[row] ?? table.words.get(key)?.[row])}`,
      )
      .join(', ');
  const parts: Part[] = [];
  let start = 0;
  for (let row = 1; row <= table.length; row++) {
    if (row < table.length && isSamePart(limit, keys, row - 1, row)) continue;
    parts.push({ name: nameAt(start), from: start, to: row });
    start = row;
  }
  return parts;
}

function isSamePart(limit: Limit, keys: readonly string[], a: number, b: number): boolean {
  return keys.every((key) => {
    const numbers = limit.table.numbers.get(key);
    if (numbers !== undefined) return numbers[a] === numbers[b];
    const words = limit.table.words.get(key);
    return words?.[a] === words?.[b];
  });
}
