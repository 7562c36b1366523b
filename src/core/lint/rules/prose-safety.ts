import { visit } from 'unist-util-visit';
import { listProse } from '../../catalogue.ts';
import type { ProseEntry } from '../../catalogue.ts';
import { isPlainAddress } from '../../plain-address.ts';
import { makePrintable } from '../../printable.ts';
import { parseProse, placeOfNode } from '../parse-prose.ts';
import type { ProseNode } from '../parse-prose.ts';
import { recall } from '../recall.ts';
import type { CatalogueRule, Finding } from '../rule.ts';
import { describeHidden, describeTex, findHiddenCharacter } from '../safe-text.ts';
import type { TextFault } from '../safe-text.ts';
import { findForbiddenTex } from '../tex-commands.ts';

/** Components prose may use, and the attributes each has. */
const PROSE_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Cite: ['key'],
  DataWanted: ['search', 'portal'],
  Facts: ['search', 'limit', 'experiment'],
  Figure: ['plane', 'limit'],
  LimitTable: ['plane', 'experiment', 'portal', 'only'],
  Luminosity: [],
  Milestones: ['facility'],
  Model: ['id'],
  Note: [],
  OpenGaps: [],
  Term: ['id'],
  Value: ['limit', 'at', 'of'],
};

export const proseSafety: CatalogueRule = {
  name: 'prose-safety',
  description:
    'Prose runs at build time, so it uses the listed components with text attributes only: no code, no raw HTML, no picture from elsewhere, no scheme but https and mailto, only known LaTeX.',
  isOfProse: true,
  isFirm: true,
  scope: 'catalogue',
  *check(context) {
    for (const entry of listProse(context.catalogue))
      yield* recall(context, 'safe prose', [entry], () => [...checkProse(entry)]);
  },
};

function* checkProse(entry: ProseEntry): Generator<Finding> {
  const { file } = entry;
  for (const [i, line] of entry.body.split('\n').entries()) {
    const hidden = findHiddenCharacter(line.replace(/\r$/, ''));
    if (hidden !== undefined) yield { file, line: entry.bodyLine + i, ...describeHidden(hidden) };
  }
  const parsed = parseProse(entry);
  if (parsed.tree === undefined) {
    yield {
      file,
      line: parsed.line,
      found: parsed.fault,
      expected: 'Markdown with components; braces and < only in mathematics between dollars',
      fix: parsed.fix ?? 'write mathematics between dollars, and close every component',
    };
    return;
  }
  const findings: Finding[] = [];
  visit(parsed.tree, (node: ProseNode) => {
    for (const fault of listFaults(node)) {
      findings.push({ file, ...placeOfNode(node, entry), ...fault });
    }
  });
  yield* findings;
}

function* listFaults(node: ProseNode): Generator<TextFault> {
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
    case 'inlineMath':
    case 'math': {
      const command = findForbiddenTex(node.value ?? '');
      if (command !== undefined) yield describeTex(command);
      return;
    }
    case 'image':
    case 'imageReference':
      yield {
        found: `a picture${node.url === undefined ? '' : ` from ${node.url}`}`,
        expected: 'figures of the catalogue: <Figure plane="…"/>',
        fix: 'remove the picture; a figure of numbers is drawn from its data',
      };
      return;
    default:
      if (node.url !== undefined && !isSafeUrl(node.url)) {
        yield {
          found: `the address ${node.url}`,
          expected: 'https, mailto, or a path of this site',
          fix: 'use https with a plain host, or a path that begins with /',
        };
      }
  }
}

function* listElementFaults({ name, attributes }: ProseNode): Generator<TextFault> {
  const allowed = Object.hasOwn(PROSE_COMPONENTS, name ?? '')
    ? PROSE_COMPONENTS[name ?? '']
    : undefined;
  if (allowed === undefined) {
    yield {
      found: `<${name ?? ''}>`,
      expected: Object.keys(PROSE_COMPONENTS).join(', '),
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
    } else if (allowed?.includes(attribute.name ?? '') === false) {
      yield {
        found: `the attribute ${attribute.name ?? ''} of <${name ?? ''}>`,
        expected: allowed.length === 0 ? 'no attributes' : allowed.join(', '),
        fix: 'remove the attribute, or correct its name',
      };
    }
  }
}

/** Paths and fragments of this site, https to a host that is what it seems to be, and mailto; nothing else, however it is spelled. */
const isSafeUrl = (url: string): boolean =>
  // Browsers drop blanks and control characters, so that /<tab>/host is another host.
  makePrintable(url) === url &&
  !/\s/.test(url) &&
  (isPlainAddress(url) || /^mailto:/i.test(url) || /^(#|\/(?![/\\])|\.{1,2}\/)/.test(url));
