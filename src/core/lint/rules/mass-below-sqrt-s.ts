import { decodeColumn } from '../decode.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const massBelowSqrtS: LoneLimitRule = {
  name: 'mass-below-sqrt-s',
  description: 'No observed collider limit reaches beyond the centre-of-mass energy.',
  scope: 'limit-alone',
  *check(limit, { catalogue: { quantities } }) {
    if (limit.sqrtS === undefined || limit.signature === 'indirect') return;
    const masses = decodeColumn(limit, 'mass', limit.mass, quantities);
    const highest = limit.sqrtS.value;
    const row = masses?.findIndex((mass) => mass > highest) ?? -1;
    if (row === -1) return;
    yield {
      ...atRow(limit, row),
      found: `mass ${String(masses?.[row])} GeV`,
      expected: `at most √s = ${String(highest)} GeV`,
      fix: 'check mass.unit and sqrtS',
    };
  },
};
