import { describe, expect, it } from 'vitest';
import { readFigureCsv, writeFigureCsv } from '../../../../src/core/formats/figure/write-csv.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';

const write = (changes: Parameters<typeof makeSeries>[0]): string =>
  writeFigureCsv(makeSpec({ series: [makeSeries(changes)] }), makeContext());
const listRows = (text: string): string[] =>
  text.split('\n').filter((line) => !line.startsWith('#') && line !== '');

describe("a figure's table", () => {
  it('keeps every digit it is given and takes points beyond the axes along', () => {
    const rows = listRows(
      write({
        mark: {
          kind: 'segments',
          segments: [
            [
              [0, 1e-300],
              [0.1 + 0.2, 5e300],
              [1.23456789012, 1234567890123],
            ],
          ],
        },
      }),
    );
    expect(rows.slice(1)).toEqual([
      'limit,BaBar 2014,1,curve,0,1e-300',
      'limit,BaBar 2014,1,curve,0.30000000000000004,5e+300',
      'limit,BaBar 2014,1,curve,1.23456789012,1234567890123',
    ]);
  });

  it('holds combined limits and lifetimes under names no limit has', () => {
    const spec = makeSpec({
      series: [],
      outlines: [{ scope: 'ee', levels: [0.9], rings: [[[1, 1e-3]]] }],
      lifetimes: [{ ctauM: 0.001, label: '1 mm', segments: [[[1, 1e-4]]] }],
    });
    const { curves } = readFigureCsv(writeFigureCsv(spec, makeContext()));
    expect(curves.map(({ id }) => id)).toEqual(['combined:ee', 'lifetime:0.001']);
  });

  it.each([
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['say "hi", #1', '"say ""hi"", #1"'],
    ["'tis", '"\'tis"'],
  ])('is safe to open in a spreadsheet: %j', (label, cell) => {
    const text = write({ label });
    expect(listRows(text)[1]).toBe(`limit,${cell},1,curve,0.1,0.001`);
    expect(readFigureCsv(text).curves[0]?.label).toBe(label);
  });

  it('has comments that no spreadsheet computes', () => {
    const spec = makeSpec({ title: 'Limits,=1+1;+2|@x' });
    expect(writeFigureCsv(spec, makeContext()).split('\n')[0]).toBe(
      "# Figure: Limits,'=1+1;'+2|'@x",
    );
  });

  it.each([
    ['a,b\n', /Line 1 .*header/u],
    ['limit,label,part,role,x,y\na,b,1,curve,1\n', /Line 2 .*6 cells, found 5/u],
    ['limit,label,part,role,x,y\na,b,1,edge,1,2\n', /"edge" is none of/u],
    ['limit,label,part,role,x,y\na,b,1,curve,,2\n', /two numbers/u],
  ])('is refused with the line where it is none: %j', (text, message) => {
    expect(() => readFigureCsv(text)).toThrow(message);
  });
});
