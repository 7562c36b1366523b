import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseBibtex } from '../../src/core/contribute/normalise-bibtex.ts';
import { parseBibtex } from '../../src/core/formats/bibtex.ts';
import { parseLimitTable, SHAPE_COLUMNS } from '../../src/core/formats/limit-table.ts';
import { readSource } from '../../src/core/import/read-source.ts';
import { understand } from '../../src/core/import/understand.ts';
import { parseProse } from '../../src/core/lint/parse-prose.ts';
import { proseSafety } from '../../src/core/lint/rules/prose-safety.ts';
import { runRule } from '../../src/core/lint/run-rules.ts';
import { readPoints } from '../../src/core/query/read-points.ts';
import type { Shape } from '../../src/core/schema/index.ts';
import { checkContent } from '../../src/io/check-content.ts';
import { withoutCache } from '../../src/io/parse-cache.ts';
import { decodeText } from '../../src/io/read-file.ts';
import { KINDS, parseBibliography, parseFacts, splitProse } from '../../src/io/read-entry.ts';
import { walkToRaw } from '../../src/io/walk-raw.ts';
import { parseYaml, splitFrontmatter } from '../../src/io/yaml-source.ts';
import { writeBroken } from '../fixtures/broken-content.ts';
import { importContext } from '../fixtures/import-context.ts';
import { makeCatalogue, makeModel } from '../fixtures/make-catalogue.ts';
import { madeOf, mutated } from '../fixtures/mutations.ts';
import { SOUND_FILES } from '../fixtures/sound-content.ts';

const SEED = 20261126;
/** Time that a property may take [ms]; on a slow machine it stops early, but never before the fewest runs. */
const BUDGET = 1200;

/** Tries a property on many inputs in a bounded time: it holds for all of them, and they were not too few. */
async function tryOut<T>(
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => unknown,
  fewest = 40,
): Promise<void> {
  let runs = 0;
  const started = performance.now();
  const property = fc.asyncProperty(inputs, async (input) => {
    // The fewest are made whatever the time they take, the others while there is time left.
    if (runs >= fewest && performance.now() - started > BUDGET) return;
    runs += 1;
    await holds(input);
  });
  await fc.assert(property, { seed: SEED, numRuns: 600, endOnFailure: true });
  expect(runs).toBeGreaterThanOrEqual(fewest);
}

const countLines = (text: string): number => text.split('\n').length;

/** Every line lies in the file; a message says something. */
function expectPlaced(faults: readonly { line?: number | undefined }[], text: string): void {
  for (const { line } of faults) {
    if (line === undefined) continue;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(countLines(text) + 1);
  }
}

const sound = (...extensions: string[]): fc.Arbitrary<{ file: string; bytes: Buffer }> =>
  fc
    .constantFrom(
      ...Object.keys(SOUND_FILES).filter((file) =>
        extensions.some((extension) => file.endsWith(extension)),
      ),
    )
    .chain((file) =>
      mutated(Buffer.from(SOUND_FILES[file] ?? '')).map((bytes) => ({ file, bytes })),
    );

const YAML = madeOf(
  'a: ',
  'b: ',
  '- ',
  '  ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '&a ',
  '*a',
  '<<: ',
  '? ',
  '!!map ',
  '|',
  '>',
  '#',
  '---',
  '%YAML 9',
  '1e9',
  '~',
  '\t',
);

