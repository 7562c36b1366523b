import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, YAMLParseError, YAMLWarning } from 'yaml';

/** What is wrong with a YAML text, and where. */
export interface YamlFault {
  readonly line: number;
  readonly text: string;
  readonly fix: string;
}

/** A YAML text, parsed, with the line of every key. */
export interface YamlSource {
  readonly data: unknown;
  /** Syntax faults; `data` is undefined when there is one. */
  readonly faults: readonly YamlFault[];
  /** Line of the value at a path of keys, else of its nearest parent that exists. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** Lists and maps inside each other; the deepest facts of the catalogue are seven deep. */
const DEEPEST = 30;
/** Of a file that is broken all over, the first faults say enough. */
const MOST_FAULTS = 20;

/**
 * Parses the YAML of a contribution: YAML 1.2, each key once, without anchors, aliases and tags of its own
 * (with them a short text can stand for more than fits into memory).
 * @param lineOffset lines that come before `text` in its file (the fence of an MDX frontmatter)
 */
export function parseYaml(text: string, lineOffset = 0): YamlSource {
  const counter = new LineCounter();
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset;
  let document: Document.Parsed;
  try {
    // Keys are compared below: the library does it in a time that grows with their square.
    const options = { lineCounter: counter, prettyErrors: false, uniqueKeys: false } as const;
    document = parseDocument(text, options);
  } catch {
    const faults = [{ line: 1 + lineOffset, ...TOO_DEEP }];
    return { data: undefined, faults, lineOf: () => 1 + lineOffset };
  }
  const faults: YamlFault[] = [];
  const errors = [...document.errors, ...document.warnings];
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  // With a tab for an indent nothing behind it is where it should be.
  for (const error of (tabs.length > 0 ? tabs : errors).slice(0, MOST_FAULTS))
    faults.push({ line: lineAt(error.pos[0]), ...describeError(error) });
  for (const { offset, ...fault } of findUnwanted(document.contents)) {
    if (faults.length >= MOST_FAULTS) break;
    faults.push({ line: lineAt(offset), ...fault });
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
  const data: unknown = faults.length === 0 ? document.toJS() : undefined;
  return { data, faults: keepCauses(faults), lineOf };
}

/** The first fault of each line, and depth once: what follows of it need not be read. */
function keepCauses(faults: readonly YamlFault[]): YamlFault[] {
  const tooDeep = faults.find(({ text }) => text === TOO_DEEP.text);
  if (tooDeep !== undefined) return [tooDeep];
  const lines = new Set<number>();
  return faults.filter(({ line }) => !lines.has(line) && lines.add(line));
}

const TOO_DEEP = {
  text: `lists or maps more than ${String(DEEPEST)} deep inside each other`,
  fix: 'close the brackets and braces that were left open; no fact needs such depth',
};

/** How to correct what the parser most often meets in files written by hand. */
const FIXES: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  BAD_INDENT: 'give keys that belong together the same indent, and close brackets and braces',
  MULTIPLE_DOCS: 'remove the second line of three hyphens',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'remove the tag; quote text that begins with an exclamation mark',
};

function describeError(error: YAMLParseError | YAMLWarning): Pick<YamlFault, 'text' | 'fix'> {
  if (/call stack|Stack overflow/i.test(error.message)) return TOO_DEEP;
  const fix = FIXES[error.code];
  return {
    text: error.code === 'BLOCK_AS_IMPLICIT_KEY' ? 'a second colon in a line' : error.message,
    fix: fix ?? 'correct the line; quote text that holds a colon, a hash or a brace',
  };
}

/** What the language allows and no contribution needs: each would make a short text mean something else. */
function* findUnwanted(
  contents: Node | null,
): Generator<Pick<YamlFault, 'text' | 'fix'> & { readonly offset: number }> {
  const open: { node: unknown; depth: number }[] = [{ node: contents, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (!isNode(node)) continue;
    const offset = node.range?.[0] ?? 0;
    if (depth > DEEPEST) {
      yield { offset, ...TOO_DEEP };
      return;
    }
    if (isAlias(node)) {
      yield {
        offset,
        text: `the alias *${node.source}`,
        fix: 'write the value out; quote a text that begins with an asterisk',
      };
      continue;
    }
    if (node.anchor !== undefined) {
      yield {
        offset,
        text: `the anchor &${node.anchor}`,
        fix: 'write the value out where it is meant; quote a text that begins with &',
      };
    }
    if (isSeq(node))
      for (const item of node.items.toReversed()) open.push({ node: item, depth: depth + 1 });
    if (!isMap(node)) continue;
    const lines = new Set<unknown>();
    for (const { key } of node.items) {
      const at = isNode(key) ? (key.range?.[0] ?? offset) : offset;
      if (!isScalar(key)) {
        if (!isAlias(key))
          yield { offset: at, text: 'a list or a map as a key', fix: 'write a word as the key' };
        continue;
      }
      const name = String(key.value);
      if (lines.has(name)) {
        yield {
          offset: at,
          text: `the key ${name} a second time`,
          fix: 'keep one of the two lines',
        };
      }
      lines.add(name);
    }
    for (const { key, value } of node.items.toReversed())
      open.push({ node: value, depth: depth + 1 }, { node: key, depth: depth + 1 });
  }
}

/** The frontmatter and the prose of an MDX file; both empty strings when there is none. */
export function splitFrontmatter(text: string): { frontmatter: string; body: string } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return undefined;
  return { frontmatter: match[1] ?? '', body: text.slice(match[0].length) };
}
