import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue, Limit } from '../core/catalogue.ts';
import { csvFile } from '../core/lint/places.ts';
import type { Message } from '../core/message.ts';
import type { RawSource } from '../core/schema/index.ts';

/**
 * Walks from every CSV back to the raw files under `rawRoot`: the digests agree, and every number
 * written occurs, digit by digit, in the lines and columns the accounting names.
 */
export async function walkToRaw(catalogue: Catalogue, rawRoot: string): Promise<Message[]> {
  const texts = new Map<string, Promise<Buffer | undefined>>();
  const read = (path: string): Promise<Buffer | undefined> => {
    const known = texts.get(path) ?? readFile(join(rawRoot, path)).catch(() => undefined);
    texts.set(path, known);
    return known;
  };
  const messages: Message[] = [];
  for (const limit of catalogue.limits.values()) {
    // Computed by this project: a test compares the numbers with the formula.
    if (limit.provenance.raw.length === 0) continue;
    const sources: { source: RawSource; text: string }[] = [];
    for (const [i, source] of limit.provenance.raw.entries()) {
      const buffer = await read(source.path);
      const digest =
        buffer === undefined ? 'no such file' : createHash('sha256').update(buffer).digest('hex');
      if (buffer !== undefined && digest === source.sha256) {
        sources.push({ source, text: buffer.toString('utf8') });
        continue;
      }
      messages.push({
        rule: 'raw-digest',
        severity: 'error',
        file: limit.file,
        path: ['provenance', 'raw', i, 'sha256'],
        found: `${source.path}: ${digest}`,
        expected: source.sha256,
        fix: 'restore the raw file, or import the changed numbers again',
      });
    }
    if (sources.length === limit.provenance.raw.length)
      messages.push(...compareRows(limit, sources));
  }
  return messages;
}

function* compareRows(
  limit: Limit,
  sources: readonly { source: RawSource; text: string }[],
): Generator<Message> {
  const raw = new Set<string>();
  for (const { source, text } of sources)
    for (const row of listRawRows(limit, source, text)) raw.add(row);
  const [header = '', ...lines] = limit.table.text.trimEnd().split('\n');
  const columns = header.split(',');
  const first = comparedColumns(limit);
  const picks = first.map((name) => columns.indexOf(name));
  for (const [i, line] of lines.entries()) {
    const cells = line.split(',');
    const row = picks.map((pick) => cells[pick] ?? '').join(' ');
    if (raw.has(row)) continue;
    yield {
      rule: 'raw-rows',
      severity: 'error',
      file: csvFile(limit),
      line: i + 2,
      found: `${row} (${first.join(', ')})`,
      expected: `numbers as given in ${sources.map(({ source }) => source.path).join(', ')}`,
      fix: 'restore the digits of the raw file',
    };
  }
}

/** Columns that have to be found in one raw row, digit by digit; a bin's centre is computed. */
function comparedColumns({ table, shape }: Limit): string[] {
  if (table.columns.includes('massLow')) return ['massLow', 'massHigh', 'value'];
  return ['mass', shape === 'ratio-map' ? 'coupling' : 'value'];
}

/** Between two cells of a raw row: a comma or semicolon (an empty cell counts), else blanks. */
const CELLS = /\s*[,;]\s*|\s+/;

/** Rows of a raw source as `mass value` with their digits as given. */
function* listRawRows(limit: Limit, source: RawSource, text: string): Generator<string> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (source.transforms.includes('matrix-to-rows')) {
    yield* listMatrixRows(lines);
    return;
  }
  const [from, to] = source.lines ?? [1, lines.length];
  const kept = lines.slice(from - 1, to);
  if (source.columns === undefined) {
    // Nested text such as YAML: every number of the lines, each mass with each value.
    const numbers = new Set(kept.join(' ').match(/[+-]?\d+\.?\d*(?:[eE][+-]?\d+)?/g) ?? []);
    const [, ...rows] = limit.table.text.trimEnd().split('\n');
    const picks = comparedColumns(limit).map((name) => limit.table.columns.indexOf(name));
    for (const row of rows) {
      const cells = row.split(',');
      const pair = picks.map((pick) => cells[pick] ?? '');
      if (pair.every((cell) => numbers.has(cell))) yield pair.join(' ');
    }
    return;
  }
  const width = comparedColumns(limit).length;
  for (const line of kept) {
    const cells = line.trim().split(CELLS);
    const picked = source.columns.slice(0, width).map((column) => cells[column] ?? '');
    yield picked.join(' ');
    if (width === 3 && source.transforms.includes('sort-edges')) {
      const [low = '', high = '', value = ''] = picked;
      yield [high, low, value].join(' ');
    }
  }
}

/** A matrix whose last row is the mass and whose last column is the parameter. */
function* listMatrixRows(lines: readonly string[]): Generator<string> {
  const cells = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(CELLS));
  const masses = cells.at(-1) ?? [];
  for (const row of cells.slice(0, -1)) {
    for (const [i, value] of row.slice(0, -1).entries()) yield `${masses[i] ?? ''} ${value}`;
  }
}
