import { readLatexAccents } from '../../contribute/latex-accents.ts';
import { cleanText } from '../figure/clean-text.ts';

/** Commands of formulas that stand for a character, or for a word that stays one. */
const SYMBOLS: Readonly<Record<string, string>> = {
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  leftrightarrow: '↔',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  ell: 'ℓ',
  hbar: 'ħ',
  sqrt: '√',
  times: '×',
  cdot: '·',
  prime: '′',
  ast: '*',
  pm: '±',
  mp: '∓',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  lt: '<',
  gt: '>',
  ll: '≪',
  gg: '≫',
  sim: '∼',
  approx: '≈',
  simeq: '≃',
  infty: '∞',
  quad: ' ',
  ...Object.fromEntries(['sin', 'cos', 'tan', 'log', 'ln', 'exp'].map((name) => [name, name])),
};

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋';
const LEVEL = '0123456789+-';

/** LaTeX that bibliographies put in running text, as Unicode. */
export function plainLatex(text: string): string {
  return readLatexAccents(text)
    .replaceAll(/\\ensuremath\{([^{}]*)\}/g, '$1')
    .replaceAll(/--+>/g, '→')
    .replaceAll('->', '→')
    .replaceAll(/\\textendash(\{\})?/g, '–')
    .replaceAll(
      /\\([A-Za-z]+)(?:\{\}|\s+(?=\S)|(?=\{))?/g,
      (_, name: string) => SYMBOLS[name] ?? '',
    )
    .replaceAll(/\\[,;! ]|(?<!\\)~/g, ' ')
    .replaceAll(/\\([&%#_$])/g, '$1')
    .replaceAll(/[{}]/g, '')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll(/\s+/g, ' ');
}

/** A formula reduced to its letters: scripts are raised or lowered where Unicode can, else on the line. */
export function reduceTex(tex: string): string {
  return tex
    .replaceAll(
      /\\(?:bar|overline)\s*(?:\{((?:\\[A-Za-z]+|[^\\{}])\s*)\}|(\\[A-Za-z]+|[A-Za-z]))/g,
      (_, a, b) => `${String(a ?? b).trim()} \u0304`,
    )
    .replaceAll(/\\([A-Za-z]+)\s*/g, (_, name: string) => SYMBOLS[name] ?? '')
    .replaceAll(' \u0304', '\u0304')
    .replaceAll(/\\[,;:! ]/g, ' ')
    .replaceAll(/\\/g, '')
    .replaceAll(/([_^])(?:\{([^{}]*)\}|(\S))/g, (_, mark: string, braced?: string, bare?: string) =>
      setScript(braced ?? bare ?? '', mark === '^' ? RAISED : LOWERED),
    )
    .replaceAll(/[{}^_]/g, '')
    .replaceAll(/'/g, '′');
}

function setScript(text: string, level: string): string {
  const letters = Array.from(text.trim());
  const isKnown = letters.every((letter) => letter === '*' || LEVEL.includes(letter));
  return isKnown ? letters.map((letter) => level[LEVEL.indexOf(letter)] ?? letter).join('') : text;
}

/**
 * The title of a paper as one line of plain text: accents and formulas between dollars become the
 * characters themselves, nothing of LaTeX is left to be read as code by what takes it.
 */
export const plainTitle = (text: string): string =>
  cleanText(
    text
      .split(/(?<!\\)\$/)
      .map((part, i) => (i % 2 === 0 ? plainLatex(part) : reduceTex(part)))
      .join('')
      .replaceAll(/\s*→\s*/g, ' → '),
  );
