import { type PixelPoint, projectPath } from '../../figure/axis-scale.ts';
import { type Box, clipLine, clipRing } from '../../figure/clip-path.ts';
import type {
  FigureAxis,
  FigureSeries,
  FigureSpec,
  Path,
  Point,
} from '../../figure/figure-spec.ts';
import { isColouredSeries } from '../../figure/legend.ts';
import { listAreas, listEdges } from '../../figure/series-mark.ts';
import { simplifyPath } from '../../figure/simplify.ts';
import { writeComments } from './clean-text.ts';
import { describeDrawn, describeView } from './describe-take-away.ts';
import { escapeLatex, writeLatexSymbol } from './latex-text.ts';
import {
  COLUMN_MM,
  colourSeries,
  DASHES,
  FONTS,
  INK,
  layOutPlot,
  type LegendEntry,
  LIFETIME_COLOUR,
  listOutlineEdges,
  type PlotLayout,
  type PlotTick,
  readColour,
  styleOutline,
  TINT_OPACITY,
  valueAt,
  WIDTHS,
} from './plot-layout.ts';
import type { TakeAwayContext } from './take-away-context.ts';
import { writeTickMath } from './write-matplotlib.ts';
import { writeNumber } from './write-number.ts';
import { groupBy } from '../../group-by.ts';

/** How far a point may lie from the curve without it [mm]. */
const TOLERANCE_MM = 0.02;

/**
 * A figure as a LaTeX document of its own for pdflatex and pgfplots 1.16, at 86 mm. TeX is slow and
 * its memory small: points the page cannot show are left out, and it says so.
 */
export function writePgfplots(spec: FigureSpec, context: TakeAwayContext): string {
  const layout = layOutPlot(spec, context);
  const colours = new Map<string, string>();
  const plot = new Plot(spec, layout, colours);
  // Colours are collected while the body is written.
  const body = writeBody(spec, context, layout, plot);
  const definitions = [...colours].map(
    ([colour, name]) => `\\definecolor{${name}}{HTML}{${colour.slice(1).toUpperCase()}}`,
  );
  return [
    '% A figure for pdflatex; needs pgfplots 1.16 or newer.',
    `% Thinned for a width of ${String(COLUMN_MM)} mm: every point left out lies within ${String(TOLERANCE_MM)} mm of what is drawn,`,
    '% and lines end one frame beyond the axes. The CSV and JSON of the figure hold all points.',
    '% What is computed says so in its line below.',
    writeComments([...describeView(spec, context), ...describeDrawn(spec, context)], '%'),
    String.raw`\documentclass[border=1pt]{standalone}`,
    String.raw`\usepackage{amsmath,amssymb}`,
    String.raw`\usepackage{pgfplots,pdfrender}`,
    String.raw`\pgfplotsset{compat=1.16}`,
    String.raw`\usetikzlibrary{patterns}`,
    '% A name with a white rim, so that it can stand on lines.',
    String.raw`\newcommand\onpaper[1]{\rlap{\textpdfrender{TextRenderingMode=FillStroke, LineWidth=2bp, LineJoinStyle=1,%`,
    String.raw`  StrokeColor=white, FillColor=white}{#1}}#1}`,
    ...definitions,
    writeStyle(spec, layout),
    String.raw`\begin{document}`,
    String.raw`\begin{tikzpicture}`,
    ...body,
    String.raw`\end{tikzpicture}`,
    String.raw`\end{document}`,
    '',
  ].join('\n');
}

/** Turns curves into plots of thinned coordinates. */
class Plot {
  readonly #spec: FigureSpec;
  readonly #colours: Map<string, string>;
  readonly #size: { readonly width: number; readonly height: number };
  readonly #box: Box;

