import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PointsReader, readNumber, readPoints } from '../../../src/core/query/read-points.ts';
import type { PointFault, PointRow } from '../../../src/core/query/read-points.ts';

const describeRow = (row: PointRow | PointFault): string =>
  row.fault === undefined
    ? `${String(row.line)}: ${String(row.mass)} ${String(row.value)}`
    : `${String(row.line)}: found ${row.fault.found}; expected ${row.fault.expected}`;

const read = (text: string): string[] => [...readPoints(text)].map(describeRow);

describe('readPoints', () => {
  it('reads commas, semicolons, tabs and blanks, with or without blanks around them', () => {
    expect(read('1,2e-3\n1 , 2e-3\n1;2e-3\n1\t2e-3\n  1   2e-3  \n')).toEqual([
      '1: 1 0.002',
      '2: 1 0.002',
      '3: 1 0.002',
      '4: 1 0.002',
      '5: 1 0.002',
    ]);
  });
  it('skips comments and blank lines but counts them', () => {
    expect(read('# points\n\n% more\n// and more\n1,2 # the last\n')).toEqual(['5: 1 2']);
  });
  it('reads what spreadsheets write: a byte order mark and carriage returns', () => {
    expect(read('\uFEFFmass,value\r\n1,2\r\n3,4')).toEqual(['2: 1 2', '3: 3 4']);
  });
  it('takes the columns a header names, in any order', () => {
    expect(read('id,Value,"mass"\n7,2,1\n')).toEqual(['2: 1 2']);
  });
  it('takes mass first under a header of two other names', () => {
    expect(read('m_GeV epsilon\n1 2\n')).toEqual(['2: 1 2']);
  });
  it('reads nothing under a header that does not say where the numbers are', () => {
    const fault =
      '1: found the header "id,m,eps"; expected one column named mass and one named value; without them no row can be read';
    expect(read('id,m,eps\n7,1,2\n')).toEqual([fault]);
    expect(read('value,m\n1,2\n')).toHaveLength(1);
  });
  it('reports a bad row with its line and reads the rest', () => {
    expect(read('1,2\nnan,2\n1\n1,2,3\n1,0x10\n1,1e999\n3,4')).toEqual([
      '1: 1 2',
      '2: found "nan" as mass; expected a plain decimal number like 1.5e-3',
      '3: found 1 cell; expected 2: a mass and a value',
      '4: found 3 cells; expected 2: a mass and a value',
      '5: found "0x10" as value; expected a plain decimal number like 1.5e-3',
      '6: found "1e999" as value; expected a plain decimal number like 1.5e-3',
      '7: 3 4',
    ]);
  });
  it('does not mistake missing numbers in the first row for a header', () => {
    expect(read('nan,inf\n1,2')).toEqual([
      '1: found "nan" as mass; expected a plain decimal number like 1.5e-3',
      '2: 1 2',
    ]);
  });
  it('takes points no plane holds as points: that is for the verdict to say', () => {
    expect(read('-1,0')).toEqual(['1: -1 0']);
  });
  it('gives nothing for an empty text', () => {
    expect(read('')).toEqual([]);
    expect(read('\n\n')).toEqual([]);
  });
});

describe('PointsReader', () => {
  it('reads the same however the text is cut', () => {
    const text = 'mass,value\r\n1,2\n# no\nbad\n3e-1\t4\n\n5,6';
    const whole = read(text);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const stops = [0, ...cuts.sort((a, b) => a - b), text.length];
        const reader = new PointsReader();
        const rows = stops.slice(1).flatMap((to, i) => [...reader.read(text.slice(stops[i], to))]);
        expect([...rows, ...reader.end()].map(describeRow)).toEqual(whole);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
  it('forgets an endless line, says so and goes on', () => {
    const reader = new PointsReader();
    const rows = [];
    for (let i = 0; i < 100; i++) rows.push(...reader.read('1'.repeat(1000)));
    rows.push(...reader.read('\n1,2\n'), ...reader.end());
    expect(rows.map(describeRow)).toEqual([
      '1: found more than 4096 characters; expected a mass and a value in each line',
      '2: 1 2',
    ]);
  });
});

describe('readNumber', () => {
  it('reads plain decimal numbers and nothing else', () => {
    expect(['1', '1.5e-3', '.5', '-2'].map(readNumber)).toEqual([1, 0.0015, 0.5, -2]);
    for (const text of ['', ' 1', '1,5', 'nan', '1e999', '0x1', '1 GeV'])
      expect(readNumber(text), text).toBeUndefined();
  });
});
