import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { writeHepdata } from '../../../../src/core/formats/figure/write-hepdata.ts';
import { makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';

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
