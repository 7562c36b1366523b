/**
 * A text on one line: controls, line ends and invisible marks (text that reads in another order than
 * it is written) become single blanks. Every format passes other people's words through this.
 */
export const cleanText = (text: string): string =>
  text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** Lines as comments, each with that mark in front. */
export const writeComments = (lines: readonly string[], mark: '#' | '%'): string =>
  lines.map((line) => `${mark} ${cleanText(line)}`.trimEnd()).join('\n');