  constructor(spec: FigureSpec, { frame }: PlotLayout, colours: Map<string, string>) {
    this.#spec = spec;
    this.#colours = colours;
    const [width, height] = [frame.width, frame.height].map((pt) => (pt * 25.4) / 72);
    this.#size = { width: width ?? 0, height: height ?? 0 };
    this.#box = {
      left: -this.#size.width,
      top: -this.#size.height,
      right: 2 * this.#size.width,
      bottom: 2 * this.#size.height,
    };
  }

  /** Name of a colour, defined in the preamble. */
  colour(value: string): string {
    const colour = readColour(value);
    const name =
      this.#colours.get(colour) ??
      `figure${String.fromCodePoint(65 + Math.floor(this.#colours.size / 26))}${String.fromCodePoint(65 + (this.#colours.size % 26))}`;
    this.#colours.set(colour, name);
    return name;
  }

  line(paths: readonly Path[], options: string): string[] {
    const runs = paths.flatMap((path) => this.#cut(path, (points) => clipLine(points, this.#box)));
    return this.#write(runs, options);
  }

  area(rings: readonly Path[], options: string): string[] {
    const runs = rings
      .flatMap((ring) => this.#cut(ring, (points) => [clipRing(points, this.#box)]))
      .filter((ring) => ring.length > 2);
    return this.#write(runs, `draw=none, even odd rule, ${options}`);
  }

  /** Points at the tested masses: those outside the frame would only be numbers. */
  points(points: Path, options: string): string[] {
    return points.length === 0
      ? []
      : this.#write([points.map((point) => this.#lift(point))], `only marks, ${options}`);
  }

  #cut(
    path: Path,
    cut: (points: readonly PixelPoint[]) => readonly (readonly PixelPoint[])[],
  ): Path[] {
    const { x, y } = this.#spec;
    const lifted = path.map((point) => this.#lift(point));
    const projected = projectPath(lifted, x, y, this.#size);
    const kept = simplifyPath(projected, { tolerancePx: TOLERANCE_MM, columnPx: 0 });
    // What cutting leaves as it was keeps its digits.
    const origin = new Map<PixelPoint, Point>();
    for (const i of kept) {
      const [pixel, point] = [projected[i], lifted[i]];
      if (pixel !== undefined && point !== undefined) origin.set(pixel, point);
    }
    const { width, height } = this.#size;
    return cut([...origin.keys()]).map((run) =>
      run.map(
        (pixel) =>
          origin.get(pixel) ??
          ([valueAt(x, pixel[0] / width), valueAt(y, 1 - pixel[1] / height)] as const),
      ),
    );
  }

  /** What a logarithmic axis cannot show, as zero, lies on its lower edge. */
  #lift([px, py]: Point): Point {
    const lift = (axis: FigureAxis, value: number): number =>
      axis.scale === 'log' && !(value > 0) ? axis.range[0] : value;
    return [lift(this.#spec.x, px), lift(this.#spec.y, py)];
  }

  #write(runs: readonly Path[], options: string): string[] {
    if (runs.length === 0) return [];
    const text = runs
      .map((run) => run.map(([x, y]) => `(${writeNumber(x)},${writeNumber(y)})`))
      .map(fold)
      .join('\n(nan,nan)\n');
    return [`\\addplot[${options}] coordinates {`, text, '};'];
  }
}

/** Words in lines of at most 100 letters. */
function fold(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length > 100) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line].join('\n');
}

const bp = (value: number): string => `${String(Number(value.toFixed(3)))}bp`;

function writeStyle(spec: FigureSpec, { frame, ticks }: PlotLayout): string {
  const axis = (name: 'x' | 'y', { range }: FigureAxis): string[] => [
    `${name}min=${writeNumber(range[0])}, ${name}max=${writeNumber(range[1])},`,
    ...writeTicks(name, ticks[name]),
  ];
  return [
    String.raw`\pgfplotsset{figure/.style={`,
    `scale only axis, width=${bp(frame.width)}, height=${bp(frame.height)},`,
    ...axis('x', spec.x),
    ...axis('y', spec.y),
    'scaled ticks=false, enlargelimits=false, clip=true, clip marker paths=true, unbounded coords=jump,',
    'every axis plot/.append style={line join=round},',
    '}}',
  ].join('\n  ');
}

/** The scales of the axes, which pgfplots takes from the axis itself only, not from a style. */
const writeModes = ({ x, y }: FigureSpec): string =>
  [x, y]
    .map(({ scale }, i) => `${i === 0 ? 'x' : 'y'}mode=${scale === 'log' ? 'log' : 'normal'}`)
    .join(', ');

