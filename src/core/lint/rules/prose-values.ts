import { visit } from 'unist-util-visit';
import { listProse } from '../../catalogue.ts';
import type { Catalogue, Limit, ProseEntry } from '../../catalogue.ts';
import { findStrongestPoint } from '../../curve/strongest-point.ts';
import { readValueAt } from '../../curve/value-at.ts';
import { lineOfNode, parseProse, readAttribute } from '../parse-prose.ts';
import type { ProseNode } from '../parse-prose.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

/** What `<Value of="…"/>` can read besides a number of the curve. */
const FACTS: ReadonlySet<string> = new Set(['exposure', 'confidence', 'mass-range']);

type Fault = Pick<Finding, 'found' | 'expected' | 'fix'>;

export const proseValues: CatalogueRule = {
  name: 'prose-values',
  description:
    'A number that prose reads from the data is there: the curve has a value at that mass, the limit states the fact.',
  isOfProse: true,
  scope: 'catalogue',
  *check({ catalogue }) {
    for (const entry of listProse(catalogue)) yield* checkEntry(entry, catalogue);
  },
};

function* checkEntry(entry: ProseEntry, catalogue: Catalogue): Generator<Finding> {
  const { tree } = parseProse(entry);
  if (tree === undefined) return;
  const findings: Finding[] = [];
  visit(tree, (node: ProseNode) => {
    if (node.name !== 'Value') return;
    const limit = catalogue.limits.get(readAttribute(node, 'limit') ?? '');
    const fault = limit && findFault(node, limit, catalogue);
    if (fault !== undefined)
      findings.push({ file: entry.file, line: lineOfNode(node, entry), ...fault });
  });
  yield* findings;
}

function findFault(node: ProseNode, limit: Limit, catalogue: Catalogue): Fault | undefined {
  const of = readAttribute(node, 'of') ?? 'value';
  const plane = catalogue.planes.get(limit.plane);
  if (plane === undefined) return undefined;
  if (of === 'best') {
    if (findStrongestPoint(limit, plane, catalogue) !== undefined) return undefined;
    return {
      found: `the best value of ${limit.id}, a ${limit.shape}`,
      expected: 'a limit whose numbers are values of the coupling',
      fix: 'name another limit, or say it in words',
    };
  }
  if (of === 'value') {
    const at = readAttribute(node, 'at') ?? '';
    const mass = at === '' ? NaN : Number(at);
    if (readValueAt(limit, plane, catalogue, mass) !== undefined) return undefined;
    return {
      found: `${limit.id} at "${at}"`,
      expected: `a mass [GeV] inside a one-sided curve; this ${limit.shape} limit spans ${limit.massRange.join(' to ')} GeV`,
      fix: 'choose a mass where the curve is, or another limit',
    };
  }
  if (!FACTS.has(of)) {
    return {
      found: `of="${of}"`,
      expected: ['value', 'best', ...FACTS].join(', '),
      fix: 'write one of them',
    };
  }
  if (of !== 'exposure' || limit.exposure !== undefined) return undefined;
  return {
    found: `the exposure of ${limit.id}, which states none`,
    expected: 'a limit with an exposure',
    fix: `add exposure to ${limit.file}, or say it in words with a citation`,
  };
}
