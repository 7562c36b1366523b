import { parsePlainMath } from '../../figure/plain-math.ts';
import { cleanText } from './clean-text.ts';

/** Characters LaTeX would read as commands. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '"': "''",
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '–': '--',
  '—': '---',
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
  '…': '\\dots{}',
  ß: '\\ss{}',
  ø: '\\o{}',
  Ø: '\\O{}',
  ł: '\\l{}',
  Ł: '\\L{}',
  æ: '\\ae{}',
  Æ: '\\AE{}',
  œ: '\\oe{}',
  ı: '\\i{}',
  '§': '\\S{}',
  '©': '\\copyright{}',
  '‐': '-',
  '‑': '-',
};

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'varepsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  µ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Ξ: 'Xi',
  Π: 'Pi',
  Σ: 'Sigma',
  Υ: 'Upsilon',
  Φ: 'Phi',
  Ψ: 'Psi',
  Ω: 'Omega',
};

/** Characters that LaTeX has in formulas only. */
const MATH: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(GREEK).map(([letter, name]) => [letter, `\\${name} `])),
  '<': '<',
  '>': '>',
  '|': '|',
  '→': '\\to ',
  '←': '\\leftarrow ',
  '↔': '\\leftrightarrow ',
  '⇒': '\\Rightarrow ',
  '×': '\\times ',
  '·': '\\cdot ',
  '⋅': '\\cdot ',
  '±': '\\pm ',
  '∓': '\\mp ',
  '−': '-',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≪': '\\ll ',
  '≫': '\\gg ',
  '≈': '\\approx ',
  '≃': '\\simeq ',
  '∼': '\\sim ',
  '≡': '\\equiv ',
  '∝': '\\propto ',
  '∞': '\\infty ',
  '√': '\\surd ',
  '∈': '\\in ',
  ℓ: '\\ell ',
  ħ: '\\hbar ',
  '′': "'",
  '″': "''",
  '°': '^{\\circ}',
};

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';
const LEVEL = '0123456789+-=()n';

/** Accents over the letter before them: in text, in formulas. */
const ACCENTS: Readonly<Record<string, readonly [string, string]>> = {
  '\u0300': ['\\`', '\\grave'],
  '\u0301': ["\\'", '\\acute'],
  '\u0302': ['\\^', '\\hat'],
  '\u0303': ['\\~', '\\tilde'],
  '\u0304': ['\\=', '\\bar'],
  '\u0305': ['\\=', '\\bar'],
  '\u0306': ['\\u', '\\breve'],
  '\u0307': ['\\.', '\\dot'],
  '\u0308': ['\\"', '\\ddot'],
  '\u030a': ['\\r', '\\mathring'],
  '\u030b': ['\\H', '\\acute'],
  '\u030c': ['\\v', '\\check'],
  '\u0327': ['\\c', '\\hat'],
};

/**
 * Plain text as LaTeX that pdflatex sets without any package: what it would read as commands is
 * escaped, symbols become formulas, a subscript as in `K_L` becomes one. A character LaTeX cannot
 * set is named by its number.
 */
export function escapeLatex(text: string): string {
  let out = '';
  let formula = '';
  const flush = (): void => {
    if (formula !== '') out += `\\ensuremath{${formula.trim()}}`;
    formula = '';
  };
  const letters = Array.from(cleanText(text).normalize('NFD'));
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] ?? '';
    const accent = ACCENTS[letters[i + 1] ?? ''];
    const raised = takeLevel(letters, i, RAISED);
    const lowered = takeLevel(letters, i, LOWERED);
    if (raised !== '' || lowered !== '') {
      formula += raised === '' ? `_{${lowered}}` : `^{${raised}}`;
      i += Math.max(raised.length, lowered.length) - 1;
      continue;
    }
    const index = letter === '_' ? takeIndex(letters, i) : [];
    if (index.length > 0) {
      formula += `_{${index.map((one) => MATH[one] ?? one).join('')}}`;
      i += index.length;
      continue;
    }
    const symbol = MATH[letter];
    if (symbol !== undefined) {
      formula += accent === undefined ? symbol : `${accent[1]}{${symbol.trim()}}`;
      if (accent !== undefined) i += 1;
      continue;
    }
    flush();
    if (accent !== undefined && /[A-Za-z]/u.test(letter)) {
      out += `${accent[0]}{${letter}}`;
      i += 1;
    } else if (/[ -~]/u.test(letter)) out += ESCAPED[letter] ?? letter;
    else if (/\p{M}/u.test(letter)) continue;
    else out += ESCAPED[letter] ?? nameCharacter(letter);
  }
  flush();
  return out;
}

