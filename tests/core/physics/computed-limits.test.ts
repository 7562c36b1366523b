import { describe, expect, it } from 'vitest';
import { COMPUTED_LIMITS, writeComputedLimit } from '../../../src/core/physics/computed-limits.ts';
import { computeVectorMomentShift } from '../../../src/core/physics/muon-g-2.ts';
import { getCatalogue } from '../../../src/io/site.ts';

const { catalogue } = await getCatalogue();

describe('limits that this project computes', () => {
  it('have in the content the numbers that the formulas give', () => {
    for (const [id, limit] of COMPUTED_LIMITS)
      expect(catalogue.limits.get(id)?.table.text, id).toBe(writeComputedLimit(limit));
  });
  it('are all that content says is computed here', () => {
    const ids = [...catalogue.limits.values()]
      .filter(({ derivedBy }) => derivedBy === 'this-project')
      .map(({ id }) => id);
    expect(ids.sort()).toEqual([...COMPUTED_LIMITS.keys()].sort());
  });
  it('cite the papers whose difference they use', () => {
    for (const [id, { difference }] of COMPUTED_LIMITS) {
      const limit = catalogue.limits.get(id);
      expect([limit?.reference, ...(limit?.alsoCite ?? [])], id).toEqual(
        expect.arrayContaining([...difference.papers]),
      );
    }
  });
  it('are a band between two shifts where zero is outside', () => {
    const rows = readRows('g-2-muon-2020-lmu-ltau-band').map(([, edge, mass, value]) => ({
      edge,
      shift: Number(value) ** 2 * computeVectorMomentShift(Number(mass)),
    }));
    for (const { edge, shift } of rows)
      expect(shift / (edge === 'lower' ? 133e-11 : 369e-11)).toBeCloseTo(1, 4);
  });
  it('are an upper limit where zero is inside', () => {
    for (const [, mass, value] of readRows('g-2-muon-2025-lmu-ltau')) {
      const shift = Number(value) ** 2 * computeVectorMomentShift(Number(mass));
      expect(shift / 164e-11).toBeCloseTo(1, 4);
    }
  });
  it('are straight enough between their points', () => {
    const rows = readRows('g-2-muon-2025-lmu-ltau').map(([, mass, value]) => [
      Number(mass),
      Number(value),
    ]);
    for (const [i, [mass = NaN, value = NaN]] of rows.slice(1).entries()) {
      const [before = NaN, lower = NaN] = rows[i] ?? [];
      const exact = Math.sqrt(164e-11 / computeVectorMomentShift(Math.sqrt(before * mass)));
      expect(Math.abs(Math.sqrt(lower * value) / exact - 1)).toBeLessThan(2e-3);
    }
  });
});

function readRows(id: string): string[][] {
  const limit = COMPUTED_LIMITS.get(id);
  if (limit === undefined) throw new Error(`No computed limit ${id}.`);
  return writeComputedLimit(limit)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
