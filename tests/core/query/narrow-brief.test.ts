import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { combine } from '../../../src/core/combine/combine.ts';
import { LEVELS, SCOPES, isInScope } from '../../../src/core/combine/inputs.ts';
import { narrowBrief } from '../../../src/core/query/narrow-brief.ts';
import { briefOf } from '../../../src/core/query/verdict.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  ({ catalogue } = await readRealContent());
});

describe('narrowBrief', () => {
  it('is the same as combining anew, on every plane, in every scope, at every level', () => {
    let narrowed = 0;
    for (const plane of catalogue.planes.values()) {
      const whole = briefOf(combine(plane, catalogue, 'laboratory', 'all'), catalogue);
      const isEe = (id: string): boolean => {
        const limit = catalogue.limits.get(id);
        return limit !== undefined && isInScope(limit, 'ee', catalogue);
      };
      for (const scope of SCOPES)
        for (const level of LEVELS)
          for (const reinterpretations of [true, false]) {
            const own = narrowBrief(whole, isEe, { scope, level, reinterpretations });
            const anew = combine(plane, catalogue, scope, level, { reinterpretations });
            const where = `${plane.id} ${scope} ${level} ${String(reinterpretations)}`;
            expect(own, where).toStrictEqual(briefOf(anew, catalogue));
            if (own.limits.length < whole.limits.length) narrowed += 1;
          }
    }
    // Each choice leaves something out somewhere, or the comparison says nothing.
    expect(narrowed).toBeGreaterThan(100);
  });
});
