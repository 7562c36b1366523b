import { describe, expect, it } from 'vitest';
import { compareNumbers } from '../../../src/core/release/compare-numbers.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import { makeCatalogue, makeLimit } from '../../fixtures/make-catalogue.ts';

const CATALOGUE = makeCatalogue();

const compare = (
  before: LimitOverrides,
  after: LimitOverrides,
): ReturnType<typeof compareNumbers> =>
  compareNumbers(makeLimit(before), CATALOGUE, makeLimit(after), CATALOGUE);

describe('numbers of a limit compared with what they were', () => {
  it('are the same when nothing changed, and when digits are written otherwise', () => {
    expect(compare({}, {})).toBeUndefined();
    expect(
      compare({ rows: '1,1,1e-3 1,2,2e-3' }, { rows: '1,1.0,0.001 1,2,2.0e-3' }),
    ).toBeUndefined();
  });
  it('say how many points changed, and the largest factor with its mass', () => {
    expect(
      compare({ rows: '1,1,1e-3 1,2,2e-3 1,3,1e-3' }, { rows: '1,1,1.1e-3 1,2,1e-3 1,3,1e-3' }),
    ).toEqual({
      rowsBefore: 3,
      rows: 3,
      changed: 2,
      added: 0,
      removed: 0,
      largest: { factor: 2, mass: 2 },
    });
  });
  it('pair points by mass, so that one put between others is one added', () => {
    expect(
      compare({ rows: '1,1,1e-3 1,2,2e-3' }, { rows: '1,1,1e-3 1,1.5,1e-3 1,2,2e-3' }),
    ).toMatchObject({ changed: 0, added: 1, removed: 0 });
    expect(
      compare({ rows: '1,1,1e-3 1,1.5,1e-3 1,2,2e-3' }, { rows: '1,1,1e-3 1,2,2e-3' }),
    ).toMatchObject({ changed: 0, added: 0, removed: 1 });
  });
  it('are the same in another unit and as logarithms', () => {
    expect(
      compare(
        { rows: '1,1,1e-3 1,2,1e-2' },
        {
          rows: '1,1000,-3 1,2000,-2',
          mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
          value: { quantity: 'epsilon', unit: '1', scale: 'log10' },
        },
      ),
    ).toBeUndefined();
  });
  it('are the same in the square of the quantity', () => {
    expect(
      compare(
        { rows: '1,1,1e-3 1,2,1e-2' },
        { rows: '1,1,1e-6 1,2,1e-4', value: { quantity: 'epsilon-squared', unit: '1' } },
      ),
    ).toBeUndefined();
  });
  it('show a wrong unit set right, though the file did not change', () => {
    expect(
      compare({ mass: { quantity: 'mass-dark-photon', unit: 'MeV' } }, {})?.massFactor,
    ).toBeCloseTo(1000);
    expect(
      compare({ value: { quantity: 'epsilon-squared', unit: '1' } }, {})?.largest?.factor,
    ).toBeCloseTo(Math.sqrt(1000));
  });
  it('tell two points at one mass apart by their order', () => {
    expect(compare({ rows: '1,1,1e-3 1,1,2e-3' }, { rows: '1,1,1e-3 1,1,4e-3' })).toMatchObject({
      changed: 1,
      largest: { factor: 2 },
    });
  });
  it('count a changed expected limit as changed, without a factor of the limit', () => {
    const header = 'segment,mass,value,expected';
    expect(compare({ header, rows: '1,1,1e-3,1e-3' }, { header, rows: '1,1,1e-3,2e-3' })).toEqual({
      rowsBefore: 1,
      rows: 1,
      changed: 1,
      added: 0,
      removed: 0,
    });
  });
  it('compare the ratios of a map at its points', () => {
    expect(
      compare(
        { shape: 'ratio-map' },
        { shape: 'ratio-map', rows: '1,1e-4,0.25 1,1e-3,2 3,1e-4,0.5 3,1e-3,2' },
      ),
    ).toMatchObject({ changed: 1, added: 0, largest: { factor: 2, mass: 1 } });
  });
});
