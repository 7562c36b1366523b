import katex from 'katex';
import { prettify } from './format.ts';

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

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (c) => ESCAPES[c] ?? c);

/** LaTeX that bibliographies put in running text, as Unicode. */
function plainLatex(text: string): string {
  return text
    .replaceAll(/\\ensuremath\{([^{}]*)\}/g, '$1')
    .replaceAll(/--+>/g, '→')
    .replaceAll('->', '→')
    .replaceAll(/\\textendash(\{\})?/g, '–')
    .replaceAll(/\\Upsilon\b/g, 'Υ')
    .replaceAll(/\\eta\b/g, 'η')
    .replaceAll(/\\[,;! ]/g, ' ')
    .replaceAll(/\\([&%#_$])/g, '$1')
    .replaceAll(/[{}]/g, '')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll(/\s+/g, ' ');
}

/** Text with maths between dollars, as HTML. */
export function renderRichText(text: string): string {
  return text
    .split(/(?<!\\)\$/)
    .map((part, i) =>
      i % 2 === 0 ? lowerIndices(escapeHtml(plainLatex(prettify(part)))) : renderTex(part),
    )
    .join('');
}

/** Indices in plain text, as in L_μ−L_τ; underscores of file names are left alone. */
const lowerIndices = (html: string): string =>
  html.replaceAll(/(?<=[A-Za-zα-ω])_([A-Za-zα-ωℓ])(?!\w)/gu, '<sub>$1</sub>');

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

const SYMBOLS: Readonly<Record<string, string>> = {
  to: '→',
  rightarrow: '→',
  mu: 'μ',
  tau: 'τ',
  pi: 'π',
  gamma: 'γ',
  nu: 'ν',
  eta: 'η',
  ell: 'ℓ',
  phi: 'φ',
  psi: 'ψ',
  chi: 'χ',
  alpha: 'α',
  theta: 'θ',
  varepsilon: 'ε',
  epsilon: 'ε',
  Upsilon: 'Υ',
  sqrt: '√',
  times: '×',
  prime: '′',
  pm: '±',
  mp: '∓',
  sin: 'sin',
};

function reduceTex(tex: string): string {
  return tex
    .replaceAll(/\\(?:mathrm|text|rm|bar|mathcal)\b/g, '')
    .replaceAll(/\\([A-Za-z]+)/g, (_, name: string) => SYMBOLS[name] ?? '')
    .replaceAll(/\\[,;! ]/g, ' ')
    .replaceAll(/[{}^_]/g, '')
    .replaceAll(/'/g, '′');
}
