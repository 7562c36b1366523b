import type { FigureSpec } from '../../figure/figure-spec.ts';
import { describeTitle } from '../../figure/words.ts';
import type { Reference } from '../../schema/index.ts';
import { formatBibliography } from '../bibtex.ts';
import { formatPageBibtex } from '../bibtex-entry.ts';
import { cleanText } from './clean-text.ts';
import { describeVersion } from './describe-take-away.ts';
import { listFigureKeys, listUnknown } from './list-figure-keys.ts';
import type { TakeAwayContext } from './take-away-context.ts';
import { describeViewPage } from './write-citations.ts';

/** The papers of the shown limits as BibTeX, of their analyses and of their numbers; then the view itself. */
export function writeFigureBibtex(spec: FigureSpec, context: TakeAwayContext): string {
  const references = listFigureKeys(spec, context).flatMap(
    (key) => context.references.get(key) ?? [],
  );
  const comments = [
    `Papers of the figure: ${describeTitle(spec)}`,
    `Dark Portals, ${describeVersion(context)}, ${context.permalink}`,
    ...listUnknown(spec),
  ];
  return [
    // Outside entries BibTeX reads nothing but "@".
    ...comments.map((line) => `% ${cleanText(line).replaceAll('@', '(at)')}\n`),
    '\n',
    [
      ...(references.length === 0 ? [] : [formatBibliography(references.map(tame))]),
      formatPageBibtex(describeViewPage(spec, context)),
    ].join('\n'),
  ].join('');
}

/** A reference whose fields cannot end their entry: braces come in pairs or not at all. */
function tame(reference: Reference): Reference {
  const fields = Object.entries(reference).map(([name, value]) => [
    name,
    typeof value !== 'string' || name === 'key'
      ? value
      : isBalanced(value)
        ? cleanText(value)
        : cleanText(value).replaceAll(/[{}]/gu, ''),
  ]);
  return Object.fromEntries(fields) as Reference;
}

/** True where every brace has its partner; BibTeX counts escaped ones too. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
