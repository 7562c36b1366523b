import type { FigureAxis, FigureSeries, FigureSpec } from '../../figure/figure-spec.ts';
import { cleanText } from './clean-text.ts';
import { describeStatus, describeTakeAway, describeVersion } from './describe-take-away.ts';
import { type FigurePart, listParts } from './figure-curves.ts';
import { listKeys } from './list-keys.ts';
import type { TakeAwayContext } from './take-away-context.ts';

/**
 * A figure as HEPData's single-file YAML (schema 1.1.1): a first document about the whole, then a
 * table per shown limit. A table has a row per point. Where a limit has several segments, strips or
 * rings, further independent variables say which one a point belongs to.
 */
export function writeHepdata(spec: FigureSpec, context: TakeAwayContext): string {
  const comment = [
    ...describeTakeAway(spec, context).filter((line) => !line.startsWith('Limit: ')),
    'The numbers are those of the figure, in its units, collected by Dark Portals; they are no submission of the experiments.',
  ];
  const tables = spec.series.map((one, i) => writeTable(one, i, spec, context));
  return [`---\ncomment: ${quote(comment.map(cleanText).join(' | '))}\n`, ...tables].join('');
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
  const source = context.sources?.get(one.limit) ?? {};
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
      `description: ${quote(`${one.title}. ${describeStatus(one)}. ${spec.title}; ${spec.y.name} against ${spec.x.name}.`)}`,
      'keywords:',
      '  - {name: observables, values: ["LIMIT"]}',
      ...(sqrtS === undefined ? [] : [`  - {name: cmenergies, values: [${writeNumber(sqrtS)}]}`]),
      '  - {name: phrases, values: ["dark sector", "exclusion"]}',
      'independent_variables:',
      ...writeHeader(spec.x),
      '    values:',
      ...points.map(([x]) => `      - {value: ${writeNumber(x)}}`),
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
          `      - {name: ${quote(name)}, value: ${typeof value === 'number' ? writeNumber(value) : quote(value)}${units === undefined ? '' : `, units: ${quote(units)}`}}`,
      ),
      '    values:',
      ...points.map(([, y]) => `      - {value: ${writeNumber(y)}}`),
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
  const source = context.sources?.get(one.limit) ?? {};
  const keys = listKeys(one, source);
  return [
    ['LIMIT', one.limit],
    ['STATUS', describeStatus(one)],
    [
      'CONFIDENCE LEVEL',
      ...(one.confidenceLevel === undefined
        ? (['not stated'] as const)
        : ([Number((one.confidenceLevel * 100).toPrecision(6)), '%'] as const)),
    ],
    ...(source.process === undefined ? [] : [['RE', source.process] as const]),
    ...(source.channels === undefined ? [] : [['CHANNELS', source.channels.join(', ')] as const]),
    ...(source.sqrtSGeV === undefined ? [] : [['SQRT(S)', source.sqrtSGeV, 'GeV'] as const]),
    ['POINTS', describePoints(one, parts)],
    ['TEXKEY', keys.length === 0 ? 'none known' : keys.join(', ')],
    ...(one.remark === undefined ? [] : [['REMARK', one.remark] as const]),
    ['SOURCE', `Dark Portals, ${describeVersion(context)}, ${context.permalink}`],
  ];
}

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

/** Shortest digits, in a form that readers of YAML 1.1 take as a number too: `1.0e-7`. */
const writeNumber = (value: number): string => String(value).replace(/^(-?\d+)e/u, '$1.0e');
