import { isStrictNumber } from '../../formats/strict-number.ts';
import { splitCells } from '../../formats/split-columns.ts';
import type { SourceRow } from '../source.ts';
import type { TablesOrProblem } from './columns-text.ts';
import { splitParts } from './split-parts.ts';

/** Headers of this project's own tables: a figure's, and a limit's of each shape with parts. */
const HEADER =
  /^(?:limit,label,part,role,x,y|(?:segment|ring),(?:(?:edge|role),)?mass,value(?:,\w+)*)$/mu;

export const isSiteCsv = (text: string): boolean => HEADER.test(text.slice(0, 20_000));

/** A table that this site exports: of a figure, or of one limit. */
export function readSiteCsv(file: string, text: string): TablesOrProblem {
  const lines = text.split(/\r\n|\r|\n/u);
  const at = lines.findIndex((line) => HEADER.test(line));
  const names = (lines[at] ?? '').split(',');
  const words = new Set(['limit', 'label', 'edge', 'role']);
  const rows: SourceRow[] = [];
  for (const [i, line] of lines.entries()) {
    if (i <= at || line === '' || line.startsWith('#')) continue;
    const cells = splitCells(line, { separator: ',', hasDecimalComma: false });
    const bad = names.findIndex((name, k) => !words.has(name) && !isStrictNumber(cells[k] ?? ''));
    if (bad !== -1 || cells.length !== names.length)
      return {
        problem: {
          file,
          line: i + 1,
          found:
            bad === -1
              ? `${String(cells.length)} cells`
              : `“${(cells[bad] ?? '').slice(0, 40)}” in the column ${names[bad] ?? ''}`,
          expected: `${String(names.length)} cells, of ${names.join(', ')}`,
          fix: 'correct the row, or export the table again',
        },
      };
    rows.push({ line: i + 1, cells });
  }
  if (rows.length === 0)
    return {
      problem: {
        file,
        line: at + 1,
        found: 'a header and no rows',
        expected: 'rows of numbers',
        fix: 'export the table again',
      },
    };
  // The x and y of a figure have the names that its comments give them; here they have none.
  const columns = names.map((name, k) => ({
    at: k,
    ...(name === 'x' || name === 'y' ? {} : { header: name }),
  }));
  const facts = lines.slice(0, at).map((line) => line.replace(/^#\s*/u, ''));
  return { tables: splitParts({ name: 'numbers', columns, rows, facts }) };
}