describe('readers of whatever bytes', () => {
  it('decode any bytes, or name the line of the first that cannot be text', () =>
    tryOut(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        sound('.csv', '.mdx').map(({ bytes }) => bytes),
      ),
      (bytes) => {
        const read = decodeText('a.csv', bytes);
        if (read.text !== undefined) expect(Buffer.from(read.text)).toEqual(Buffer.from(bytes));
        else expectPlaced([read.message], Buffer.from(bytes).toString('latin1'));
        expect(decodeText('a.csv', bytes)).toEqual(read);
      },
    ));

  it('parse any YAML, or name the line of the fault', () =>
    tryOut(YAML, (text) => {
      const { data, faults } = parseYaml(text);
      expectPlaced(faults, text);
      expect(faults.length > 0 && data !== undefined).toBe(false);
      // What comes out is a tree: no alias makes it a net.
      if (faults.length === 0) JSON.stringify(data);
    }));

  it('part any text into facts and prose that make up its end', () =>
    tryOut(madeOf('---', '\n---\n', 'a: 1', '\r\n'), (text) => {
      const parts = splitFrontmatter(text);
      if (parts === undefined) return;
      expect(text.endsWith(parts.body)).toBe(true);
      expect(splitProse(text).bodyLine).toBeLessThanOrEqual(countLines(text));
    }));

  it('read the facts of broken files, with lines that are there', () =>
    tryOut(sound('.yaml', '.mdx'), ({ file, bytes }) => {
      const text = bytes.toString();
      const kind = KINDS.find((candidate) => candidate.kind === file.split('/')[0]);
      if (kind === undefined) throw new Error(file);
      const { messages } = parseFacts(file, text, kind);
      expectPlaced(messages, text);
      expect(parseFacts(file, text, kind).messages).toEqual(messages);
    }));

  it('read tables of numbers of every shape, and never a number that is none', () =>
    tryOut(
      fc.tuple(
        fc.constantFrom(...(Object.keys(SHAPE_COLUMNS) as Shape[])),
        fc.oneof(
          sound('.csv').map(({ bytes }) => bytes.toString()),
          madeOf('segment,mass,value\n', '1,', '2e-3', '\n1,1,1e-3', 'lower', '"'),
        ),
      ),
      ([shape, text]) => {
        const { table, faults } = parseLimitTable(text, shape);
        expectPlaced(faults, text);
        expect(table === undefined).toBe(faults.length > 0);
        for (const column of table?.numbers.values() ?? [])
          expect(column.every(Number.isFinite)).toBe(true);
      },
    ));

  it('read BibTeX, theirs and ours', () =>
    tryOut(
      fc.oneof(
        sound('.bib').map(({ bytes }) => bytes.toString()),
        madeOf(
          '@article{',
          'a:2014b',
          ',',
          ' title = ',
          '{',
          '}',
          '"',
          '2014',
          '@',
          '%',
          '\\"o',
          'year=',
          '#',
        ),
      ),
      (text) => {
        expectPlaced(parseBibtex(text).faults, text);
        expectPlaced(parseBibliography(text).messages, text);
        const normal = normaliseBibtex(text);
        if ('problems' in normal) expect(normal.problems.length).toBeGreaterThan(0);
        else expect(normaliseBibtex(normal.text)).toMatchObject({ text: normal.text });
      },
    ));

  it('parse prose and find what is unsafe in it', () =>
    tryOut(
      fc.oneof(
        sound('.mdx').map(({ bytes }) => splitProse(bytes.toString()).body),
        madeOf(
          '<Cite key="a" />',
          '<Note>',
          '</Note>',
          '{',
          '}',
          '$',
          '[a](',
          ')',
          'javascript:',
          '> ',
          '- ',
          '|a|',
          '```',
          '*',
          '_',
          '![',
          '<',
          '[^1]',
          '\n\n',
          'import a',
          '&colon;',
        ),
      ),
      (body) => {
        const catalogue = makeCatalogue({ models: [makeModel({ body })] });
        const entry = catalogue.models.get('dark-photon');
        if (entry === undefined) throw new Error('no entry');
        const parsed = parseProse(entry);
        if (parsed.tree === undefined) expect(parsed.line).toBeGreaterThanOrEqual(entry.bodyLine);
        for (const { line } of runRule(proseSafety, { catalogue, files: [] })) {
          expect(line).toBeGreaterThanOrEqual(entry.bodyLine);
          expect(line).toBeLessThanOrEqual(entry.bodyLine + countLines(body));
        }
      },
    ));

  it('read points in columns', () =>
    tryOut(
      fc.oneof(
        sound('.csv').map(({ bytes }) => bytes.toString()),
        madeOf('mass,value', '1', '2e-3', '#', ';', '\t', 'nan'),
      ),
      (text) => {
        expectPlaced([...readPoints(text)], text);
      },
    ));
});

/** Files as people have them: the corpus of the import. */
const IMPORTED = 'tests/fixtures/import';
const files = readdirSync(IMPORTED, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.includes('/') && !/\/(?:expected|given)\./.test(name))
  .sort();

describe('readers of people’s files', () => {
  it('read them with whatever accidents, say the same twice, and understand or ask', () =>
    tryOut(
      fc
        .constantFrom(...files)
        .chain((file) =>
          mutated(readFileSync(join(IMPORTED, file))).map((bytes) => ({ file, bytes })),
        ),
      ({ file, bytes }) => {
        const name = file.split('/').at(-1) ?? '';
        const read = readSource(name, bytes);
        expect(readSource(name, bytes)).toEqual(read);
        if ('problem' in read) {
          expectPlaced([read.problem], bytes.toString('latin1'));
          return;
        }
        const { dataset, questions, problems } = understand(
          [read.source],
          {},
          importContext('dark-photon'),
        );
        expect(dataset === undefined).toBe(questions.length + problems.length > 0);
      },
    ));
});

describe('the whole check', () => {
  it('never throws for a sound catalogue with a broken file, and says the same twice', async () => {
    const { root, raw } = await writeBroken();
    await tryOut(
      sound('.yaml', '.mdx', '.csv', '.bib'),
      async ({ file, bytes }) => {
        await writeFile(join(root, file), bytes);
        const result = await checkContent(root, 'all', () => withoutCache);
        const again = await checkContent(root, 'all', () => withoutCache);
        expect(again.messages).toEqual(result.messages);
        for (const message of result.messages)
          expectPlaced([message], result.texts.get(message.file) ?? '\n'.repeat(999));
        await walkToRaw(result.catalogue, raw);
        await writeFile(join(root, file), SOUND_FILES[file] ?? '');
      },
      30,
    );
  });

  it('walks to raw files with whatever accidents', async () => {
    const { root, raw } = await writeBroken();
    const { catalogue } = await checkContent(root, 'all', () => withoutCache);
    await tryOut(mutated(readFileSync(join(raw, 'figure-4.csv'))), async (bytes) => {
      await writeFile(join(raw, 'figure-4.csv'), bytes);
      for (const { rule } of await walkToRaw(catalogue, raw)) expect(rule).toMatch(/^raw-/);
    });
  });
});
