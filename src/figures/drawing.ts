import { type PixelPath, type Size, toFraction } from '../core/figure/axis-scale.ts';
import type {
  FigureAxis,
  FigureSeries,
  FigureSpec,
  StyleRole,
} from '../core/figure/figure-spec.ts';
import { describeFrame } from '../core/figure/figure-frame.ts';
import { isColouredSeries } from '../core/figure/legend.ts';
import { type MathRun, parsePlainMath } from '../core/figure/plain-math.ts';
import { buildScene, type Scene, type SceneLabel, type SceneSeries } from '../core/figure/scene.ts';
import { estimateTextWidth } from '../core/figure/text-width.ts';
import { listTicks, type Tick } from '../core/figure/ticks.ts';
import { describeAsOf } from '../core/figure/words.ts';
import type { FigureLayout } from './layout.ts';
import {
  DASHES,
  GREY_WIDTH,
  HAIRLINE,
  HALO_WIDTH,
  HATCH,
  inkVariable,
  LEADER_WIDTH,
  LIFETIME_LINE,
  LIGHT_FILL_OPACITY,
  lineVariable,
  MARKER,
  OUTLINES,
  WEIGHTS,
} from './palette.ts';
import { groupBy } from '../core/group-by.ts';

/** A colour of the palette by the name of its custom property; each theme gives it a value. */
export type Colour = string;

export interface Stroke {
  readonly colour: Colour;
  /** [px] */
  readonly width: number;
  /** Lengths of dashes and gaps [px], empty for a solid line. */
  readonly dash: readonly number[];
  /** 1 where absent. */
  readonly opacity?: number;
}

/** What a primitive is in the figure: the page's style sheet has a rule for each. */
export type Part =
  | 'grid'
  | 'lifetime'
  | 'grey'
  | 'sky'
  | 'clear'
  | 'light'
  | 'edge'
  | 'leader'
  | 'outline-ee'
  | 'outline-laboratory'
  | 'ticks';

/** Lines, or regions filled even-odd. */
export interface PathPrimitive {
  readonly kind: 'path';
  readonly part: Part;
  readonly paths: readonly PixelPath[];
  readonly isClosed: boolean;
  readonly fill?: Colour;
  readonly stroke?: Stroke;
  /** The look of the series it belongs to. */
  readonly style?: StyleRole;
}

/** A region, even-odd, filled with parallel lines. */
export interface HatchPrimitive {
  readonly kind: 'hatch';
  readonly areas: readonly PixelPath[];
  readonly stroke: Stroke;
  /** Distance of the lines [px]. */
  readonly spacing: number;
}

/** Open circles at tested points. */
export interface CirclesPrimitive {
  readonly kind: 'circles';
  readonly centres: PixelPath;
  readonly radius: number;
  readonly fill: Colour;
  readonly stroke: Stroke;
  readonly style: StyleRole;
}

/** One line of text. */
export interface TextPrimitive {
  readonly kind: 'text';
  readonly part: 'tick' | 'title' | 'label' | 'main-label' | 'lifetime-label';
  readonly runs: readonly MathRun[];
  /** The point the text is placed and turned about [px]. */
  readonly at: readonly [x: number, y: number];
  /** The baseline below that point, in the direction of the text's own height [px]. */
  readonly drop: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Clockwise [degree]. */
  readonly angle: number;
  readonly fontPx: number;
  readonly colour: Colour;
  /** Width of the background's colour around the letters [px]; none where absent. */
  readonly haloPx?: number;
  readonly style?: StyleRole;
}

/** A typeset formula. */
export interface FormulaPrimitive {
  readonly kind: 'formula';
  /** Absolute M, L, Q, C, Z in thousandths of an em. */
  readonly d: string;
  /** Where its left end stands on the baseline [px]. */
  readonly at: readonly [x: number, y: number];
  readonly fontPx: number;
  readonly colour: Colour;
}

/** What is laid on as a whole, so that overlaps stay one tint. */
export interface TintPrimitive {
  readonly kind: 'tint';
  readonly opacity: number;
  readonly items: readonly Primitive[];
}

/** The frame of the figure. */
export interface FramePrimitive {
  readonly kind: 'frame';
  readonly stroke: Stroke;
}

export type Primitive =
  | PathPrimitive
  | HatchPrimitive
  | CirclesPrimitive
  | TextPrimitive
  | FormulaPrimitive
  | TintPrimitive
  | FramePrimitive;

