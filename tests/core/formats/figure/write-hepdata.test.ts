import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { writeHepdata } from '../../../../src/core/formats/figure/write-hepdata.ts';
import { readContent } from '../../../../src/io/read-content.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';
import { readFigure } from './read-figure.ts';

interface Column {
  readonly header: { readonly name: string; readonly units?: string };
  readonly qualifiers?: readonly { readonly name: string; readonly value: string | number }[];
  readonly values: readonly { readonly value: number | string }[];
}
interface Table {
  readonly name: string;
  readonly independent_variables: readonly Column[];
  readonly dependent_variables: readonly Column[];
}

const readTables = (text: string): Table[] =>
  parseAllDocuments(text)
    .slice(1)
    .map((document) => document.toJS() as Table);

/** Limits all of whose points are outside the range of their plane. */
const EMPTY = [
  makeSeries({ mark: { kind: 'segments', side: 'above', segments: [] } }),
  makeSeries({ mark: { kind: 'strips', strips: [] } }),
];

/** HEPData's published schemas are under another licence than this project: used where they are. */
const SCHEMAS = process.env['SCHEMAS_DIR'] ?? '../shared/schemas';

describe.skipIf(!existsSync(SCHEMAS))('a figure as HEPData YAML, against the schemas', () => {
  /** What the schemas of version 1.1.1 say against a single-file table; HEPData splits it like this. */
  let validate: (table: Table) => string;

  beforeAll(async () => {
    const ajv = new Ajv({ allErrors: true });
    const [data, submission, resources] = await Promise.all(
      ['data', 'submission', 'additional_resources'].map(
        async (name) =>
          JSON.parse(
            await readFile(join(SCHEMAS, 'hepdata-1.1.1', `${name}_schema.json`), 'utf8'),
          ) as object,
      ),
    );
    ajv.addSchema(resources ?? {});
    const [isData, isSubmission] = [ajv.compile(data ?? {}), ajv.compile(submission ?? {})];
    validate = ({ independent_variables, dependent_variables, ...about }) => {
      const isValid =
        isData({ independent_variables, dependent_variables }) === true &&
        isSubmission({ ...about, data_file: 'data.yaml' }) === true;
      return isValid ? '' : ajv.errorsText(isData.errors ?? isSubmission.errors);
    };
  });

  it('follows the schemas, small and real, with as many rows in every column', async () => {
    const { spec, context } = await readFigure('dark-photon-visible', await readContent('content'));
    const texts = [
      writeHepdata(makeSpec(), makeContext()),
      writeHepdata(makeSpec({ series: [] }), makeContext()),
      writeHepdata(makeSpec({ series: EMPTY }), makeContext()),
      writeHepdata(spec, context),
    ];
    for (const text of texts) {
      for (const table of readTables(text)) {
        expect(validate(table), table.name).toBe('');
        const columns = [...table.independent_variables, ...table.dependent_variables];
        expect(new Set(columns.map(({ values }) => values.length)).size).toBe(1);
      }
    }
    expect(readTables(texts.at(-1) ?? '')).toHaveLength(spec.series.length);
  });
});

describe('a figure as HEPData YAML', () => {
  it('says which edge and ring a point belongs to, at which level and from which paper', () => {
    const tables = readTables(writeHepdata(makeSpec(), makeContext()));
    const [dump, , babar, favoured] = tables;
    expect(dump?.independent_variables.map(({ header }) => header.name)).toEqual([
      'mass m_{A′}',
      'edge',
    ]);
    expect(dump?.independent_variables[1]?.values.map(({ value }) => value)).toEqual([
      'lower',
      'lower',
      'upper',
      'upper',
    ]);
    const read = (table: Table | undefined): object =>
      Object.fromEntries(
        (table?.dependent_variables[0]?.qualifiers ?? []).map(({ name, value }) => [name, value]),
      );
    expect(read(babar)).toMatchObject({
      'SQRT(S)': 10.58,
      'CONFIDENCE LEVEL': 'not stated',
      TEXKEY: 'Ilten:2018crw',
      STATUS: 'observed',
    });
    expect(read(favoured)).toMatchObject({
      POINTS:
        'ring 1, points in order along it, the last joined to the first; inside by the even-odd rule',
    });
  });

  it('writes small numbers as YAML 1.1 reads them', () => {
    expect(writeHepdata(makeSpec(), makeContext())).not.toMatch(/value: -?\d+e/u);
  });
});
