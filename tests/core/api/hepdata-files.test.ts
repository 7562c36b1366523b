import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { ApiSite } from '../../../src/core/api/api-file.ts';
import { HEPDATA_ZIP, listHepdataFiles } from '../../../src/core/api/hepdata-files.ts';
import type { Limit } from '../../../src/core/catalogue.ts';
import { mustGet } from '../../../src/core/catalogue.ts';
import { listParts, writeSubmission } from '../../../src/core/api/hepdata/limit-submission.ts';
import { describeData, describeInfo, describeTable } from '../../fixtures/hepdata-schemas.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

/** Data files up to this size are read by a YAML library too, larger ones only line by line [bytes]. */
const SMALL = 5000;
/** HEPData refuses larger data files [bytes]. */
const LARGEST = 10_485_760;

/** A column as it stands in the file, its values as written. */
interface Column {
  readonly header: { readonly name: string };
  readonly qualifiers: { readonly name: string; readonly value: string | number }[];
  readonly values: string[];
}
interface Data {
  readonly independent: readonly Column[];
  readonly dependent: readonly Column[];
}
interface Table {
  readonly name: string;
  readonly data_file: string;
}

let site: ApiSite;
/** Every text below `hepdata/`, written once. */
let texts: ReadonlyMap<string, string>;
/** The shortest table of every shape that HEPData can be asked to read in a test. */
let smallest: readonly Limit[];

beforeAll(async () => {
  const { catalogue } = await readRealContent();
  const version = { date: '2026-01-02', commit: '0123456789' };
  site = { catalogue, combined: new Map(), version, url: 'https://example.org' };
  texts = new Map(
    listHepdataFiles(site)
      .filter(({ path }) => path !== HEPDATA_ZIP)
      .map(({ path, write }) => [path, write() as string]),
  );
  const byLength = [...catalogue.limits.values()]
    .filter(({ table }) => table.length < 1000)
    .sort((a, b) => a.table.length - b.table.length);
  smallest = [...Map.groupBy(byLength, ({ shape }) => shape).values()].flatMap(
    ([limit]) => limit ?? [],
  );
});

const readSubmission = (text: string): unknown[] =>
  parseAllDocuments(text).map((document) => document.toJS() as unknown);

const submissionOf = ({ id }: Limit): string => mustGet(texts, `hepdata/${id}/submission.yaml`);

/** Data files of a limit in the order of its `submission.yaml`. */
const listDataFiles = (limit: Limit): string[] =>
  (submissionOf(limit).match(/(?<=^data_file: ).*$/gmu) ?? []).map((name) =>
    mustGet(texts, `hepdata/${limit.id}/${name}`),
  );

/** A data file line by line, as fast as millions of numbers need it. */
function readLines(text: string): Data {
  const independent: Column[] = [];
  const dependent: Column[] = [];
  let columns = independent;
  let isValue = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('  - ')) {
      const column = columns.at(-1);
      if (isValue) column?.values.push(line.slice(4));
      else column?.qualifiers.push(parse(line.slice(4)) as Column['qualifiers'][number]);
    } else if (line.startsWith('- header: ')) {
      const header = parse(line.slice(10)) as Column['header'];
      columns.push({ header, qualifiers: [], values: [] });
    } else if (line.startsWith('dependent')) columns = dependent;
    else isValue = line === '  values:';
  }
  return { independent, dependent };
}

/** What the schema sees of a column, of a long one the ends: every value is compared with the CSV as well. */
const showColumn = ({ header, qualifiers, values }: Column): object => ({
  header,
  ...(qualifiers.length === 0 ? {} : { qualifiers }),
  values: [...values.slice(0, 20), ...values.slice(20).slice(-20)].map((value): unknown =>
    parse(value.startsWith('{') ? value : `{${value}}`),
  ),
});

