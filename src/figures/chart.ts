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
import { fromFraction, type PixelPoint } from '../core/figure/axis-scale.ts';
import type { FigureAxis, FigureSpec } from '../core/figure/figure-spec.ts';
import type { Scene, SceneSeries } from '../core/figure/scene.ts';
import { buildDrawing, type Drawing, isColouredSeries, type Primitive } from './drawing.ts';
import { type FigureLayout, NARROW, WIDE } from './layout.ts';
import { paintPrimitives } from './paint.ts';
import { DASHES, GREY_WIDTH, lineVariable, MARKER, WEIGHTS } from './palette.ts';

Chart.register(LineController, LineElement, PointElement, LogarithmicScale, LinearScale);

/** Whether a drawing is one of many on the way, or the one to stay. */
export type Pace = 'moving' | 'settled';

export interface FigureChart {
  /**
   * Draws a figure as a view shows it. While it moves, labels are left out: placing them takes longer
   * than a frame.
   */
  draw: (spec: FigureSpec, pace?: Pace) => void;
  /** Reads the colours of the page again, after a change of theme. */
  refreshColours: () => void;
  /** The figure as it stands, relative to the frame, in pixels of its layout. */
  getScene: () => Scene;
  /** Pixels of the page per pixel of the layout. */
  getScale: () => number;
  /** The frame within the canvas [px]. */
  getFrame: () => { left: number; top: number; width: number; height: number };
  destroy: () => void;
}

/** Below this width `figure.css` shows the static drawing of phones [px]. */
const NARROW_PX = 560;

/**
 * Makes a canvas ready to draw a figure exactly where the static drawing below it has everything;
 * `draw` draws it.
 */
