import { describe, expect, it } from 'vitest';
import { makePlaneJudge } from '../../../src/core/query/judge-plane.ts';
import { listExcluded } from '../../../src/core/query/list-excluded.ts';
import { judgePoint } from '../../../src/core/query/verdict.ts';
import { makeCatalogue, makeLimit, makePlane, QUANTITIES } from '../../fixtures/make-catalogue.ts';

const CATALOGUE = makeCatalogue({
  planes: [makePlane()],
  quantities: QUANTITIES,
  limits: [
    makeLimit({ id: 'open', rows: '1,1,1e-3 1,10,1e-3 2,20,1e-3 2,30,1e-3' }),
    makeLimit({
      id: 'island',
      shape: 'interval',
      rows: '1,lower,2,1e-7 1,lower,5,1e-7 1,upper,2,1e-5 1,upper,5,1e-5',
    }),
    makeLimit({ id: 'tested', shape: 'points', rows: '15,1e-4' }),
  ],
});
const JUDGE = makePlaneJudge(CATALOGUE, 'dark-photon-visible');

describe('listExcluded', () => {
  it('agrees with the verdict on every point, points that are none among them', () => {
    const numbers = [-1, 0, NaN, Infinity, 0.5, 1, 2, 3, 5, 10, 15, 20, 30, 31];
    const values = [-1, 0, NaN, Infinity, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2];
    const points = numbers.flatMap((mass) => values.map((value) => ({ mass, value })));
    const found = listExcluded(
      JUDGE,
      points.map(({ mass }) => mass),
      Float64Array.from(points, ({ value }) => value),
    );
    const expected = points.map(({ mass, value }) =>
      Number(judgePoint(JUDGE, mass, value).state === 'excluded'),
    );
    expect([...found]).toEqual(expected);
    expect(found).toContain(1);
    expect(listExcluded(JUDGE, [], [])).toHaveLength(0);
  });
  it('refuses lists that are not as long as each other', () => {
    expect(() => listExcluded(JUDGE, [1, 2], [1])).toThrow('There are 2 masses and 1 values');
  });
});
