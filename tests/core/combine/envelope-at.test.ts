import { describe, expect, it } from 'vitest';
import { combine } from '../../../src/core/combine/combine.ts';
import type { EnvelopeValue } from '../../../src/core/combine/envelope-at.ts';
import { readEnvelopeAt } from '../../../src/core/combine/envelope-at.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import { makeCatalogue, makeLimit, makePlane, QUANTITIES } from '../../fixtures/make-catalogue.ts';

const LIMITS: readonly LimitOverrides[] = [
  { id: 'wide', rows: '1,1,1e-3 1,100,1e-3' },
  { id: 'deep', rows: '1,4,1e-4 1,10,1e-4 2,200,1e-5 2,300,1e-5' },
];

function read(mass: number): EnvelopeValue | undefined {
  const plane = makePlane();
  const catalogue = makeCatalogue({
    planes: [plane],
    limits: LIMITS.map(makeLimit),
    quantities: QUANTITIES,
  });
  return readEnvelopeAt(combine(plane, catalogue, 'laboratory', 'all'), mass);
}

describe('readEnvelopeAt', () => {
  it('is the stronger limit and names it', () => {
    expect(read(2)?.limit.id).toBe('wide');
    expect(read(2)?.value).toBeCloseTo(1e-3, 15);
    expect(read(5)?.limit.id).toBe('deep');
    expect(read(5)?.value).toBeCloseTo(1e-4, 15);
  });
  it('takes the stronger one where one of two limits ends, and the ends themselves', () => {
    expect(read(4)?.limit.id).toBe('deep');
    expect(read(10)?.limit.id).toBe('deep');
    expect(read(1)?.limit.id).toBe('wide');
    expect(read(100)?.limit.id).toBe('wide');
  });
  it('is not there in a gap, beyond the masses that limits reach, and at no mass', () => {
    for (const mass of [150, 0.9, 301, 0, -1, NaN, Infinity]) expect(read(mass)).toBeUndefined();
  });
});