/** A figure as what to draw, in order. Every writer of files draws this and nothing else. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The frame; all coordinates are relative to its upper left corner [px]. */
  readonly frame: Size & { readonly left: number; readonly top: number };
  readonly title: string;
  readonly description: string;
  readonly paper: Colour;
  /** Cut at the frame. */
  readonly inside: readonly Primitive[];
  /** Frame, axes and labels, drawn after and not cut. */
  readonly around: readonly Primitive[];
  /** What it was drawn from, in pixels of the frame: where a pointer finds the curves. */
  readonly scene: Scene;
}

/** How a figure is laid out, and what of it is drawn. */
export interface DrawingOptions {
  readonly layout: FigureLayout;
  /** Whether a series is drawn; by default those that do not start hidden. */
  readonly isShown?: (series: FigureSeries) => boolean;
}

const INK = '--fig-ink';
const PAPER = '--fig-paper';

/** Everything a figure consists of, in drawing order. */
export function buildDrawing(spec: FigureSpec, options: DrawingOptions): Drawing {
  const { layout } = options;
  const { width, height, margin, tickPx } = layout;
  const frame = {
    left: margin.left,
    top: margin.top,
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const scene = buildScene(spec, {
    size: frame,
    labelPx: layout.labelPx,
    tolerancePx: layout.tolerancePx,
    columnPx: layout.columnPx,
    measureText: estimateTextWidth,
    ...(options.isShown === undefined ? {} : { isShown: options.isShown }),
  });
  const isBare = tickPx === 0;
  const scale = layout.lineScale ?? 1;
  const axes: Axes = {
    x: isBare ? [] : listTicks(spec.x, frame.width, tickPx * 3.4),
    y: isBare ? [] : listTicks(spec.y, frame.height, tickPx * 2.2),
    size: frame,
    spec,
    scale,
  };
  return {
    width,
    height,
    frame,
    title: spec.title,
    description: `${describeFrame(spec)} ${spec.finding}`,
    paper: PAPER,
    inside: [...drawGrid(axes), ...drawScene(scene, layout, scale)],
    around: [
      { kind: 'frame', stroke: drawLine(INK, HAIRLINE, scale) },
      ...(isBare
        ? []
        : [...drawTicks(axes, layout), ...drawTitles(axes, layout), ...drawDate(axes, layout)]),
      ...scene.lifetimes
        .flatMap(({ label }) => (label === undefined ? [] : [label]))
        .map((label): TextPrimitive => ({
          ...placeText(label, scale),
          part: 'lifetime-label',
          colour: inkVariable('context'),
        })),
      ...scene.labels.flatMap((label) => drawLeader(label, scale)),
      ...scene.labels.map((label) => drawLabel(label, scale)),
    ],
    scene,
  };
}

interface Axes {
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  readonly size: Size;
  readonly spec: FigureSpec;
  readonly scale: number;
}

const drawLine = (
  colour: Colour,
  width: number,
  scale: number,
  dash: readonly number[] = [],
): Stroke => ({ colour, width: width * scale, dash: dash.map((length) => length * scale) });

function drawGrid({ x, y, size, spec, scale }: Axes): Primitive[] {
  const inner = (axis: FigureAxis, ticks: readonly Tick[]): number[] =>
    ticks
      .filter((tick) => tick.kind === 'major')
      .map((tick) => toFraction(axis, tick.value))
      .filter((at) => at > 0.001 && at < 0.999);
  const paths: PixelPath[] = [
    ...inner(spec.x, x).map((at): PixelPath => [
      [at * size.width, 0],
      [at * size.width, size.height],
    ]),
    ...inner(spec.y, y).map((at): PixelPath => [
      [0, (1 - at) * size.height],
      [size.width, (1 - at) * size.height],
    ]),
  ];
  return paths.length === 0
    ? []
    : [
        {
          kind: 'path',
          part: 'grid',
          paths,
          isClosed: false,
          stroke: drawLine('--fig-grid', HAIRLINE, scale),
        },
      ];
}

function drawScene(scene: Scene, { hasGreyEdges }: FigureLayout, scale: number): Primitive[] {
  const withFill = (kind: StyleRole['fill']): SceneSeries[] =>
    scene.series.filter((one) => one.series.style.fill === kind && one.areas.length > 0);
  return [
    ...scene.lifetimes.map(({ edges }): Primitive => ({
      kind: 'path',
      part: 'lifetime',
      paths: edges,
      isClosed: false,
      stroke: drawLine(
        lineVariable({ hue: 'context', shade: 0 }),
        LIFETIME_LINE.width,
        scale,
        LIFETIME_LINE.dash,
      ),
    })),
    ...withFill('grey').map(drawGrey),
    // On the greys below, the tints would be mud.
    ...withFill('light').map(({ areas }): Primitive => ({
      kind: 'path',
      part: 'clear',
      paths: areas,
      isClosed: true,
      fill: PAPER,
    })),
    ...drawTints(withFill('light')),
    ...withFill('hatched').map(({ series, areas }): Primitive => ({
      kind: 'hatch',
      areas,
      stroke: drawLine(lineVariable(series.style), HATCH.width, scale),
      spacing: HATCH.spacing * scale,
    })),
    ...(hasGreyEdges
      ? scene.series.filter((one) => !isColoured(one)).flatMap((one) => drawEdges(one, scale))
      : []),
    ...scene.outlines.map(({ scope, edges }): Primitive => {
      const { colour, width, opacity } = OUTLINES[scope];
      return {
        kind: 'path',
        part: `outline-${scope}`,
        paths: edges,
        isClosed: false,
        stroke: { ...drawLine(colour, width, scale), ...(opacity < 1 ? { opacity } : {}) },
      };
    }),
    ...scene.series.filter(isColoured).flatMap((one) => drawEdges(one, scale)),
  ];
}

/** Coloured edges run on top of the combined outline, which stays visible around them. */
const isColoured = ({ series }: SceneSeries): boolean => isColouredSeries(series);

export { isColouredSeries };

function drawGrey({ series, areas }: SceneSeries): Primitive {
  const isSky = series.layer === 'astro-cosmo';
  return {
    kind: 'path',
    part: isSky ? 'sky' : 'grey',
    paths: areas,
    isClosed: true,
    fill: isSky ? '--fig-fill-astro-cosmo' : '--fig-fill-laboratory',
  };
}

/** Overlapping results of one colour stay one tint: the opacity belongs to their group. */
function drawTints(light: readonly SceneSeries[]): Primitive[] {
  return [...groupBy(light, (one) => one.series.style.hue).values()].map((group) => ({
    kind: 'tint',
    opacity: LIGHT_FILL_OPACITY,
    items: group.map(({ series, areas }) => ({
      kind: 'path',
      part: 'light',
      paths: areas,
      isClosed: true,
      fill: lineVariable(series.style),
      style: series.style,
    })),
  }));
}

function drawEdges({ series, edges, markers }: SceneSeries, scale: number): Primitive[] {
  const { style } = series;
  const colour = lineVariable(style);
  const width = isColouredSeries(series) ? WEIGHTS[style.weight] : GREY_WIDTH;
  return [
    ...(edges.length === 0
      ? []
      : [
          {
            kind: 'path',
            part: 'edge',
            paths: edges,
            isClosed: false,
            stroke: drawLine(colour, width, scale, DASHES[style.line]),
            style,
          } as const,
        ]),
    ...(markers.length === 0
      ? []
      : [
          {
            kind: 'circles',
            centres: markers,
            radius: MARKER.radius * scale,
            fill: PAPER,
            stroke: drawLine(colour, MARKER.width, scale),
            style,
          } as const,
        ]),
  ];
}

function drawTicks({ x, y, size, spec, scale }: Axes, { tickPx }: FigureLayout): Primitive[] {
  const length = (tick: Tick): number => tickPx * (tick.kind === 'major' ? 0.55 : 0.28);
  const xAt = (tick: Tick): number => toFraction(spec.x, tick.value) * size.width;
  const yAt = (tick: Tick): number => (1 - toFraction(spec.y, tick.value)) * size.height;
  const paths = [
    ...x.flatMap((tick): PixelPath[] => {
      const at = xAt(tick);
      return [
        [
          [at, size.height],
          [at, size.height - length(tick)],
        ],
        [
          [at, 0],
          [at, length(tick)],
        ],
      ];
    }),
    ...y.flatMap((tick): PixelPath[] => {
      const at = yAt(tick);
      return [
        [
          [0, at],
          [length(tick), at],
        ],
        [
          [size.width, at],
          [size.width - length(tick), at],
        ],
      ];
    }),
  ];
  const write = (tick: Tick, place: Pick<TextPrimitive, 'at' | 'anchor'>): TextPrimitive => ({
    kind: 'text',
    part: 'tick',
    // Numbers stand upright.
    runs: parsePlainMath(tick.label).map((run) => ({ ...run, italic: false })),
    drop: 0,
    angle: 0,
    fontPx: tickPx,
    colour: INK,
    ...place,
  });
  const isNamed = ({ label }: Tick): boolean => label !== '';
  return [
    { kind: 'path', part: 'ticks', paths, isClosed: false, stroke: drawLine(INK, HAIRLINE, scale) },
    ...x
      .filter(isNamed)
      .map((tick) =>
        write(tick, { at: [xAt(tick), size.height + tickPx * 1.35], anchor: 'middle' }),
      ),
    ...y
      .filter(isNamed)
      .map((tick) =>
        write(tick, { at: [-tickPx * 0.45, yAt(tick) + tickPx * 0.34], anchor: 'end' }),
      ),
  ];
}

/** A figure that is not of today, or not as published, says so in itself: it will be seen without its page. */
const drawDate = ({ spec, size }: Axes, { tickPx }: FigureLayout): Primitive[] =>
  spec.asOf === undefined && spec.note === undefined
    ? []
    : [
        {
          kind: 'text',
          part: 'tick',
          runs: [
            {
              text: [spec.note ?? '', describeAsOf(spec)].filter((part) => part !== '').join(', '),
              italic: false,
              script: 'base',
            },
          ],
          at: [size.width, -tickPx * 0.6],
          drop: 0,
          anchor: 'end',
          angle: 0,
          fontPx: tickPx,
          colour: INK,
        },
      ];

function drawTitles({ spec, size }: Axes, { titlePx, margin }: FigureLayout): Primitive[] {
  return [
    drawTitle(spec.x, titlePx, 'end', [size.width, size.height + margin.bottom - titlePx * 0.45]),
    // Upright above the frame: a rotated ε reads as an ω.
    drawTitle(spec.y, titlePx, 'start', [titlePx * 0.3 - margin.left, -titlePx * 0.75]),
  ];
}

function drawTitle(
  axis: FigureAxis,
  fontPx: number,
  anchor: 'start' | 'end',
  [x, y]: readonly [number, number],
): Primitive {
  const { typeset } = axis;
  if (typeset !== undefined) {
    const width = (typeset.width / 1000) * fontPx;
    return {
      kind: 'formula',
      d: typeset.d,
      at: [anchor === 'end' ? x - width : x, y],
      fontPx,
      colour: INK,
    };
  }
  return {
    kind: 'text',
    part: 'title',
    runs: listTitleRuns(axis),
    at: [x, y],
    drop: 0,
    anchor,
    angle: 0,
    fontPx,
    colour: INK,
  };
}

/** The title of an axis in plain letters: the symbol, and its unit in brackets. */
export const listTitleRuns = (axis: Pick<FigureAxis, 'plain' | 'unitLabel'>): MathRun[] => [
  ...parsePlainMath(axis.plain),
  ...(axis.unitLabel === ''
    ? []
    : [{ text: ` [${axis.unitLabel}]`, italic: false, script: 'base' } as const]),
];

const placeText = (
  { x, y, angle, text, fontPx }: Omit<SceneLabel, 'series' | 'id' | 'width' | 'height'>,
  scale: number,
): Omit<TextPrimitive, 'part' | 'colour'> => ({
  kind: 'text',
  runs: [{ text, italic: false, script: 'base' }],
  at: [x, y],
  drop: fontPx * 0.34,
  anchor: 'middle',
  angle: Math.abs(angle) < 0.5 ? 0 : angle,
  fontPx,
  haloPx: HALO_WIDTH * scale,
});

/** A line from a label that had to stand apart to its curve. */
function drawLeader({ leader, series, ...label }: SceneLabel, scale: number): Primitive[] {
  if (leader === undefined) return [];
  const { style } = series;
  // Straight up or down: that is how labels are moved away.
  const end = label.y + (Math.sign(leader[1] - label.y) * label.height) / 2;
  return [
    {
      kind: 'path',
      part: 'leader',
      paths: [[leader, [label.x, end]]],
      isClosed: false,
      stroke: drawLine(inkVariable(style.hue), LEADER_WIDTH, scale),
      style,
    },
  ];
}

function drawLabel(label: SceneLabel, scale: number): TextPrimitive {
  const { style, layer } = label.series;
  const isMain =
    (layer === 'ee' && style.hue !== 'context') || layer === 'own' || style.weight === 'strong';
  return {
    ...placeText(label, scale),
    part: isMain ? 'main-label' : 'label',
    colour: inkVariable(style.hue),
    style,
  };
}
