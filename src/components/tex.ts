import katex from 'katex';
import { prettify } from './format.ts';
import { escapeXml } from '../core/escape-xml.ts';
import { plainLatex, reduceTex } from '../core/formats/citing/plain-title.ts';

const rendered = new Map<string, string>();

/** Maths as HTML with MathML beside it, typeset once per formula and build. */
export function renderTex(tex: string, display = false): string {
  const key = `${display ? 'd' : 'i'}${tex}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = katex.renderToString(tex, {
    displayMode: display,
    output: 'htmlAndMathml',
    // A formula that does not typeset shows its source in colour; the build must not fail for one title.
    throwOnError: false,
    strict: 'ignore',
  });
  rendered.set(key, html);
  return html;
}

/** Text with maths between dollars, as HTML. */
export function renderRichText(text: string): string {
  return text
    .split(/(?<!\\)\$/)
    .map((part, i) =>
      i % 2 === 0 ? lowerIndices(escapeXml(plainLatex(prettify(part)))) : renderTex(part),
    )
    .join('');
}

/** Indices in plain text, as in L_μ−L_τ; underscores of file names are left alone. */
const lowerIndices = (html: string): string =>
  html
    .replaceAll(/(?<=[A-Za-zα-ω])_([A-Za-zα-ωℓ])(?![\wα-ωℓ])/gu, '<sub>$1</sub>')
    // A single letter may carry several, if they are symbols and no word: g_aγγ, c_WW.
    .replaceAll(
      /(?<![\w])([A-Za-zα-ω])_([A-Z]{2,3}|[A-Za-z]?[α-ω]{1,3})(?![\wα-ωℓ])/gu,
      '$1<sub>$2</sub>',
    );

/** The same text for places without markup, such as a page title: maths reduced to its letters. */
export function toPlainTitle(text: string): string {
  return text
    .split(/(?<!\\)\$/)
    .map((part, i) => (i % 2 === 0 ? plainLatex(prettify(part)) : reduceTex(part)))
    .join('')
    .replaceAll(/(?<=[A-Za-zα-ω])_([A-Za-zα-ωℓ])(?!\w)/gu, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * A name for a link that is nothing but a formula, which many programs that read aloud leave silent:
 * the formula's letters. Undefined where there are words besides.
 */
export function nameFormulaLink(html: string): string | undefined {
  const [, tex] = /<annotation[^>]*>([\s\S]*?)<\/annotation>/.exec(html) ?? [];
  if (tex === undefined) return undefined;
  if (stripTags(cutFormulas(html)).trim() !== '') return undefined;
  return reduceTex(decodeHtml(tex)).trim();
}

const stripTags = (html: string): string => html.replaceAll(/<[^>]*>/g, '');

const decodeHtml = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:#x27|#39|apos);/g, "'")
    .replaceAll('&amp;', '&');

/** The HTML without what KaTeX set: each of its outermost spans with everything in it. */
function cutFormulas(html: string): string {
  const start = html.indexOf('<span class="katex">');
  if (start === -1) return html;
  let depth = 0;
  for (const tag of html.slice(start).matchAll(/<(\/?)span\b[^>]*>/g)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0)
      return html.slice(0, start) + cutFormulas(html.slice(start + tag.index + tag[0].length));
  }
  return html.slice(0, start);
}
