import type { Limit } from '../catalogue.ts';
import type { Place } from '../message.ts';

/** The CSV beside a limit's metadata. */
export const csvFile = (limit: Limit): string => limit.file.replace(/\.yaml$/, '.csv');

/** A row of a limit's CSV; rows count from zero, the header is line one. */
export const atRow = (limit: Limit, row: number): Place => ({
  file: csvFile(limit),
  line: row + 2,
});

/** A key of an entry's metadata. */
export const atKey = (entry: { readonly file: string }, ...path: (string | number)[]): Place => ({
  file: entry.file,
  path,
});
