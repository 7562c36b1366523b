import { describe, expect, it } from 'vitest';
import { listCurves } from '../../../src/core/formats/figure/figure-curves.ts';
import { writeFigureCsv } from '../../../src/core/formats/figure/write-csv.ts';
import { writeHepdata } from '../../../src/core/formats/figure/write-hepdata.ts';
import { readSource } from '../../../src/core/import/read-source.ts';
import type { Source } from '../../../src/core/import/source.ts';
import { understand } from '../../../src/core/import/understand.ts';
import { importContext } from '../../fixtures/import-context.ts';
import { makeContext } from '../formats/figure/make-context.ts';
import { makeSpec } from '../figure/make-series.ts';

function read(name: string, text: string): Source {
  const result = readSource(name, new TextEncoder().encode(text));
  if ('problem' in result) throw new Error(result.problem.found);
  return result.source;
}

const countPoints = ({ tables }: Source): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0);

describe('what this site exports', () => {
  const spec = makeSpec();

  it('is read back from the CSV of a figure, every point of every curve', () => {
    const source = read('figure.csv', writeFigureCsv(spec, makeContext()));
    const points = listCurves(spec).flatMap(({ parts }) => parts.flatMap((part) => part.points));
    expect(source.format).toBe('site-csv');
    expect(countPoints(source)).toBe(points.length);
    const numbers = source.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(Number)));
    expect(numbers.toSorted(compare)).toEqual(points.map(([x, y]) => [x, y]).toSorted(compare));
  });

  it('is read back from HEPData, edges and parts told apart', () => {
    const source = read('figure.hepdata.yaml', writeHepdata(spec, makeContext()));
    expect(source.format).toBe('hepdata-yaml');
    const [lower, upper] = source.tables;
    expect([lower?.name, upper?.name].map((name) => name?.split(' ').at(-1))).toEqual([
      'lower',
      'upper',
    ]);
    const decisions = { table: `${lower?.name ?? ''},${upper?.name ?? ''}` };
    const { dataset, questions, problems } = understand(
      [source],
      { ...decisions, valueQuantity: 'epsilon', massUnit: 'GeV' },
      importContext('dark-photon'),
    );
    expect({ questions, problems, shape: dataset?.shape }).toEqual({
      questions: [],
      problems: [],
      shape: 'interval',
    });
  });

  it('is read back from the CSV of a limit, digit by digit', () => {
    const csv =
      'segment,edge,mass,value\n1,lower,0.10,1.0e-6\n1,lower,0.20,2.0e-6\n1,upper,0.10,1.0e-4\n1,upper,0.20,0.9e-4\n';
    const source = read('limit.csv', csv);
    const { dataset } = understand(
      [source],
      { massUnit: 'GeV', valueQuantity: 'epsilon', valueScale: 'linear' },
      importContext('dark-photon'),
    );
    expect(dataset?.csv).toBe(csv);
  });
});

const compare = (a: readonly number[], b: readonly number[]): number =>
  (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
