import {
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  type Plugin,
  PointElement,
} from 'chart.js';
import { type PixelPath, toFraction } from '../core/figure/axis-scale.ts';
import type { FigureAxis, FigureSeries, FigureSpec, Path } from '../core/figure/figure-spec.ts';
import { type MathRun, parsePlainMath } from '../core/figure/plain-math.ts';
import { buildScene, type Scene, type SceneSeries } from '../core/figure/scene.ts';
import { listEdges } from '../core/figure/series-mark.ts';
import { listTicks } from '../core/figure/ticks.ts';
import { DASHES, inkVariable, LIGHT_FILL_OPACITY, lineVariable, WEIGHTS } from './palette.ts';
import { type FigureLayout, isColouredSeries, NARROW, WIDE } from './svg.ts';

Chart.register(LineController, LineElement, PointElement, LogarithmicScale, LinearScale);

type Range = readonly [number, number];
export interface View {
  readonly x: Range;
  readonly y: Range;
}

export interface FigureChart {
  /** Draws another state of the same plane: other series or outlines on the same axes. */
  setSpec: (spec: FigureSpec) => void;
  /** Shows or hides series by limit id. */
  setShown: (isShown: (series: FigureSeries) => boolean) => void;
  /** Draws one curve above all others, or none. */
  setEmphasis: (limit: string | undefined) => void;
  setView: (view: View | undefined) => void;
  getView: () => View;
  /** Reads the colours of the page again, after a change of theme. */
  refreshColours: () => void;
  /** The figure in pixels as it stands, relative to the frame. */
  getScene: () => Scene;
  /** The frame within the canvas [px]. */
  getFrame: () => { left: number; top: number; width: number; height: number };
  destroy: () => void;
}

/** Below this width the phone layout is drawn [px]. */
const NARROW_PX = 560;