export function drawChart(
  canvas: HTMLCanvasElement,
  first: FigureSpec,
  options: { readonly onResize?: () => void } = {},
): FigureChart {
  let chart!: Chart<'line', { x: number; y: number }[]>;
  let spec = first;
  let pace: Pace = 'settled';
  let drawing: Drawing | undefined;
  let isDrawn = false;
  const colours = createColourReader(canvas);

  const baseLayout = (): FigureLayout => (chart.width < NARROW_PX ? NARROW : WIDE);
  /** Pixels of the canvas per pixel of the layout: the static drawing is scaled just so. */
  const scaleOf = (): number => chart.width / baseLayout().width;

  /** The drawing as it is now, in pixels of its layout: made anew when the figure or the layout changes. */
  const getDrawing = (): Drawing => {
    const layout = baseLayout();
    if (drawing?.width !== layout.width) {
      drawing = buildDrawing(spec, {
        layout: pace === 'moving' ? { ...layout, labelPx: { primary: 0, secondary: 0 } } : layout,
      });
    }
    return drawing;
  };

  const paint = (primitives: readonly Primitive[], isCut: boolean): void => {
    const { frame } = getDrawing();
    const { ctx } = chart;
    const scale = scaleOf();
    ctx.save();
    ctx.scale(scale, scale);
    ctx.translate(frame.left, frame.top);
    if (isCut) {
      ctx.beginPath();
      ctx.rect(0, 0, frame.width, frame.height);
      ctx.clip();
    }
    paintPrimitives(ctx, primitives, frame, {
      ...colours,
      ratio: chart.currentDevicePixelRatio * scale,
    });
    ctx.restore();
  };

  const isOutline = (one: Primitive): boolean =>
    one.kind === 'path' && one.part.startsWith('outline');
  const countColoured = (): number => spec.series.filter(isColouredSeries).length;

  const figurePlugin: Plugin<'line'> = {
    id: 'figure',
    // The first drawing happens inside the constructor, before it returns.
    beforeInit: (created) => {
      chart = created as typeof chart;
    },
    // Without its curves the figure is not drawn: the static one still stands below.
    beforeDraw: () => isDrawn,
    beforeDatasetsDraw: () => {
      paint(
        getDrawing().inside.filter((one) => !isOutline(one)),
        true,
      );
      if (countColoured() === spec.series.length)
        paint(getDrawing().inside.filter(isOutline), true);
    },
    afterDatasetDraw: (_, { index }) => {
      // Painted from the end of the list: the outline goes between the greys and the colours.
      if (index === countColoured()) paint(getDrawing().inside.filter(isOutline), true);
    },
    afterDatasetsDraw: () => {
      paint(getDrawing().around, false);
    },
    resize: () => {
      options.onResize?.();
    },
  };

  const axisOptions = ({ scale, range }: FigureAxis): Record<string, unknown> => ({
    type: scale === 'log' ? 'logarithmic' : 'linear',
    min: range[0],
    max: range[1],
    // Ticks and titles are drawn as in the static figure; the scale only maps values.
    display: false,
  });

  new Chart<'line', { x: number; y: number }[]>(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      // Nothing moves: the drawing replaces its static twin in place.
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: {
        padding: () => {
          const { left, right, top, bottom } = baseLayout().margin;
          const scale = scaleOf();
          return {
            left: left * scale,
            right: right * scale,
            top: top * scale,
            bottom: bottom * scale,
          };
        },
      },
      scales: { x: axisOptions(spec.x), y: axisOptions(spec.y) },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [figurePlugin],
  });

  const redraw = (): void => {
    isDrawn = true;
    drawing = undefined;
    const scales = chart.options.scales;
    if (scales !== undefined) {
      scales['x'] = axisOptions(spec.x);
      scales['y'] = axisOptions(spec.y);
    }
    chart.data.datasets = buildDatasets(getDrawing(), spec, scaleOf, colours);
    chart.update('none');
  };

  return {
    draw: (next, nextPace = 'settled') => {
      spec = next;
      pace = nextPace;
      redraw();
    },
    refreshColours: () => {
      colours.forget();
      redraw();
    },
    getScene: () => getDrawing().scene,
    getScale: scaleOf,
    getFrame: () => {
      const { left, top, width, height } = getDrawing().frame;
      const scale = scaleOf();
      return {
        left: left * scale,
        top: top * scale,
        width: width * scale,
        height: height * scale,
      };
    },
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

/**
 * One dataset per series, last drawn first: Chart.js paints them from the end. Their points are those
 * of the static drawing, thinned and cut to the frame.
 */
function buildDatasets(
  { scene, frame }: Drawing,
  { x, y }: FigureSpec,
  scale: () => number,
  colours: ColourReader,
): Dataset[] {
  const read = ([px, py]: PixelPoint): { x: number; y: number } => ({
    x: fromFraction(x, px / frame.width),
    y: fromFraction(y, 1 - py / frame.height),
  });
  const isColoured = (one: SceneSeries): boolean => isColouredSeries(one.series);
  const ordered = [
    ...scene.series.filter((one) => !isColoured(one)),
    ...scene.series.filter(isColoured),
  ];
  return ordered.toReversed().map(({ series: one, edges, markers }): Dataset => {
    const colour = colours.read(lineVariable(one.style));
    const isPoints = one.mark.kind === 'markers';
    return {
      label: one.limit,
      data: isPoints
        ? markers.map(read)
        : // Empty points between the edges, so that gaps stay gaps.
          edges.flatMap((edge, i) => [...(i === 0 ? [] : [{ x: NaN, y: NaN }]), ...edge.map(read)]),
      showLine: !isPoints,
      borderColor: colour,
      borderWidth: () => scale() * (isColouredSeries(one) ? WEIGHTS[one.style.weight] : GREY_WIDTH),
      borderDash: () => DASHES[one.style.line].map((length) => length * scale()),
      borderJoinStyle: 'round',
      pointRadius: isPoints ? () => MARKER.radius * scale() : 0,
      pointHitRadius: 0,
      pointBorderWidth: () => MARKER.width * scale(),
      pointBackgroundColor: colours.read('--fig-paper'),
      pointBorderColor: colour,
      spanGaps: false,
      tension: 0,
      fill: false,
    };
  });
}
