import { listProse } from '../../catalogue.ts';
import type { ProseEntry } from '../../catalogue.ts';
import { lineOfNode, parseProse } from '../parse-prose.ts';
import type { ProseNode } from '../parse-prose.ts';
import { atKey } from '../places.ts';
import { recall } from '../recall.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

/** Stands in a flattened text where a source is named: a citation, a footnote, a value read from the data. */
const SOURCE = '\u0001';

/** A number that is no index and no power. */
const NUMBER = String.raw`(?<![\w^]|[_^]\{)\d[\d.,]*`;
/** What may stand between a number and its unit in text and in TeX. */
const GAP = String.raw`(?:\s|\u00a0|\u202f|~|\\[,;:! ]|\}|-)`;
const FONT = String.raw`(?:\\(?:mathrm|text|rm|mathsf)\s*\{?\s*)?`;
const UNIT = String.raw`(?:[kMGT]?eV|[nµ]m|mm|cm|km|[fpna]b|[mµnp]s|[kMG]?Hz|m?rad|%|per ?cent|σ|\\sigma|events?|decays|candidates|pairs|fits)`;
/** Letters that mean something else right behind a number, as in $2m$. */
const LETTER_UNIT = '[msT]';

/** What a measured number looks like: a power of ten, a decimal number, or a number and its unit. */
const MEASURED = [
  // 10^{-3}, 10⁻³, 3e-4
  /10\s?\^\{?\s?[-−+]?\d|10[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d[eE][-−]?\d/u,
  // 2.8
  /(?<![\d.:/])\d+\.\d+/u,
  // 79 fb, 15 cm, 90 %, 3\,\mathrm{GeV}, 5σ
  new RegExp(String.raw`${NUMBER}${GAP}*${FONT}${UNIT}(?![A-Za-z_{])`, 'u'),
  // 15 m, 2\,\mathrm{T}
  new RegExp(String.raw`${NUMBER}(?:[\s~]|\\[,;:! ])+${FONT}${LETTER_UNIT}(?![A-Za-z_{^'])`, 'u'),
];

/** Blocks whose sentences stand for themselves. */
const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableRow', 'math']);

export const citedNumbers: CatalogueRule = {
  name: 'cited-numbers',
  description:
    'A sentence that states a measured number cites its paper, has a footnote that says where it comes from, or reads the number from the data with <Value>.',
  isOfProse: true,
  scope: 'catalogue',
  *check(context) {
    const { catalogue } = context;
    for (const entry of listProse(catalogue))
      yield* recall(context, 'cited numbers', [entry], () => [...checkEntry(entry)]);
    for (const term of catalogue.glossary.values()) {
      const number = findNumber(term.definition);
      if (number === undefined || term.references.length > 0) continue;
      yield { ...atKey(term, 'definition'), ...describe(number) };
    }
  },
};

function* checkEntry(entry: ProseEntry): Generator<Finding> {
  const { tree } = parseProse(entry);
  if (tree === undefined) return;
  const blocks = [...listBlocks(tree)].map((block) => ({ block, sentences: listSentences(block) }));
  for (const [i, { block, sentences }] of blocks.entries()) {
    // A formula on its own belongs to the sentences around it.
    const around =
      block.type === 'math' ? [blocks[i - 1]?.sentences.at(-1), blocks[i + 1]?.sentences[0]] : [];
    if (around.some((sentence) => sentence?.text.includes(SOURCE))) continue;
    for (const { text, node } of sentences) {
      const number = text.includes(SOURCE) ? undefined : findNumber(text);
      if (number === undefined) continue;
      yield { file: entry.file, line: lineOfNode(node, entry), ...describe(number) };
    }
  }
}

const describe = (number: string): Pick<Finding, 'found' | 'expected' | 'fix'> => ({
  found: `the number ${number} without a source in its sentence`,
  expected: 'a citation, a footnote that names the source, or a value read from the data',
  fix: 'add <Cite key="…"/> to the sentence, use <Value limit="…"/>, or leave the number out',
});

/** The first measured number of a text, with a little of what is around it. */
function findNumber(text: string): string | undefined {
  const plain = text.replace(/arXiv:\S+/g, '');
  for (const pattern of MEASURED) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const from = Math.max(0, plain.lastIndexOf(' ', match.index - 12));
    return `“${plain.slice(from, match.index + match[0].length + 12).trim()}”`;
  }
  return undefined;
}

function* listBlocks(node: ProseNode): Generator<ProseNode> {
  if (BLOCKS.has(node.type)) {
    yield node;
    return;
  }
  for (const child of node.children ?? []) yield* listBlocks(child);
}

interface Sentence {
  readonly text: string;
  readonly node: ProseNode;
}

/** Sentences of a block; a sentence ends with its mark, and a citation right behind the mark belongs to it. */
function listSentences(block: ProseNode): Sentence[] {
  // A row of a table is one statement, and so is a formula on its own.
  if (block.type !== 'paragraph') return [{ text: flatten(block), node: block }];
  const sentences: Sentence[] = [];
  let text = '';
  let node: ProseNode | undefined;
  const close = (): void => {
    if (node !== undefined && text.trim() !== '') sentences.push({ text, node });
    text = '';
    node = undefined;
  };
  for (const child of block.children ?? []) {
    if (child.name === 'Note') {
      // A remark beside the text is a text of its own, not a part of the sentence it stands in.
      sentences.push(...listSentences({ ...child, type: 'paragraph' }));
      continue;
    }
    const flat = flatten(child);
    if (child.type !== 'text') {
      node ??= child;
      text += flat;
      continue;
    }
    const parts = flat.split(/(?<=[.!?][)”’"]?)\s+(?=[^a-z\s])/u);
    for (const [i, part] of parts.entries()) {
      if (i > 0) close();
      else if (/[.!?]$/.test(text.trimEnd()) && /^\s+[A-Z]/.test(part)) close();
      if (part.trim() !== '') node ??= child;
      text += part;
    }
  }
  close();
  return sentences;
}

/** The text of a node: mathematics as written, sources as a mark. */
function flatten(node: ProseNode): string {
  if (node.name === 'Cite' || node.name === 'Value' || node.type === 'footnoteReference')
    return SOURCE;
  if (node.value !== undefined && node.type !== 'mdxTextExpression') return node.value;
  return (node.children ?? []).map(flatten).join('');
}