/** Draws the figure on a canvas with the same axes, colours and labels as the static drawing. */
export function drawChart(
  canvas: HTMLCanvasElement,
  first: FigureSpec,
  options: { readonly isShown: (series: FigureSeries) => boolean },
): FigureChart {
  let chart!: Chart<'line', { x: number; y: number }[]>;
  let spec = first;
  let isShown = options.isShown;
  let emphasis: string | undefined;
  let view: View = { x: spec.x.range, y: spec.y.range };
  let scene: Scene | undefined;
  let sceneKey = '';
  const colours = createColourReader(canvas);

  const countColoured = (): number =>
    spec.series.filter((one) => isShown(one) && isColouredSeries(one)).length;
  const layoutOf = (width: number): FigureLayout => (width < NARROW_PX ? NARROW : WIDE);
  const viewSpec = (): FigureSpec => ({
    ...spec,
    x: { ...spec.x, range: view.x },
    y: { ...spec.y, range: view.y },
  });

  const getFrame = (): { left: number; top: number; width: number; height: number } => {
    const { left, top, width, height } = chart.chartArea;
    return { left, top, width, height };
  };

  const getScene = (): Scene => {
    const { width, height } = chart.chartArea;
    const key = `${String(Math.round(width))} ${String(Math.round(height))} ${view.x.join()} ${view.y.join()}`;
    if (scene !== undefined && key === sceneKey) return scene;
    const layout = layoutOf(chart.width);
    scene = buildScene(viewSpec(), {
      size: { width, height },
      labelPx: layout.labelPx,
      tolerancePx: 0.25,
      columnPx: 0.5,
      isShown,
      measureText: (text, fontPx) => {
        chart.ctx.font = `600 ${String(fontPx)}px ${colours.sans()}`;
        return chart.ctx.measureText(text).width;
      },
    });
    sceneKey = key;
    return scene;
  };

  const figurePlugin: Plugin<'line'> = {
    id: 'figure',
    // The first drawing happens inside the constructor, before it returns.
    beforeInit: (created) => {
      chart = created as typeof chart;
    },
    beforeDatasetsDraw: () => {
      inFrame(() => {
        drawFills(chart.ctx, getScene(), colours, chart.currentDevicePixelRatio);
      });
    },
    beforeDatasetDraw: (_, { index }) => {
      // Painted from the end of the list: the outline goes between the greys and the colours.
      if (index === Math.max(0, countColoured() - 1))
        inFrame(() => {
          drawOutlines(chart.ctx, getScene(), colours);
        });
    },
    afterDatasetsDraw: () => {
      inFrame(() => {
        drawEmphasis(chart.ctx, getScene(), emphasis, colours);
        drawLabels(chart.ctx, getScene(), colours);
      });
      drawAxes(chart.ctx, viewSpec(), layoutOf(chart.width), getFrame(), colours);
    },
    resize: () => {
      scene = undefined;
    },
  };

  const inFrame = (draw: () => void): void => {
    const { left, top, width, height } = chart.chartArea;
    const { ctx } = chart;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.translate(left, top);
    draw();
    ctx.restore();
  };

  const axisOptions = (axis: FigureAxis, range: Range): Record<string, unknown> => ({
    type: axis.scale === 'log' ? 'logarithmic' : 'linear',
    min: range[0],
    max: range[1],
    // Ticks and titles are drawn as in the static figure; the scale only maps values.
    ticks: { display: false },
    grid: { display: false },
    border: { display: false },
    title: { display: false },
  });

  new Chart<'line', { x: number; y: number }[]>(canvas, {
    type: 'line',
    data: { datasets: buildDatasets(spec, isShown, colours) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      // Nothing moves: the drawing replaces its static twin in place.
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: { padding: ({ chart: { width } }) => ({ ...layoutOf(width).margin }) },
      scales: { x: axisOptions(spec.x, view.x), y: axisOptions(spec.y, view.y) },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [figurePlugin],
  });

  const redraw = (): void => {
    scene = undefined;
    chart.data.datasets = buildDatasets(spec, isShown, colours);
    chart.update('none');
  };

  return {
    setSpec: (next) => {
      spec = next;
      redraw();
    },
    setShown: (next) => {
      isShown = next;
      redraw();
    },
    setEmphasis: (limit) => {
      if (limit === emphasis) return;
      emphasis = limit;
      chart.draw();
    },
    setView: (next) => {
      view = next ?? { x: spec.x.range, y: spec.y.range };
      const scales = chart.options.scales;
      if (scales !== undefined) {
        scales['x'] = axisOptions(spec.x, view.x);
        scales['y'] = axisOptions(spec.y, view.y);
      }
      redraw();
    },
    getView: () => view,
    refreshColours: () => {
      colours.forget();
      redraw();
    },
    getScene,
    getFrame,
    destroy: () => {
      chart.destroy();
    },
  };
}

interface ColourReader {
  /** The value of a custom property on the page, as a colour. */
  read: (variable: string) => string;
  sans: () => string;
  serif: () => string;
  forget: () => void;
}

/** Custom properties resolved by a probe: `light-dark()` has no value of its own. */
function createColourReader(canvas: HTMLCanvasElement): ColourReader {
  const probe = document.createElement('span');
  probe.hidden = true;
  canvas.parentElement?.append(probe);
  const known = new Map<string, string>();
  const style = getComputedStyle(probe);
  const font = (variable: string, fallback: string): string =>
    style.getPropertyValue(variable).trim() || fallback;
  return {
    read: (variable) => {
      let colour = known.get(variable);
      if (colour === undefined) {
        probe.style.color = `var(${variable})`;
        colour = style.color;
        known.set(variable, colour);
      }
      return colour;
    },
    sans: () => font('--font-sans', 'sans-serif'),
    serif: () => font('--font-serif', 'serif'),
    forget: () => {
      known.clear();
    },
  };
}

type Dataset = ChartDataset<'line', { x: number; y: number }[]>;

/** One dataset per series, last drawn first: Chart.js paints them from the end. */
function buildDatasets(
  spec: FigureSpec,
  isShown: (series: FigureSeries) => boolean,
  colours: ColourReader,
): Dataset[] {
  const shown = spec.series.filter(isShown);
  const ordered = [
    ...shown.filter((one) => !isColouredSeries(one)),
    ...shown.filter(isColouredSeries),
  ];
  return ordered.toReversed().map((one): Dataset => {
    const colour = colours.read(lineVariable(one.style));
    const isPoints = one.mark.kind === 'markers';
    return {
      label: one.limit,
      data: isPoints ? toPoints([one.mark.points], spec) : toPoints(listEdges(one.mark), spec),
      showLine: !isPoints,
      borderColor: colour,
      borderWidth: isColouredSeries(one)
        ? WEIGHTS[one.style.weight]
        : Math.min(0.9, WEIGHTS[one.style.weight]),
      borderDash: [...DASHES[one.style.line]],
      borderJoinStyle: 'round',
      pointRadius: isPoints ? 3.2 : 0,
      pointHitRadius: 0,
      pointBorderWidth: 1.2,
      pointBackgroundColor: colours.read('--fig-paper'),
      pointBorderColor: colour,
      spanGaps: false,
      tension: 0,
      fill: false,
    };
  });
}

/** Paths joined by empty points, so that gaps stay gaps. Zero lies on the edge of a log axis. */
function toPoints(paths: readonly Path[], spec: FigureSpec): { x: number; y: number }[] {
  const floor = (axis: FigureAxis, value: number): number =>
    axis.scale === 'log' && !(value > 0) ? axis.range[0] : value;
  return paths.flatMap((path, i) => [
    ...(i === 0 ? [] : [{ x: NaN, y: NaN }]),
    ...path.map(([x, y]) => ({ x: floor(spec.x, x), y: floor(spec.y, y) })),
  ]);
}

function tracePaths(paths: readonly PixelPath[], isClosed: boolean): Path2D {
  const traced = new Path2D();
  for (const path of paths) {
    for (const [i, [x, y]] of path.entries()) {
      if (i === 0) traced.moveTo(x, y);
      else traced.lineTo(x, y);
    }
    if (isClosed) traced.closePath();
  }
  return traced;
}

function drawFills(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  colours: ColourReader,
  ratio: number,
): void {
  const withFill = (fill: string): SceneSeries[] =>
    scene.series.filter((one) => one.series.style.fill === fill && one.areas.length > 0);
  for (const one of withFill('grey')) {
    ctx.fillStyle = colours.read(
      one.series.layer === 'astro-cosmo' ? '--fig-fill-astro-cosmo' : '--fig-fill-laboratory',
    );
    ctx.fill(tracePaths(one.areas, true), 'evenodd');
  }
  for (const group of Map.groupBy(withFill('light'), (one) => one.series.style.hue).values()) {
    drawTint(ctx, group, colours, ratio);
  }
  for (const one of withFill('hatched')) {
    ctx.save();
    ctx.clip(tracePaths(one.areas, true), 'evenodd');
    ctx.strokeStyle = colours.read(lineVariable(one.series.style));
    ctx.lineWidth = 1.1;
    const { width, height } = ctx.canvas;
    ctx.beginPath();
    for (let c = -height; c < width; c += 9) {
      ctx.moveTo(c, height);
      ctx.lineTo(c + height, 0);
    }
    ctx.stroke();
    ctx.restore();
  }
}

/** Overlapping results of one colour stay one tint: painted opaque aside, laid on as a whole. */
function drawTint(
  ctx: CanvasRenderingContext2D,
  group: readonly SceneSeries[],
  colours: ColourReader,
  ratio: number,
): void {
  const aside = document.createElement('canvas');
  aside.width = ctx.canvas.width;
  aside.height = ctx.canvas.height;
  const paint = aside.getContext('2d');
  if (paint === null) return;
  paint.scale(ratio, ratio);
  for (const one of group) {
    paint.fillStyle = colours.read(lineVariable(one.series.style));
    paint.fill(tracePaths(one.areas, true), 'evenodd');
  }
  ctx.save();
  ctx.globalAlpha = LIGHT_FILL_OPACITY;
  ctx.drawImage(aside, 0, 0, aside.width / ratio, aside.height / ratio);
  ctx.restore();
}

function drawOutlines(ctx: CanvasRenderingContext2D, scene: Scene, colours: ColourReader): void {
  for (const { scope, edges } of scene.outlines) {
    ctx.save();
    ctx.lineJoin = 'round';
    if (scope === 'ee') {
      ctx.globalAlpha = 0.3;
      ctx.strokeStyle = colours.read('--fig-accent-0');
      ctx.lineWidth = 6;
    } else {
      ctx.strokeStyle = colours.read('--fig-ink');
      ctx.lineWidth = 0.9;
    }
    ctx.stroke(tracePaths(edges, false));
    ctx.restore();
  }
}

function drawEmphasis(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  limit: string | undefined,
  colours: ColourReader,
): void {
  const one = scene.series.find((candidate) => candidate.series.limit === limit);
  if (one === undefined) return;
  ctx.save();
  ctx.lineJoin = 'round';
  const path = tracePaths(one.edges, false);
  for (const [x, y] of one.markers) {
    path.moveTo(x + 4, y);
    path.arc(x, y, 4, 0, 2 * Math.PI);
  }
  ctx.strokeStyle = colours.read('--fig-paper');
  ctx.lineWidth = 3.8;
  ctx.stroke(path);
  ctx.strokeStyle = colours.read(inkVariable(one.series.style.hue));
  ctx.lineWidth = 1.9;
  ctx.stroke(path);
  ctx.restore();
}

function drawLabels(ctx: CanvasRenderingContext2D, scene: Scene, colours: ColourReader): void {
  for (const label of scene.labels) {
    const { style, layer } = label.series;
    const isMain = (layer === 'ee' && style.hue !== 'context') || style.weight === 'strong';
    ctx.save();
    ctx.translate(label.x, label.y);
    ctx.rotate((label.angle * Math.PI) / 180);
    ctx.font = `${String(isMain ? 640 : 400)} ${String(label.fontPx)}px ${colours.sans()}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'alphabetic';
    ctx.lineJoin = 'round';
    ctx.lineWidth = 3;
    ctx.strokeStyle = colours.read('--fig-paper');
    ctx.strokeText(label.text, 0, label.fontPx * 0.34);
    ctx.fillStyle = colours.read(inkVariable(style.hue));
    ctx.fillText(label.text, 0, label.fontPx * 0.34);
    ctx.restore();
  }
}

function drawAxes(
  ctx: CanvasRenderingContext2D,
  spec: FigureSpec,
  layout: FigureLayout,
  frame: { left: number; top: number; width: number; height: number },
  colours: ColourReader,
): void {
  const { tickPx, titlePx, margin } = layout;
  const { width, height } = frame;
  const ink = colours.read('--fig-ink');
  ctx.save();
  ctx.translate(frame.left, frame.top);
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(0, 0, width, height);
  ctx.beginPath();
  const sans = colours.sans();
  for (const tick of listTicks(spec.x, width, tickPx * 3.4)) {
    const x = toFraction(spec.x, tick.value) * width;
    const length = tickPx * (tick.kind === 'major' ? 0.55 : 0.28);
    ctx.moveTo(x, height);
    ctx.lineTo(x, height - length);
    ctx.moveTo(x, 0);
    ctx.lineTo(x, length);
    if (tick.label !== '')
      writeRuns(
        ctx,
        parsePlainMath(tick.label),
        x,
        height + tickPx * 1.35,
        tickPx,
        'middle',
        sans,
        false,
      );
  }
  for (const tick of listTicks(spec.y, height, tickPx * 2.2)) {
    const y = (1 - toFraction(spec.y, tick.value)) * height;
    const length = tickPx * (tick.kind === 'major' ? 0.55 : 0.28);
    ctx.moveTo(0, y);
    ctx.lineTo(length, y);
    ctx.moveTo(width, y);
    ctx.lineTo(width - length, y);
    if (tick.label !== '')
      writeRuns(
        ctx,
        parsePlainMath(tick.label),
        -tickPx * 0.45,
        y + tickPx * 0.34,
        tickPx,
        'end',
        sans,
        false,
      );
  }
  ctx.stroke();
  const serif = colours.serif();
  writeRuns(
    ctx,
    listTitleRuns(spec.x),
    width,
    height + margin.bottom - titlePx * 0.45,
    titlePx,
    'end',
    serif,
    true,
  );
  // Upright above the frame: a rotated ε reads as an ω.
  const [left, baseline] = [titlePx * 0.3 - margin.left, -titlePx * 0.75];
  writeRuns(ctx, listTitleRuns(spec.y), left, baseline, titlePx, 'start', serif, true);
  ctx.restore();
}

const listTitleRuns = (axis: FigureAxis): MathRun[] => [
  ...parsePlainMath(axis.plain),
  ...(axis.unitLabel === ''
    ? []
    : [{ text: ` [${axis.unitLabel}]`, italic: false, script: 'base' } as const]),
];

function writeRuns(
  ctx: CanvasRenderingContext2D,
  runs: readonly MathRun[],
  x: number,
  y: number,
  fontPx: number,
  anchor: 'start' | 'middle' | 'end',
  family: string,
  allowItalic: boolean,
): void {
  const fontOf = (run: MathRun): string =>
    `${run.italic && allowItalic ? 'italic ' : ''}${String(fontPx * (run.script === 'base' ? 1 : 0.72))}px ${family}`;
  const widths = runs.map((run) => {
    ctx.font = fontOf(run);
    return ctx.measureText(run.text).width;
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  let at = x - { start: 0, middle: total / 2, end: total }[anchor];
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const [i, run] of runs.entries()) {
    ctx.font = fontOf(run);
    const rise = run.script === 'sub' ? 0.24 : run.script === 'sup' ? -0.38 : 0;
    ctx.fillText(run.text, at, y + rise * fontPx);
    at += widths[i] ?? 0;
  }
}
