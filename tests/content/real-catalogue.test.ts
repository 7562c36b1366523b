import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Limit } from '../../src/core/catalogue.ts';
import type { Message } from '../../src/core/message.ts';
import { numberColumn } from '../../src/core/formats/limit-table.ts';
import { PortalId } from '../../src/core/schema/index.ts';
import type { Shape } from '../../src/core/schema/index.ts';
import type { CheckResult } from '../../src/io/check-content.ts';
import { checkContent } from '../../src/io/check-content.ts';
import type { ParseCache } from '../../src/io/parse-cache.ts';
import { formatMessages } from '../../src/io/report.ts';

/** A limit of every shape, none of which supersedes another. */
const EXAMPLES: Readonly<Record<Shape, string>> = {
  'one-sided': 'neutrino/atlas-2025-hnl-prompt-electron',
  interval: 'vector/e137-2021-lmu-ltau',
  contour: 'neutrino/cms-2024-hnl-muon-detectors-tau',
  points: 'pseudoscalar/belle-2-2023-tau-to-e-alpha',
  grid: 'scalar/babar-2015-b-xs-pipi',
  'ratio-map': 'vector/lhcb-2018-dark-photon-displaced',
  band: 'pseudoscalar/belle-2-2025-bkplus-invisible-fit',
  line: 'vector/thermal-target-majorana',
};
const SHAPES = Object.keys(EXAMPLES) as Shape[];

/** Shapes that are curves over mass, in parts whose masses never decrease. */
const CURVES: readonly Shape[] = ['one-sided', 'interval', 'points', 'band', 'line'];

/** What is parsed of the copy once serves every check of it. */
const kept = new Map<string, unknown>();
const memory: ParseCache = {
  get: <T>(key: string, compute: () => T): T => {
    if (!kept.has(key)) kept.set(key, compute());
    return kept.get(key) as T;
  },
  save: () => undefined,
};

let real: CheckResult;
/** A copy of all that a limit may name; an example is added for as long as it is checked. */
let copy: string;

beforeAll(async () => {
  real = await checkContent('content');
  copy = await mkdtemp(join(tmpdir(), 'dark-portals-content-'));
  const isLeftOut =
    /[/\\](limits|combined|portals|models|methods|facilities|chapters|glossary)([/\\]|$)/;
  const named = listNamed();
  await cp('content', copy, {
    recursive: true,
    filter: (path) => !isLeftOut.test(path) && (!path.endsWith('.mdx') || named.has(basename(path, '.mdx'))),
  });
  await cutProse(copy);
  for (const portal of PortalId.options) await mkdir(join(copy, 'limits', portal), { recursive: true });
});
afterAll(() => rm(copy, { recursive: true }));

/** Searches and experiments of the examples: no other text is needed to check them. */
function listNamed(): Set<string> {
  const examples = [...SHAPES.map(findLimit), ...[...real.catalogue.limits.values()].filter(isInMeV).slice(0, 1)];
  return new Set(examples.flatMap(({ search = '', experiment }) => [search, ...experiment]));
}

/** The limit that a unit slip is tried on: the first in MeV. */
const isInMeV = ({ mass, supersedes }: Limit): boolean =>
  mass.unit === 'MeV' && supersedes.length === 0;

/** Leaves the facts of every text: prose takes most of the time of a check, and no limit names it. */
async function cutProse(root: string): Promise<void> {
  for (const path of await readdir(root, { recursive: true })) {
    if (!path.endsWith('.mdx')) continue;
    const text = await readFile(join(root, path), 'utf8');
    const end = text.indexOf('\n---', 3);
    await writeFile(join(root, path), `${text.slice(0, end)}\n---\n`);
  }
}

