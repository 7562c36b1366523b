import type { Catalogue } from '../src/core/catalogue.ts';
import { VECTOR_MODELS } from '../src/core/physics/vector-models.ts';
import { prepareLimits } from '../src/core/recast/prepare-limit.ts';
import { recastLimit } from '../src/core/recast/recast-limit.ts';

/** Median time to carry all visible limits over to one model, by model [ms], after warming up. */
export function measureRecast(catalogue: Catalogue): { model: string; milliseconds: number }[] {
  const limits = prepareLimits(catalogue).limits.filter(({ isInvisible }) => !isInvisible);
  return VECTOR_MODELS.map((model) => {
    const times = Array.from({ length: 9 }, () => {
      const started = performance.now();
      for (const limit of limits) recastLimit(limit, model, { loops: true, decays: 'standard' });
      return performance.now() - started;
    });
    const sorted = times.toSorted((a, b) => a - b);
    return { model: model.id, milliseconds: sorted[Math.floor(sorted.length / 2)] ?? NaN };
  });
}