const valueOf = (line: string): string =>
  line.startsWith('value: ') ? line.slice(7) : (/^\{value: ([^,]*),/u.exec(line)?.[1] ?? '');

const binOf = (line: string, edge: 'low' | 'high'): string =>
  new RegExp(`${edge}: ([^,}]*)`, 'u').exec(line)?.[1] ?? '';

/** The columns of a data file under their names in the CSV. */
function nameColumns({ table, shape }: Limit, data: Data): Map<string, string[]> {
  const [mass, ...others] = data.independent;
  const lines = mass?.values ?? [];
  const isBinned = lines[0]?.startsWith('{') === true;
  const curves = table.columns.filter((name) =>
    /^(?:value|ratio|expected|(?:lo|hi)\d)$/u.test(name),
  );
  return new Map([
    ['mass', lines.map(valueOf)],
    ...(isBinned
      ? ([
          ['massLow', lines.map((line) => binOf(line, 'low'))],
          ['massHigh', lines.map((line) => binOf(line, 'high'))],
        ] as const)
      : []),
    ...others.map(({ header: { name }, values }): [string, string[]] => [
      table.columns.includes(name) ? name : shape === 'grid' ? 'parameter' : 'coupling',
      values.map(valueOf),
    ]),
    ...data.dependent.map(({ values }, i): [string, string[]] => [
      curves[i] ?? '',
      values.map(valueOf),
    ]),
  ]);
}

/** The cells of a CSV by column, as texts. */
function readCsv({ table }: Limit): Map<string, string[]> {
  const cells = new Map(table.columns.map((name): [string, string[]] => [name, []]));
  const columns = [...cells.values()];
  for (const line of table.text.trimEnd().split('\n').slice(1))
    for (const [i, cell] of line.split(',').entries()) columns[i]?.push(cell);
  return cells;
}

/** A number without what YAML 1.1 wants beyond its digits. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.0?(?=e|$)/u, '')
    .replaceAll('+', '');

/** Parts that a column does not tell, because there is but one and it is no hole. */
const UNTOLD: Readonly<Record<string, string>> = { segment: '1', ring: '1', role: 'outer' };

describe('a submission for every limit', () => {
  it('follows the schemas, has a file for each table and nothing HEPData refuses', () => {
    for (const limit of site.catalogue.limits.values()) {
      const [info, ...tables] = readSubmission(submissionOf(limit)) as [object, ...Table[]];
      expect(describeInfo(info), limit.id).toBe('');
      expect(tables.map(describeTable).join(''), limit.id).toBe('');
      expect(tables.length, limit.id).toBe(listDataFiles(limit).length);
    }
    const largest = Math.max(...[...texts.values()].map((text) => text.length));
    expect(largest).toBeGreaterThan(LARGEST / 2);
    expect(largest).toBeLessThan(0.9 * LARGEST);
  });

  it('has every number of every CSV with its digits, in columns that are valid and equally long', () => {
    for (const limit of site.catalogue.limits.values()) {
      const wanted = readCsv(limit);
      const read = new Map<string, string[]>();
      for (const text of listDataFiles(limit)) {
        const data = readLines(text);
        const shown = {
          independent_variables: data.independent.map(showColumn),
          dependent_variables: data.dependent.map(showColumn),
        };
        expect(describeData(shown), limit.id).toBe('');
        for (const [name, values] of nameColumns(limit, data))
          read.set(name, [...(read.get(name) ?? []), ...values]);
      }
      for (const [name, cells] of wanted) {
        const values = read.get(name) ?? cells.map(() => UNTOLD[name] ?? '');
        const write = name === 'edge' || name === 'role' ? JSON.stringify : bare;
        const isSame = (value: string, i: number): boolean =>
          value === cells[i] || bare(value) === write(cells[i] ?? '');
        if (values.length !== cells.length || !values.every(isSame))
          throw new Error(`${limit.id}: the column ${name} came back otherwise`);
        read.delete(name);
      }
      expect([...read.keys()], limit.id).toEqual([]);
    }
  });

  it('is read by a YAML library as it is line by line', () => {
    const texts = [...site.catalogue.limits.values()]
      .filter((limit) => smallest.includes(limit) || limit.table.text.length < SMALL / 4)
      .flatMap(listDataFiles);
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) {
      const data = parse(text) as Record<'independent_variables' | 'dependent_variables', object[]>;
      expect(describeData(data)).toBe('');
      const { independent, dependent } = readLines(text);
      for (const [columns, lines] of [
        [data.independent_variables, independent],
        [data.dependent_variables, dependent],
      ] as const)
        expect(columns).toMatchObject(
          lines.map(({ header, values }) => ({
            header,
            values: values.map((line) => {
              const value = valueOf(line);
              return { value: value.startsWith('"') ? value.slice(1, -1) : Number(value) };
            }),
          })),
        );
    }
  });
});

