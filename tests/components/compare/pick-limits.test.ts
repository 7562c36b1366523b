import { describe, expect, it } from 'vitest';
import { pickLimit } from '../../../src/components/compare/pick-limits.ts';
import { DEFAULT_VIEW } from '../../../src/core/figure/view.ts';

describe('pickLimit', () => {
  it('leaves only the first pick, lays further ones over it, and forgets the last one put back', () => {
    const one = pickLimit(DEFAULT_VIEW, 'babar', true);
    expect(one.only).toEqual(['babar']);
    const two = pickLimit(one, 'kloe', true);
    expect(two.only).toEqual(['babar', 'kloe']);
    expect(pickLimit(two, 'kloe', true).only).toEqual(['babar', 'kloe']);
    const back = pickLimit(pickLimit(two, 'babar', false), 'kloe', false);
    expect(back).toEqual(DEFAULT_VIEW);
  });
});
