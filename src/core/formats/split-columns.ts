import { isStrictNumber } from './strict-number.ts';

/** How cells are told apart, and what the decimal sign is. */
export interface Dialect {
  readonly separator: '\t' | ';' | ',' | ' ';
  readonly hasDecimalComma: boolean;
}

/** Text after `#` is a comment, and so are lines that begin with `%` or `//`. */
export function stripComment(written: string): string {
  const hash = written.indexOf('#');
  const kept = (hash === -1 ? written : written.slice(0, hash)).trim();
  return kept.startsWith('%') || kept.startsWith('//') ? '' : kept;
}

/** A cell that says that there is no number. */
export const isNoNumber = (cell: string): boolean =>
  cell === '' || /^(?:[+-]?(?:nan|inf(?:inity)?)|na|n\/a|none|null|-+|–|—)$/iu.test(cell);

export const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/u;

/** The separator is that of the whole text: tabs, then semicolons, then commas, else blanks. */
export function findDialect(lines: readonly { readonly text: string }[]): Dialect {
  const sample = lines.slice(0, 200);
  const has = (sign: string): boolean => sample.some(({ text }) => text.includes(sign));
  const find = (separator: Dialect['separator']): Dialect => {
    const cells = sample.flatMap(({ text }) =>
      splitCells(text, { separator, hasDecimalComma: true }),
    );
    return { separator, hasDecimalComma: cells.some((cell) => DECIMAL_COMMA.test(cell)) };
  };
  if (has('\t')) return find('\t');
  if (has(';')) return find(';');
  if (!has(',')) return { separator: ' ', hasDecimalComma: false };
  const rows = sample
    .map(({ text }) => text.split(/\s+/u))
    .filter((cells) => cells.some((cell) => /\d/u.test(cell) && !/[a-df-z]/iu.test(cell)));
  const isBlank =
    rows.length > 0 &&
    rows.every(
      (cells) =>
        cells.length > 1 && cells.every((cell) => DECIMAL_COMMA.test(cell) || isStrictNumber(cell)),
    );
  return isBlank
    ? { separator: ' ', hasDecimalComma: true }
    : { separator: ',', hasDecimalComma: false };
}

const SEPARATOR_NAMES = { '\t': 'tabs', ';': 'semicolons', ',': 'commas', ' ': 'blanks' } as const;

export const describeDialect = ({ separator, hasDecimalComma }: Dialect): string =>
  `columns separated by ${SEPARATOR_NAMES[separator]}${hasDecimalComma ? ', with decimal commas' : ''}`;

/** Cells without blanks around them and without quotes; empty ones at the end are dropped. */
export function splitCells(text: string, { separator }: Dialect): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const close = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (separator === ' ' ? /\s/u.test(letter) : letter === separator) {
      if (separator !== ' ' || cell !== '') close();
    } else cell += letter;
  }
  if (cell.trim() !== '') close();
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

/** The last comment above the numbers is a header where it has a word for every column. */
export function readCommentHeader(
  comment: string | undefined,
  columns: number,
  dialect: Dialect,
): string[] | undefined {
  if (comment === undefined) return undefined;
  const separators = new Set([dialect.separator, '\t', ';', ',', ' '] as const);
  for (const separator of separators) {
    const cells = splitCells(comment, { separator, hasDecimalComma: false });
    if (cells.length === columns && cells.every((cell) => /\p{L}/u.test(cell))) return cells;
  }
  const joined = joinUnits(splitCells(comment, { separator: ' ', hasDecimalComma: false }));
  return joined.length === columns ? joined : undefined;
}

/** `mass [GeV] eps` are two names, the unit belongs to the one before it. */
export const joinUnits = (words: readonly string[]): string[] =>
  words.reduce<string[]>((names, word) => {
    const last = names.at(-1);
    return last !== undefined && /^[[(]/u.test(word)
      ? [...names.slice(0, -1), `${last} ${word}`]
      : [...names, word];
  }, []);
