/**
 * Commands of LaTeX that texts may use: signs, letters, fonts and layout, which KaTeX and MathJax typeset
 * without reaching out. Links, pictures, HTML, definitions and anything that could loop are left out:
 * `\href`, `\url`, `\includegraphics`, `\htmlClass`, `\def`, `\newcommand`, `\require`, …
 */
const COMMANDS: ReadonlySet<string> = new Set(
  `
  alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi omicron pi varpi
  rho varrho sigma varsigma tau upsilon phi varphi chi psi omega
  Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega hbar ell Re Im aleph partial nabla infty prime emptyset
  pm mp times div cdot ast star circ bullet oplus otimes ominus odot dagger ddagger setminus cup cap wedge vee
  le leq ge geq ll gg lt gt ne neq equiv approx sim simeq cong propto lesssim gtrsim leqslant geqslant perp parallel
  mid nmid in notin ni subset supset subseteq supseteq forall exists neg not therefore because models vdash
  to rightarrow leftarrow leftrightarrow longrightarrow longleftarrow Rightarrow Leftarrow Leftrightarrow
  longleftrightarrow mapsto uparrow downarrow nearrow searrow hookrightarrow rightleftharpoons xrightarrow implies iff
  sum prod int iint oint bigcup bigcap lim max min sup inf det dim exp log ln lg sin cos tan cot sec csc arcsin
  arccos arctan sinh cosh tanh arg Pr operatorname
  frac dfrac tfrac binom sqrt stackrel overset underset overline underline overbrace underbrace overrightarrow
  hat widehat tilde widetilde bar vec dot ddot acute grave breve check slashed cancel boxed phantom substack
  left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr langle rangle lvert rvert lVert rVert vert Vert
  lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack
  mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm rm bf it text textrm textbf textit
  textsf texttt textsc textup textsuperscript textsubscript emph mbox ensuremath mathop mathrel mathbin mathord
  displaystyle textstyle scriptstyle limits nolimits
  quad qquad enspace thinspace medspace thickspace hspace ldots cdots vdots ddots dots colon
  textendash textemdash textquoteright textquoteleft textdegree textmu textregistered textasciitilde degree
  ss SS ae AE oe OE o O aa AA l L i j dj DJ th TH
  begin end tag label
  `
    .trim()
    .split(/\s+/),
);

/** Signs behind a backslash: accents of bibliographies, spaces, brackets, and characters that need one. */
const SIGNS = ' ,;:!>|\\{}$%&#_/-\'`^"~=.()[]\n';
/** Accents of bibliographies that are letters. */
const ACCENTS = 'cvuHkrbdt';

const ENVIRONMENTS: ReadonlySet<string> = new Set(
  'aligned align align* gathered cases array matrix pmatrix bmatrix vmatrix split equation equation* smallmatrix'.split(
    ' ',
  ),
);

/** The first command of a text that texts may not use, as written; undefined where there is none. */
export function findForbiddenTex(text: string): string | undefined {
  if (!text.includes('\\')) return undefined;
  for (const [written, name = ''] of text.matchAll(/\\([A-Za-z]+|[^A-Za-z]|$)/gu)) {
    const isKnown = COMMANDS.has(name) || SIGNS.includes(name) || ACCENTS.includes(name);
    if (!isKnown) return written;
  }
  for (const [written, name = ''] of text.matchAll(/\\(?:begin|end)\s*\{([^}]*)\}/g)) {
    if (!ENVIRONMENTS.has(name.trim())) return written;
  }
  return undefined;
}
