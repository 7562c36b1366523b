/** A part of a README: prose, or a program with what it prints. */
export type ReadmePart =
  | { readonly kind: 'prose'; readonly markdown: string }
  | {
      readonly kind: 'code';
      readonly language: string;
      readonly code: string;
      readonly output?: string;
    };

/** A README in its parts, without its title. A block of `text` after a program is what it prints. */
export function splitReadme(text: string): ReadmePart[] {
  const parts: ReadmePart[] = [];
  const pieces = text.replace(/^# .*\n/, '').split(/^```(\w+)\n([^]*?)^```\n?/m);
  for (let i = 0; i < pieces.length; i += 3) {
    const markdown = (pieces[i] ?? '').trim();
    if (markdown !== '') parts.push({ kind: 'prose', markdown });
    const [language, block] = [pieces[i + 1], pieces[i + 2]];
    if (language === undefined || block === undefined) continue;
    const code = block.trimEnd();
    const before = parts.at(-1);
    if (language === 'text' && before?.kind === 'code')
      parts[parts.length - 1] = { ...before, output: code };
    else parts.push({ kind: 'code', language, code });
  }
  return parts;
}
