import { fromFraction, toFraction } from '../../figure/axis-scale.ts';
import type {
  FigureAxis,
  FigureSeries,
  FigureSpec,
  Path,
  Point,
} from '../../figure/figure-spec.ts';
import { groupLegend, isColouredSeries } from '../../figure/legend.ts';
import { buildScene, type SceneLabel } from '../../figure/scene.ts';
import { estimateTextWidth } from '../../figure/text-width.ts';
import { listTicks } from '../../figure/ticks.ts';
import { describeAsOf, OUTLINE_LABELS } from '../../figure/words.ts';
import type { ColouredPart, TakeAwayContext } from './take-away-context.ts';

/** Points (1/72 inch) in a millimetre. */
const PT_PER_MM = 72 / 25.4;

/** One column of a journal [mm]. */
export const COLUMN_MM = 86;

const MARGIN = { left: 37, right: 6, top: 5, bottom: 25 };
const WIDTH = COLUMN_MM * PT_PER_MM;
const FRAME = { width: WIDTH - MARGIN.left - MARGIN.right, height: 148 };
const LEGEND = { fontPt: 5.6, rowPt: 7.4, gapPt: 3, sampleWidth: 15 };

/** Letter heights [pt]. */
export const FONTS = { title: 9, tick: 7.5, legend: LEGEND.fontPt };

/** Widths of edges [pt]. */
export const WIDTHS = { thin: 0.5, normal: 0.8, strong: 1.2, context: 0.4, frame: 0.6 };

/** Dash patterns, on and off in turn [pt]. */
export const DASHES: Readonly<Record<FigureSeries['style']['line'], readonly number[]>> = {
  solid: [],
  dashed: [3.4, 2],
  dotted: [0.8, 1.5],
  'dash-dot': [4, 1.5, 0.8, 1.5],
};

/** Opacity of coloured regions; results of one colour share it. */
export const TINT_OPACITY = 0.12;

export const LIFETIME_COLOUR = '#625d56';
export const INK = '#1a1917';

/** A text in the frame, centred at fractions of it. */
export interface PlotLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Counter-clockwise [degree]. */
  readonly angle: number;
  readonly fontPt: number;
  readonly colour: string;
}

/** A line of the legend below the frame, its sample beginning there [pt from the lower left corner]. */
export interface LegendEntry {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly widthPt: number;
  readonly dash: readonly number[];
  readonly opacity: number;
  /** What stands before the text; none where a long text goes on. */
  readonly sample: 'line' | 'marker' | 'hatched' | 'none';
}

/** How an outline of a combined limit is drawn. */
export interface OutlineStyle {
  readonly colour: string;
  readonly widthPt: number;
  readonly opacity: number;
}

export interface PlotTick {
  readonly value: number;
  /** Empty on ticks without a number. */
  readonly label: string;
}

/** A figure laid out for one column of a journal [pt, from the lower left corner]. */
export interface PlotLayout {
  readonly width: number;
  readonly height: number;
  readonly frame: {
    readonly left: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
  };
  readonly ticks: { readonly x: readonly PlotTick[]; readonly y: readonly PlotTick[] };
  readonly labels: readonly PlotLabel[];
  readonly legend: readonly LegendEntry[];
}

/** Lays a figure out: names on the curves where they fit, the other coloured results in a legend. */
export function layOutPlot(spec: FigureSpec, context: TakeAwayContext): PlotLayout {
  const labels = placeNames(spec, context);
  const named = new Set(labels.map(({ limit }) => limit));
  const entries = listLegendRows(spec, context, named);
  const columns = entries.some(({ text }) => measure(text, LEGEND.fontPt) > WIDTH / 2 - 22) ? 1 : 2;
  const rows = columns === 1 ? entries.flatMap(wrapRow) : entries;
  const legendHeight =
    rows.length === 0 ? 0 : Math.ceil(rows.length / columns) * LEGEND.rowPt + LEGEND.gapPt;
  const perColumn = Math.ceil(rows.length / columns);
  return {
    width: WIDTH,
    height: FRAME.height + MARGIN.top + MARGIN.bottom + legendHeight,
    frame: { left: MARGIN.left, bottom: MARGIN.bottom + legendHeight, ...FRAME },
    ticks: {
      x: listPlotTicks(spec.x, FRAME.width, 26),
      y: listPlotTicks(spec.y, FRAME.height, 16),
    },
    labels: labels.map(({ label }) => label),
    legend: rows.map((row, i) => ({
      ...row,
      x: 3 + Math.floor(i / perColumn) * (WIDTH / 2),
      y: legendHeight - LEGEND.gapPt - ((i % perColumn) + 0.5) * LEGEND.rowPt,
    })),
  };
}

const measure = (text: string, fontPt: number): number => estimateTextWidth(text, fontPt);

/** Ticks are chosen in pixels of a screen, half as wide as points here. */
const listPlotTicks = (axis: FigureAxis, lengthPt: number, spacingPt: number): PlotTick[] =>
  listTicks(axis, lengthPt * 2, spacingPt * 2).map(({ value, label }) => ({ value, label }));

/** Labels are placed by the figure's own rules, on a frame three times as large [px per pt]. */
const ZOOM = 3;

