import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { ApiSite } from '../../../../src/core/api/api-file.ts';
import type { Limit } from '../../../../src/core/catalogue.ts';
import {
  listParts,
  writeDataFile,
  writeSubmission,
} from '../../../../src/core/api/hepdata/limit-submission.ts';
import type { LimitOverrides } from '../../../fixtures/make-catalogue.ts';
import {
  GOOD_ROWS,
  makeCatalogue,
  makeLimit,
  makeSearch,
} from '../../../fixtures/make-catalogue.ts';
import { describeData, describeInfo, describeTable } from '../../../fixtures/hepdata-schemas.ts';

interface Column {
  readonly header: object;
  readonly values: readonly { readonly value: number | string }[];
  readonly qualifiers?: readonly { readonly name: string; readonly value: string | number }[];
}
type Data = Readonly<Record<'independent_variables' | 'dependent_variables', readonly Column[]>>;

function makeSite(overrides: LimitOverrides = {}): { limit: Limit; site: ApiSite } {
  const limit = makeLimit(overrides);
  const catalogue = makeCatalogue({ limits: [limit], searches: [makeSearch()] });
  const version = { date: '2026-01-02', commit: '0123456789' };
  return {
    limit,
    site: { catalogue, combined: new Map(), version, url: 'https://example.org' },
  };
}

function readData(overrides: LimitOverrides): Data {
  const { limit, site } = makeSite(overrides);
  const [part, ...others] = listParts(limit);
  if (part === undefined) throw new Error('no table');
  expect(others).toEqual([]);
  const data = parse(writeDataFile(part, site)) as Data;
  expect(describeData(data)).toBe('');
  return data;
}

const name = ({ independent_variables, dependent_variables }: Data): object => ({
  independent: independent_variables.map(({ header }) => header),
  dependent: dependent_variables.map(({ header }) => header),
});
const valuesOf = (column: Column | undefined): (number | string)[] =>
  column?.values.map(({ value }) => value) ?? [];

const MASS = { name: 'm_A′, dark photon mass', units: 'GeV' };
const VALUE = { name: 'ε, kinetic mixing' };
const TAU = { name: 'ε, kinetic mixing', units: 's' };

