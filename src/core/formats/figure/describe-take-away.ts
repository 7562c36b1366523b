import { isScaled } from '../../figure/base-limit.ts';
import type { FigureAxis, FigureSeries, FigureSpec } from '../../figure/figure-spec.ts';
import {
  describeLevel,
  describeOrigin,
  describeOutlines,
  describeTitle,
} from '../../figure/words.ts';
import { sortKeys } from './list-keys.ts';
import { findSource, type TakeAwayContext } from './take-away-context.ts';
import { writeNumber } from './write-number.ts';

/** What kind of statement a curve is, in words. */
export function describeStatus(one: FigureSeries): string {
  const origin = describeOrigin(one.derivedBy, one.layer);
  if (one.layer === 'own') return `${origin}, not a published result`;
  const kind = isScaled(one) ? [origin, 'all else unchanged'] : [one.status, origin];
  return [...kind, one.isSuperseded ? 'superseded' : ''].filter((part) => part !== '').join(', ');
}

/** What of a curve was computed from its published table, beyond units and scaling; empty where nothing was. */
export function describeComputed(one: FigureSeries, context: TakeAwayContext): string {
  const range = findSource(one, context).massRangeGeV?.map(writeNumber);
  return [
    one.shape === 'ratio-map' && 'contour where the published ratio is 1',
    one.mark.kind === 'strips' && 'edges cut to the masses that both have',
    range !== undefined && `cut to where it holds on this plane, ${range.join(' to ')} GeV`,
  ]
    .filter((part) => part !== false)
    .join('; ');
}

/** The content a figure was drawn from. */
export const describeVersion = ({ contentVersion: { date, commit } }: TakeAwayContext): string =>
  `content of ${date}${commit === '' ? '' : ` (${commit})`}`;

/** What a figure is, where it comes from and how it is cited, for comments at the top of a file. */
export const describeView = (spec: FigureSpec, context: TakeAwayContext): string[] => [
  `Figure: ${describeTitle(spec)}`,
  describeAxis('x', spec.x),
  describeAxis('y', spec.y),
  `Assumptions: ${spec.assumptions}`,
  `This view: ${context.permalink}`,
  `Content: Dark Portals, ${describeVersion(context)}`,
  'How to cite: the paper of every limit used (keys of INSPIRE below), and this view with its content version.',
];

/** What the numbers of a file are that has all of them. */
export const describeNumbers = (
  { methods = [] }: Pick<FigureSpec, 'methods'>,
  place: 'line' | 'entry' | 'table',
): string =>
  methods.length > 0
    ? `Curves: computed by Dark Portals from the published limits with the method of ${methods.join(' and ')}, thinned to what a screen shows; no results of the experiments.`
    : `Curves: every point of the published tables, with its digits; converted to the units of these axes, with 12; what is computed says so in its ${place}.`;

/** What is drawn beside the limits, and each limit in a line. */
export const describeDrawn = (spec: FigureSpec, context: TakeAwayContext): string[] => [
  ...(spec.outlines.length === 0
    ? []
    : [
        [
          'Best limits: as drawn, the edge of the union of published exclusions, not a statistical combination.',
          ...describeOutlines(spec),
        ].join(' '),
      ]),
  ...(spec.lifetimes.length === 0 ? [] : [`Lifetimes: lines as drawn. ${spec.lifetimeSource}`]),
  ...spec.series.map((one) => describeSeries(one, context)),
];

function describeAxis(name: 'x' | 'y', axis: FigureAxis): string {
  const unit = axis.unitLabel === '' ? 'no unit' : axis.unitLabel;
  const [from, to] = axis.range.map(writeNumber);
  const scale = axis.scale === 'log' ? 'logarithmic' : 'linear';
  return `Axis ${name}: ${axis.name}, ${axis.plain} [${unit}], ${scale} from ${from ?? ''} to ${to ?? ''}`;
}

function describeSeries(one: FigureSeries, context: TakeAwayContext): string {
  if (one.layer === 'own') return `Curve: ${one.limit}; ${one.label}; ${describeStatus(one)}`;
  const { paper, data, others } = sortKeys(one, findSource(one, context));
  const computed = describeComputed(one, context);
  return [
    `Limit: ${one.limit}`,
    one.label,
    paper === undefined ? 'no paper of the analysis known' : `cite ${paper}`,
    ...(data === undefined ? [] : [`numbers from ${data}`]),
    ...(others.length === 0 ? [] : [`after ${others.join(', ')}`]),
    describeLevel(one.confidenceLevel),
    describeStatus(one),
    ...(computed === '' ? [] : [computed]),
    ...(one.remark === undefined ? [] : [one.remark]),
  ].join('; ');
}
