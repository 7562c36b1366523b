import { isStrictNumber } from '../../formats/strict-number.ts';
import type { Problem, SourceColumn, SourceRow, SourceTable } from '../source.ts';
import { isNoNumber } from '../../formats/split-columns.ts';
import { hasParts, splitParts } from './split-parts.ts';

/** A value as HEPData has it: a number, a bin, or both; texts as written. */
export interface HepdataCell {
  readonly line: number;
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
}

export interface HepdataVariable {
  readonly name: string;
  readonly unit?: string;
  readonly isIndependent: boolean;
  readonly cells: readonly HepdataCell[];
}

/** More cells are refused: aliases could otherwise unfold a small file without end. */
export const MOST_CELLS = 2_000_000;

/**
 * A table of HEPData, independent variables first. A variable with bins has a column for each edge, and one
 * for its value where there is one.
 */
export function makeHepdataTable(
  file: string,
  name: string,
  variables: readonly HepdataVariable[],
  facts: readonly string[],
): { readonly tables: readonly SourceTable[] } | { readonly problem: Problem } {
  const fail = (line: number | undefined, found: string, expected: string, fix: string) => ({
    problem: { file, ...(line === undefined ? {} : { line }), found, expected, fix },
  });
  const length = variables[0]?.cells.length ?? 0;
  const uneven = variables.find(({ cells }) => cells.length !== length);
  if (uneven !== undefined)
    return fail(
      uneven.cells[0]?.line,
      `${String(uneven.cells.length)} values of “${uneven.name}” in the table “${name}”`,
      `${String(length)} as of “${variables[0]?.name ?? ''}”`,
      'download the table again: every variable has a value in each row',
    );
  if (length === 0)
    return fail(undefined, `the table “${name}” without values`, 'numbers', 'choose another table');
  const columns: (SourceColumn & { readonly read: (row: number) => string })[] = [];
  for (const { name: header, unit, isIndependent, cells } of variables) {
    const base = {
      ...(unit === undefined ? {} : { unit }),
      ...(isIndependent ? { isIndependent } : {}),
    };
    if (cells.some(({ value }) => value !== undefined))
      columns.push({ header, ...base, read: (row) => cells[row]?.value ?? '' });
    if (cells.some(({ low }) => low !== undefined)) {
      columns.push({ header, ...base, bin: 'low', read: (row) => cells[row]?.low ?? '' });
      columns.push({ header, ...base, bin: 'high', read: (row) => cells[row]?.high ?? '' });
    }
  }
  const rows: SourceRow[] = [];
  for (let row = 0; row < length; row++) {
    const cells = columns.map(({ read }) => read(row).trim());
    const line = variables[0]?.cells[row]?.line ?? 1;
    rows.push({ line, cells: cells.map((cell) => (isNoNumber(cell) ? '' : cell)) });
  }
  if (hasParts(columns)) {
    const named = columns.map(({ read: _, ...column }) => column);
    const parts = splitParts({ name, columns: named, rows, facts });
    const checked = parts.map((part) => checkNumbers(file, part));
    const wrong = checked.find((one) => 'problem' in one);
    return wrong ?? { tables: checked.flatMap((one) => ('table' in one ? [one.table] : [])) };
  }
  const checked = checkNumbers(file, {
    name,
    columns: columns.map(({ read: _, ...column }) => column),
    rows,
    facts,
  });
  return 'problem' in checked ? checked : { tables: [checked.table] };
}

/** A table without its columns of words; a slip in a column of numbers is a problem. */
function checkNumbers(
  file: string,
  { name, columns, rows, facts }: SourceTable,
): { readonly table: SourceTable } | { readonly problem: Problem } {
  const fail = (line: number | undefined, found: string, expected: string, fix: string) => ({
    problem: { file, ...(line === undefined ? {} : { line }), found, expected, fix },
  });
  // A column of words, such as a region's name, is no column of numbers; a lone slip in one is a problem.
  const isWords = columns.map((_, i) => rows.every(({ cells }) => !isStrictNumber(cells[i] ?? '')));
  for (const { line, cells } of rows) {
    const bad = cells.findIndex(
      (cell, i) => isWords[i] === false && cell !== '' && !isStrictNumber(cell),
    );
    if (bad !== -1)
      return fail(
        line,
        `“${(cells[bad] ?? '').slice(0, 40)}” of “${columns[bad]?.header ?? ''}”`,
        'a plain decimal number like 1.5e-3',
        'correct the number, or tell HEPData that the record holds it',
      );
  }
  const kept = columns.flatMap((_, i) => (isWords[i] === true ? [] : [i]));
  const words = columns.flatMap(({ header }, i) =>
    isWords[i] === true && header !== undefined ? [`“${header}” has no numbers`] : [],
  );
  if (kept.length < 2)
    return fail(
      rows[0]?.line,
      `the table “${name}” with ${String(kept.length)} columns of numbers`,
      'a mass and a value',
      'choose another table',
    );
  return {
    table: {
      name,
      columns: kept.flatMap((i) => columns[i] ?? []),
      rows: rows.map((row) => ({ ...row, cells: kept.map((i) => row.cells[i] ?? '') })),
      facts: [...facts, ...words],
    },
  };
}