function placeNames(
  spec: FigureSpec,
  context: TakeAwayContext,
): { readonly limit: string; readonly label: PlotLabel }[] {
  const size = { width: FRAME.width * ZOOM, height: FRAME.height * ZOOM };
  const scene = buildScene(spec, {
    size,
    labelPx: { primary: 6 * ZOOM, secondary: 4.9 * ZOOM },
    tolerancePx: 0.3,
    columnPx: 0.6,
    measureText: estimateTextWidth,
    isShown: () => true,
  });
  const place = (
    { text, x, y, angle, fontPx }: Omit<SceneLabel, 'series'>,
    colour: string,
  ): PlotLabel => ({
    text,
    x: round(x / size.width, 4),
    y: round(1 - y / size.height, 4),
    angle: round(-angle, 1),
    fontPt: round(fontPx / ZOOM, 1),
    colour,
  });
  return [
    ...scene.lifetimes.flatMap(({ label }) =>
      label === undefined ? [] : [{ limit: '', label: place(label, LIFETIME_COLOUR) }],
    ),
    ...scene.labels.map(({ series, ...label }) => ({
      limit: series.limit,
      label: place(label, colourSeries(series, 'text', context)),
    })),
  ];
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

const chooseSample = ({ mark, style }: FigureSeries): LegendEntry['sample'] =>
  mark.kind === 'markers' ? 'marker' : style.fill === 'hatched' ? 'hatched' : 'line';

/** A text that is too long for the page, in as many rows as it takes. */
function wrapRow(row: LegendRow): LegendRow[] {
  const lines: string[] = [];
  for (const word of row.text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && measure(longer, LEGEND.fontPt) < WIDTH - 26)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((text, i) => (i === 0 ? { ...row, text } : { ...row, text, sample: 'none' }));
}

type LegendRow = Omit<LegendEntry, 'x' | 'y'>;

function listLegendRows(
  spec: FigureSpec,
  context: TakeAwayContext,
  named: ReadonlySet<string>,
): LegendRow[] {
  const unnamed = groupLegend(spec.series).flatMap(({ series }) =>
    series.filter((one) => isColouredSeries(one) && !named.has(one.limit)),
  );
  const plain = { opacity: 1, sample: 'line' } as const;
  const date = describeAsOf(spec);
  return [
    ...(date === ''
      ? []
      : [{ ...plain, text: date, colour: INK, widthPt: 0, dash: [], sample: 'none' as const }]),
    ...unnamed.map((one) => ({
      ...plain,
      text: one.label,
      colour: readColour(context.colourOf(one, 'line')),
      widthPt: WIDTHS[one.style.weight],
      dash: DASHES[one.style.line],
      sample: chooseSample(one),
    })),
    ...spec.outlines.map(({ scope }) => ({
      ...plain,
      ...styleOutline(scope, context),
      text: OUTLINE_LABELS[scope],
      dash: [],
    })),
    ...(spec.lifetimes.length === 0
      ? []
      : [
          {
            ...plain,
            text: spec.lifetimes.map(({ label }) => label).join(', '),
            colour: LIFETIME_COLOUR,
            widthPt: WIDTHS.thin,
            dash: DASHES.dotted,
          },
        ]),
  ];
}

export const styleOutline = (
  scope: 'ee' | 'laboratory',
  context: TakeAwayContext,
): OutlineStyle => ({
  colour: readColour(context.outlineColourOf(scope)),
  widthPt: scope === 'ee' ? 2.6 : 0.45,
  opacity: scope === 'ee' ? 0.3 : 1,
});

/**
 * A colour fit to stand in a program.
 * @throws where it is not `#rrggbb`: no other text may come in as a colour
 */
export function readColour(colour: string): string {
  if (!/^#[0-9a-f]{6}$/iu.test(colour)) throw new RangeError(`"${colour}" is no colour #rrggbb.`);
  return colour.toLowerCase();
}

export const colourSeries = (
  one: FigureSeries,
  part: ColouredPart,
  context: TakeAwayContext,
): string => readColour(context.colourOf(one, part));

/**
 * The edges of a combined limit worth drawing: not those along the frame, nor where a mass range
 * ends and the ring climbs straight to the top of the frame.
 */
export function listOutlineEdges(ring: Path, { x, y }: Pick<FigureSpec, 'x' | 'y'>): Path[] {
  const edges: Point[][] = [];
  let edge: Point[] = [];
  const flush = (): void => {
    if (edge.length > 1) edges.push(edge);
    edge = [];
  };
  for (const [i, point] of ring.entries()) {
    const before = ring[i - 1];
    if (before !== undefined && isOnFrame(before, point, x, y)) flush();
    edge.push(point);
  }
  flush();
  return edges;
}

function isOnFrame(a: Point, b: Point, x: FigureAxis, y: FigureAxis): boolean {
  const [ax, bx] = [toFraction(x, a[0]), toFraction(x, b[0])];
  const [ay, by] = [toFraction(y, a[1]), toFraction(y, b[1])];
  const isAlong = (from: number, to: number): boolean =>
    Math.max(from, to) < 1e-3 || Math.min(from, to) > 1 - 1e-3;
  const isClimb = Math.abs(ax - bx) < 4e-4 && Math.max(ay, by) > 1 - 1e-3;
  return isAlong(ax, bx) || isAlong(ay, by) || isClimb;
}

/** A value on an axis from a fraction of it, five digits. */
export const valueAt = (axis: FigureAxis, fraction: number): number =>
  Number(fromFraction(axis, fraction).toPrecision(5));
