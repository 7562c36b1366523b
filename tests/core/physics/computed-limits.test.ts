import { describe, expect, it } from 'vitest';
import { listInputs, SCOPES } from '../../../src/core/combine/inputs.ts';
import { COMPUTED_LIMITS, MOMENT_LIMITS } from '../../../src/core/physics/computed-limits.ts';
import { computeVectorMomentShift } from '../../../src/core/physics/muon-g-2.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

const { catalogue } = await readRealContent();

describe('limits that this project computes', () => {
  it('have in the content the numbers that the formulas give', () => {
    for (const [id, writeLimit] of COMPUTED_LIMITS)
      expect(catalogue.limits.get(id)?.table.text, id).toBe(writeLimit(catalogue));
  });
  it('are all that content says is computed here', () => {
    const ids = [...catalogue.limits.values()]
      .filter(({ derivedBy }) => derivedBy === 'this-project')
      .map(({ id }) => id);
    expect(ids.sort()).toEqual([...COMPUTED_LIMITS.keys()].sort());
  });
  it('never enter a combined limit', () => {
    const combined = [...catalogue.planes.values()].flatMap((plane) =>
      SCOPES.flatMap((scope) =>
        listInputs(plane, catalogue, scope, 'all').map(({ limit }) => limit.id),
      ),
    );
    expect(combined.filter((id) => COMPUTED_LIMITS.has(id))).toEqual([]);
  });
});

describe('limits from the magnetic moment', () => {
  it('cite the papers whose difference they use', () => {
    for (const [id, { difference }] of MOMENT_LIMITS) {
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
  const writeLimit = COMPUTED_LIMITS.get(id);
  if (writeLimit === undefined) throw new Error(`No computed limit ${id}.`);
  return writeLimit(catalogue)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
