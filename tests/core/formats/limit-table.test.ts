import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableFault } from '../../../src/core/formats/limit-table.ts';
import {
  numberColumn,
  parseLimitTable,
  SHAPE_COLUMNS,
  wordColumn,
} from '../../../src/core/formats/limit-table.ts';
import { isStrictNumber } from '../../../src/core/formats/strict-number.ts';
import { Shape } from '../../../src/core/schema/index.ts';
import { GOOD_ROWS } from '../../fixtures/make-catalogue.ts';

fc.configureGlobal({ seed: 20261122, numRuns: 300 });

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

/** Faults as text; empty when there is none. */
const faultsOf = (text: string, shape: Shape = 'one-sided'): string =>
  parseLimitTable(text, shape)
    .faults.map(
      ({ rule, line, found, expected, fix }: TableFault) =>
        `${rule} :${String(line)}\n  found     ${found}\n  expected  ${expected}\n  fix       ${fix}`,
    )
    .join('\n');

describe('parseLimitTable', () => {
  it('reads the columns every shape requires', () => {
    for (const shape of Shape.options) {
      const rows = GOOD_ROWS[shape].split(' ');
      const { table, faults } = parseLimitTable(
        csv(SHAPE_COLUMNS[shape].required.join(','), ...rows),
        shape,
      );
      expect(faults).toEqual([]);
      expect(table?.length).toBe(rows.length);
      expect(table?.columns).toEqual(SHAPE_COLUMNS[shape].required);
    }
  });
  it('keeps the text as written beside the numbers', () => {
    const text = csv('segment,mass,value', '1,2.0241e-02,1.7477e-03');
    const { table } = parseLimitTable(text, 'one-sided');
    expect(table?.text).toBe(text);
    expect(table?.numbers.get('mass')).toEqual(Float64Array.of(0.020241));
    expect(table?.numbers.get('value')).toEqual(Float64Array.of(0.0017477));
  });
  it('reads edges and roles as words', () => {
    const text = csv('segment,edge,mass,value', '1,lower,1,1e-5', '1,upper,1,1e-4');
    const { table } = parseLimitTable(text, 'interval');
    expect(table?.words.get('edge')).toEqual(['lower', 'upper']);
    expect(table?.numbers.has('edge')).toBe(false);
  });
  it('reads a text without a line feed at its end', () => {
    expect(parseLimitTable('mass,value\n1,2', 'points').table?.length).toBe(1);
  });
  it('reads optional columns in their order, each group whole', () => {
    expect(faultsOf(csv('segment,mass,value,expected', '1,1,1,1'))).toBe('');
    expect(faultsOf(csv('segment,mass,value,expected,lo1,hi1,lo2,hi2', '1,1,1,1,1,1,1,1'))).toBe(
      '',
    );
    expect(faultsOf(csv('segment,mass,value,massLow,massHigh', '1,1,1,1,1'))).toBe('');
    expect(faultsOf(csv('mass,value,massLow,massHigh', '1,1,1,1'), 'points')).toBe('');
  });
  it('refuses half a group of optional columns', () => {
    expect(faultsOf(csv('segment,mass,value,massLow', '1,1,1,1'))).toMatchInlineSnapshot(`
      "csv-columns :1
        found     segment,mass,value,massLow
        expected  segment,mass,value [expected][lo1,hi1][lo2,hi2][massLow,massHigh]
        fix       write the header of a limit with shape one-sided, or correct the shape"
    `);
  });
  it('refuses columns in another order, repeated, unknown or missing', () => {
    expect(faultsOf(csv('segment,value,mass', '1,1,1'))).toMatchInlineSnapshot(`
      "csv-columns :1
        found     segment,value,mass
        expected  segment,mass,value [expected][lo1,hi1][lo2,hi2][massLow,massHigh]
        fix       write the header of a limit with shape one-sided, or correct the shape"
    `);
    expect(faultsOf(csv('segment,mass,mass,value', '1,1,1,1'))).toMatch(/^csv-columns :1/);
    expect(faultsOf(csv('segment,mass,epsilon', '1,1,1'))).toMatch(/^csv-columns :1/);
    expect(faultsOf(csv('mass,value', '1,1'))).toMatch(/^csv-columns :1/);
    expect(faultsOf(csv('segment,mass,value,expected,expected', '1,1,1,1,1'))).toMatch(
      /^csv-columns :1/,
    );
  });
  it('shows no optional columns where a shape has none', () => {
    expect(faultsOf(csv('mass,value', '1,1'), 'ratio-map')).toMatchInlineSnapshot(`
      "csv-columns :1
        found     mass,value
        expected  mass,coupling,ratio
        fix       write the header of a limit with shape ratio-map, or correct the shape"
    `);
  });
  it('refuses an empty text and a header without rows', () => {
    expect(faultsOf('')).toMatch(/^csv-columns :1/);
    expect(faultsOf('segment,mass,value\n')).toMatchInlineSnapshot(`
      "csv-columns :1
        found     a header and no rows
        expected  at least one row of numbers
        fix       add the numbers, or remove the limit and mark its search as data wanted"
    `);
  });
  it('points at rows with too many or too few cells, empty lines among them', () => {
    const text = csv('segment,mass,value', '1,1', '1,1,1,1', '', '1,1,1');
    expect(faultsOf(text)).toMatchInlineSnapshot(`
      "csv-columns :2
        found     2 cells
        expected  3 cells (segment, mass, value)
        fix       write one number per column, separated by single commas
      csv-columns :3
        found     4 cells
        expected  3 cells (segment, mass, value)
        fix       write decimal points; a comma always separates two cells, also inside a number
      csv-columns :4
        found     an empty line
        expected  3 cells (segment, mass, value)
        fix       remove the line; a gap is a new segment"
    `);
  });
  it('names every cell that is not a plain number', () => {
    const text = csv('segment,mass,value', '1,nan,1e-3', '1,2.O,inf', '1, 3,0x10');
    expect(faultsOf(text)).toMatchInlineSnapshot(`
      "strict-numbers :2
        found     "nan" in the column mass
        expected  a plain decimal number like 1.5e-3
        fix       write the digits as published; a missing value is an absent row, never a word
      strict-numbers :3
        found     "2.O" in the column mass
        expected  a plain decimal number like 1.5e-3
        fix       write the digits as published; a missing value is an absent row, never a word
      strict-numbers :3
        found     "inf" in the column value
        expected  a plain decimal number like 1.5e-3
        fix       write the digits as published; a missing value is an absent row, never a word
      strict-numbers :4
        found     " 3" in the column mass
        expected  a plain decimal number like 1.5e-3
        fix       remove the blanks around the number (npm run check -- --fix does)
      strict-numbers :4
        found     "0x10" in the column value
        expected  a plain decimal number like 1.5e-3
        fix       write the digits as published; a missing value is an absent row, never a word"
    `);
  });
  it('refuses numbers too large for a double', () => {
    expect(faultsOf(csv('segment,mass,value', '1,1,1e999'))).toMatch(/^strict-numbers :2/);
  });
  it('counts parts from one, in whole numbers without ornament', () => {
    for (const part of ['0', '01', '1.0', '-1', '1e0', '+1', ''])
      expect(faultsOf(csv('segment,mass,value', `${part},1,1`)), part).toMatch(
        /^strict-numbers :2/,
      );
    expect(faultsOf(csv('ring,role,mass,value', 'a,outer,1,1'), 'contour')).toMatchInlineSnapshot(`
      "strict-numbers :2
        found     "a" in the column ring
        expected  a whole number, counted from 1
        fix       number the parts 1, 2, 3, …"
    `);
  });
  it('refuses other words for edges and roles', () => {
    const text = csv('segment,edge,mass,value', '1,Lower,1,1e-5', '1,left,1,1e-5');
    expect(faultsOf(text, 'interval')).toMatchInlineSnapshot(`
      "strict-numbers :2
        found     "Lower" in the column edge
        expected  lower or upper
        fix       write lower or upper
      strict-numbers :3
        found     "left" in the column edge
        expected  lower or upper
        fix       write lower or upper"
    `);
    expect(faultsOf(csv('ring,role,mass,value', '1,inner,1,1'), 'contour')).toMatch(
      /outer or hole/,
    );
  });
  it('says what no terminal shows: carriage returns and a byte order mark', () => {
    expect(faultsOf('mass,value\n1,1\r\n', 'points')).toMatchInlineSnapshot(`
      "csv-columns :2
        found     a carriage return
        expected  UTF-8 without a byte order mark, lines that end in a line feed only
        fix       save the file as plain UTF-8 with Unix line ends (npm run check -- --fix does)"
    `);
    expect(faultsOf('\uFEFFmass,value\n1,1\n', 'points')).toMatchInlineSnapshot(`
      "csv-columns :1
        found     a byte order mark
        expected  UTF-8 without a byte order mark, lines that end in a line feed only
        fix       save the file as plain UTF-8 with Unix line ends (npm run check -- --fix does)"
    `);
  });
  it('gives no table when there is any fault', () => {
    expect(parseLimitTable(csv('mass,value', '1,1', '1,x'), 'points').table).toBeUndefined();
  });
});

describe('numbers of a table', () => {
  it('decides alone, cell by cell, which tables are read', () => {
    const character = fc.constantFrom(...Array.from('0123456789.eE+- '));
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 6 }), (cell) => {
        const { table, faults } = parseLimitTable(`mass,value\n1,${cell}\n`, 'points');
        const isNumber = isStrictNumber(cell) && Number.isFinite(Number(cell));
        expect(faults).toHaveLength(isNumber ? 0 : 1);
        if (isNumber) expect(table?.numbers.get('value')?.[0]).toBe(Number(cell));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('numberColumn and wordColumn', () => {
  const { table } = parseLimitTable(csv('ring,role,mass,value', '1,outer,1,2'), 'contour');
  if (table === undefined) throw new Error('The fixture is broken.');
  it('give the columns of a table', () => {
    expect(numberColumn(table, 'value')).toEqual(Float64Array.of(2));
    expect(wordColumn(table, 'role')).toEqual(['outer']);
  });
  it('throw for a column that is not there, which only a mistake in the code asks for', () => {
    expect(() => numberColumn(table, 'segment')).toThrow('no numeric column "segment"');
    expect(() => wordColumn(table, 'edge')).toThrow('no word column "edge"');
  });
});
