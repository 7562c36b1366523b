import { describe, expect, it } from 'vitest';
import { describeStanding } from '../../../src/core/api/describe-standing.ts';
import { listLimitFiles } from '../../../src/core/api/limit-files.ts';
import type { LimitFile } from '../../../src/core/api/schemas/limit-file.ts';
import { listPlaneLimits } from '../../../src/core/curve/plane-limit.ts';
import { makeApiSite, readApiText, readRealApiSite } from '../../fixtures/api-site.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeQuantity,
  QUANTITIES,
} from '../../fixtures/make-catalogue.ts';

const INVERSE = makeQuantity({
  id: 'inverse',
  plausible: [1, 1e12],
  relations: [{ of: 'epsilon', power: -1, why: 'the inverse' }],
});

const catalogue = makeCatalogue({
  quantities: [...QUANTITIES, INVERSE],
  planes: [
    makePlane(),
    makePlane({ id: 'inverse-plane', y: { quantity: 'inverse', range: [1, 1e8] } }),
  ],
  limits: [
    makeLimit({
      rows: '1,1000,-6.10 1,2000,-5. 1,3000,-6.3010',
      mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
      value: { quantity: 'epsilon-squared', unit: '1', scale: 'log10' },
      alsoOn: [{ plane: 'inverse-plane', why: 'the same result', massRange: [1, 2] }],
      reference: 'none-known',
    }),
    makeLimit({ id: 'newer', supersedes: [{ limit: 'babar-2014-dark-photon', as: 'update' }] }),
  ],
});
const site = makeApiSite(catalogue);
const text = readApiText(listLimitFiles(site), 'limits/babar-2014-dark-photon.json');
const limit = JSON.parse(text) as LimitFile;

type Law = LimitFile['planes'][number]['mass'];

/** What the file says is done to a number. */
const apply = ({ isLog10, factor, power }: Law, number: number): number =>
  factor * (isLog10 ? 10 ** number : number) ** power;

describe('a limit as JSON', () => {
  it('has its numbers with the digits of the table', () => {
    expect(text).toContain('"value": [-6.10, -5, -6.3010]');
    expect(limit.numbers['mass']).toEqual([1000, 2000, 3000]);
  });

  it('has the laws that lead to every plane it stands on', () => {
    const [home, other] = limit.planes;
    expect(home).toMatchObject({
      plane: 'dark-photon-visible',
      excludes: 'above',
      mass: { isLog10: false, factor: 0.001, power: 1, unit: 'GeV' },
      value: { isLog10: true, factor: 1, power: 0.5, quantity: 'epsilon' },
      combined: [],
    });
    expect(other).toMatchObject({
      plane: 'inverse-plane',
      why: 'the same result',
      massRange: [1, 2],
      excludes: 'below',
      value: { power: -0.5 },
    });
  });

  it('says of its columns what they hold', () => {
    expect(limit.columns).toEqual([
      {
        name: 'segment',
        type: 'integer',
        description: 'Part of the curve, counted from one: between two there is a gap.',
      },
      {
        name: 'mass',
        type: 'number',
        description: 'dark photon mass',
        quantity: 'mass-dark-photon',
        unit: 'MeV',
        scale: 'linear',
        law: 'mass',
      },
      {
        name: 'value',
        type: 'number',
        description: 'Decimal logarithm of kinetic mixing',
        quantity: 'epsilon-squared',
        unit: '1',
        scale: 'log10',
        law: 'value',
      },
    ]);
  });

  it('knows what took its place, and has no paper where none is known', () => {
    expect(limit.supersededBy).toEqual(['newer']);
    expect(limit.reference).toBeUndefined();
    expect(limit.howToCite.keys).toEqual([]);
  });

  it('of the real catalogue leads by its laws to where the core places it', async () => {
    const real = await readRealApiSite();
    let count = 0;
    for (const plane of real.catalogue.planes.values()) {
      for (const { limit: entry, geometry } of listPlaneLimits(plane, real.catalogue)) {
        const standing = describeStanding(entry, plane, real);
        if (geometry.kind !== 'one-sided' || standing?.massRange !== undefined) continue;
        for (const name of ['mass', 'value'] as const) {
          const law = standing?.[name];
          const placed = geometry.segments.flatMap((segment) => [...segment[name]]);
          const native = entry.table.numbers.get(name) ?? [];
          expect(native).toHaveLength(placed.length);
          const isThere = placed.every(
            (number, i) =>
              Math.abs(number - (law === undefined ? NaN : apply(law, native[i] ?? NaN))) <=
              1e-11 * number,
          );
          expect(isThere, `${entry.id} on ${plane.id}, ${name}`).toBe(true);
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(200);
  });
});