function writeTicks(name: 'x' | 'y', ticks: readonly PlotTick[]): string[] {
  const named = ticks.filter(({ label }) => label !== '');
  const minor = ticks.filter(({ label }) => label === '');
  return [
    `${name}tick={${named.map(({ value }) => writeNumber(value)).join(',')}},`,
    `${name}ticklabels={${named.map(({ label }) => `{${writeTickMath(label)}}`).join(',')}},`,
    `minor ${name}tick={${minor.map(({ value }) => writeNumber(value)).join(',')}},`,
  ];
}

function writeBody(
  spec: FigureSpec,
  context: TakeAwayContext,
  layout: PlotLayout,
  plot: Plot,
): string[] {
  const filled = (fill: FigureSeries['style']['fill']): FigureSeries[] =>
    spec.series.filter((one) => one.style.fill === fill);
  const hidden = (group: string, plots: readonly string[]): string[] =>
    plots.length === 0
      ? []
      : [
          `\\begin{scope}[${group}]`,
          `\\begin{axis}[${writeModes(spec)}, figure, hide axis]`,
          ...plots,
          String.raw`\end{axis}`,
          String.raw`\end{scope}`,
        ];
  const area = (one: FigureSeries, options: string): string[] => [
    nameLimit(one),
    ...plot.area(listAreas(one.mark, spec.y), options),
  ];
  const tints = [...groupBy(filled('light'), (one) => one.style.hue).values()];
  return [
    '% Lines of equal lifetime, grey regions, and none of either below the tints.',
    ...hidden('local bounding box=background', [
      ...writeLifetimes(spec, plot),
      ...filled('grey').flatMap((one) =>
        area(one, `fill=${plot.colour(colourSeries(one, 'fill', context))}`),
      ),
      ...filled('light').flatMap((one) => area(one, 'fill=white')),
    ]),
    '% Coloured regions: results of one colour share one tint.',
    ...tints.flatMap((group) =>
      hidden(
        `transparency group, opacity=${String(TINT_OPACITY)}`,
        group.flatMap((one) =>
          area(one, `fill=${plot.colour(colourSeries(one, 'line', context))}`),
        ),
      ),
    ),
    `\\begin{axis}[${writeModes(spec)}, figure, axis on top,`,
    `  axis line style={${plot.colour(INK)}, line width=${bp(WIDTHS.frame)}},`,
    `  tick align=inside, major tick length=3.2bp, minor tick length=1.7bp,`,
    `  every tick/.style={${plot.colour(INK)}, line width=0.4bp},`,
    `  tick label style={${writeSize(FONTS.tick)}, inner sep=2bp, text=${plot.colour(INK)}},`,
    ']',
    ...filled('hatched').flatMap((one) =>
      area(
        one,
        `pattern=north east lines, pattern color=${plot.colour(colourSeries(one, 'line', context))}`,
      ),
    ),
    ...spec.series
      .filter((one) => !isColouredSeries(one))
      .flatMap((one) => writeEdges(one, context, plot)),
    ...spec.outlines.flatMap(({ scope, rings }) => {
      const { colour, widthPt, opacity } = styleOutline(scope, context);
      return [
        `% Edge of the union of published exclusions (${scope}), not a statistical combination.`,
        ...plot.line(
          rings.flatMap((ring) => listOutlineEdges(ring, spec)),
          `${plot.colour(colour)}, line width=${bp(widthPt)}, draw opacity=${String(opacity)}`,
        ),
      ];
    }),
    ...spec.series.filter(isColouredSeries).flatMap((one) => writeEdges(one, context, plot)),
    ...writeNames(layout, plot),
    String.raw`\end{axis}`,
    ...writeTitles(spec, layout, plot),
    ...layout.legend.flatMap((entry) => writeLegendEntry(entry, layout, plot)),
  ];
}

const nameLimit = (one: FigureSeries): string =>
  writeComments([`Limit: ${one.limit}, ${one.label}`], '%');

