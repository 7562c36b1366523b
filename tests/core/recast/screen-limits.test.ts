import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { VECTOR_MODELS } from '../../../src/core/physics/vector-models.ts';
import { prepareLimits } from '../../../src/core/recast/prepare-limit.ts';
import { recastLimit } from '../../../src/core/recast/recast-limit.ts';
import { packLimits, unpackLimit } from '../../../src/core/recast/screen-limits.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

const { catalogue } = await readRealContent();
const { limits, refusals } = packLimits(catalogue);
const text = JSON.stringify(limits);
const unpacked = (JSON.parse(text) as typeof limits).map(unpackLimit);
const whole = new Map(prepareLimits(catalogue).limits.map((limit) => [limit.id, limit]));
const OPTIONS = { loops: true, decays: 'standard' } as const;

describe('packLimits', () => {
  it('has the limits and the refusals of the core', () => {
    expect(limits.map(({ id }) => id)).toEqual([...whole.keys()]);
    expect(refusals).toEqual(prepareLimits(catalogue).refusals);
  });

  it('stays small enough for a phone', () => {
    expect(gzipSync(text).length).toBeLessThan(130_000);
  });

  it('gives at every mass that is kept what the whole limit gives', () => {
    for (const id of ['b-minus-l', 'lmu-ltau']) {
      const model = VECTOR_MODELS.find((one) => one.id === id);
      if (model === undefined) throw new Error(`no ${id}`);
      for (const limit of unpacked.filter(({ kind }) => kind !== 'map')) {
        const full = whole.get(limit.id);
        if (full === undefined) throw new Error(`no ${limit.id}`);
        const known = recastLimit(full, model, OPTIONS).segments.flat();
        for (const point of recastLimit(limit, model, OPTIONS).segments.flat()) {
          const same = known.filter((one) => Math.abs(one.massGeV / point.massGeV - 1) < 1e-8);
          const nearest = Math.min(...same.map(({ lower }) => Math.abs(lower / point.lower - 1)));
          expect(nearest).toBeLessThan(1e-6);
        }
      }
    }
  });

  it('keeps what a map excludes within a line’s width', () => {
    const photon = VECTOR_MODELS.find(({ id }) => id === 'dark-photon');
    const limit = unpacked.find(({ id }) => id === 'lhcb-2020-dark-photon-displaced');
    const full = whole.get('lhcb-2020-dark-photon-displaced');
    if (photon === undefined || limit === undefined || full === undefined)
      throw new Error('no map');
    const points = recastLimit(limit, photon, OPTIONS).segments.flat();
    const known = recastLimit(full, photon, OPTIONS).segments.flat();
    expect(points.length).toBeGreaterThan(10);
    expect(Math.abs(points.length - known.length)).toBeLessThanOrEqual(2);
    const shifts = points.map(({ massGeV, lower }) =>
      Math.min(
        ...known
          .filter((one) => Math.abs(one.massGeV / massGeV - 1) < 1e-8)
          .map((one) => Math.abs(Math.log10(one.lower / lower))),
      ),
    );
    expect(shifts.toSorted((a, b) => a - b)[Math.floor(shifts.length / 2)]).toBeLessThan(0.01);
    expect(Math.max(...shifts.filter(Number.isFinite))).toBeLessThan(0.1);
  });

  it('never gives a number that is none, whatever the boson', () => {
    for (const model of VECTOR_MODELS)
      for (const decays of ['standard', 'dark'] as const)
        for (const limit of unpacked) {
          const { segments } = recastLimit(limit, model, { loops: false, decays });
          for (const { lower, upper = 1 } of segments.flat())
            expect(lower > 0 && upper > 0 && Number.isFinite(lower + upper)).toBe(true);
        }
  });
});
