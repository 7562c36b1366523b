import type { FigureAxis, FigureSeries, FigureSpec } from '../../figure/figure-spec.ts';
import { describeOutlines, describeTitle, toPercent } from '../../figure/words.ts';
import {
  type HepdataVariable,
  LOCATION_LENGTH,
  NAME_LENGTH,
  type Qualifier,
  quote,
  shorten,
  writeKeywords,
  writeVariables,
} from '../hepdata/hepdata-yaml.ts';
import { writeReaction } from '../hepdata/write-reaction.ts';
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

function writeTable(
  one: FigureSeries,
  index: number,
  spec: FigureSpec,
  context: TakeAwayContext,
): string {
  const parts = listParts(one.mark);
  const source = findSource(one, context);
  const points = parts.flatMap(({ points }) => points);
  const column = (read: (part: FigurePart) => string): string[] =>
    parts.flatMap((part) => part.points.map(() => read(part)));
  const { permalink } = context;
  const sqrtS = source.sqrtSGeV;
  const independent: HepdataVariable[] = [
    { ...nameAxis(spec.x), values: points.map(([x]) => writeDigits(x)) },
    ...(new Set(parts.map(({ part }) => part)).size > 1
      ? [{ name: 'part', values: column(({ part }) => String(part)) }]
      : []),
    ...(one.mark.kind === 'strips'
      ? [{ name: 'edge', values: column(({ role }) => role), areWords: true }]
      : []),
  ];
  const dependent: HepdataVariable = {
    ...nameAxis(spec.y),
    qualifiers: listQualifiers(one, parts, context),
    values: points.map(([, y]) => writeDigits(y)),
  };
  return [
    '---',
    `name: ${quote(shorten(`Table ${String(index + 1)}: ${one.label}`, NAME_LENGTH))}`,
    `location: ${quote(permalink.length <= LOCATION_LENGTH ? permalink : 'Dark Portals')}`,
    `description: ${quote(`${one.title}. ${describeStatus(one)}. ${describeTitle(spec)}; ${spec.y.name} against ${spec.x.name}.`)}`,
    ...writeKeywords({
      observables: ['CLS'],
      ...(sqrtS === undefined ? {} : { cmenergies: [writeDigits(sqrtS)] }),
      phrases: ['dark sector', 'exclusion'],
    }),
    writeVariables(independent, [dependent]),
  ].join('\n');
}

const nameAxis = (axis: FigureAxis): Pick<HepdataVariable, 'name' | 'units'> => ({
  name: `${axis.name} ${axis.plain}`,
  ...(axis.unitLabel === '' ? {} : { units: axis.unit }),
});

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
    ...(source.process === undefined ? [] : [['RE', writeReaction(source.process)] as const]),
    ...(source.channels === undefined ? [] : [['CHANNELS', source.channels.join(', ')] as const]),
    ...(source.sqrtSGeV === undefined
      ? []
      : [['SQRT(S)', { digits: writeDigits(source.sqrtSGeV) }, 'GeV'] as const]),
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
    : ['CONFIDENCE LEVEL', { digits: writeDigits(toPercent(level)) }, '%'];

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
