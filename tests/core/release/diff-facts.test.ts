import { describe, expect, it } from 'vitest';
import { describeFact, diffFacts } from '../../../src/core/release/diff-facts.ts';

describe('facts that differ', () => {
  it('are none between equal facts, whatever the order of their keys', () => {
    expect(diffFacts({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toEqual([]);
  });
  it('are named by the path that leads to them', () => {
    expect(
      diffFacts(
        { confidence: { level: 0.9 }, gaps: [{ from: 1 }] },
        { confidence: { level: 0.95 }, gaps: [{ from: 2 }] },
      ),
    ).toEqual([
      { path: 'confidence.level', before: 0.9, after: 0.95 },
      { path: 'gaps.0.from', before: 1, after: 2 },
    ]);
  });
  it('are whole lists where the lists are not as long as each other', () => {
    expect(diffFacts({ a: ['x'] }, { a: ['x', 'y'] })).toEqual([
      { path: 'a', before: ['x'], after: ['x', 'y'] },
    ]);
  });
  it('are facts that came and facts that went', () => {
    expect(diffFacts({ a: 1 }, { b: 2 })).toEqual([
      { path: 'a', before: 1, after: undefined },
      { path: 'b', before: undefined, after: 2 },
    ]);
  });
  it('are whole values where one has another structure', () => {
    expect(diffFacts({ c: 'not-stated' }, { c: { level: 0.9 } })).toEqual([
      { path: 'c', before: 'not-stated', after: { level: 0.9 } },
    ]);
  });
});

describe('a fact in words', () => {
  it.each([
    [{ path: 'a.b', before: 0.9, after: 0.95 }, '`a.b`: `0.9` → `0.95`'],
    [{ path: 'a', before: undefined, after: 'Fig. 4' }, '`a`: now `Fig. 4`'],
    [{ path: 'a', before: 'Fig. 4', after: undefined }, '`a`: `Fig. 4` removed'],
    [{ path: 'a', before: [], after: ['x', 'y'] }, '`a`: `none` → `x, y`'],
    [{ path: 'notes', before: 'short', after: 'long '.repeat(20) }, '`notes`'],
    [{ path: 'notes', before: 'a', after: 'two\nlines' }, '`notes`'],
    [{ path: 'notes', before: 'a', after: 'a `b`' }, '`notes`'],
    [{ path: 'recast', before: undefined, after: { type: 'unity' } }, '`recast`'],
  ])('shows both values where they are short: %j', (change, text) => {
    expect(describeFact(change)).toBe(text);
  });
});
