import type { FigureAxis, FigureSeries, FigureSpec } from '../../figure/figure-spec.ts';
import { sortKeys } from './list-keys.ts';
import type { TakeAwayContext } from './take-away-context.ts';

/** A confidence level as readers write it. */
export const describeConfidence = (one: Pick<FigureSeries, 'confidenceLevel'>): string =>
  one.confidenceLevel === undefined
    ? 'CL not stated'
    : `${String(Number((one.confidenceLevel * 100).toPrecision(6)))} % CL`;

/** What kind of statement a curve is, in words. */
export function describeStatus(one: FigureSeries): string {
  const by: Readonly<Record<FigureSeries['derivedBy'], string>> = {
    collaboration: '',
    reinterpretation: ', reinterpretation',
    compilation: ', compilation',
    'this-project': ', computed by Dark Portals',
  };
  return `${one.status}${by[one.derivedBy]}${one.isSuperseded ? ', superseded' : ''}`;
}

/** The content a figure was drawn from. */
export const describeVersion = ({ contentVersion: { date, commit } }: TakeAwayContext): string =>
  `content of ${date}${commit === '' ? '' : ` (${commit})`}`;

/** Where a figure comes from and how it is cited, for comments at the top of a file. */
export function describeTakeAway(spec: FigureSpec, context: TakeAwayContext): string[] {
  return [
    `Figure: ${spec.title}`,
    describeAxis('x', spec.x),
    describeAxis('y', spec.y),
    `Assumptions: ${spec.assumptions}`,
    `This view: ${context.permalink}`,
    `Content: Dark Portals, ${describeVersion(context)}`,
    'How to cite: the paper of every limit used (keys of INSPIRE below), and this view with its content version.',
    'Curves: every published point with its digits, in the units of the axes; outlines of best limits and lines of lifetime as drawn.',
    ...(spec.outlines.length === 0
      ? []
      : [
          'Best limits: the edge of the union of published exclusions, not a statistical combination.',
        ]),
    ...(spec.lifetimes.length === 0 ? [] : [`Lifetimes: ${spec.lifetimeSource}`]),
    ...spec.series.map((one) => describeSeries(one, context)),
  ];
}

function describeAxis(name: 'x' | 'y', axis: FigureAxis): string {
  const unit = axis.unitLabel === '' ? 'no unit' : axis.unitLabel;
  const [from, to] = axis.range.map(String);
  const scale = axis.scale === 'log' ? 'logarithmic' : 'linear';
  return `Axis ${name}: ${axis.name}, ${axis.plain} [${unit}], ${scale} from ${from ?? ''} to ${to ?? ''}`;
}

function describeSeries(one: FigureSeries, context: TakeAwayContext): string {
  const { paper, data, others } = sortKeys(one, context.sources?.get(one.limit));
  return [
    `Limit: ${one.limit}`,
    one.label,
    paper === undefined ? 'no paper of the analysis known' : `cite ${paper}`,
    ...(data === undefined ? [] : [`numbers from ${data}`]),
    ...(others.length === 0 ? [] : [`after ${others.join(', ')}`]),
    describeConfidence(one),
    describeStatus(one),
    ...(one.remark === undefined ? [] : [one.remark]),
  ].join('; ');
}
