import type { SourceColumn, SourceRow, SourceTable } from '../source.ts';

/** Columns that say where a row belongs, as this project's own files have them. */
const PART = /^(?:part|segment|ring)$/u;
const EDGE = /^(?:edge|role)$/u;
const LIMIT = /^limit$/u;
const LABEL = /^label$/u;

/** True where a table says by words or numbers which limit, edge or part each row belongs to. */
export const hasParts = (columns: readonly SourceColumn[]): boolean =>
  columns.some(({ header = '' }) => PART.test(header) || EDGE.test(header));

/**
 * A table cut into one for each limit and each of its edges; where the part changes a block begins. The
 * columns that said so are taken away.
 * @param rows with words in those columns
 */
export function splitParts({ name, columns, rows, facts }: SourceTable): SourceTable[] {
  const find = (pattern: RegExp): number =>
    columns.findIndex(({ header = '' }) => pattern.test(header));
  const [part, edge, limit, label] = [PART, EDGE, LIMIT, LABEL].map(find);
  const kept = columns.flatMap((_, i) => ([part, edge, limit, label].includes(i) ? [] : [i]));
  const groups = Map.groupBy(rows, ({ cells }) => {
    const role = cells[edge ?? -1] ?? '';
    const words = [
      cells[limit ?? -1] ?? name,
      ...(role === 'lower' || role === 'upper' ? [role] : []),
    ];
    return words.join(' ');
  });
  return [...groups].map(([title, members]) => ({
    name: title,
    columns: kept.flatMap((i) => columns[i] ?? []),
    rows: members.map(({ line, cells }, i): SourceRow => {
      const before = members[i - 1];
      const isNew = before !== undefined && before.cells[part ?? -1] !== cells[part ?? -1];
      return {
        line,
        cells: kept.map((k) => cells[k] ?? ''),
        ...(isNew ? { startsBlock: true as const } : {}),
      };
    }),
    facts,
  }));
}