const nameCharacter = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** A run of raised or lowered characters, on the line. */
function takeLevel(letters: readonly string[], start: number, level: string): string {
  let run = '';
  for (let i = start; i < letters.length; i++) {
    const at = level.indexOf(letters[i] ?? ' ');
    if (at < 0) break;
    run += LEVEL[at] ?? '';
  }
  return run;
}

/** The letters below the line after `_`, where a single letter stands before it: `K_L`, `c_ff`. */
function takeIndex(letters: readonly string[], at: number): string[] {
  const isLetter = (letter: string | undefined): boolean => /^[\p{L}\d]$/u.test(letter ?? '');
  const base = letters[at - 1];
  if (!isLetter(base) || isLetter(letters[at - 2])) return [];
  const index: string[] = [];
  for (let i = at + 1; isLetter(letters[i]); i++) index.push(letters[i] ?? '');
  return index.every((one) => /[A-Za-z0-9]/u.test(one) || one in MATH) ? index : [];
}

/** Commands a formula may use: symbols and fonts, nothing that reads, writes or defines. */
const COMMANDS: ReadonlySet<string> = new Set([
  ...Object.values(GREEK),
  ...Object.values(MATH).flatMap((text) => /^\\([A-Za-z]+) ?$/u.exec(text)?.[1] ?? []),
  ...['vartheta', 'varphi', 'varrho', 'varsigma', 'prime', 'ell', 'hbar', 'circ', 'ast', 'star'],
  ...['mathcal', 'mathrm', 'mathit', 'mathbf', 'bar', 'hat', 'tilde', 'vec', 'dot', 'overline'],
  ...['sin', 'cos', 'tan', 'log', 'ln', 'exp', 'frac', 'sqrt', 'to', 'rightarrow', 'quad'],
  ...['left', 'right', 'langle', 'rangle', 'lvert', 'rvert', 'not'],
]);

/**
 * A symbol between dollars, where it is a formula of the commands above with its braces in pairs;
 * else undefined.
 */
export function writeLatexMath(symbol: string): string | undefined {
  const rest = symbol.replaceAll(/\\(?:([A-Za-z]+)|[,;:! |])/gu, (_, name?: string) =>
    name === undefined ? ' ' : COMMANDS.has(name) ? 'x' : '\\',
  );
  if (!/^[\w (){}[\]|/+\-=,.;:'*!<>^]+$/u.test(rest)) return undefined;
  let depth = 0;
  for (const letter of rest) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth < 0) return undefined;
  }
  // Neither TeX nor matplotlib takes a script twice, or nothing as one; a brace after ^^ would be a character.
  if (depth !== 0 || /[_^]\s*(?:[_^}]|$)/u.test(rest)) return undefined;
  // A single letter after a font command is an argument to TeX only.
  const text = symbol.replaceAll(/\\(math[a-z]+|bar|hat|tilde)\s+([A-Za-z])/gu, '\\$1{$2}');
  return `$${text.trim()}$`;
}

/** An axis symbol for LaTeX: the formula where it is safe, else its plain form. */
export function writeLatexSymbol({
  symbol,
  plain,
}: {
  readonly symbol: string;
  readonly plain: string;
}): string {
  return (
    writeLatexMath(symbol) ??
    parsePlainMath(cleanText(plain))
      .map(({ text, script }) => {
        const escaped = escapeLatex(text);
        if (script === 'base') return escaped;
        return script === 'sub' ? `\\textsubscript{${escaped}}` : `\\textsuperscript{${escaped}}`;
      })
      .join('')
  );
}