describe('the content', () => {
  it('passes every rule', () => {
    const messages = real.messages.filter(({ severity }) => severity !== 'info');
    expect(formatMessages(messages, 'content')).toBe('');
  });
  it('has an example here of every shape in use', () => {
    for (const { shape, id, portal } of real.catalogue.limits.values())
      expect(SHAPES, `${portal}/${id}`).toContain(shape);
    for (const shape of SHAPES) expect(findLimit(shape).shape).toBe(shape);
  });
  it('passes in part: no example has a message of its own', async () => {
    for (const shape of SHAPES) {
      const [yaml, csv] = await readLimit(EXAMPLES[shape]);
      expect(await checkOne(EXAMPLES[shape], yaml, csv)).toEqual([]);
    }
  });
});

/** The example of a shape, as read from the real content. */
function findLimit(shape: Shape): Limit {
  const limit = real.catalogue.limits.get(EXAMPLES[shape].replace(/^.*\//, ''));
  if (limit === undefined) throw new Error(`The content has no ${EXAMPLES[shape]}.`);
  return limit;
}

const filesOf = (name: string): [yaml: string, csv: string] => [
  `limits/${name}.yaml`,
  `limits/${name}.csv`,
];

/** The two files of a limit of the real content. */
function readLimit(name: string): Promise<[yaml: string, csv: string]> {
  const [yaml, csv] = filesOf(name);
  return Promise.all([
    readFile(join('content', yaml), 'utf8'),
    readFile(join('content', csv), 'utf8'),
  ]);
}

/** What check says of the two files of one limit, with no other limit around. */
async function checkOne(name: string, yaml: string, csv: string | undefined): Promise<Message[]> {
  const files = filesOf(name);
  const [yamlPath, csvPath] = [join(copy, files[0]), join(copy, files[1])];
  await writeFile(yamlPath, yaml);
  if (csv !== undefined) await writeFile(csvPath, csv);
  const { messages } = await checkContent(copy, 'all', () => memory);
  await Promise.all([rm(yamlPath), rm(csvPath, { force: true })]);
  return messages.filter(({ file, severity }) => files.includes(file) && severity !== 'info');
}

/** The two files of an example as lines, to be changed in place. */
interface Draft {
  readonly yaml: string[];
  csv: string[] | undefined;
  readonly limit: Limit;
}

/** The message a mutation has to lead to. */
interface Expectation {
  readonly file: 'yaml' | 'csv';
  /** Counted from one. */
  readonly line: number;
  readonly rule: string;
}

interface Mutation {
  readonly title: string;
  /** Shapes it makes sense for; all where absent. */
  readonly shapes?: readonly Shape[];
  readonly apply: (draft: Draft) => Expectation;
}

/** Index of the first line that begins so below its indent, after the line that begins with `after`. */
function findLine(lines: readonly string[], start: string, after?: string): number {
  const from = after === undefined ? 0 : lines.findIndex((line) => line.startsWith(after));
  const index = lines.findIndex((line, i) => i >= from && line.trimStart().startsWith(start));
  if (index === -1) throw new Error(`No line begins with ${start}.`);
  return index;
}

/** Replaces the first line that begins so; gives its number. */
function replaceLine(lines: string[], start: string, text: string, after?: string): number {
  const index = findLine(lines, start, after);
  const indent = /^ */.exec(lines[index] ?? '')?.[0] ?? '';
  lines[index] = indent + text;
  return index + 1;
}

/** Changes one cell of the CSV, by row (counted from zero) and column name; gives the line. */
function editCell({ csv, limit }: Draft, row: number, column: string, to: string): number {
  if (csv === undefined) throw new Error('The numbers are gone.');
  const cells = (csv[row + 1] ?? '').split(',');
  cells[limit.table.columns.indexOf(column)] = to;
  csv[row + 1] = cells.join(',');
  return row + 2;
}

const valueOf = (limit: Limit): string => (limit.shape === 'ratio-map' ? 'coupling' : 'value');
const middleOf = (limit: Limit): number => Math.floor(limit.table.length / 2);

/** First row from the middle on whose mass is above that of the row before, in the same part. */
function findRise({ table }: Limit): number {
  const mass = numberColumn(table, 'mass');
  const isSamePart = (a: number, b: number): boolean =>
    table.numbers.get('segment')?.[a] === table.numbers.get('segment')?.[b] &&
    table.words.get('edge')?.[a] === table.words.get('edge')?.[b];
  const row = mass.findIndex(
    (here, i) => i > 1 && here > (mass[i - 1] ?? NaN) && isSamePart(i - 1, i),
  );
  if (row === -1) throw new Error('No mass rises.');
  return row;
}

const MUTATIONS: readonly Mutation[] = [
  {
    title: 'a MeV for a GeV',
    apply: ({ yaml }) => {
      replaceLine(yaml, 'unit:', 'unit: MeV', 'mass:');
      return { file: 'yaml', line: findLine(yaml, 'massRange:') + 1, rule: 'mass-range' };
    },
  },
  {
    title: 'a unit of another dimension',
    apply: ({ yaml }) => ({
      file: 'yaml',
      line: replaceLine(yaml, 'unit:', 'unit: ps', 'value:'),
      rule: 'units',
    }),
  },
  {
    title: 'two rows exchanged',
    shapes: CURVES,
    apply: ({ csv = [], limit }) => {
      const row = findRise(limit);
      [csv[row], csv[row + 1]] = [csv[row + 1] ?? '', csv[row] ?? ''];
      return { file: 'csv', line: row + 2, rule: 'mass-order' };
    },
  },
  {
    title: 'two corners exchanged',
    shapes: ['contour'],
    apply: ({ csv = [] }) => {
      // Lines 3 and 4 are corners of a convex stretch: exchanging them crosses the edges around them.
      [csv[2], csv[3]] = [csv[3] ?? '', csv[2] ?? ''];
      return { file: 'csv', line: 4, rule: 'simple-rings' };
    },
  },
  {
    title: 'a misspelt reference',
    apply: ({ yaml, limit }) => ({
      file: 'yaml',
      line: replaceLine(yaml, 'reference:', `reference: ${limit.reference.slice(0, -1)}`),
      rule: 'resolved-references',
    }),
  },
  {
    title: 'a letter in a number',
    apply: (draft) => {
      const row = middleOf(draft.limit);
      return { file: 'csv', line: editCell(draft, row, 'mass', '1.O5'), rule: 'strict-numbers' };
    },
  },
  {
    title: 'a number that is not there',
    apply: (draft) => {
      const [row, column] = [middleOf(draft.limit), valueOf(draft.limit)];
      return { file: 'csv', line: editCell(draft, row, column, 'nan'), rule: 'strict-numbers' };
    },
  },
  {
    title: 'an unknown key',
    apply: ({ yaml }) => {
      yaml.splice(1, 0, 'colour: red');
      return { file: 'yaml', line: 2, rule: 'schema' };
    },
  },
  {
    title: 'a missing key',
    apply: ({ yaml }) => {
      yaml.splice(findLine(yaml, 'signature:'), 1);
      return { file: 'yaml', line: 1, rule: 'schema' };
    },
  },
  {
    title: 'a key twice',
    apply: ({ yaml }) => {
      const first = findLine(yaml, 'status:');
      yaml.splice(first + 1, 0, yaml[first] ?? '');
      return { file: 'yaml', line: first + 2, rule: 'yaml-syntax' };
    },
  },
  {
    title: 'a plane that does not exist',
    apply: ({ yaml, limit }) => ({
      file: 'yaml',
      line: replaceLine(yaml, 'plane:', `plane: ${limit.plane}s`),
      rule: 'resolved-ids',
    }),
  },
  {
    title: 'a plane of another quantity',
    apply: ({ yaml, limit }) => {
      const other = limit.value.quantity.startsWith('br-') ? 'dark-photon-visible' : 'br-b-xs-l-to-pipi';
      return {
        file: 'yaml',
        line: replaceLine(yaml, 'plane:', `plane: ${other}`),
        rule: 'plane-transform',
      };
    },
  },
  {
    title: 'a row removed',
    apply: ({ csv = [], yaml, limit }) => {
      csv.splice(middleOf(limit), 1);
      return { file: 'yaml', line: findLine(yaml, 'raw:') + 1, rule: 'raw-accounting' };
    },
  },
  {
    title: 'a row repeated',
    shapes: SHAPES.filter((shape) => shape !== 'grid' && shape !== 'ratio-map'),
    apply: ({ csv = [], limit }) => {
      const index = middleOf(limit);
      csv.splice(index, 0, csv[index] ?? '');
      return { file: 'csv', line: index + 2, rule: 'duplicates' };
    },
  },
  {
    title: 'a cell of a grid repeated',
    shapes: ['grid', 'ratio-map'],
    apply: ({ csv = [], yaml, limit }) => {
      csv.splice(middleOf(limit), 0, csv[middleOf(limit)] ?? '');
      return { file: 'yaml', line: findLine(yaml, 'raw:') + 1, rule: 'raw-accounting' };
    },
  },
  {
    title: 'a rail of 1e5 at the end',
    shapes: [...CURVES, 'contour'],
    apply: (draft) => {
      const row = draft.limit.table.length - 1;
      return { file: 'csv', line: editCell(draft, row, 'value', '1e5'), rule: 'sentinels' };
    },
  },
  {
    title: 'a value far from what is plausible',
    apply: (draft) => {
      const [row, column] = [middleOf(draft.limit), valueOf(draft.limit)];
      return { file: 'csv', line: editCell(draft, row, column, '1e9'), rule: 'plausible-values' };
    },
  },
  {
    title: 'a sign before a value',
    apply: (draft) => {
      const [row, column] = [middleOf(draft.limit), valueOf(draft.limit)];
      return { file: 'csv', line: editCell(draft, row, column, '-1e-3'), rule: 'positive-values' };
    },
  },
  {
    title: 'a ring left open',
    shapes: ['contour'],
    apply: (draft) => {
      const row = draft.limit.table.length - 1;
      const value = numberColumn(draft.limit.table, 'value')[row] ?? NaN;
      return {
        file: 'csv',
        line: editCell(draft, row, 'value', String(value * 1.1)),
        rule: 'closed-rings',
      };
    },
  },
  {
    title: 'a lower edge above the upper edge',
    shapes: ['interval', 'band'],
    apply: (draft) => {
      const { table } = draft.limit;
      const mass = numberColumn(table, 'mass');
      const edge = table.words.get('edge') ?? [];
      const highest = Math.max(...numberColumn(table, 'value'));
      const upper = [...mass].filter((_mass, row) => edge[row] === 'upper');
      const [from, to] = [Math.min(...upper), Math.max(...upper)];
      const row = mass.findIndex((at, i) => edge[i] === 'lower' && at > from && at < to);
      const line = editCell(draft, row, 'value', String(highest * 1.5));
      return { file: 'csv', line, rule: 'edge-order' };
    },
  },
  {
    title: 'an edge without the other',
    shapes: ['interval', 'band'],
    apply: ({ csv = [] }) => {
      for (const [i, line] of csv.entries()) csv[i] = line.replace(',upper,', ',lower,');
      return { file: 'csv', line: 2, rule: 'part-numbers' };
    },
  },
  {
    title: 'segments that begin with two',
    shapes: ['one-sided', 'interval', 'band', 'line', 'contour'],
    apply: ({ csv = [] }) => {
      for (const [i, line] of csv.entries()) csv[i] = line.replace(/^1,/, '2,');
      return { file: 'csv', line: 2, rule: 'part-numbers' };
    },
  },
  {
    title: 'a centre-of-mass energy below the masses',
    shapes: ['one-sided', 'contour', 'points', 'grid', 'ratio-map'],
    apply: ({ yaml, limit }) => {
      const mass = numberColumn(limit.table, 'mass');
      const below = mass.reduce((a, b) => Math.max(a, b)) * 0.99;
      replaceLine(yaml, 'value:', `value: ${String(below)}`, 'sqrtS:');
      const line = mass.findIndex((at) => at > below) + 2;
      return { file: 'csv', line, rule: 'mass-below-sqrt-s' };
    },
  },
  {
    title: 'another shape than that of the numbers',
    apply: ({ yaml, limit }) => {
      replaceLine(yaml, 'shape:', `shape: ${limit.shape === 'points' ? 'one-sided' : 'points'}`);
      return { file: 'csv', line: 1, rule: 'csv-columns' };
    },
  },
  {
    title: 'a side that is not stated',
    shapes: ['one-sided', 'points', 'grid'],
    apply: ({ yaml }) => {
      yaml.splice(findLine(yaml, 'excludes:'), 1);
      return { file: 'yaml', line: findLine(yaml, 'shape:') + 1, rule: 'shape-fields' };
    },
  },
  {
    title: 'an observed target',
    shapes: ['band', 'line'],
    apply: ({ yaml }) => ({
      file: 'yaml',
      line: replaceLine(yaml, 'status:', 'status: observed'),
      rule: 'shape-fields',
    }),
  },
  {
    title: 'numbers that are missing',
    apply: (draft) => {
      draft.csv = undefined;
      return { file: 'yaml', line: 1, rule: 'csv-columns' };
    },
  },
  {
    title: 'a wrong column header',
    apply: ({ csv = [] }) => {
      csv[0] = (csv[0] ?? '').replace('mass', 'm');
      return { file: 'csv', line: 1, rule: 'csv-columns' };
    },
  },
  {
    title: 'a row that was dropped without a word',
    apply: ({ yaml }) => {
      const index = findLine(yaml, 'rows:', '  raw:');
      const rows = Number(/\d+/.exec(yaml[index] ?? '')?.[0]);
      const line = replaceLine(yaml, 'rows:', `rows: ${String(rows + 1)}`, '  raw:');
      return { file: 'yaml', line, rule: 'raw-accounting' };
    },
  },
  {
    title: 'a digest cut short',
    apply: ({ yaml }) => ({
      file: 'yaml',
      line: replaceLine(yaml, 'sha256:', 'sha256: abc123', '  raw:'),
      rule: 'schema',
    }),
  },
];

describe.each(SHAPES)('check finds in a limit of the shape %s', (shape) => {
  for (const { title, shapes = SHAPES, apply } of MUTATIONS) {
    if (!shapes.includes(shape)) continue;
    it(title, () => breakAndCheck(shape, apply));
  }
});

/** Breaks one datum of an example and expects the message it has to lead to. */
async function breakAndCheck(shape: Shape, apply: Mutation['apply']): Promise<void> {
  const [yaml, csv] = await readLimit(EXAMPLES[shape]);
  const draft: Draft = { yaml: yaml.split('\n'), csv: csv.split('\n'), limit: findLimit(shape) };
  const { file, line, rule } = apply(draft);
  const messages = await checkOne(EXAMPLES[shape], draft.yaml.join('\n'), draft.csv?.join('\n'));
  const [yamlFile, csvFile] = filesOf(EXAMPLES[shape]);
  const expected: Partial<Message> = {
    severity: 'error',
    file: file === 'yaml' ? yamlFile : csvFile,
    line,
    rule,
  };
  expect(messages).toContainEqual(expect.objectContaining(expected));
}

it('check finds a GeV for a MeV, whatever the limit', async () => {
  const limit = [...real.catalogue.limits.values()].find(isInMeV);
  if (limit === undefined) throw new Error('No limit has masses in MeV.');
  const name = `${limit.portal}/${limit.id}`;
  const [yaml, csv] = await readLimit(name);
  const lines = yaml.split('\n');
  replaceLine(lines, 'unit:', 'unit: GeV', 'mass:');
  const messages = await checkOne(name, lines.join('\n'), csv);
  const line = findLine(lines, 'massRange:') + 1;
  expect(messages).toContainEqual(
    expect.objectContaining({ severity: 'error', file: limit.file, line, rule: 'mass-range' }),
  );
});
