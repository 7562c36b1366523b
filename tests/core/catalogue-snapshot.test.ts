import { describe, expect, it } from 'vitest';
import type { CatalogueSnapshot } from '../../src/core/catalogue-snapshot.ts';
import { reviveCatalogue, tableFile, takeSnapshot } from '../../src/core/catalogue-snapshot.ts';
import { mustGet } from '../../src/core/catalogue.ts';
import { makeCatalogue, makeLimit, makePlane, QUANTITIES } from '../fixtures/make-catalogue.ts';

const CATALOGUE = makeCatalogue({
  planes: [makePlane()],
  quantities: QUANTITIES,
  limits: [makeLimit({ id: 'one', rows: '1,1,1e-3 1,10,1.50e-3' }), makeLimit({ id: 'two' })],
});
const SNAPSHOT = JSON.parse(JSON.stringify(takeSnapshot(CATALOGUE))) as CatalogueSnapshot;
const TEXTS = new Map(
  [...CATALOGUE.limits.values()].map((limit) => [tableFile(limit), limit.table.text]),
);

describe('a snapshot', () => {
  it('gives back the catalogue after JSON, with the digits of its files', () => {
    const revived = reviveCatalogue(SNAPSHOT, (file) => TEXTS.get(file) ?? '');
    for (const kind of Object.keys(CATALOGUE) as (keyof typeof CATALOGUE)[]) {
      if (kind !== 'limits') expect(revived[kind], kind).toEqual(CATALOGUE[kind]);
    }
    expect([...revived.limits.keys()]).toEqual(['one', 'two']);
    const { table, ...facts } = mustGet(revived.limits, 'one');
    const { table: expected, ...expectedFacts } = mustGet(CATALOGUE.limits, 'one');
    expect(facts).toEqual(expectedFacts);
    expect(table.text).toBe(expected.text);
    expect(table.numbers).toEqual(expected.numbers);
    expect(table.words).toEqual(expected.words);
  });
  it('has no numbers of limits in it, and reads a table once, when it is first asked for', () => {
    expect(JSON.stringify(SNAPSHOT)).not.toContain('1.50e-3');
    const asked: string[] = [];
    const revived = reviveCatalogue(SNAPSHOT, (file) => {
      asked.push(file);
      return TEXTS.get(file) ?? '';
    });
    const { table } = mustGet(revived.limits, 'one');
    expect(table.length).toBe(2);
    expect(asked).toEqual([]);
    expect(table.numbers.get('mass')).toEqual(Float64Array.of(1, 10));
    expect(table.text).toContain('1.50e-3');
    expect(asked).toEqual(['limits/vector/one.csv']);
  });
});
