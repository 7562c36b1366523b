import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFile, ApiSite } from '../../../src/core/api/api-file.ts';
import { API_ROOT } from '../../../src/core/api/address.ts';
import { listApiFiles } from '../../../src/core/api/list-files.ts';
import { listPromised } from '../../../src/core/release/permalinks.ts';
import { digestText } from '../../../src/io/digest-text.ts';
import { readApiText, readRealApiSite } from '../../fixtures/api-site.ts';

/** At the size of the catalogue when this was written, 461 limits. */
const LARGEST_INDEX = 150_000;

/** Which of our schemas a JSON file follows. */
const SCHEMAS: readonly (readonly [RegExp, string])[] = [
  [/^index\.json$/, 'index'],
  [/^index\/[^/]+\.json$/, 'plane-index'],
  [/^limits\/[^/]+\.json$/, 'limit'],
  [/^planes\/[^/]+\.json$/, 'plane'],
  [/^combined\/[^/]+\.history\.json$/, 'combined-history'],
  [/^combined\/[^/]+\.json$/, 'combined'],
  [/^frontier\.json$/, 'frontier'],
];

/** JSON files of other people's formats, and the tests that validate them. */
const OTHERS = /^(datapackage|references\.csl)\.json$|^schemas\//;

let site: ApiSite;
let files: readonly ApiFile[];
let index: { readonly limits: readonly Record<string, unknown>[] } & Record<string, unknown>;

beforeAll(async () => {
  site = await readRealApiSite();
  files = listApiFiles(site, digestText);
  index = JSON.parse(readApiText(files, 'index.json')) as typeof index;
});

const read = (path: string): unknown => JSON.parse(readApiText(files, path));

/** Cells of a column at each of its ends that are validated; all are compared with their CSV elsewhere. */
const ENDS = 200;

/** A file with the ends of its columns of numbers: half a million cells take long to validate. */
function shorten(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || !('numbers' in file)) return file;
  const columns = Object.entries(file.numbers as Record<string, unknown[]>);
  const numbers = columns.map(([name, cells]): [string, unknown[]] => [
    name,
    cells.length <= 2 * ENDS ? cells : [...cells.slice(0, ENDS), ...cells.slice(-ENDS)],
  ]);
  return { ...file, numbers: Object.fromEntries(numbers) };
}

describe('the API of the real catalogue', () => {
  it('has each file once, and all of it is promised', () => {
    const paths = files.map(({ path }) => API_ROOT + path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(listPromised(paths)).toHaveLength(paths.length);
    for (const path of paths) expect(path).toMatch(/^\/api\/v1\/[A-Za-z0-9.\-/]+$/);
  });

  it('follows its JSON Schemas, every file of it, with the ends of long columns', () => {
    const ajv = new Ajv2020({ strict: true, strictTuples: false, allowUnionTypes: true });
    const validators = new Map(
      [...new Set(SCHEMAS.map(([, name]) => name))].map((name) => {
        const schema = read(`schemas/${name}.schema.json`) as { $id: string };
        expect(schema.$id).toBe(`https://example.org/api/v1/schemas/${name}.schema.json`);
        return [name, ajv.compile(schema)];
      }),
    );
    const counts = new Map<string, number>();
    for (const { path } of files) {
      if (!path.endsWith('.json') || OTHERS.test(path)) continue;
      const name = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1] ?? '';
      const validate = validators.get(name);
      if (validate === undefined) throw new Error(`No schema is known for ${path}.`);
      const isValid = validate(shorten(read(path)));
      expect(isValid, `${path}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const { limits, planes } = site.catalogue;
    const combined = site.combined.size;
    expect(Object.fromEntries(counts)).toEqual({
      index: 1,
      'plane-index': planes.size,
      limit: limits.size,
      plane: planes.size,
      combined,
      'combined-history': combined,
      frontier: 1,
    });
  });

  it('has an index of at most 150 kB compressed, with every limit and where its files are', () => {
    expect(gzipSync(readApiText(files, 'index.json')).length).toBeLessThan(LARGEST_INDEX);
    expect(index.limits.map(({ id }) => id)).toEqual([...site.catalogue.limits.keys()]);
    const paths = new Set(files.map(({ path }) => `https://example.org${API_ROOT}${path}`));
    for (const { json, csv, hepdata } of index.limits)
      for (const address of [json, csv, hepdata]) expect(paths).toContain(address);
  });

  it('has no strongest limit of what excludes nothing', () => {
    const statuses = new Set(
      index.limits.filter((limit) => 'strongest' in limit).map(({ status }) => status),
    );
    expect(statuses).toContain('observed');
    for (const status of ['favoured', 'target']) expect(statuses).not.toContain(status);
  });

  it('gives every combined limit byte for byte as it always was', () => {
    for (const [plane, file] of site.combined) {
      const text = JSON.stringify({ contentVersion: site.version, ...file });
      expect(readApiText(files, `combined/${plane}.json`) === text, plane).toBe(true);
    }
  });

  it('shares out every point of an envelope, in order, among those who hold the frontier', () => {
    for (const [plane, { scopes }] of site.combined) {
      for (const scope of ['laboratory', 'ee'] as const) {
        const { envelope, frontier } = scopes[scope].levels.all;
        const [, ...rows] = readApiText(files, `combined/${plane}.${scope}.all.csv`)
          .trimEnd()
          .split('\n')
          .map((line) => line.split(','));
        const points = rows.map(
          ([segment, mass, value]) => `${segment ?? ''},${mass ?? ''},${value ?? ''}`,
        );
        const expected = envelope.flatMap((run, i) =>
          run.map(([mass, value]) => `${String(i + 1)},${String(mass)},${String(value)}`),
        );
        // Where one takes over at a point, it stands there twice.
        expect(points.filter((point, i) => point !== points[i - 1])).toEqual(expected);
        const ranges = rows.reduce<{ limit: string; from: string; to: string }[]>(
          (list, row, i) => {
            const [segment, mass = '', , limit = ''] = row;
            const last = list.at(-1);
            if (last?.limit === limit && rows[i - 1]?.[0] === segment) last.to = mass;
            else list.push({ limit, from: mass, to: mass });
            return list;
          },
          [],
        );
        expect(ranges, `${plane}, ${scope}`).toEqual(
          frontier.map(({ limit, from, to }) => ({ limit, from: String(from), to: String(to) })),
        );
      }
    }
  });
});

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: { readonly fields: readonly Field[] };
}
interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly enum?: readonly string[];
  };
}

