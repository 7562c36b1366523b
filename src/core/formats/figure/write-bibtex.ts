import type { FigureSpec } from '../../figure/figure-spec.ts';
import { describeTitle } from '../../figure/words.ts';
import type { Reference } from '../../schema/index.ts';
import { formatBibliography } from '../bibtex.ts';
import { cleanText } from './clean-text.ts';
import { describeStatus, describeVersion } from './describe-take-away.ts';
import { listKeys } from './list-keys.ts';
import { findSource, type TakeAwayContext } from './take-away-context.ts';

/** Keys of every paper behind a figure, each once, in drawing order. */
export const listFigureKeys = (spec: FigureSpec, context: TakeAwayContext): string[] => [
  ...new Set([
    ...spec.series.flatMap((one) => listKeys(one, findSource(one, context))),
    ...(spec.methods ?? []),
  ]),
];

/** The papers of the shown limits as BibTeX: of their analyses, and of their numbers. */
export function writeFigureBibtex(spec: FigureSpec, context: TakeAwayContext): string {
  const references = listFigureKeys(spec, context).flatMap(
    (key) => context.references.get(key) ?? [],
  );
  const unknown = spec.series.filter((one) => one.reference === undefined);
  const comments = [
    `Papers of the figure: ${describeTitle(spec)}`,
    `Dark Portals, ${describeVersion(context)}, ${context.permalink}`,
    ...unknown.map((one) =>
      one.layer === 'own'
        ? `${one.label}: ${describeStatus(one)}`
        : `No paper of the analysis known: ${one.label}`,
    ),
  ];
  return [
    // Outside entries BibTeX reads nothing but "@".
    ...comments.map((line) => `% ${cleanText(line).replaceAll('@', '(at)')}\n`),
    '\n',
    formatBibliography(references.map(tame)),
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
