import type { FigureSpec } from '../../figure/figure-spec.ts';
import { describeTitle } from '../../figure/words.ts';
import type { CitablePage } from '../bibtex-entry.ts';
import { citePage } from '../citing/cite-page.ts';
import { citeReference } from '../citing/cite-reference.ts';
import { type CslItem, writeCslJson } from '../citing/csl-item.ts';
import { writeCitation } from '../citing/write-citation.ts';
import { writeRis } from '../citing/write-ris.ts';
import { cleanText } from './clean-text.ts';
import { listFigureKeys, listUnknown } from './list-figure-keys.ts';
import type { TakeAwayContext } from './take-away-context.ts';

/** The view of a figure as a page to cite: its address brings back exactly what is shown. */
export const describeViewPage = (
  spec: FigureSpec,
  { permalink, contentVersion }: Pick<TakeAwayContext, 'permalink' | 'contentVersion'>,
): CitablePage => ({
  path: nameView(permalink),
  title: `${describeTitle(spec)} (figure)`,
  url: permalink,
  ...contentVersion,
});

/** Path of a view's page, with a mark of its own for each view of it. */
function nameView(permalink: string): string {
  const [address = '', ...view] = permalink.replace(/^[a-z]+:\/\/[^/]*/iu, '').split(/[?#]/u);
  return view.length === 0 ? address : `${address}/view-${shorten(view.join('&'))}`;
}

/** Six letters and digits from a text: different for different texts, for all that one file cites. */
function shorten(text: string): string {
  let digest = 0;
  for (const letter of text) digest = (Math.imul(digest, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return digest.toString(36).padStart(6, '0').slice(-6);
}

/** The papers of the shown limits, then the view itself. */
const listItems = (spec: FigureSpec, context: TakeAwayContext): CslItem[] => [
  ...listFigureKeys(spec, context).flatMap((key) => {
    const reference = context.references.get(key);
    return reference === undefined ? [] : [citeReference(reference)];
  }),
  citePage(describeViewPage(spec, context)),
];

/** What to cite with a figure as text, a work a line. */
export const writeFigureCitation = (spec: FigureSpec, context: TakeAwayContext): string =>
  [
    ...listItems(spec, context).map((item) => cleanText(writeCitation(item))),
    ...listUnknown(spec).map((line) => cleanText(line)),
    '',
  ].join('\n');

/** The same as RIS. */
export const writeFigureRis = (spec: FigureSpec, context: TakeAwayContext): string =>
  writeRis(listItems(spec, context));

/** The same as CSL-JSON. */
export const writeFigureCsl = (spec: FigureSpec, context: TakeAwayContext): string =>
  writeCslJson(listItems(spec, context));
