import { visit } from 'unist-util-visit';
import { listProse } from '../../catalogue.ts';
import type { ProseEntry } from '../../catalogue.ts';
import { lineOfNode, parseProse } from '../parse-prose.ts';
import type { ProseNode } from '../parse-prose.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

/** Components prose may use. */
const PROSE_COMPONENTS: ReadonlySet<string> = new Set([
  'Cite',
  'DataWanted',
  'Facts',
  'Figure',
  'LimitTable',
  'Luminosity',
  'Milestones',
  'Model',
  'Note',
  'OpenGaps',
  'Term',
  'Value',
]);

interface Fault {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

export const proseSafety: CatalogueRule = {
  name: 'prose-safety',
  description:
    'Prose runs at build time, so it uses the listed components with text attributes only: no code, no raw HTML, no scheme but https and mailto.',
  isOfProse: true,
  scope: 'catalogue',
  *check({ catalogue }) {
    for (const entry of listProse(catalogue)) yield* checkProse(entry);
  },
};

function* checkProse(entry: ProseEntry): Generator<Finding> {
  const { file } = entry;
  const parsed = parseProse(entry);
  if (parsed.tree === undefined) {
    yield {
      file,
      line: parsed.line,
      found: parsed.fault,
      expected: 'Markdown with components; braces and < only in mathematics between dollars',
      fix: 'write mathematics between dollars, and close every component',
    };
    return;
  }
  const findings: Finding[] = [];
  visit(parsed.tree, (node: ProseNode) => {
    for (const fault of listFaults(node)) {
      findings.push({ file, line: lineOfNode(node, entry), ...fault });
    }
  });
  yield* findings;
}

function* listFaults(node: ProseNode): Generator<Fault> {
  switch (node.type) {
    case 'mdxjsEsm':
      yield {
        found: 'an import or export',
        expected: 'prose: the components are there without an import',
        fix: 'remove the line',
      };
      return;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      yield {
        found: 'an expression in braces',
        expected: 'text, or mathematics between dollars',
        fix: 'remove the braces, or put the formula between dollars',
      };
      return;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      yield* listElementFaults(node);
      return;
    default:
      if (node.url !== undefined && !isSafeUrl(node.url)) {
        yield {
          found: `the address ${node.url}`,
          expected: 'https, mailto, or a path of this site',
          fix: 'use https, or a path that begins with /',
        };
      }
  }
}

function* listElementFaults({ name, attributes }: ProseNode): Generator<Fault> {
  if (typeof name !== 'string' || !PROSE_COMPONENTS.has(name)) {
    yield {
      found: `<${name ?? ''}>`,
      expected: [...PROSE_COMPONENTS].join(', '),
      fix: 'write Markdown, or use one of the components',
    };
  }
  for (const attribute of attributes ?? []) {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      (typeof attribute.value === 'object' && attribute.value !== null)
    ) {
      yield {
        found: `a computed attribute ${attribute.name ?? '{…}'} of <${name ?? ''}>`,
        expected: 'attributes that are text in quotes',
        fix: 'write the value in quotes',
      };
    } else if (/^on/i.test(attribute.name ?? '')) {
      yield {
        found: `the event handler ${attribute.name ?? ''}`,
        expected: 'no behaviour in prose',
        fix: 'remove the attribute',
      };
    }
  }
}

/** Paths and fragments of this site, https and mailto; nothing else, however it is spelled. */
const isSafeUrl = (url: string): boolean =>
  /^(https:\/\/|mailto:)/i.test(url) || /^(#|\/(?![/\\])|\.{1,2}\/)/.test(url);
