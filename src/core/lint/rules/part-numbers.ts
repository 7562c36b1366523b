import { listParts } from '../parts.ts';
import { atRow } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const partNumbers: LoneLimitRule = {
  name: 'part-numbers',
  description:
    'Segments and rings are numbered 1, 2, 3, … and each stands in one run of rows, with both edges where it has edges.',
  scope: 'limit-alone',
  *check(limit) {
    const { table } = limit;
    const key = table.columns.includes('segment') ? 'segment' : 'ring';
    const numbers = table.numbers.get(key);
    if (numbers === undefined) return;
    const seen = new Set<string>();
    const edges = new Map<number, Set<string>>();
    let last = 0;
    for (const part of listParts(limit)) {
      const number = numbers[part.from] ?? 0;
      const edge = table.words.get('edge')?.[part.from];
      // Only the two edges of one segment share a number; a ring is an outer one or a hole.
      const lowest = edge === undefined ? last + 1 : last;
      if (seen.has(part.name) || number < lowest || number > last + 1) {
        yield {
          ...atRow(limit, part.from),
          found: seen.has(part.name)
            ? `${part.name} a second time`
            : `${key} ${String(number)} after ${String(last)}`,
          expected: `${key}s numbered 1, 2, 3, … in one run of rows each`,
          fix: `renumber the ${key} column in file order`,
          // A part in several places may also be two parts that got the same number.
          ...(seen.has(part.name) ? {} : { repair: { kind: 'number-parts' } as const }),
        };
        return;
      }
      seen.add(part.name);
      last = number;
      if (edge !== undefined) edges.set(number, (edges.get(number) ?? new Set()).add(edge));
    }
    for (const [number, names] of edges) {
      if (names.size === 2) continue;
      yield {
        ...atRow(limit, numbers.indexOf(number)),
        found: `segment ${String(number)} with the edge ${[...names].join()} only`,
        expected: 'a lower and an upper edge',
        fix: 'add the other edge, or store the limit as one-sided',
      };
    }
  },
};
