/** Longest text kept of a foreign title. */
const LONGEST = 300;

/**
 * Foreign text as Markdown that shows it and does nothing else: no link, picture, mention, reference to an
 * issue or HTML, on one line.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return short
    .replaceAll(/[\\`*_{}[\]()<>#+!|~$&]/g, String.raw`\$&`)
    .replaceAll('@', '@\u{200b}')
    .replaceAll(/\b(https?|www)(?=[:.])/gi, '$1\u{200b}');
}

/** Text as code on one line; a backquote cannot end it. */
export const codeSpan = (text: string): string =>
  `\`${text.replaceAll(/[`\s\p{Cc}\p{Cf}]+/gu, ' ').slice(0, LONGEST)}\``;
