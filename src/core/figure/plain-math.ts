/** A run of text of one style. */
export interface MathRun {
  readonly text: string;
  readonly italic: boolean;
  readonly script: 'base' | 'sub' | 'sup';
}

/** Words that stay upright in a formula: functions, particles' process names and labels. */
const UPRIGHT = new Set([
  'sin',
  'cos',
  'tan',
  'log',
  'ln',
  'exp',
  'BR',
  'Br',
  'B',
  'SM',
  'inv',
  'vis',
  'eff',
  'invisible',
  'visible',
  'GeV',
  'TeV',
  'MeV',
  'keV',
  'eV',
  'pb',
  'fb',
  'ps',
  'ns',
  'cm',
  'mm',
  'hadrons',
]);

/**
 * Splits a symbol in plain Unicode (`m_{A′}`, `|U_{eN}|^2`) into runs: variables italic, digits,
 * brackets and function names upright, `_x`, `_{…}`, `^x` and `^{…}` as scripts. `^-3` takes the
 * whole number, so that powers of ten need no braces.
 */
export function parsePlainMath(plain: string): MathRun[] {
  const runs: MathRun[] = [];
  let i = 0;
  while (i < plain.length) {
    const mark = plain[i];
    if (mark === '_' || mark === '^') {
      const braced = /^\{([^}]*)\}/u.exec(plain.slice(i + 1));
      const bare = /^([-−]?\d+|.)/u.exec(plain.slice(i + 1));
      const body = braced?.[1] ?? bare?.[1] ?? '';
      i += 1 + (braced?.[0].length ?? bare?.[0].length ?? 0);
      pushRuns(runs, body, mark === '_' ? 'sub' : 'sup');
      continue;
    }
    const next = plain.slice(i).search(/[_^]/u);
    const end = next < 0 ? plain.length : i + next;
    pushRuns(runs, plain.slice(i, end), 'base');
    i = end;
  }
  return runs;
}

function pushRuns(runs: MathRun[], text: string, script: MathRun['script']): void {
  for (const [token] of text.matchAll(/[A-Za-z]+|[\u0370-\u03ff]|[^A-Za-z\u0370-\u03ff]+/gu)) {
    const isLetters = /^[A-Za-z\u0370-\u03ff]/u.test(token);
    // Capital Greek names particles (Υ) and stands upright, as words do.
    const italic = isLetters && !UPRIGHT.has(token) && !/^[\u0391-\u03a9]/u.test(token);
    const shown = token.replaceAll('-', '−');
    const last = runs.at(-1);
    if (last?.italic === italic && last.script === script) {
      runs[runs.length - 1] = { ...last, text: last.text + shown };
    } else runs.push({ text: shown, italic, script });
  }
}
