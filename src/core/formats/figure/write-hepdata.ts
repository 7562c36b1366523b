import type { FigureAxis, FigureSeries, FigureSpec } from '../../figure/figure-spec.ts';
import { describeOutlines, describeTitle, toPercent } from '../../figure/words.ts';
import { cleanText } from './clean-text.ts';
import {
  describeComputed,
  describeNumbers,
  describeStatus,
  describeVersion,
  describeView,
} from './describe-take-away.ts';
import { type FigurePart, listParts } from './figure-curves.ts';
import { listKeys } from './list-keys.ts';
import { findSource, type TakeAwayContext } from './take-away-context.ts';
import { writeDigits } from './write-number.ts';

/**
 * A figure as HEPData's single-file YAML (schema 1.1.1): a first document about the whole, then a
 * table per shown limit. A table has a row per point. Where a limit has several segments, strips or
 * rings, further independent variables say which one a point belongs to.
 */
export function writeHepdata(spec: FigureSpec, context: TakeAwayContext): string {
  const comment = [
    ...describeView(spec, context),
    describeNumbers(spec, 'table'),
    ...listOutlineNotes(spec),
    'The numbers are those of the figure, in its units, collected by Dark Portals; they are no submission of the experiments.',
  ];
  const tables = spec.series.map((one, i) => writeTable(one, i, spec, context));
  return [`---\ncomment: ${quote(comment.map(cleanText).join(' | '))}\n`, ...tables].join('');
}

/** What readers of the view must know of its outlines, though they are no results with a table. */
function listOutlineNotes(spec: FigureSpec): string[] {
  const notes = describeOutlines(spec);
  return notes.length === 0 ? [] : [`Best limits have no table here. ${notes.join(' ')}`];
}

/** Longest name HEPData takes. */
const NAME_LENGTH = 64;

const shorten = (name: string): string => Array.from(name).slice(0, NAME_LENGTH).join('');

function writeTable(
  one: FigureSeries,
  index: number,
  spec: FigureSpec,
  context: TakeAwayContext,
): string {
  const parts = listParts(one.mark);
  const source = findSource(one, context);
  const points = parts.flatMap(({ points }) => points);
  const hasParts = new Set(parts.map(({ part }) => part)).size > 1;
  const hasEdges = one.mark.kind === 'strips';
  const column = (read: (part: FigurePart) => string): string[] =>
    parts.flatMap((part) => part.points.map(() => `      - {value: ${read(part)}}`));
  const sqrtS = source.sqrtSGeV;
  return (
    [
      '---',
      `name: ${quote(shorten(`Table ${String(index + 1)}: ${cleanText(one.label)}`))}`,
      `location: ${quote(context.permalink.length <= 256 ? context.permalink : 'Dark Portals')}`,
      `description: ${quote(`${one.title}. ${describeStatus(one)}. ${describeTitle(spec)}; ${spec.y.name} against ${spec.x.name}.`)}`,
      'keywords:',
      '  - {name: observables, values: ["LIMIT"]}',
      ...(sqrtS === undefined
        ? []
        : [`  - {name: cmenergies, values: [${writeYamlNumber(sqrtS)}]}`]),
      '  - {name: phrases, values: ["dark sector", "exclusion"]}',
      'independent_variables:',
      ...writeHeader(spec.x),
      '    values:',
      ...points.map(([x]) => `      - {value: ${writeYamlNumber(x)}}`),
      ...(hasParts
        ? ['  - header: {name: "part"}', '    values:', ...column(({ part }) => String(part))]
        : []),
      ...(hasEdges
        ? ['  - header: {name: "edge"}', '    values:', ...column(({ role }) => quote(role))]
        : []),
      'dependent_variables:',
      ...writeHeader(spec.y),
      '    qualifiers:',
      ...listQualifiers(one, parts, context).map(
        ([name, value, units]) =>
          `      - {name: ${quote(name)}, value: ${typeof value === 'number' ? writeYamlNumber(value) : quote(value)}${units === undefined ? '' : `, units: ${quote(units)}`}}`,
      ),
      '    values:',
      ...points.map(([, y]) => `      - {value: ${writeYamlNumber(y)}}`),
      '',
    ]
      .join('\n')
      // A limit without a point still is a table.
      .replaceAll(/values:\n(?= {2}-| {4}qual|\w|$)/gu, 'values: []\n')
  );
}

const writeHeader = (axis: FigureAxis): string[] => [
  `  - header: {name: ${quote(`${axis.name} ${axis.plain}`)}${axis.unitLabel === '' ? '' : `, units: ${quote(axis.unit)}`}}`,
];

type Qualifier = readonly [name: string, value: string | number, units?: string];

function listQualifiers(
  one: FigureSeries,
  parts: readonly FigurePart[],
  context: TakeAwayContext,
): Qualifier[] {
  const source = findSource(one, context);
  const keys = listKeys(one, source);
  const computed = describeComputed(one, context);
  return [
    [one.layer === 'own' ? 'CURVE' : 'LIMIT', one.limit],
    ['STATUS', describeStatus(one)],
    ...(one.layer === 'own' ? [] : [qualifyLevel(one)]),
    ...(source.process === undefined ? [] : [['RE', source.process] as const]),
    ...(source.channels === undefined ? [] : [['CHANNELS', source.channels.join(', ')] as const]),
    ...(source.sqrtSGeV === undefined ? [] : [['SQRT(S)', source.sqrtSGeV, 'GeV'] as const]),
    ['POINTS', describePoints(one, parts)],
    ...(computed === '' ? [] : [['COMPUTED', computed] as const]),
    ...(one.layer === 'own'
      ? []
      : [['TEXKEY', keys.length === 0 ? 'none known' : keys.join(', ')] as const]),
    ...(one.remark === undefined || one.layer === 'own' ? [] : [['REMARK', one.remark] as const]),
    ['SOURCE', `Dark Portals, ${describeVersion(context)}, ${context.permalink}`],
  ];
}

const qualifyLevel = ({ confidenceLevel: level }: FigureSeries): Qualifier =>
  level === undefined
    ? ['CONFIDENCE LEVEL', 'not stated']
    : ['CONFIDENCE LEVEL', toPercent(level), '%'];

function describePoints({ mark }: FigureSeries, parts: readonly FigurePart[]): string {
  const count = new Set(parts.map(({ part }) => part)).size;
  const which = (noun: string): string =>
    count > 1 ? `${noun} 1 to ${String(count)} by the variable "part"` : `${noun} 1`;
  switch (mark.kind) {
    case 'segments':
      return `${which('segment')}, points in order; ${mark.side === undefined ? 'a line that excludes nothing' : `values ${mark.side} are excluded`}`;
    case 'strips':
      return `${which('strip')}, points in order of each edge; values between lower and upper edge`;
    case 'rings':
      return `${which('ring')}, points in order along it, the last joined to the first; inside by the even-odd rule`;
    case 'markers':
      return 'values hold at these masses only';
  }
}

/** Text as a YAML literal: JSON's is one, and nothing ends it early. */
const quote = (text: string): string => JSON.stringify(cleanText(text));

/** In a form that readers of YAML 1.1 take as a number too: `1.0e-7`. */
const writeYamlNumber = (value: number): string =>
  writeDigits(value).replace(/^(-?\d+)e/u, '$1.0e');
