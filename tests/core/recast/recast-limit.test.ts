import { beforeAll, describe, expect, it } from 'vitest';
import type { VectorModel } from '../../../src/core/physics/vector-models.ts';
import {
  DARK_PHOTON,
  findVectorModel,
  makeVectorModel,
} from '../../../src/core/physics/vector-models.ts';
import type { PreparedLimit, Refusal } from '../../../src/core/recast/prepare-limit.ts';
import { prepareLimits } from '../../../src/core/recast/prepare-limit.ts';
import { recastLimit } from '../../../src/core/recast/recast-limit.ts';
import type { RecastOptions, RecastPoint } from '../../../src/core/recast/recast-limit.ts';
import { writeRecastRows } from '../../../src/core/recast/write-recast.ts';
import { readRealContent } from '../../fixtures/real-content.ts';
import { RECAST_REFERENCE } from '../../fixtures/recast-reference.ts';

const STANDARD: RecastOptions = { loops: true, decays: 'standard' };
const DARK: RecastOptions = { loops: true, decays: 'dark' };

let limits: PreparedLimit[];
let refusals: Refusal[];
beforeAll(async () => {
  const { catalogue } = await readRealContent();
  ({ limits, refusals } = prepareLimits(catalogue));
});

function getModel(id: string): VectorModel {
  const model = findVectorModel(id);
  if (model === undefined) throw new Error(`No model ${id}.`);
  return model;
}
function getLimit(id: string): PreparedLimit {
  const limit = limits.find((one) => one.id === id);
  if (limit === undefined) throw new Error(`No limit ${id}.`);
  return limit;
}
const pointsOf = (limit: PreparedLimit, model: VectorModel, options = STANDARD): RecastPoint[] =>
  recastLimit(limit, model, options).segments.flat();

describe('the recast to the dark photon itself', () => {
  it('gives every limit back, with both edges', () => {
    for (const limit of limits) {
      const original = limit.segments.reduce((sum, points) => sum + points.length, 0);
      const options = limit.isInvisible ? DARK : STANDARD;
      const points = pointsOf(limit, DARK_PHOTON, options);
      if (limit.kind === 'prompt') expect(points.length, limit.id).toBe(original);
    }
    const [first] = pointsOf(getLimit('babar-2014-dark-photon'), DARK_PHOTON);
    expect(first?.massGeV).toBeCloseTo(0.020241, 6);
    expect(first?.lower).toBeCloseTo(1.7477e-3, 6);
    const dump = pointsOf(getLimit('e137-2012-dark-photon-dump'), DARK_PHOTON);
    for (const { lower, upper } of dump) expect(upper).toBeGreaterThan(lower);
  });
});

describe.each(['b-minus-l', 'lmu-ltau'] as const)('the recast to %s', (id) => {
  it('agrees with the published one: 1 % in the median, 5 % at the 95th percentile', () => {
    const found = new Map<string, RecastPoint[]>();
    const errors = RECAST_REFERENCE[id].flatMap(({ limit, massGeV, lower, upper }) => {
      const prepared = getLimit(limit);
      const points =
        found.get(limit) ??
        pointsOf(prepared, getModel(id), prepared.isInvisible ? DARK : STANDARD);
      found.set(limit, points);
      const own = points.find((point) => point.massGeV.toPrecision(5) === massGeV.toPrecision(5));
      expect(own, `${limit} at ${String(massGeV)} GeV`).toBeDefined();
      const ratios = [(own?.lower ?? NaN) / lower];
      if (upper !== undefined) ratios.push((own?.upper ?? NaN) / upper);
      return ratios.map((ratio) => Math.abs(ratio - 1));
    });
    errors.sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThan(150);
    const at = (share: number): number => errors[Math.floor(share * (errors.length - 1))] ?? NaN;
    expect(at(0.5)).toBeLessThan(1e-3);
    expect(at(0.95)).toBeLessThan(5e-3);
    expect(at(1)).toBeLessThan(0.05);
  });
});

describe('what is left out', () => {
  it('comes with a reason', () => {
    expect(refusals.length).toBeGreaterThan(0);
    for (const { id, why } of refusals) expect(why, id).toMatch(/^[a-z].{20,}/);
    expect(refusals.find(({ id }) => id === 'cms-2023-dark-photon-mumu')?.why).toBe(
      'the shares of the production mechanisms are not public',
    );
  });
  it('are masses at which the boson is not made or not seen', () => {
    const babar = getLimit('babar-2014-dark-photon');
    // Without loops a boson of muon and tau number is not made from electrons.
    expect(pointsOf(babar, getModel('lmu-ltau'), { ...STANDARD, loops: false })).toEqual([]);
    const blind = makeVectorModel({ ...getModel('le-ltau').charges, nue: 0, nutau: 0 });
    expect(pointsOf(getLimit('babar-2017-invisible-dark-photon'), blind)).toEqual([]);
    expect(pointsOf(babar, getModel('b-minus-l'), DARK)).toEqual([]);
    const nothing = makeVectorModel(
      Object.fromEntries(
        Object.keys(DARK_PHOTON.charges).map((fermion) => [fermion, 0]),
      ) as typeof DARK_PHOTON.charges,
    );
    for (const limit of limits) expect(pointsOf(limit, nothing), limit.id).toEqual([]);
  });
  it('never is a number that is none', () => {
    for (const id of ['b-boson', 'le-lmu', 'protophobic']) {
      for (const limit of limits) {
        for (const { lower, upper = 1 } of pointsOf(limit, getModel(id))) {
          expect(Number.isFinite(lower) && lower > 0, `${id} ${limit.id}`).toBe(true);
          expect(Number.isFinite(upper) && upper > 0, `${id} ${limit.id}`).toBe(true);
        }
      }
    }
  });
});

describe('scaling', () => {
  it('of all charges by a factor moves every coupling by its inverse', () => {
    const model = getModel('b-minus-l');
    const doubled = makeVectorModel(
      Object.fromEntries(
        Object.entries(model.charges).map(([fermion, charge]) => [fermion, 2 * charge]),
      ) as typeof model.charges,
    );
    for (const id of [
      'babar-2014-dark-photon',
      'e137-2012-dark-photon-dump',
      'kloe-2015-dark-photon-ee',
    ]) {
      const [one, two] = [pointsOf(getLimit(id), model), pointsOf(getLimit(id), doubled)];
      expect(two.length).toBe(one.length);
      for (const [i, { lower }] of one.entries())
        expect((two[i]?.lower ?? NaN) / lower).toBeCloseTo(0.5, 6);
    }
  });
});

describe('rows for scripts', () => {
  it('leave the upper edge empty where there is none, and count pieces from one', () => {
    expect(
      writeRecastRows({
        id: 'a',
        isInvisible: false,
        segments: [[{ massGeV: 0.1, lower: 1e-3 }], [{ massGeV: 0.2, lower: 1e-3, upper: 2e-3 }]],
      }),
    ).toEqual(['a,1,0.1,0.001,', 'a,2,0.2,0.001,0.002']);
  });
});
