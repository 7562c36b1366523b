import { describe, expect, it } from 'vitest';
import { makePlaneJudge } from '../../../src/core/query/judge-plane.ts';
import { makeCatalogue, makeLimit, makePlane, QUANTITIES } from '../../fixtures/make-catalogue.ts';

const CATALOGUE = makeCatalogue({
  planes: [makePlane()],
  quantities: QUANTITIES,
  limits: [
    makeLimit({ id: 'ninety', confidence: { level: 0.9 }, rows: '1,1,1e-3 1,10,1e-3' }),
    makeLimit({ id: 'ninety-five', confidence: { level: 0.95 }, rows: '1,1,1e-3 1,10,1e-3' }),
    makeLimit({ id: 'theirs', derivedBy: 'reinterpretation', rows: '1,1,1e-3 1,10,1e-3' }),
  ],
});
const PLANE = 'dark-photon-visible';

describe('makePlaneJudge', () => {
  it('takes every limit of the plane that may set the combined limit, unless told otherwise', () => {
    const ids = (options?: Parameters<typeof makePlaneJudge>[2]): string[] =>
      makePlaneJudge(CATALOGUE, PLANE, options)
        .limits.map(({ id }) => id)
        .sort();
    expect(ids()).toEqual(['ninety', 'ninety-five', 'theirs']);
    expect(ids({ level: '0.95' })).toEqual(['ninety-five']);
    expect(ids({ reinterpretations: false })).toEqual(['ninety', 'ninety-five']);
    expect(ids({ asOf: '1990' })).toEqual([]);
  });
  it('throws for a plane that is not there', () => {
    expect(() => makePlaneJudge(CATALOGUE, 'no-plane')).toThrow('no-plane');
  });
});