describe('documents that HEPData would refuse', () => {
  it('are refused by the schemas as they are used here', () => {
    const limit = mustGet(site.catalogue.limits, 'babar-2014-dark-photon');
    const data = parse(listDataFiles(smallest[0] ?? limit)[0] ?? '') as object;
    expect(describeData(data)).toBe('');
    expect(describeData({ ...data, dependent_variables: undefined })).not.toBe('');
    expect(describeData({ ...data, dependent_variables: [{ header: {}, values: [] }] })).toContain(
      "required property 'name'",
    );
    const [info, table] = readSubmission(submissionOf(limit)) as [object, object];
    expect(describeTable({ ...table, name: 'x'.repeat(65) })).toContain('64');
    expect(describeTable({ ...table, keywords: [{ name: 'mood', values: [] }] })).not.toBe('');
    expect(describeTable({ ...table, data_license: { name: 'CC BY 4.0' } })).toContain('url');
    expect(describeInfo({ ...info, additional_resources: [{ location: 'x' }] })).not.toBe('');
  });
});

describe('what a table says', () => {
  const qualifiersOf = (limit: Limit, column = 0): Readonly<Record<string, string | number>> => {
    const [text = ''] = listDataFiles(limit);
    const { dependent } = readLines(text.slice(text.indexOf('dependent_variables:', 20)));
    return Object.fromEntries(
      (dependent[column]?.qualifiers ?? []).map(({ name, value }) => [name, value]),
    );
  };
  const limitOf = (id: string): Limit => mustGet(site.catalogue.limits, id);

  it('is what the catalogue knows, with paper, level, reaction and the way to the plane', () => {
    expect(qualifiersOf(limitOf('babar-2014-dark-photon'))).toMatchObject({
      LIMIT: 'babar-2014-dark-photon',
      STATUS: 'observed',
      'CONFIDENCE LEVEL': 90,
      RE: "e+ e- --> gamma A', A' --> e+ e-, mu+ mu-",
      CHANNELS: 'e+e-, mu+mu-',
      'SQRT(S)': 10.58,
      LUMINOSITY: 514,
      'DERIVED BY': 'collaboration',
      TEXKEY: 'BaBar:2014zli',
      'TEXKEY OF THE NUMBERS': 'Ilten:2018crw',
      'NUMBERS OBTAINED': 'digitised, Fig. 4',
      'ON THE PLANE': 'm_{A′} [GeV] = number; ε = number',
    });
  });

  it('tells logarithms, what they are on the plane and what nobody confirmed', () => {
    expect(qualifiersOf(limitOf('lhcb-2017-bplus-kplus-mumu-map'))).toMatchObject({
      'ON THE PLANE': expect.stringContaining('= 10^[log10(') as string,
      'NOT VERIFIED': expect.stringContaining('from memory') as string,
    });
  });

  it('says nothing where nothing is known', () => {
    for (const limit of [...site.catalogue.limits.values()].filter((_, i) => i % 4 === 0)) {
      const facts = qualifiersOf(limit);
      const isOwn = limit.derivedBy === 'collaboration';
      expect('RE' in facts, limit.id).toBe(isOwn && limit.search !== undefined);
      expect('RE OF THE SEARCH' in facts, limit.id).toBe(!isOwn && limit.search !== undefined);
      // A search of several data sets says nothing of the energy of one.
      expect('SQRT(S)' in facts, limit.id).toBe(limit.sqrtS !== undefined);
      expect('LUMINOSITY' in facts || 'EXPOSURE' in facts, limit.id).toBe(
        limit.exposure !== undefined,
      );
      expect(JSON.stringify(facts)).not.toMatch(/undefined|NaN|null|\[object/u);
    }
  });

  it('gives expected curves as further values, without an error anywhere', () => {
    const limit = [...site.catalogue.limits.values()].find(({ table }) =>
      table.columns.includes('lo2'),
    );
    if (limit === undefined) throw new Error('no limit with expected curves');
    const { dependent } = readLines(listDataFiles(limit)[0] ?? '');
    expect(dependent.slice(1).map(({ header }) => header.name)).toEqual(
      ['median expected limit', 'minus one', 'plus one', 'minus two', 'plus two'].map(
        (words): unknown => expect.stringContaining(words),
      ),
    );
    expect(qualifiersOf(limit, 1)['STATUS']).toBe('expected');
    expect([...texts.values()].some((text) => text.includes('error'))).toBe(false);
  });
});

describe(HEPDATA_ZIP, () => {
  it('is one flat submission: a document for each file, no folder, no name twice', () => {
    const limits = new Map([...site.catalogue.limits].filter((_, i) => i % 20 === 0));
    const some = { ...site, catalogue: { ...site.catalogue, limits } };
    const listed = listHepdataFiles(some);
    const archive = listed.find(({ path }) => path === HEPDATA_ZIP);
    const files = unzipSync(archive?.write() as Uint8Array<ArrayBuffer>);
    const text = strFromU8(files['submission.yaml'] ?? new Uint8Array());
    const tables = readSubmission(text).slice(1) as Table[];
    expect(Object.keys(files).toSorted()).toEqual(
      ['submission.yaml', ...tables.map((table) => table.data_file)].toSorted(),
    );
    for (const { path, write } of listed.filter((file) => !/submission|zip/u.test(file.path)))
      expect(strFromU8(files[path.split('/')[2] ?? ''] ?? new Uint8Array())).toBe(write());
  });

  it('names the tables of all limits so that HEPData takes them', () => {
    const parts = [...site.catalogue.limits.values()].flatMap((limit) => listParts(limit));
    const text = writeSubmission('Numbers of all limits', parts, site, 'https://example.org/data/');
    const [info, ...tables] = readSubmission(text) as [object, ...Table[]];
    expect(describeInfo(info)).toBe('');
    expect(tables.map(describeTable).join('')).toBe('');
    expect(tables.length).toBe(texts.size - site.catalogue.limits.size);
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(new Set(tables.map((table) => table.data_file)).size).toBe(tables.length);
    expect(tables.filter((table) => table.data_file.includes('/'))).toEqual([]);
  });
});

const hasPyYaml = spawnSync('python3', ['-c', 'import yaml']).status === 0;

/** Reads texts from standard input as HEPData does, and writes the values of all columns. */
const READ_WITH_PYYAML = `
import json, sys, yaml
read = lambda text: yaml.load(text, Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader))
columns = lambda data: data['independent_variables'] + data['dependent_variables']
print(json.dumps([[[v['value'] for v in c['values']] for c in columns(read(t))] for t in json.load(sys.stdin)]))
`;

describe.skipIf(!hasPyYaml)(
  `read by PyYAML${hasPyYaml ? '' : ' (skipped: python3 has no module yaml)'}`,
  () => {
    it('numbers of every kind of table are the same numbers', () => {
      const inputs = smallest.map((limit) => listDataFiles(limit)[0] ?? '');
      const { stdout, stderr } = spawnSync('python3', ['-c', READ_WITH_PYYAML], {
        input: JSON.stringify(inputs),
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      const expected = inputs.map((text) => {
        const { independent, dependent } = readLines(text);
        return [...independent, ...dependent].map(({ values }) =>
          values.map((line): unknown => parse(valueOf(line))),
        );
      });
      expect(JSON.parse(stdout)).toEqual(expected);
    });
  },
);
