import type { FigureAxis, FigureSeries, FigureSpec, Path } from '../../figure/figure-spec.ts';
import { describeVersion } from './describe-take-away.ts';
import { type FigurePart, listParts } from './figure-curves.ts';
import type { LimitSource, TakeAwayContext } from './take-away-context.ts';

/** A figure as a file for programs. Fields are only ever added; a change of meaning raises `version`. */
export interface FigureFile {
  readonly format: 'dark-portals-figure';
  readonly version: 1;
  readonly plane: string;
  readonly title: string;
  readonly assumptions: string;
  readonly view: {
    /** Address of the page with exactly this view. */
    readonly permalink: string;
    /** The limit in focus, if any. */
    readonly highlight?: string;
  };
  /** The content the figure was drawn from. */
  readonly content: TakeAwayContext['contentVersion'];
  readonly howToCite: string;
  readonly axes: { readonly x: FileAxis; readonly y: FileAxis };
  /** In drawing order. */
  readonly series: readonly FileSeries[];
  /** Edges of the unions of published exclusions, not statistical combinations. Filled even-odd. */
  readonly outlines: readonly { readonly scope: 'ee' | 'laboratory'; readonly rings: Path[] }[];
  /** Lines of equal proper decay length [m]. */
  readonly lifetimes: readonly {
    readonly ctauM: number;
    readonly label: string;
    readonly segments: readonly Path[];
  }[];
  readonly lifetimeSource: string;
}

type FileAxis = Pick<
  FigureAxis,
  'quantity' | 'name' | 'symbol' | 'plain' | 'unit' | 'scale' | 'range'
>;

/** A limit with its facts; what is not known is absent. */
interface FileSeries
  extends
    Pick<
      FigureSeries,
      | 'limit'
      | 'title'
      | 'label'
      | 'reference'
      | 'year'
      | 'experiments'
      | 'experimentKind'
      | 'status'
      | 'derivedBy'
      | 'shape'
      | 'signature'
      | 'lifetime'
      | 'confidenceLevel'
      | 'isSuperseded'
      | 'layer'
      | 'remark'
    >,
    LimitSource {
  /** The excluded side of curves, in these axes. */
  readonly excludes?: 'above' | 'below';
  /** In the units of the axes; rings are filled even-odd. */
  readonly parts: readonly FigurePart[];
}

/** A figure as JSON, with everything that is needed to draw and to cite it. */
export function writeFigureJson(spec: FigureSpec, context: TakeAwayContext): string {
  const text = JSON.stringify(describeFile(spec, context), undefined, 1);
  // One point a line; no line end can be inside a string, so only structure is touched.
  return `${text.replaceAll(/\[\n\s*(-?[\d.e+-]+),\n\s*(-?[\d.e+-]+)\n\s*\]/gu, '[$1, $2]')}\n`;
}

function describeFile(spec: FigureSpec, context: TakeAwayContext): FigureFile {
  return {
    format: 'dark-portals-figure',
    version: 1,
    plane: spec.plane,
    title: spec.title,
    assumptions: spec.assumptions,
    view: {
      permalink: context.permalink,
      ...(spec.highlight === undefined ? {} : { highlight: spec.highlight }),
    },
    content: context.contentVersion,
    howToCite: `Cite the paper of every limit used, and the view: Dark Portals, ${describeVersion(context)}, ${context.permalink}`,
    axes: { x: describeAxis(spec.x), y: describeAxis(spec.y) },
    series: spec.series.map((one) => describeSeries(one, context.sources?.get(one.limit))),
    outlines: spec.outlines.map(({ scope, rings }) => ({ scope, rings: [...rings] })),
    lifetimes: spec.lifetimes.map(({ ctauM, label, segments }) => ({ ctauM, label, segments })),
    lifetimeSource: spec.lifetimeSource,
  };
}

const describeAxis = ({
  quantity,
  name,
  symbol,
  plain,
  unit,
  scale,
  range,
}: FigureAxis): FileAxis => ({ quantity, name, symbol, plain, unit, scale, range });

function describeSeries(one: FigureSeries, source: LimitSource = {}): FileSeries {
  const { mark } = one;
  return {
    limit: one.limit,
    title: one.title,
    label: one.label,
    ...(one.reference === undefined ? {} : { reference: one.reference }),
    ...source,
    ...(one.year === undefined ? {} : { year: one.year }),
    experiments: one.experiments,
    ...(one.experimentKind === undefined ? {} : { experimentKind: one.experimentKind }),
    status: one.status,
    derivedBy: one.derivedBy,
    shape: one.shape,
    signature: one.signature,
    lifetime: one.lifetime,
    ...(one.confidenceLevel === undefined ? {} : { confidenceLevel: one.confidenceLevel }),
    isSuperseded: one.isSuperseded,
    layer: one.layer,
    ...(one.remark === undefined ? {} : { remark: one.remark }),
    ...(mark.kind === 'segments' && mark.side !== undefined ? { excludes: mark.side } : {}),
    parts: listParts(mark),
  };
}
