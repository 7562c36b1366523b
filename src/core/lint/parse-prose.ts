import type { Node } from 'unist';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ProseEntry } from '../catalogue.ts';
import { findDeepNode, findExcess } from './prose-bounds.ts';
import { onceFor } from '../once-for.ts';

/** Every node that MDX, remark and remark-math give, as far as rules look. */
export interface ProseNode extends Node {
  readonly name?: string | null;
  readonly url?: string;
  readonly value?: string;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly ProseNode[];
}

/** The syntax tree of a text, or what the parser said of it and where. */
export type ParsedProse =
  | { readonly tree: ProseNode }
  | {
      readonly tree?: undefined;
      readonly fault: string;
      readonly line: number;
      readonly fix?: string;
    };

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

/**
 * Parses the prose of an entry as the site will, once, however many rules look; lines count from the file's
 * first.
 */
export const parseProse = onceFor((entry: ProseEntry): ParsedProse => {
  try {
    return parseBody(entry);
  } catch (error) {
    return {
      fault: error instanceof Error ? error.message : String(error),
      line: entry.bodyLine + ((error as { line?: number | null }).line ?? 1) - 1,
    };
  }
});

function parseBody({ body, bodyLine }: ProseEntry): ParsedProse {
  const excess = findExcess(body);
  const tree: ProseNode | undefined = excess === undefined ? processor.parse(body) : undefined;
  const found = tree === undefined ? excess : findDeepNode(tree);
  if (found !== undefined) {
    const fix = 'write shorter paragraphs, and fewer quotes and lists inside each other';
    return { fault: found.fault, line: bodyLine + found.line - 1, fix };
  }
  return { tree: tree ?? { type: 'root' } };
}

/** Line of a node in its file. */
export const lineOfNode = (node: ProseNode, { bodyLine }: ProseEntry): number =>
  bodyLine + (node.position?.start.line ?? 1) - 1;

/** Line of a node in its file and the character it begins with. */
export const placeOfNode = (
  node: ProseNode,
  entry: ProseEntry,
): { line: number; column?: number } => ({
  line: lineOfNode(node, entry),
  ...(node.position === undefined ? {} : { column: node.position.start.column }),
});

/** The text of an attribute; undefined where it is absent or computed. */
export function readAttribute(node: ProseNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}
