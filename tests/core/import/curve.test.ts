import { describe, expect, it } from 'vitest';
import { dropPoints, takePoints } from '../../../src/core/import/curve.ts';
import type { SourceRow } from '../../../src/core/import/source.ts';

const rows = ['1', '2', '3', '4', '5'].map((mass, i): SourceRow => ({
  line: i + 1,
  cells: [mass, '7'],
}));
const table = { name: 'numbers', columns: [{}, {}], rows, facts: [] };
const curve = takePoints({ source: 0, file: 'f', table, columns: [], picks: { mass: 0 } }, 1);

describe('dropPoints', () => {
  it('counts rows by reason, also when a reason comes twice', () => {
    const once = dropPoints(curve, ({ mass }) => mass === '1', 'wall', false);
    const twice = dropPoints(once, ({ mass }) => mass === '5', 'wall', false);
    expect([...twice.drops]).toEqual([['wall', 2]]);
  });

  it('leaves a gap only inside the curve, and only where it cuts', () => {
    const ends = dropPoints(curve, ({ mass }) => mass === '1' || mass === '5', 'sentinel', true);
    expect(ends.points.map(({ breakWhy }) => breakWhy)).toEqual([undefined, undefined, undefined]);
    const inside = dropPoints(curve, ({ mass }) => mass === '3', 'sentinel', true);
    expect(inside.points.map(({ breakWhy }) => breakWhy)).toEqual([
      undefined,
      undefined,
      'sentinel',
      undefined,
    ]);
    const repeats = dropPoints(curve, ({ mass }) => mass === '3', 'repeats', false);
    expect(repeats.points.every(({ breakWhy }) => breakWhy === undefined)).toBe(true);
  });
});
