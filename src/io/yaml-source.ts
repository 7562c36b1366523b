import { isMap, isNode, isPair, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';

/** A YAML text, parsed, with the line of every key. */
export interface YamlSource {
  readonly data: unknown;
  /** Syntax faults; `data` is undefined when there is one. */
  readonly faults: readonly { readonly line: number; readonly text: string }[];
  /** Line of the value at a path of keys, else of its nearest parent that exists. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * Parses YAML 1.2; repeated keys are faults.
 * @param lineOffset lines that come before `text` in its file (the fence of an MDX frontmatter)
 */
export function parseYaml(text: string, lineOffset = 0): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset;
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    text: error.message,
  }));
  for (const alias of listUnresolvedAliases(document)) {
    faults.push({ line: lineAt(alias.offset), text: `Unresolved alias *${alias.name}` });
  }
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent: unknown =
        depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
      const last = path[depth - 1];
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(last));
        if (isNode(pair?.key) && pair.key.range) return lineAt(pair.key.range[0]);
      }
      const node: unknown = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1 + lineOffset;
  };
  let data: unknown;
  try {
    if (faults.length === 0) data = document.toJS();
  } catch (error) {
    // Aliases that would unfold without end.
    faults.push({ line: 1 + lineOffset, text: error instanceof Error ? error.message : 'aliases' });
  }
  return { data, faults, lineOf };
}

/** Aliases without an anchor: what an unquoted text that begins with an asterisk is read as. */
function listUnresolvedAliases(document: Document.Parsed): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document) === undefined)
        found.push({ name: node.source, offset: node.range?.[0] ?? 0 });
    },
  });
  return found;
}

/** The frontmatter and the prose of an MDX file; both empty strings when there is none. */
export function splitFrontmatter(text: string): { frontmatter: string; body: string } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return undefined;
  return { frontmatter: match[1] ?? '', body: text.slice(match[0].length) };
}
