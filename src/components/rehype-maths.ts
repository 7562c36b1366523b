import { renderTex } from './tex.ts';

/** The part of a syntax tree of HTML that is needed here. */
interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: { readonly className?: unknown };
  readonly value?: string;
  children?: Node[];
}

/** A piece of finished HTML, as Astro's MDX takes it. */
interface HtmlNode extends Node {
  readonly name: string;
  readonly attributes: readonly {
    readonly type: string;
    readonly name: string;
    readonly value: string;
  }[];
}

/**
 * Typesets the maths that remark-math found, with the renderer every other formula of the site goes
 * through, so that one version of KaTeX writes what one stylesheet lays out.
 */
export function rehypeMaths() {
  return (tree: Node): void => {
    typeset(tree);
  };
}

function typeset(node: Node): void {
  if (node.children === undefined) return;
  node.children = node.children.map((child) => {
    const inner = child.tagName === 'pre' ? child.children?.[0] : child;
    const display = hasClass(inner, 'math-display');
    if (inner !== undefined && (display || hasClass(inner, 'math-inline'))) {
      return toHtmlNode(renderTex(readText(inner), display), display);
    }
    typeset(child);
    return child;
  });
}

const hasClass = (node: Node | undefined, name: string): boolean =>
  Array.isArray(node?.properties?.className) && node.properties.className.includes(name);

const readText = (node: Node): string => node.value ?? (node.children ?? []).map(readText).join('');

function toHtmlNode(html: string, display: boolean): HtmlNode {
  return {
    type: display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: display ? 'div' : 'span',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
    children: [],
  };
}
