import { createTar } from 'nanotar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../../src/core/import/readers/json-text.ts';
import { readSource } from '../../../src/core/import/read-source.ts';
import type { SourceTable } from '../../../src/core/import/source.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, text: string): ReturnType<typeof readSource> =>
  readSource(name, encode(text));

function tablesOf(name: string, text: string): readonly SourceTable[] {
  const result = read(name, text);
  if ('problem' in result) throw new Error(result.problem.found);
  return result.source.tables;
}

const cellsOf = (name: string, text: string): string[][] =>
  tablesOf(name, text).flatMap(({ rows }) => rows.map(({ cells }) => [...cells]));

function problemOf(name: string, text: string): string {
  const result = read(name, text);
  return 'problem' in result
    ? `${String(result.problem.line ?? '')} ${result.problem.found}`
    : 'read';
}

describe('reading columns of text', () => {
  it('keeps digits whatever separates them, line ends and marks included', () => {
    const wanted = [
      ['0.100', '1.0E-03'],
      ['+.2', '2.'],
    ];
    for (const [separator, end] of [
      [',', '\n'],
      [';', '\r\n'],
      ['\t', '\r'],
      ['  ', '\n'],
      [' , ', '\n'],
    ] as const)
      expect(
        cellsOf('a.txt', `\uFEFF0.100${separator}1.0E-03${end}+.2${separator}2.${end}`),
      ).toEqual(wanted);
  });

  it('takes tabs in some rows for blanks', () => {
    expect(cellsOf('a.dat', '1.0 2.0\n3.0\t4.0\n')).toEqual([
      ['1.0', '2.0'],
      ['3.0', '4.0'],
    ]);
  });

  it('knows words that stand for no number, and keeps the row', () => {
    expect(cellsOf('a.dat', '1 nan\n2 None\n3 5\n')).toEqual([
      ['1', ''],
      ['2', ''],
      ['3', '5'],
    ]);
  });

  it('names the line of what is no number, with what to write instead', () => {
    expect(problemOf('a.txt', '1 2\n3 4.0D-3\n')).toBe('2 "4.0D-3": an exponent of Fortran');
    expect(problemOf('a.txt', '1 2\n3 −4\n')).toBe('2 "−4": a typographic minus');
    expect(problemOf('a.txt', '1 2\n3 4 5\n')).toBe('2 3 numbers');
    expect(problemOf('a.txt', 'only words\nand more\n')).toContain('no row of numbers');
  });
});

describe('reading tables of HEPData', () => {
  it('unfolds an alias to a list of values and keeps its digits', () => {
    const text = `independent_variables:
- header: {name: m, units: GeV}
  values: &same [{value: 1.10}, {value: 2.20}]
dependent_variables:
- header: {name: limit}
  values: *same
`;
    expect(cellsOf('t.yaml', text)).toEqual([
      ['1.10', '1.10'],
      ['2.20', '2.20'],
    ]);
  });

  it('refuses nesting beyond reason and aliases that multiply, without a crash', () => {
    expect(problemOf('t.yaml', `dependent_variables: ${'['.repeat(20_000)}`)).not.toBe('read');
    const bomb = [
      'a: &a0 [x, x]',
      ...Array.from(
        { length: 30 },
        (_, i) => `b${String(i)}: &a${String(i + 1)} [*a${String(i)}, *a${String(i)}]`,
      ),
      'dependent_variables: *a30',
    ].join('\n');
    expect(problemOf('t.yaml', bomb)).not.toBe('read');
  });

  it('says that a record which only lists its tables has no numbers', () => {
    expect(
      problemOf('r.json', '{"data_tables": [{"name": "Table 1", "data": {"json": "https://…"}}]}'),
    ).toContain('lists tables without');
  });
});

describe('reading projects of WebPlotDigitizer', () => {
  const project = readFileSync(
    join(import.meta.dirname, '../../fixtures/import/webplotdigitizer-4/wpd.json'),
    'utf8',
  );

  it('finds the project inside its tar', () => {
    const tar = createTar([
      { name: 'figure/info.json', data: '{}' },
      { name: 'figure/wpd.json', data: project },
    ]);
    const result = readSource('figure.tar', tar);
    if ('problem' in result) throw new Error(result.problem.found);
    expect(result.source.format).toBe('webplotdigitizer-tar');
    expect(result.source.tables).toEqual(tablesOf('wpd.json', project));
  });

  it('refuses a tar without it, one cut off, and one with a size that leads nowhere', () => {
    const tar = createTar([{ name: 'a.txt', data: '1 2' }]);
    expect(readSource('a.tar', tar)).toHaveProperty(
      'problem.found',
      'an archive (tar) without wpd.json',
    );
    const bad = tar.slice();
    bad.set(encode('-0000001000'), 124);
    expect(readSource('a.tar', bad)).toHaveProperty(
      'problem.found',
      'an archive (tar) that is cut off or damaged',
    );
    expect(readSource('a.tar', tar.slice(0, 513))).toHaveProperty('problem');
  });

  it('refuses points that have pixels and no values', () => {
    expect(
      problemOf('wpd.json', '{"datasetColl": [{"name": "a", "data": [{"x": 1, "y": 2}]}]}'),
    ).toContain('with pixels and without values');
  });
});

describe('parseJson', () => {
  it('agrees with JSON.parse, digits aside', () => {
    const plain = (value: unknown): unknown =>
      value instanceof Map
        ? Object.fromEntries([...value].map(([key, one]: [string, unknown]) => [key, plain(one)]))
        : Array.isArray(value)
          ? value.map(plain)
          : typeof value === 'object' && value !== null && 'digits' in value
            ? Number(value.digits)
            : value;
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          const result = parseJson(text);
          expect('value' in result ? plain(result.value) : result).toEqual(plain(JSON.parse(text)));
        },
      ),
      { seed: 20260921, numRuns: 50 },
    );
  });

  it.each(['', '{', '[1,]', '{"a" 1}', '[1 2]', '1 2', '"a', '[01]', '['.repeat(100)])(
    'refuses %j',
    (text) => {
      expect(parseJson(text)).toHaveProperty('fault');
    },
  );
});

describe('what would take too long', () => {
  it.each([
    [
      'deep.yaml',
      `dependent_variables:\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}- `).join('\n')}`,
      'YAML nested too deeply',
    ],
    ['flow.yaml', `dependent_variables: ${'{a: '.repeat(5000)}`, 'YAML nested too deeply'],
    ['long.yaml', `dependent_variables: ${'x'.repeat(3_000_000)}`, '3.0 MB of YAML'],
    ['many.txt', '1 2\n'.repeat(500_001), '500001 lines'],
    ['wide.csv', `a,b\n${','.repeat(10_000)}`, '10000 characters in a line'],
  ])('%s is refused with a sentence', (name, text, found) => {
    expect(problemOf(name, text)).toContain(found);
  });
});
