import { splitCells, type Dialect } from '../../formats/split-columns.ts';
import type { SourceTable } from '../source.ts';
import type { TablesOrProblem } from './columns-text.ts';
import { makeHepdataTable, type HepdataCell, type HepdataVariable } from './hepdata-table.ts';

const COMMAS: Dialect = { separator: ',', hasDecimalComma: false };
const LONGEST_LINE = 4096;

/** True for a CSV of HEPData, which begins with `#: ` lines. */
export const isHepdataCsv = (text: string): boolean => /^#: ?\S/mu.test(text.slice(0, 4000));

interface Block {
  readonly facts: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * HEPData's CSV. It has a block for each dependent variable, with the independent ones repeated; blocks
 * whose independent variables agree digit by digit are one table.
 */
export function readHepdataCsv(file: string, text: string): TablesOrProblem {
  const blocks = cutBlocks(text);
  const fail = (line: number | undefined, found: string, fix: string) => ({
    problem: {
      file,
      ...(line === undefined ? {} : { line }),
      found,
      expected: 'a table of HEPData as CSV',
      fix,
    },
  });
  if (blocks.length === 0) return fail(undefined, 'no row of numbers', 'download the table again');
  const tables: SourceTable[] = [];
  const names = new Set<string>();
  for (const same of groupBlocks(blocks)) {
    const [first] = same;
    if (first === undefined) continue;
    const ragged = same.flatMap(({ header, rows }) =>
      rows.filter(({ cells }) => cells.length > header.length),
    )[0];
    if (ragged !== undefined)
      return fail(
        ragged.line,
        `${String(ragged.cells.length)} cells`,
        'download the table again: a row has more cells than its header',
      );
    const independents = countIndependents(first);
    const variables = same.flatMap((block, i) => readBlock(block, independents, i === 0));
    const title =
      first.facts.find((fact) => fact.startsWith('name: '))?.slice('name: '.length) ?? 'table';
    const name = names.has(title) ? `${title} (${String(names.size + 1)})` : title;
    names.add(name);
    const facts = [...new Set(same.flatMap((block) => block.facts))];
    const made = makeHepdataTable(file, name, variables, facts);
    if ('problem' in made) return made;
    tables.push(...made.tables);
  }
  return { tables };
}

function cutBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let facts: string[] = [];
  let header: string[] | undefined;
  let rows: { line: number; cells: string[] }[] = [];
  const close = (): void => {
    if (header !== undefined && rows.length > 0) blocks.push({ facts, header, rows });
    if (rows.length > 0 || header !== undefined) facts = [];
    header = undefined;
    rows = [];
  };
  for (const [i, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '') close();
    else if (line.startsWith('#')) {
      if (header !== undefined) close();
      facts.push(line.replace(/^#:? ?/u, '').slice(0, 500));
    } else {
      const cells = splitCells(line.slice(0, LONGEST_LINE), COMMAS);
      // A header directly below numbers begins a block too.
      if (
        header !== undefined &&
        rows.length > 0 &&
        cells.some((cell) => /[^\W\deE_]{2}/u.test(cell)) &&
        !/nan|inf/iu.test(line)
      )
        close();
      if (header === undefined) header = cells;
      else rows.push({ line: i + 1, cells });
    }
  }
  close();
  // Facts stand above the first of several blocks: they hold for those that follow without their own.
  return blocks.map((block, i) =>
    block.facts.length > 0 || i === 0 ? block : { ...block, facts: blocks[0]?.facts ?? [] },
  );
}

/** The first variable with its bins, which the others repeat. */
function countIndependents({ header }: Block): number {
  const isPartOf = (name: string, of: string): boolean =>
    name === `${of} LOW` || name === `${of} HIGH`;
  const first = header[0] ?? '';
  let count = 1;
  while (isPartOf(header[count] ?? '', first)) count += 1;
  return count;
}

/** Blocks with the same independent numbers stand together. */
const groupBlocks = (blocks: readonly Block[]): readonly Block[][] => [
  ...Map.groupBy(blocks, (block) => {
    const count = countIndependents(block);
    const names = block.header.slice(0, count).join(',');
    return [names, ...block.rows.map(({ cells }) => cells.slice(0, count).join(','))].join('\n');
  }).values(),
];

function readBlock(
  { header, rows }: Block,
  independents: number,
  isFirst: boolean,
): HepdataVariable[] {
  const bins = {
    low: header.findIndex((name) => name === `${header[0] ?? ''} LOW`),
    high: header.findIndex((name) => name === `${header[0] ?? ''} HIGH`),
  };
  const hasBins = independents === 3 && bins.low !== -1 && bins.high !== -1;
  const own = header.flatMap((name, i) => {
    // Errors are no part of a limit.
    if (i < independents || /^(?:error|stat|sys|total)[^,]* ?[+-]$/iu.test(name)) return [];
    return [{ name, i }];
  });
  const mass: HepdataVariable = {
    name: header[0] ?? '',
    isIndependent: true,
    cells: rows.map(({ line, cells }): HepdataCell => ({
      line,
      value: cells[0] ?? '',
      ...(hasBins ? { low: cells[bins.low] ?? '', high: cells[bins.high] ?? '' } : {}),
    })),
  };
  const values = own.map(({ name, i }): HepdataVariable => ({
    name,
    isIndependent: false,
    cells: rows.map(({ line, cells }) => ({ line, value: cells[i] ?? '' })),
  }));
  return isFirst ? [mass, ...values] : values;
}