/** What a cell is to a reader who knows only what the package says of its column. */
function readCell(cell: string, { type, constraints = {} }: Field): string | undefined {
  if (cell === '') return constraints.required === true ? 'empty' : undefined;
  if (type === 'string')
    return constraints.enum?.includes(cell) === false ? 'not one of its words' : undefined;
  const value = Number(cell);
  if (!Number.isFinite(value)) return 'no number';
  if (type === 'integer' && !/^[+-]?\d+$/.test(cell)) return 'no whole number';
  return value < (constraints.minimum ?? -Infinity) ? 'too small' : undefined;
}

describe('the Data Package of the real catalogue', () => {
  const schema = JSON.parse(
    readFileSync('tests/fixtures/schemas/datapackage-2.0.json', 'utf8'),
  ) as object;
  // The published schema carries words of its own beside the keywords of JSON Schema.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const validate = ajv.compile(schema);
  let text = '';
  let resources: readonly Resource[] = [];
  beforeAll(() => {
    text = readApiText(files, 'datapackage.json');
    ({ resources } = JSON.parse(text) as { resources: readonly Resource[] });
  });

  it('is valid, and no longer when its parts are broken', () => {
    expect(validate(JSON.parse(text)), ajv.errorsText(validate.errors)).toBe(true);
    const isValidWith = (change: object): boolean =>
      validate({ resources: [{ ...resources[0], ...change }] });
    expect(isValidWith({})).toBe(true);
    expect(isValidWith({ path: '/limits/absolute.csv' })).toBe(false);
    expect(isValidWith({ hash: 'sha256:nothing' })).toBe(false);
    expect(isValidWith({ schema: { fields: [{ name: 'mass', type: 'mass' }] } })).toBe(false);
    expect(isValidWith({ licenses: [] })).toBe(false);
  });

  it('has every CSV file once, with its bytes and digest', () => {
    const tables = files.filter(({ path }) => path.endsWith('.csv')).map(({ path }) => path);
    expect(resources.map(({ path }) => path).sort()).toEqual(tables.sort());
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    const byPath = new Map(files.map((file) => [file.path, file]));
    for (const { path, bytes, hash } of resources) {
      const written = Buffer.from(byPath.get(path)?.write() ?? '');
      expect(written.length, path).toBe(bytes);
      expect(hash, path).toBe(`sha256:${digestText(written.toString())}`);
    }
  });

  it('says of every column what is in it', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    for (const {
      path,
      schema: { fields },
    } of resources) {
      const [header, ...lines] = String(byPath.get(path)?.write()).trimEnd().split('\n');
      expect(header, path).toBe(fields.map(({ name }) => name).join());
      const faults = lines.flatMap((line, i) => {
        const cells = line.split(',');
        if (cells.length !== fields.length) return [`line ${String(i + 2)}: ${line}`];
        return fields.flatMap((field, k) => {
          const fault = readCell(cells[k] ?? '', field);
          return fault === undefined ? [] : [`line ${String(i + 2)}, ${field.name}: ${fault}`];
        });
      });
      expect(faults, path).toEqual([]);
    }
  });
});
