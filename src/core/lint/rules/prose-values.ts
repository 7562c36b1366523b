import { visit } from 'unist-util-visit';
import { listProse } from '../../catalogue.ts';
import type { Catalogue, Limit, PlaneEntry, ProseEntry } from '../../catalogue.ts';
import { findStrongestPoint } from '../../curve/strongest-point.ts';
import { readValueAt } from '../../curve/value-at.ts';
import { lineOfNode, parseProse, readAttribute } from '../parse-prose.ts';
import type { ProseNode } from '../parse-prose.ts';
import { recall } from '../recall.ts';
import type { CatalogueRule, Finding, LintContext } from '../rule.ts';

/** What `<Value of="…"/>` can read besides a number of the curve. */
const FACTS: ReadonlySet<string> = new Set(['exposure', 'confidence', 'mass-range']);

type Fault = Pick<Finding, 'found' | 'expected' | 'fix'>;

export const proseValues: CatalogueRule = {
  name: 'prose-values',
  description:
    'A number that prose reads from the data is there: the curve has a value at that mass, the limit states the fact.',
  isOfProse: true,
  scope: 'catalogue',
  *check(context) {
    for (const entry of listProse(context.catalogue)) yield* checkEntry(entry, context);
  },
};

function* checkEntry(entry: ProseEntry, context: LintContext): Generator<Finding> {
  const { limits, planes, quantities } = context.catalogue;
  const values = recall(context, 'values in prose', [entry], () => listValues(entry));
  for (const { line, id, ...wanted } of values) {
    const limit = limits.get(id);
    const plane = planes.get(limit?.plane ?? '');
    if (limit === undefined || plane === undefined) continue;
    const what = `value ${wanted.of} at ${wanted.at}`;
    const fault = recall(
      context,
      what,
      [limit, plane, quantities],
      () => findFault(wanted, limit, plane, context.catalogue) ?? null,
    );
    if (fault !== null) yield { file: entry.file, line, ...fault };
  }
}

/** What a text asks of the data. */
interface Wanted {
  readonly of: string;
  readonly at: string;
}

/** Every value that a text reads from the data, of which limit and in which line. */
function listValues(entry: ProseEntry): (Wanted & { line: number; id: string })[] {
  const { tree } = parseProse(entry);
  if (tree === undefined) return [];
  const values: (Wanted & { line: number; id: string })[] = [];
  visit(tree, (node: ProseNode) => {
    if (node.name !== 'Value') return;
    values.push({
      id: readAttribute(node, 'limit') ?? '',
      of: readAttribute(node, 'of') ?? 'value',
      at: readAttribute(node, 'at') ?? '',
      line: lineOfNode(node, entry),
    });
  });
  return values;
}

/** Depends on the limit, its plane and the quantities only: it is remembered with them. */
function findFault(
  { of, at }: Wanted,
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
): Fault | undefined {
  if (of === 'best') {
    if (findStrongestPoint(limit, plane, catalogue) !== undefined) return undefined;
    return {
      found: `the best value of ${limit.id}, a ${limit.shape}`,
      expected: 'a limit whose numbers are values of the coupling',
      fix: 'name another limit, or say it in words',
    };
  }
  if (of === 'value') {
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
