import { describe, expect, it } from 'vitest';
import type { Combination } from '../../../src/core/combine/combine.ts';
import { drawSketch, sampleEnvelopes } from '../../../src/core/impact/sketch.ts';

/** A combination with straight stretches of an envelope between points (x, y). */
function combination(...edges: [number, number, number, number][]): Combination {
  const envelope = edges.map(([x0, y0, x1, y1]) => ({
    from: x0,
    to: x1,
    edge: { x0, x1, y0, y1 },
  }));
  return { envelope } as unknown as Combination;
}

describe('a sketch of two envelopes', () => {
  it('covers the masses of both, with nothing where there is no limit', () => {
    const sketch = sampleEnvelopes({
      before: combination([0, -3, 1, -3]),
      after: combination([1, -4, 2, -4]),
    });
    expect(sketch?.x).toEqual([0, 2]);
    expect(sketch?.before).toHaveLength(64);
    expect(new Set(sketch?.before.slice(0, 32))).toEqual(new Set([-3]));
    expect(new Set(sketch?.before.slice(32))).toEqual(new Set([null]));
    expect(new Set(sketch?.after.slice(32))).toEqual(new Set([-4]));
  });
  it('is none where neither state has an envelope', () => {
    expect(sampleEnvelopes({ before: undefined, after: combination() })).toBeUndefined();
  });
  it('is drawn in characters, with the values at its ends', () => {
    const sketch = sampleEnvelopes({
      before: combination([-1, -3, 1, -3]),
      after: combination([-1, -3, 0, -3], [0, -3, 1, -5]),
    });
    if (sketch === undefined) throw new Error('No sketch.');
    expect(drawSketch(sketch)).toMatchInlineSnapshot(`
      "  -3.00 |=================================·······························|
              |                                 ##                             |
              |                                   ##                           |
              |                                     ##                         |
              |                                       ##                       |
              |                                         ###                    |
              |                                            ##                  |
              |                                              ##                |
              |                                                ##              |
              |                                                  ##            |
              |                                                    ##          |
              |                                                      ##        |
              |                                                        ##      |
              |                                                          ##    |
              |                                                            ##  |
        -4.97 |                                                              ##|
               -1.00                                                       1.00"
    `);
  });
  it('is drawn where all values are the same', () => {
    expect(drawSketch({ x: [0, 1], before: [null, -3], after: [-3, null] })).toContain('#·');
  });
});
