import { isScaled } from '../../figure/base-limit.ts';
import type { FigureSeries, FigureSpec } from '../../figure/figure-spec.ts';
import { describeAsOf, describeLevel, describeOutlines } from '../../figure/words.ts';
import { describeVersion } from './describe-take-away.ts';
import { escapeLatex, writeLatexSymbol } from './latex-text.ts';
import { sortKeys } from './list-keys.ts';
import { findSource, type TakeAwayContext } from './take-away-context.ts';
import { namePage } from '../bibtex-entry.ts';
import { listFigureKeys } from './list-figure-keys.ts';
import { describeViewPage } from './write-citations.ts';

/** All papers behind a figure in one `\cite`, and the view itself. */
export function writeCite(spec: FigureSpec, context: TakeAwayContext): string {
  const keys = [...listFigureKeys(spec, context), namePage(describeViewPage(spec, context))];
  const date = spec.asOf === undefined ? '' : `% Papers ${describeAsOf(spec)}.\n`;
  return `${date}\\cite{${keys.join(',')}}\n`;
}

/** Kinds of statement in the order a caption names them; the first that fits counts. */
const GROUPS: readonly (readonly [string, (one: FigureSeries) => boolean])[] = [
  ['added by the reader, not published results', (one) => one.layer === 'own'],
  ['scaled here with luminosity, all else unchanged, not projections by the experiments', isScaled],
  ['regions favoured by a measurement', (one) => one.status === 'favoured'],
  ['targets', (one) => one.status === 'target'],
  ['projections', (one) => one.status === 'projected'],
  ['expected limits', (one) => one.status === 'expected'],
  ['computed by Dark Portals', (one) => one.derivedBy === 'this-project'],
  ['compilations', (one) => one.derivedBy === 'compilation'],
  ['reinterpretations', (one) => one.derivedBy === 'reinterpretation'],
  ['superseded', (one) => one.isSuperseded],
  ['', () => true],
];

/** Letters of a list of sources that `\caption` can measure: TeX knows no line longer than 5.7 m. */
const LONGEST_LIST = 2400;

/**
 * A `\caption` for plain pdflatex that names the source of every curve with its confidence level, the
 * content version and the address of the view. A list of sources too long for a caption follows it as
 * a paragraph of the float.
 */
export function writeCaption(spec: FigureSpec, context: TakeAwayContext): string {
  const [y, x] = [spec.y, spec.x].map(writeLatexSymbol);
  const subject = `Limits on ${y ?? ''} against ${x ?? ''} for ${escapeLatex(startLower(spec.title))}${spec.asOf === undefined ? '' : `, ${describeAsOf(spec)}`}`;
  const sources = listSources(spec, context).join(';\n');
  const isLong = sources.replaceAll(/\\cite\{[^}]*\}/gu, '[99]').length > LONGEST_LIST;
  const sentences = [
    sources === '' || isLong ? `${subject}.` : `${subject}: ${sources}.`,
    ...listOutlineLines(spec),
    ...describeOutlines(spec).map(escapeLatex),
    ...(spec.lifetimes.length === 0
      ? []
      : [`Thin dotted lines: proper decay length $c\\tau$. ${escapeLatex(spec.lifetimeSource)}`]),
    `Figure data from Dark Portals, ${escapeLatex(describeVersion(context))}, ${writeAddress(context.permalink)}.`,
  ];
  return [
    // Without citations for the list of figures, where they would come out of order.
    `\\caption[{${subject}.}]{%`,
    ...sentences,
    '}',
    ...(isLong ? [`{\\footnotesize Sources: ${sources}.\\par}`] : []),
    '',
  ].join('\n');
}

/** The sources of all curves, a text for each kind of statement. */
function listSources(spec: FigureSpec, context: TakeAwayContext): string[] {
  const groups = new Map(GROUPS.map(([name]) => [name, [] as string[]]));
  for (const one of spec.series) {
    const name = GROUPS.find(([, isOne]) => isOne(one))?.[0] ?? '';
    groups.get(name)?.push(writeSource(one, context));
  }
  return [...groups]
    .toReversed()
    .flatMap(([name, sources]) =>
      sources.length === 0 ? [] : [`${name === '' ? '' : `${name}: `}${sources.join(', ')}`],
    );
}

function writeSource(one: FigureSeries, context: TakeAwayContext): string {
  if (one.layer === 'own') return escapeLatex(one.label);
  const { paper, data, others } = sortKeys(one, findSource(one, context));
  const facts = [
    escapeLatex(describeLevel(one.confidenceLevel)).replace(' \\%', '\\%'),
    ...(data === undefined ? [] : [`numbers from~\\cite{${data}}`]),
    ...(others.length === 0 ? [] : [`after~\\cite{${others.join(',')}}`]),
    ...(one.remark === undefined ? [] : [escapeLatex(one.remark)]),
  ];
  const from = isScaled(one) ? ', from' : '';
  return `${escapeLatex(one.label)}${paper === undefined ? '' : `${from}~\\cite{${paper}}`} (${facts.join('; ')})`;
}

function listOutlineLines({ outlines }: FigureSpec): string[] {
  const has = (scope: string): boolean => outlines.some((one) => one.scope === scope);
  if (outlines.length === 0) return [];
  const lines = [
    has('ee') && 'broad line: best $e^{+}e^{-}$ limit',
    has('laboratory') && 'thin dark line: best laboratory limit',
  ].filter((line) => line !== false);
  return [
    `Combined (the union of the published exclusions, not a statistical combination): ${lines.join(', ')}.`,
  ];
}

/** A title in the middle of a sentence; names and symbols keep their capital. */
const startLower = (title: string): string =>
  /^[A-Z][a-z]+[- ][a-z]/u.test(title)
    ? `${title[0]?.toLowerCase() ?? ''}${title.slice(1)}`
    : title;

/** An address that can break over lines, without any package. */
const writeAddress = (address: string): string =>
  `\\texttt{${escapeLatex(address).replaceAll(/(?<=[^:/]\/|\?|\\&|=)(?=.)/gu, '\\allowbreak{}')}}`;
