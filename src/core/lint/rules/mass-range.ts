import type { EntryMap, Limit, QuantityEntry } from '../../catalogue.ts';
import { numberColumn } from '../../formats/limit-table.ts';
import { findUnitFactor } from '../../units.ts';
import { decodeColumn, valueColumnName } from '../decode.ts';
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
    let to = -Infinity;
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
      fix: advise(limit, [from, to], quantities),
    };
  },
};

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(a, b);

/** What makes the numbers span the stated range: another unit, logarithms, the other column. */
function advise(
  limit: Limit,
  [from, to]: readonly [number, number],
  quantities: EntryMap<QuantityEntry>,
): string {
  const [statedFrom, statedTo] = limit.massRange;
  const fits = (a: number, b: number): boolean => isClose(a, statedFrom) && isClose(b, statedTo);
  for (const unit of ['eV', 'keV', 'MeV', 'GeV', 'TeV']) {
    const meant = findUnitFactor(unit, 'GeV');
    const isGeV = quantities.get(limit.mass.quantity)?.unit === 'GeV';
    if (!isGeV || meant === undefined || unit === limit.mass.unit) continue;
    const factor = meant / (findUnitFactor(limit.mass.unit, 'GeV') ?? NaN);
    if (fits(from * factor, to * factor))
      return `the numbers look like ${unit}: write unit: ${unit} in mass`;
  }
  if (limit.mass.scale === 'linear' && fits(10 ** from, 10 ** to))
    return 'the numbers look like logarithms: write scale: log10 in mass';
  const values = numberColumn(limit.table, valueColumnName(limit));
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (fits(least, most))
    return 'the column of values spans this range: mass and value look exchanged';
  return 'check mass.unit and mass.scale; if the numbers are right, correct massRange';
}

const format = (massGeV: number): string => String(Number(massGeV.toPrecision(6)));
