import type { Decisions } from '../import/source.ts';

/** Every decision on the numbers that can be written as one word or number. */
export const DECISION_NAMES = [
  'table',
  'shape',
  'massColumn',
  'valueColumn',
  'massQuantity',
  'massUnit',
  'massScale',
  'valueQuantity',
  'valueUnit',
  'valueScale',
  'parameterQuantity',
  'parameterUnit',
  'parameterScale',
  'rails',
  'close',
  'gaps',
] as const satisfies readonly (keyof Decisions)[];

const COLUMNS: ReadonlySet<string> = new Set(['massColumn', 'valueColumn']);

/** What each word decision can be; the others are free. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  shape: ['one-sided', 'interval', 'contour', 'points', 'grid', 'ratio-map', 'band', 'line'],
  massScale: ['linear', 'log10'],
  valueScale: ['linear', 'log10'],
  parameterScale: ['linear', 'log10'],
  rails: ['drop', 'keep'],
  close: ['yes', 'no'],
};

/** The decisions with one more; or what was expected instead of the text. */
export function readDecision(
  decisions: Decisions,
  name: keyof Decisions,
  text: string,
): Decisions | { readonly expected: string } {
  if (name === 'columns') {
    const [, role, number] = /^([A-Za-z\d]+)=(\d+)$/.exec(text.trim()) ?? [];
    if (role === undefined) return { expected: 'a role and a column, like upper=3' };
    return { ...decisions, columns: { ...decisions.columns, [role]: Number(number) } };
  }
  if (COLUMNS.has(name)) {
    if (!/^[1-9]\d*$/.test(text)) return { expected: 'the number of a column, counted from one' };
    return { ...decisions, [name]: Number(text) };
  }
  const words = WORDS[name];
  if (words !== undefined && !words.includes(text)) return { expected: words.join(', ') };
  return { ...decisions, [name]: text };
}