describe('the table of a limit', () => {
  it.each([
    ['one-sided', { independent: [MASS], dependent: [VALUE] }],
    ['interval', { independent: [MASS, { name: 'edge' }], dependent: [VALUE] }],
    ['contour', { independent: [MASS], dependent: [VALUE] }],
    ['points', { independent: [MASS], dependent: [VALUE] }],
    ['grid', { independent: [MASS, TAU], dependent: [VALUE] }],
    [
      'ratio-map',
      {
        independent: [MASS, { name: 'ε, kinetic mixing at which the ratio was evaluated' }],
        dependent: [
          { name: expect.stringContaining('Ratio of allowed to expected yield') as string },
        ],
      },
    ],
    ['band', { independent: [MASS, { name: 'edge' }], dependent: [VALUE] }],
    ['line', { independent: [MASS], dependent: [VALUE] }],
  ] as const)('of shape %s names its columns, the mass first', (shape, names) => {
    const data = readData({ shape });
    expect(name(data)).toEqual(names);
    const rows = GOOD_ROWS[shape].split(' ').map((row) => row.split(','));
    const column = shape === 'ratio-map' || shape === 'grid' ? 2 : -1;
    expect(valuesOf(data.dependent_variables[0])).toEqual(
      rows.map((cells) => Number(cells.at(column))),
    );
  });

  it('tells segments, rings and holes where there are several', () => {
    const segments = readData({ rows: '1,1,1e-3 2,2,2e-3 2,3,1e-3' });
    expect(valuesOf(segments.independent_variables[1])).toEqual([1, 2, 2]);
    const ring = (number: number, role: string): string =>
      ['1,1e-5', '3,1e-5', '2,1e-4', '1,1e-5']
        .map((cells) => `${String(number)},${role},${cells}`)
        .join(' ');
    const rings = readData({ shape: 'contour', rows: `${ring(1, 'outer')} ${ring(2, 'hole')}` });
    expect(valuesOf(rings.independent_variables[1])).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    expect(valuesOf(rings.independent_variables[2])).toEqual([
      ...['outer', 'outer', 'outer', 'outer', 'hole', 'hole', 'hole', 'hole'],
    ]);
  });

  it('gives bins with the masses, and expected curves as values of their own', () => {
    const binned = readData({
      header: 'segment,mass,value,expected,massLow,massHigh',
      rows: '1,1.5,1e-3,2e-3,1,2 1,2.5,2e-3,3e-3,2,3',
    });
    expect(binned.independent_variables[0]?.values).toEqual([
      { value: 1.5, low: 1, high: 2 },
      { value: 2.5, low: 2, high: 3 },
    ]);
    const [observed, expected] = binned.dependent_variables;
    expect(observed?.header).toEqual(VALUE);
    expect(expected?.header).toEqual({ name: 'ε, kinetic mixing: median expected limit' });
    expect(expected?.qualifiers).toEqual([
      { name: 'LIMIT', value: 'babar-2014-dark-photon' },
      { name: 'STATUS', value: 'expected' },
      { name: 'CONFIDENCE LEVEL', value: 90, units: '%' },
    ]);
  });

  it('keeps logarithms as they were published, and says so', () => {
    const data = readData({
      mass: { quantity: 'mass-dark-photon', unit: 'MeV', scale: 'log10' },
      value: { quantity: 'epsilon-squared', unit: '1', scale: 'log10' },
      rows: '1,3,-6 1,3.4,-5',
    });
    expect(name(data)).toEqual({
      independent: [{ name: 'log10(m_A′ / MeV), Decimal logarithm of dark photon mass' }],
      dependent: [{ name: 'log10(ε), Decimal logarithm of kinetic mixing' }],
    });
    expect(data.dependent_variables[0]?.qualifiers).toContainEqual({
      name: 'ON THE PLANE',
      value: 'm_A′ [GeV] = 0.001 × 10^[log10(m_A′ / MeV)]; ε = (10^[log10(ε)])^0.5',
    });
  });

  it('is cut into parts where it is too large, none of them losing a row', () => {
    const { limit, site } = makeSite();
    const parts = listParts(limit, 6);
    expect(parts.map(({ file, rows }) => [file, rows])).toEqual([
      ['babar-2014-dark-photon.part-1.yaml', [0, 2]],
      ['babar-2014-dark-photon.part-2.yaml', [2, 3]],
    ]);
    const values = parts.flatMap((part) =>
      valuesOf((parse(writeDataFile(part, site)) as Data).dependent_variables[0]),
    );
    expect(values).toEqual([1e-3, 2e-3, 1e-3]);
    const text = writeSubmission('Numbers', parts, site, 'https://example.org/');
    expect(text).toContain('Rows 3 to 3 of 3');
  });
});

describe('submission.yaml', () => {
  const submit = (overrides: LimitOverrides): [object, Record<string, unknown>] => {
    const { limit, site } = makeSite(overrides);
    const text = writeSubmission('Numbers', listParts(limit), site, 'https://example.org/');
    const [info, table] = parseAllDocuments(text).map((one) => one.toJS() as object);
    expect(describeInfo(info)).toBe('');
    expect(describeTable(table)).toBe('');
    return [info ?? {}, table as Record<string, unknown>];
  };

  it('says that it is no submission of the experiments, and how to cite', () => {
    const [info] = submit({});
    expect(info).toMatchObject({
      comment: expect.stringMatching(
        /no submission of the experiments.*Cite the papers/u,
      ) as string,
    });
  });

  it('has the keywords that follow from the catalogue, and none that do not', () => {
    const [, known] = submit({
      search: 'babar-2014-dark-photon',
      sqrtS: { value: 10.58, unit: 'GeV' },
    });
    expect(known['keywords']).toEqual([
      { name: 'reactions', values: ["e+ e- --> gamma A'"] },
      { name: 'observables', values: ['CLS', 'epsilon'] },
      { name: 'cmenergies', values: [10.58] },
      { name: 'phrases', values: ['dark sector', 'vector portal', 'Dark photon', 'observed'] },
    ]);
    const [, unknown] = submit({ shape: 'line' });
    expect(unknown['keywords']).toEqual([
      { name: 'observables', values: ['epsilon'] },
      { name: 'phrases', values: ['dark sector', 'vector portal', 'Dark photon', 'target'] },
    ]);
  });

  it('lets no text of others become YAML', () => {
    const title = 'a: "b"\n--- \n- {x: 1} # c';
    const [, table] = submit({ title, id: 'a'.repeat(80) });
    expect(table['description']).toContain('a: "b" --- - {x: 1} # c.');
    expect(String(table['name'])).toHaveLength(64);
  });
});
