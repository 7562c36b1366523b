import { baseLimit, isScaled } from '../../figure/base-limit.ts';
import type {
  FigureAxis,
  FigureOutline,
  FigureSeries,
  FigureSpec,
  Path,
} from '../../figure/figure-spec.ts';
import { describeOutlines } from '../../figure/words.ts';
import {
  describeComputed,
  describeNumbers,
  describeStatus,
  describeVersion,
} from './describe-take-away.ts';
import { type FigurePart, listParts } from './figure-curves.ts';
import { findSource, type LimitSource, type TakeAwayContext } from './take-away-context.ts';

/** A figure as a file for programs. Fields are only ever added; a change of meaning raises `version`. */
export interface FigureFile {
  readonly format: 'dark-portals-figure';
  readonly version: 1;
  readonly plane: string;
  readonly title: string;
  readonly assumptions: string;
  /** The year at the end of which the figure stands, absent where it is today's. */
  readonly asOf?: number;
  readonly view: {
    /** Address of the page with exactly this view. */
    readonly permalink: string;
    /** The limit in focus, if any. */
    readonly highlight?: string;
  };
  /** The content the figure was drawn from. */
  readonly content: TakeAwayContext['contentVersion'];
  readonly howToCite: string;
  /** What the numbers are. */
  readonly numbers: string;
  readonly axes: { readonly x: FileAxis; readonly y: FileAxis };
  /** In drawing order. */
  readonly series: readonly FileSeries[];
  /** Edges of the unions of published exclusions, not statistical combinations. Filled even-odd. */
  readonly outlines: readonly FigureOutline[];
  /** What must be known to read the outlines, a sentence each. */
  readonly outlineNotes: readonly string[];
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
      | 'shape'
      | 'signature'
      | 'lifetime'
      | 'confidenceLevel'
      | 'isSuperseded'
      | 'layer'
      | 'remark'
    >,
    LimitSource {
  /** `scaled` is naive scaling with luminosity, `own` a curve of the reader: neither is published. */
  readonly status: FigureSeries['status'] | 'scaled' | 'own';
  readonly derivedBy: FigureSeries['derivedBy'] | 'reader';
  /** The published limit that was scaled. */
  readonly scaledFrom?: string;
  /** What of the points was computed from the published table, beyond their units. */
  readonly computed?: string;
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
    ...(spec.asOf === undefined ? {} : { asOf: spec.asOf }),
    view: {
      permalink: context.permalink,
      ...(spec.highlight === undefined ? {} : { highlight: spec.highlight }),
    },
    content: context.contentVersion,
    howToCite: `Cite the paper of every limit used, and the view: Dark Portals, ${describeVersion(context)}, ${context.permalink}`,
    numbers: describeNumbers(spec, 'entry'),
    axes: { x: describeAxis(spec.x), y: describeAxis(spec.y) },
    series: spec.series.map((one) => describeSeries(one, context)),
    outlines: spec.outlines.map(({ scope, levels, rings }) => ({ scope, levels, rings })),
    outlineNotes: describeOutlines(spec),
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

function describeSeries(one: FigureSeries, context: TakeAwayContext): FileSeries {
  const { mark } = one;
  const isOwn = one.layer === 'own';
  const computed = [isScaled(one) ? describeStatus(one) : '', describeComputed(one, context)]
    .filter((part) => part !== '')
    .join('; ');
  const remark = isOwn ? describeStatus(one) : one.remark;
  return {
    limit: one.limit,
    title: one.title,
    label: one.label,
    ...(one.reference === undefined ? {} : { reference: one.reference }),
    ...findSource(one, context),
    ...(one.year === undefined ? {} : { year: one.year }),
    experiments: one.experiments,
    ...(one.experimentKind === undefined ? {} : { experimentKind: one.experimentKind }),
    status: isOwn ? 'own' : isScaled(one) ? 'scaled' : one.status,
    derivedBy: isOwn ? 'reader' : one.derivedBy,
    ...(isScaled(one) ? { scaledFrom: baseLimit(one.limit) } : {}),
    ...(computed === '' ? {} : { computed }),
    shape: one.shape,
    signature: one.signature,
    lifetime: one.lifetime,
    ...(one.confidenceLevel === undefined ? {} : { confidenceLevel: one.confidenceLevel }),
    isSuperseded: one.isSuperseded,
    layer: one.layer,
    ...(remark === undefined ? {} : { remark }),
    ...(mark.kind === 'segments' && mark.side !== undefined ? { excludes: mark.side } : {}),
    parts: listParts(mark),
  };
}
