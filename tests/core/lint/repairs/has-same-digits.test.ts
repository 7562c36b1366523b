import { expect, it } from 'vitest';
import { hasSameDigits } from '../../../../src/core/lint/repairs/has-same-digits.ts';

const CSV = 'segment,mass,value\n1,1.0,1e-3\n1,2,2e-3\n';

it('rows in another order, again, with blanks or in other parts have the same digits', () => {
  for (const same of [
    'segment,mass,value\n1,2,2e-3\n1,1.0,1e-3\n',
    `${CSV}1,1.0,1e-3\n`,
    'segment, mass,value\n1, 1.0,1e-3\n1,2 ,2e-3',
    'segment,mass,value\n7,1.0,1e-3\n8,2,2e-3\n',
  ])
    expect(hasSameDigits(CSV, same), same).toBe(true);
});

it('a digit changed, dropped or added is seen, also one that means the same', () => {
  for (const other of [
    CSV.replace('1.0', '1'),
    CSV.replace('2e-3', '0.002'),
    'segment,mass,value\n1,1.0,1e-3\n',
    `${CSV}1,3,1e-3\n`,
  ])
    expect(hasSameDigits(CSV, other), other).toBe(false);
});