const writeDash = (dash: readonly number[]): string =>
  dash.length === 0
    ? ''
    : `, dash pattern=${dash.map((length, i) => `${i % 2 === 0 ? 'on' : 'off'} ${bp(length)}`).join(' ')}`;

/** Letters of ten points, scaled: the small sizes of Computer Modern are too wide for a figure. */
const writeSize = (pt: number): string =>
  `font=\\normalsize, scale=${String(Number((pt / 10).toFixed(3)))}`;

function writeEdges(one: FigureSeries, context: TakeAwayContext, plot: Plot): string[] {
  const colour = plot.colour(colourSeries(one, 'line', context));
  const width = isColouredSeries(one) ? WIDTHS[one.style.weight] : WIDTHS.context;
  const line = `${colour}, line width=${bp(width)}${writeDash(DASHES[one.style.line])}`;
  return [
    nameLimit(one),
    ...plot.line(listEdges(one.mark), line),
    ...(one.mark.kind === 'markers'
      ? plot.points(
          one.mark.points,
          `mark=*, mark size=1.4bp, mark options={draw=${colour}, fill=white, line width=0.7bp}`,
        )
      : []),
  ];
}

function writeLifetimes(spec: FigureSpec, plot: Plot): string[] {
  const colour = plot.colour(LIFETIME_COLOUR);
  const line = `${colour}, line width=${bp(WIDTHS.thin)}${writeDash(DASHES.dotted)}`;
  return spec.lifetimes.flatMap(({ segments }) => plot.line(segments, line));
}

const writeNames = ({ labels }: PlotLayout, plot: Plot): string[] =>
  labels.map(
    ({ text, x, y, angle, fontPt, colour }) =>
      `\\node[text=${plot.colour(colour)}, rotate=${String(angle)}, inner sep=0pt, ${writeSize(fontPt)}] at (rel axis cs:${String(x)},${String(y)}) {\\onpaper{${escapeLatex(text)}}};`,
  );

/** Titles of the axes stand at their ends; positions count from the corner of the frame. */
function writeTitles(spec: FigureSpec, { frame }: PlotLayout, plot: Plot): string[] {
  const title = (axis: FigureAxis): string =>
    `${writeLatexSymbol(axis)}${axis.unitLabel === '' ? '' : `~[${escapeLatex(axis.unitLabel)}]`}`;
  const options = `text=${plot.colour(INK)}, inner sep=0pt, ${writeSize(FONTS.title)}`;
  return [
    `\\node[${options}, anchor=north east] at (${bp(frame.width)},-12.5bp) {${title(spec.x)}};`,
    `\\node[${options}, anchor=north east, rotate=90] at (${bp(3 - frame.left)},${bp(frame.height)}) {${title(spec.y)}};`,
  ];
}

function writeLegendEntry(entry: LegendEntry, { frame }: PlotLayout, plot: Plot): string[] {
  const [x, y] = [entry.x - frame.left, entry.y - frame.bottom];
  const colour = plot.colour(entry.colour);
  const samples: Readonly<Record<LegendEntry['sample'], readonly string[]>> = {
    none: [],
    marker: [
      `\\draw[${colour}, fill=white, line width=0.7bp] (${bp(x + 7.5)},${bp(y)}) circle[radius=1.4bp];`,
    ],
    hatched: [
      `\\draw[${colour}, line width=0.4bp, pattern=north east lines, pattern color=${colour}] (${bp(x)},${bp(y - 2)}) rectangle (${bp(x + 15)},${bp(y + 2)});`,
    ],
    line: [
      `\\draw[${colour}, line width=${bp(entry.widthPt)}, draw opacity=${String(entry.opacity)}${writeDash(entry.dash)}] (${bp(x)},${bp(y)}) -- (${bp(x + 15)},${bp(y)});`,
    ],
  };
  return [
    ...samples[entry.sample],
    `\\node[text=${plot.colour(INK)}, anchor=base west, inner sep=0pt, ${writeSize(FONTS.legend)}] at (${bp(x + 18)},${bp(y - 1.9)}) {${escapeLatex(entry.text)}};`,
  ];
}
