import { decodeColumn } from '../decode.ts';
import { atKey } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

/** Room for ranges that a paper rounds to two digits. */
const TOLERANCE = 0.02;

export const massRange: LoneLimitRule = {
  name: 'mass-range',
  description:
    'The masses of the numbers span the mass range stated in GeV: this redundancy catches a MeV for a GeV.',
  scope: 'limit-alone',
  *check(limit, { catalogue: { quantities } }) {
    const masses = decodeColumn(limit, 'mass', limit.mass, quantities);
    if (masses === undefined) return;
    let from = Infinity;
    let to = 0;
    for (const mass of masses) {
      if (mass < from) from = mass;
      if (mass > to) to = mass;
    }
    const [statedFrom, statedTo] = limit.massRange;
    if (isClose(from, statedFrom) && isClose(to, statedTo)) return;
    yield {
      ...atKey(limit, 'massRange'),
      found: `numbers from ${format(from)} to ${format(to)} GeV`,
      expected: `the stated range ${format(statedFrom)} to ${format(statedTo)} GeV within ${String(TOLERANCE * 100)} %`,
      fix: 'check mass.unit and mass.scale; if the numbers are right, correct massRange',
    };
  },
};

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(a, b);

const format = (massGeV: number): string => String(Number(massGeV.toPrecision(6)));
