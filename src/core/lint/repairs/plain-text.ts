/** True for files in which blanks at the end of a line mean something: in Markdown they break it. */
const keepsBlanks = (file: string): boolean => file.endsWith('.mdx');

/** The text without byte order mark and carriage returns, without blanks at line ends, with one line feed last. */
export function makePlainText(file: string, text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const trimmed = keepsBlanks(file) ? lines : lines.replaceAll(/[ \t]+$/gm, '');
  return trimmed === '' ? '' : `${trimmed.replace(/\n+$/, '')}\n`;
}
