/**
 * Bounds beyond which the time that Markdown takes to parse grows with the square of the text's length, or
 * its stack ends. The longest page of the review has 600 marks in all and 40 in a block.
 */
const MOST_MARKS = 5000;
const MOST_MARKS_IN_BLOCK = 500;
const DEEPEST = 30;

const MARKS = /[*_[\]`~<@$|!&\\{}]/g;
/** Quotes and lists that begin inside each other, in one line. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))+/;
const CONTAINER = />|[-*+]|\d{1,9}[.)]/g;
const DEEPEST_INDENT = 4 * DEEPEST;

/** What keeps a text from being parsed, and the line of the text that shows it, counted from one. */
export interface ProseExcess {
  readonly fault: string;
  readonly line: number;
}

/** What of a text is beyond reason; undefined for everything that people write. */
export function findExcess(body: string): ProseExcess | undefined {
  let marks = 0;
  let marksInBlock = 0;
  for (const [i, text] of body.split('\n').entries()) {
    if (text.trim() === '') marksInBlock = 0;
    const count = text.match(MARKS)?.length ?? 0;
    marks += count;
    marksInBlock += count;
    const line = i + 1;
    if (marksInBlock > MOST_MARKS_IN_BLOCK)
      return {
        fault: `more than ${String(MOST_MARKS_IN_BLOCK)} marks of Markdown in one block`,
        line,
      };
    if (marks > MOST_MARKS)
      return { fault: `more than ${String(MOST_MARKS)} marks of Markdown in one text`, line };
    const depth = CONTAINERS.exec(text)?.[0].match(CONTAINER)?.length ?? 0;
    const indent = text.length - text.trimStart().length;
    if (depth > DEEPEST || (indent > DEEPEST_INDENT && indent < text.length))
      return { fault: TOO_DEEP, line };
  }
  return undefined;
}

const TOO_DEEP = `quotes, lists or components more than ${String(DEEPEST)} deep inside each other`;

interface Tree {
  readonly children?: readonly Tree[];
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

/** Where a tree is deeper than what walks over it can follow. */
export function findDeepNode(tree: Tree): ProseExcess | undefined {
  const open: { node: Tree; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth > 3 * DEEPEST) return { fault: TOO_DEEP, line: node.position?.start.line ?? 1 };
    for (const child of node.children ?? []) open.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}
