import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/core/import/read-source.ts';
import type { Dataset, Decisions } from '../../../src/core/import/source.ts';
import { understand } from '../../../src/core/import/understand.ts';
import { importContext } from '../../fixtures/import-context.ts';

const RUNS = { seed: 20260921, numRuns: 60 };

/** A curve on the plane: masses going up, as numbers [GeV]. */
const curves = fc
  .array(
    fc.record({
      step: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      log: fc.double({ min: -5, max: -2, noNaN: true }),
    }),
    { minLength: 3, maxLength: 40 },
  )
  .map((steps) => {
    let mass = 0.2;
    return steps.map(({ step, log }) => [(mass += step), 10 ** log] as const);
  });

const SURE: Decisions = {
  massColumn: 1,
  valueColumn: 2,
  valueQuantity: 'epsilon',
  shape: 'one-sided',
  rails: 'keep',
  gaps: 'none',
};

function importText(text: string, decisions: Decisions): Dataset {
  const read = readSource('numbers.txt', new TextEncoder().encode(text));
  if ('problem' in read) throw new Error(read.problem.found);
  const { dataset, questions, problems } = understand(
    [read.source],
    decisions,
    importContext('dark-photon'),
  );
  if (dataset === undefined) throw new Error(JSON.stringify({ questions, problems }));
  return dataset;
}

const rowsOf = ({ csv }: Dataset): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

function decode(dataset: Dataset): [number, number][] {
  const factor = { GeV: 1, MeV: 1e-3, eV: 1e-9 }[dataset.mass.unit] ?? NaN;
  const undo = (text: string, scale: string): number =>
    scale === 'log10' ? 10 ** Number(text) : Number(text);
  return rowsOf(dataset).map(([, mass = '', value = '']) => [
    factor * undo(mass, dataset.mass.scale),
    undo(value, dataset.value.scale),
  ]);
}

describe('importing numbers', () => {
  it('keeps every digit, whatever separates the columns', () => {
    const digits = fc.constantFrom('0', '00', '10', '250', '7e-3'.slice(0, 1));
    fc.assert(
      fc.property(
        curves,
        digits,
        fc.constantFrom(',', ';', '\t', ' ', ' , '),
        (points, more, separator) => {
          const cells = points.map(([m, v]) => [
            `${m.toFixed(6)}${more}`,
            v.toExponential(5).replace('e', `${more}e`),
          ]);
          const dataset = importText(cells.map((row) => row.join(separator)).join('\n'), {
            ...SURE,
            massUnit: 'GeV',
            massScale: 'linear',
            valueScale: 'linear',
          });
          expect(rowsOf(dataset).map(([, m, v]) => [m, v])).toEqual(cells);
        },
      ),
      RUNS,
    );
  });

  it('accounts for every row, however many are dropped', () => {
    const rows = fc.array(fc.constantFrom('value', 'nan', 'repeat', 'sentinel'), {
      minLength: 4,
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, (kinds) => {
        const lines = kinds.flatMap((kind, i): string[] => {
          const row = `${(0.2 + 0.01 * i).toFixed(3)} `;
          if (kind === 'nan') return [`${row}nan`];
          if (kind === 'sentinel') return [`${row}1e5`];
          return kind === 'repeat' ? [`${row}1.5e-3`, `${row}1.5e-3`] : [`${row}1.5e-3`];
        });
        fc.pre(kinds.includes('value'));
        const dataset = importText(lines.join('\n'), { ...SURE, massUnit: 'GeV' });
        const [{ accounting } = { accounting: undefined }] = dataset.raw;
        const dropped = accounting?.dropped.reduce((sum, group) => sum + group.rows, 0) ?? NaN;
        expect(accounting?.rows).toBe(lines.length);
        expect((accounting?.kept ?? NaN) + dropped).toBe(lines.length);
        expect(accounting?.written).toBe(rowsOf(dataset).length);
        expect(accounting?.kept).toBe(
          kinds.filter((kind) => kind === 'value' || kind === 'repeat').length,
        );
      }),
      RUNS,
    );
  });

  it('means the same in GeV, in MeV and as logarithms', () => {
    fc.assert(
      fc.property(curves, (points) => {
        const write = (mass: (m: number) => number, value: (v: number) => number): string =>
          points.map(([m, v]) => `${String(mass(m))} ${String(value(v))}`).join('\n');
        const same = (x: number): number => x;
        const readings = [
          importText(write(same, same), { ...SURE, massUnit: 'GeV' }),
          importText(
            write((m) => 1000 * m, same),
            { ...SURE, massUnit: 'MeV' },
          ),
          importText(write(Math.log10, Math.log10), {
            ...SURE,
            massUnit: 'GeV',
            massScale: 'log10',
            valueScale: 'log10',
          }),
          importText(`# mass [MeV] log10(epsilon)\n${write((m) => 1000 * m, Math.log10)}`, {
            shape: 'one-sided',
            rails: 'keep',
            gaps: 'none',
          }),
        ].map(decode);
        const deviations = readings.flatMap((reading) =>
          reading.flatMap(([m, v], i) => {
            const [mass, value] = points[i] ?? [NaN, NaN];
            return [Math.abs(m / mass - 1), Math.abs(v / value - 1)];
          }),
        );
        expect(Math.max(...deviations)).toBeLessThan(1e-12);
      }),
      RUNS,
    );
  });

  it('gives the same rows upwards when the file goes down, and says that they were sorted', () => {
    fc.assert(
      fc.property(curves, (points) => {
        const lines = points.map(([m, v]) => `${m.toFixed(9)} ${v.toExponential(9)}`);
        const decisions = { ...SURE, massUnit: 'GeV' };
        const up = importText(lines.join('\n'), decisions);
        const down = importText(lines.toReversed().join('\n'), decisions);
        expect(down.csv).toBe(up.csv);
        expect(down.raw[0]?.accounting.transforms).toEqual(['sort']);
      }),
      RUNS,
    );
  });
});
