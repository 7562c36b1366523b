import { describe, expect, it } from 'vitest';
import { findDeepNode, findExcess } from '../../../src/core/lint/prose-bounds.ts';

describe('findExcess', () => {
  it('has nothing to say of what people write', () => {
    const table = '| a | b | c |\n| - | - | - |\n' + '| 1 | $x_1$ | *y* |\n'.repeat(40);
    expect(findExcess(`# A\n\n${table}\n- a\n  - b\n    1. c\n\n> > quoted\n\n`)).toBeUndefined();
    expect(findExcess(`${'-'.repeat(80)}\n\n    code\n`)).toBeUndefined();
  });
  it.each([
    ['marks in a block', `a\n\n${'*_'.repeat(300)}\n`, 3],
    ['marks over the lines of a block', 'a [b](\n'.repeat(600), 251],
    ['marks in a text', `${'*a* '.repeat(200)}\n\n`.repeat(20), 25],
    ['quotes inside quotes', `a\n${'> '.repeat(40)}b\n`, 2],
    ['lists inside lists', `${'- '.repeat(40)}b\n`, 1],
    ['an indent without end', `a\n\n${' '.repeat(200)}- b\n`, 3],
  ])('names the line of too many %s', (_what, body, line) => {
    expect(findExcess(body)?.line).toBe(line);
  });
});

describe('findDeepNode', () => {
  it('names the line of a node too deep for what walks over a tree', () => {
    interface Node {
      children?: Node[];
      position?: { start: { line: number } };
    }
    const nest = (depth: number): Node => {
      let node: Node = {};
      for (let i = depth; i > 0; i--) node = { children: [node], position: { start: { line: i } } };
      return node;
    };
    expect(findDeepNode(nest(60))).toBeUndefined();
    expect(findDeepNode(nest(100_000))?.line).toBe(92);
  });
});
