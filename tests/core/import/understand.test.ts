import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagOf } from '../../../src/core/contribute/fact-words.ts';
import { describeUnderstanding } from '../../../src/core/import/describe-understanding.ts';
import { readSource } from '../../../src/core/import/read-source.ts';
import type { Decisions, Source } from '../../../src/core/import/source.ts';
import { understand } from '../../../src/core/import/understand.ts';
import { parseLimitTable } from '../../../src/core/formats/limit-table.ts';
import { importContext, type ContextName } from '../../fixtures/import-context.ts';

const ROOT = join(import.meta.dirname, '../../fixtures/import');

interface Given {
  readonly plane: ContextName | null;
  readonly decisions: Decisions;
}

/** What a folder's files say, and the numbers written from them. */
function describeFolder(name: string): string {
  const folder = join(ROOT, name);
  const given = JSON.parse(readFileSync(join(folder, 'given.json'), 'utf8')) as Given;
  const files = readdirSync(folder).filter(
    (file) => !['given.json', 'expected.txt'].includes(file),
  );
  const sources: Source[] = [];
  for (const file of files) {
    const read = readSource(file, readFileSync(join(folder, file)));
    if ('problem' in read)
      return describeUnderstanding(
        { statements: [], questions: [], problems: [read.problem] },
        () => '',
      );
    sources.push(read.source);
  }
  const context = given.plane === null ? undefined : importContext(given.plane);
  const understanding = understand(sources, given.decisions, context);
  const { dataset } = understanding;
  const text = describeUnderstanding(
    { ...understanding, ...(dataset && { dataset }) },
    ({ decision }) => `--${flagOf(decision)}`,
  );
  if (dataset === undefined) return `${text}\n`;
  const { csv, raw, ...facts } = dataset;
  expect(parseLimitTable(csv, dataset.shape).faults).toEqual([]);
  for (const { accounting } of raw) {
    const dropped = accounting.dropped.reduce((sum, { rows }) => sum + rows, 0);
    expect(accounting.kept + dropped).toBe(accounting.rows);
  }
  expect(raw.reduce((sum, { accounting }) => sum + accounting.written, 0)).toBe(
    csv.trimEnd().split('\n').length - 1,
  );
  const lines = raw.map((one) => JSON.stringify(one));
  return `${text}\n\nFacts:\n${JSON.stringify(facts)}\n${lines.join('\n')}\n\n${csv}`;
}

describe('understanding people’s files', () => {
  for (const name of readdirSync(ROOT)) {
    it(`reads ${name} as expected.txt says`, async () => {
      await expect(describeFolder(name)).toMatchFileSnapshot(join(ROOT, name, 'expected.txt'));
    });
  }
});
