import { type PixelPath, toFraction } from '../core/figure/axis-scale.ts';
import type {
  FigureAxis,
  FigureSeries,
  FigureSpec,
  StyleRole,
} from '../core/figure/figure-spec.ts';
import { describeFigure } from '../core/figure/finding.ts';
import { type MathRun, parsePlainMath } from '../core/figure/plain-math.ts';
import { buildScene, type Scene, type SceneLabel, type SceneSeries } from '../core/figure/scene.ts';
import { estimateTextWidth } from '../core/figure/text-width.ts';
import { listTicks, type Tick } from '../core/figure/ticks.ts';
import { DASHES, LIGHT_FILL_OPACITY, listVariables, type Theme, WEIGHTS } from './palette.ts';

/** Measures of a drawn figure [px of its own coordinate system]. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly tickPx: number;
  readonly titlePx: number;
  readonly labelPx: { readonly primary: number; readonly secondary: number };
  readonly tolerancePx: number;
  readonly columnPx: number;
  /** Whether grey results have edges; without them they are one grey shape. */
  readonly hasGreyEdges: boolean;
}

/** Plane figures on a wide page, 4 : 3. */
export const WIDE: FigureLayout = {
  width: 920,
  height: 690,
  margin: { left: 76, right: 14, top: 40, bottom: 58 },
  tickPx: 14.5,
  titlePx: 19,
  labelPx: { primary: 14, secondary: 11.5 },
  tolerancePx: 0.25,
  columnPx: 0.5,
  hasGreyEdges: true,
};

/** The same on a phone, 1 : 1, with fewer labels. */
export const NARROW: FigureLayout = {
  width: 420,
  height: 420,
  margin: { left: 52, right: 8, top: 32, bottom: 46 },
  tickPx: 12.5,
  titlePx: 16,
  labelPx: { primary: 12, secondary: 0 },
  tolerancePx: 0.3,
  columnPx: 0.6,
  hasGreyEdges: true,
};

/** A limit over its greyed plane: the context is drawn coarsely, hundreds of pages carry one. */
export const FOCUS: FigureLayout = { ...WIDE, tolerancePx: 0.5, columnPx: 1 };

/** Thumbnails: no text at all. */
export const MINIATURE: FigureLayout = {
  width: 480,
  height: 320,
  margin: { left: 1, right: 1, top: 1, bottom: 1 },
  tickPx: 0,
  titlePx: 0,
  labelPx: { primary: 0, secondary: 0 },
  tolerancePx: 0.4,
  columnPx: 0.8,
  hasGreyEdges: false,
};

export interface SvgOptions {
  readonly layout: FigureLayout;
  /** Prefix of the ids inside the drawing, unique on the page. */
  readonly id: string;
  /** Carry the colours of this theme inside, for a file that stands alone. */
  readonly standalone?: Theme;
  /** Further classes of the root element. */
  readonly className?: string;
}

/** A figure as one SVG element. Colours come from `figure.css` unless it stands alone. */
export function renderSvg(spec: FigureSpec, options: SvgOptions): string {
  const { layout, id } = options;
  const { width, height, margin } = layout;
  const size = {
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const scene = buildScene(spec, {
    size,
    labelPx: layout.labelPx,
    tolerancePx: layout.tolerancePx,
    columnPx: layout.columnPx,
    measureText: estimateTextWidth,
  });
  const isBare = layout.tickPx === 0;
  const xTicks = isBare ? [] : listTicks(spec.x, size.width, layout.tickPx * 3.4);
  const yTicks = isBare ? [] : listTicks(spec.y, size.height, layout.tickPx * 2.2);
  const className = ['dpf', options.className].filter(Boolean).join(' ');
  const isAlone = options.standalone !== undefined;
  return [
    `<svg class="${className}"${isAlone ? ' xmlns="http://www.w3.org/2000/svg"' : ''} viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeXml(spec.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(describeFigure(spec))}</desc>`,
    options.standalone === undefined
      ? ''
      : `<style>${writeStandaloneCss(options.standalone)}</style>`,
    isAlone ? `<rect class="dpf-paper" width="${String(width)}" height="${String(height)}"/>` : '',
    `<svg x="${String(margin.left)}" y="${String(margin.top)}" width="${String(size.width)}" height="${String(size.height)}" overflow="hidden">`,
    drawGrid(spec, xTicks, yTicks, size),
    drawScene(scene, id, layout),
    '</svg>',
    `<g transform="translate(${String(margin.left)} ${String(margin.top)})">`,
    `<rect class="dpf-frame" width="${String(size.width)}" height="${String(size.height)}"/>`,
    isBare ? '' : drawAxes(spec, xTicks, yTicks, layout, size),
    drawLabels(scene.labels),
    '</g>',
    '</svg>',
  ].join('');
}

function drawGrid(
  spec: FigureSpec,
  xTicks: readonly Tick[],
  yTicks: readonly Tick[],
  size: { width: number; height: number },
): string {
  const isInner = (axis: FigureAxis, tick: Tick): boolean => {
    const at = toFraction(axis, tick.value);
    return tick.kind === 'major' && at > 0.001 && at < 0.999;
  };
  const d = [
    ...xTicks
      .filter((tick) => isInner(spec.x, tick))
      .map(
        (tick) => `M${trim(toFraction(spec.x, tick.value) * size.width)} 0V${String(size.height)}`,
      ),
    ...yTicks
      .filter((tick) => isInner(spec.y, tick))
      .map(
        (tick) =>
          `M0 ${trim((1 - toFraction(spec.y, tick.value)) * size.height)}H${String(size.width)}`,
      ),
  ].join('');
  return d === '' ? '' : `<path class="dpf-grid" d="${d}"/>`;
}

function drawScene(scene: Scene, id: string, { hasGreyEdges }: FigureLayout): string {
  const hatch = `${id}-hatch`;
  const isHatched = scene.series.some((one) => one.series.style.fill === 'hatched');
  const fills = (kind: StyleRole['fill']): string =>
    scene.series
      .filter((one) => one.series.style.fill === kind && one.areas.length > 0)
      .map((one) => drawFill(one, hatch))
      .join('');
  return [
    isHatched
      ? `<pattern id="${hatch}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="dpf-hatch" d="M0 0V7"/></pattern>`
      : '',
    fills('grey'),
    drawLightFills(scene, hatch),
    fills('hatched'),
    ...(hasGreyEdges ? scene.series.filter((one) => !isColoured(one)).map(drawEdges) : []),
    ...scene.outlines.map(
      ({ scope, edges }) =>
        `<path class="dpf-outline dpf-outline-${scope}" d="${writeOnce(edges, false)}"/>`,
    ),
    ...scene.series.filter(isColoured).map(drawEdges),
  ].join('');
}

/** Coloured edges run on top of the combined outline, which stays visible around them. */
const isColoured = ({ series }: SceneSeries): boolean => isColouredSeries(series);

/** True for what stands out: e+e- results, the limit in focus, favoured regions and targets. */
export const isColouredSeries = ({ style }: FigureSeries): boolean =>
  !['laboratory', 'astro-cosmo', 'context'].includes(style.hue);

/** Overlapping results of one colour stay one tint: the opacity belongs to their group. */
function drawLightFills(scene: Scene, hatch: string): string {
  const light = scene.series.filter(
    (one) => one.series.style.fill === 'light' && one.areas.length > 0,
  );
  return [...Map.groupBy(light, (one) => one.series.style.hue).values()]
    .map((group) => `<g class="dpf-tint">${group.map((one) => drawFill(one, hatch)).join('')}</g>`)
    .join('');
}

const hueClass = ({ hue, shade }: StyleRole): string =>
  `h-${hue}${shade === 0 ? '' : ` s-${String(shade)}`}`;

function drawFill({ series, areas }: SceneSeries, hatch: string): string {
  const d = writeOnce(areas, true);
  const { fill } = series.style;
  if (fill === 'hatched') return `<path style="fill:url(#${hatch})" fill-rule="evenodd" d="${d}"/>`;
  const kind =
    fill === 'light'
      ? `dpf-light ${hueClass(series.style)}`
      : `dpf-grey${series.layer === 'astro-cosmo' ? ' dpf-sky' : ''}`;
  return `<path class="${kind}" d="${d}"/>`;
}

function drawEdges({ series, edges, markers }: SceneSeries): string {
  const { style } = series;
  const parts: string[] = [];
  if (edges.length > 0) {
    const classes = [
      'dpf-edge',
      hueClass(style),
      style.line === 'solid' ? '' : `l-${style.line}`,
      style.weight === 'normal' ? '' : `w-${style.weight}`,
    ];
    parts.push(
      `<path class="${classes.filter(Boolean).join(' ')}" d="${writeOnce(edges, false)}"/>`,
    );
  }
  if (markers.length > 0) {
    // Open circles as arcs of one path.
    const r = 3.2;
    const d = markers
      .map(
        ([x, y]) =>
          `M${trim(x - r)} ${trim(y)}a${String(r)} ${String(r)} 0 1 0 ${String(2 * r)} 0a${String(r)} ${String(r)} 0 1 0-${String(2 * r)} 0`,
      )
      .join('');
    parts.push(`<path class="dpf-marker ${hueClass(style)}" d="${d}"/>`);
  }
  return parts.join('');
}

/** Paths written before: the background of a plane is the same on all its pages. */
function writeOnce(paths: readonly PixelPath[], isClosed: boolean): string {
  let written = writtenPaths.get(paths);
  if (written === undefined) {
    written = paths.map((path) => writePath(path, isClosed)).join('');
    writtenPaths.set(paths, written);
  }
  return written;
}
const writtenPaths = new WeakMap<readonly PixelPath[], string>();

/** Relative path with one decimal: a twentieth of a pixel is invisible, the bytes are not. */
export function writePath(path: PixelPath, isClosed: boolean): string {
  let d = '';
  let [atX, atY] = [0, 0];
  for (const [i, [px, py]] of path.entries()) {
    const x = Math.round(px * 10);
    const y = Math.round(py * 10);
    if (i > 0 && x === atX && y === atY) continue;
    const [a, b] = [trim((x - atX) / 10), trim((y - atY) / 10)];
    if (i === 0) d = `M${trim(x / 10)} ${trim(y / 10)}`;
    else
      d += `${i === 1 || !d.includes('l') ? 'l' : a.startsWith('-') ? '' : ' '}${a}${b.startsWith('-') ? '' : ' '}${b}`;
    [atX, atY] = [x, y];
  }
  return isClosed ? `${d}z` : d;
}

/** One decimal, no leading zero. */
function trim(value: number): string {
  const text = String(Math.round(value * 10) / 10);
  return text.replace(/^(-?)0\./u, '$1.').replace(/^-0$/u, '0');
}

function drawAxes(
  spec: FigureSpec,
  xTicks: readonly Tick[],
  yTicks: readonly Tick[],
  layout: FigureLayout,
  size: { width: number; height: number },
): string {
  const { tickPx, titlePx, margin } = layout;
  const length = (tick: Tick): number => (tick.kind === 'major' ? tickPx * 0.55 : tickPx * 0.28);
  const marks = [
    ...xTicks.map((tick) => {
      const x = trim(toFraction(spec.x, tick.value) * size.width);
      const l = trim(length(tick));
      return `M${x} ${String(size.height)}v-${l}M${x} 0v${l}`;
    }),
    ...yTicks.map((tick) => {
      const y = trim((1 - toFraction(spec.y, tick.value)) * size.height);
      const l = trim(length(tick));
      return `M0 ${y}h${l}M${String(size.width)} ${y}h-${l}`;
    }),
  ].join('');
  const xLabels = xTicks
    .filter((tick) => tick.label !== '')
    .map(
      (tick) =>
        `<text x="${trim(toFraction(spec.x, tick.value) * size.width)}" y="${trim(size.height + tickPx * 1.35)}" text-anchor="middle">${writeRuns(parsePlainMath(tick.label), tickPx, false)}</text>`,
    )
    .join('');
  const yLabels = yTicks
    .filter((tick) => tick.label !== '')
    .map(
      (tick) =>
        `<text x="${trim(-tickPx * 0.45)}" y="${trim((1 - toFraction(spec.y, tick.value)) * size.height + tickPx * 0.34)}" text-anchor="end">${writeRuns(parsePlainMath(tick.label), tickPx, false)}</text>`,
    )
    .join('');
  return [
    `<path class="dpf-ticks" d="${marks}"/>`,
    `<g class="dpf-tick" font-size="${String(tickPx)}">${xLabels}${yLabels}</g>`,
    `<g class="dpf-title" font-size="${String(titlePx)}">`,
    `<text x="${String(size.width)}" y="${trim(size.height + margin.bottom - titlePx * 0.45)}" text-anchor="end">${writeAxisTitle(spec.x, titlePx)}</text>`,
    `<text x="${trim(titlePx * 0.3 - margin.left)}" y="${trim(-titlePx * 0.75)}">${writeAxisTitle(spec.y, titlePx)}</text>`,
    '</g>',
  ].join('');
}

function writeAxisTitle(axis: FigureAxis, fontPx: number): string {
  const unit = axis.unitLabel === '' ? '' : ` [${axis.unitLabel}]`;
  return writeRuns(parsePlainMath(axis.plain), fontPx, true) + escapeXml(unit);
}

/** Runs as tspans: scripts are smaller and shifted, and what follows returns to the line. */
function writeRuns(runs: readonly MathRun[], fontPx: number, allowItalic: boolean): string {
  let level = 0;
  let out = '';
  for (const { text, italic, script } of runs) {
    const wanted = script === 'sub' ? fontPx * 0.24 : script === 'sup' ? -fontPx * 0.38 : 0;
    const shift = wanted - level;
    level = wanted;
    const attributes = [
      Math.abs(shift) < 0.05 ? '' : ` dy="${trim(shift)}"`,
      script === 'base' ? '' : ` font-size="${trim(fontPx * 0.72)}"`,
      italic && allowItalic ? ' font-style="italic"' : '',
    ].join('');
    out += attributes === '' ? escapeXml(text) : `<tspan${attributes}>${escapeXml(text)}</tspan>`;
  }
  // What is written after the symbol must stand on the line again.
  return Math.abs(level) < 0.05 || !allowItalic
    ? out
    : `${out}<tspan dy="${trim(-level)}">\u200b</tspan>`;
}

function drawLabels(labels: readonly SceneLabel[]): string {
  if (labels.length === 0) return '';
  const texts = labels.map((label) => {
    const { style } = label.series;
    const isMain = label.series.layer === 'ee' && style.hue !== 'context';
    const place =
      Math.abs(label.angle) < 0.5
        ? `x="${trim(label.x)}" y="${trim(label.y + label.fontPx * 0.34)}"`
        : `transform="translate(${trim(label.x)} ${trim(label.y)}) rotate(${trim(label.angle)})" y="${trim(label.fontPx * 0.34)}"`;
    return `<text class="h-${style.hue}${isMain || style.weight === 'strong' ? ' dpf-main' : ''}" font-size="${String(label.fontPx)}" ${place}>${escapeXml(label.text)}</text>`;
  });
  return `<g class="dpf-label" text-anchor="middle">${texts.join('')}</g>`;
}

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Everything `figure.css` says about a drawing, with the colours of one theme. */
function writeStandaloneCss(theme: Theme): string {
  const variables = listVariables().map((one) => `${one.name}:${one[theme]}`);
  return `.dpf{${variables.join(';')}}${writeFigureRules()}`;
}

/** Rules of the drawing itself, the same in `figure.css`. */
export function writeFigureRules(): string {
  const hues = listVariables()
    .filter(({ name }) => name.endsWith('-ink') && name !== '--fig-ink')
    .map(({ name }) => name.slice('--fig-'.length, -'-ink'.length));
  return [
    '.dpf{--fig-sans:var(--font-sans,"Source Sans 3",sans-serif);--fig-serif:var(--font-serif,"Source Serif 4",serif)}',
    '.dpf path{fill:none;stroke-linejoin:round;stroke-linecap:butt}',
    '.dpf-paper{fill:var(--fig-paper)}',
    '.dpf .dpf-grid{stroke:var(--fig-grid)}',
    '.dpf-frame{fill:none;stroke:var(--fig-ink)}',
    '.dpf .dpf-ticks{stroke:var(--fig-ink)}',
    '.dpf-tick{fill:var(--fig-ink);font-family:var(--fig-sans);font-variant-numeric:tabular-nums}',
    '.dpf-title{fill:var(--fig-ink);font-family:var(--fig-serif)}',
    '.dpf-label{font-family:var(--fig-sans);paint-order:stroke;stroke:var(--fig-paper);stroke-width:3px;stroke-linejoin:round;fill:var(--k)}',
    '.dpf-label text{fill:var(--k)}.dpf-main{font-weight:640}',
    ...hues.map(
      (hue) =>
        `.h-${hue}{--c:var(--fig-${hue}-0);--k:var(--fig-${hue}-ink)}.h-${hue}.s-1{--c:var(--fig-${hue}-1)}.h-${hue}.s-2{--c:var(--fig-${hue}-2)}`,
    ),
    `.dpf .dpf-edge{stroke:var(--c);stroke-width:${String(WEIGHTS.normal)}}`,
    `.dpf .w-thin{stroke-width:${String(WEIGHTS.thin)}}.dpf .w-strong{stroke-width:${String(WEIGHTS.strong)}}`,
    '.dpf .h-laboratory,.dpf .h-astro-cosmo,.dpf .h-context{stroke-width:.9}',
    ...(['dashed', 'dotted', 'dash-dot'] as const).map(
      (line) => `.dpf .l-${line}{stroke-dasharray:${DASHES[line].join(' ')}}`,
    ),
    '.dpf .dpf-marker{stroke:var(--c);stroke-width:1.2;fill:var(--fig-paper)}',
    `.dpf-tint{opacity:${String(LIGHT_FILL_OPACITY)}}.dpf .dpf-light{fill:var(--c);fill-rule:evenodd}`,
    '.dpf .dpf-grey{fill:var(--fig-fill-laboratory);fill-rule:evenodd}.dpf .dpf-sky{fill:var(--fig-fill-astro-cosmo)}',
    '.dpf .dpf-hatch{stroke:var(--fig-favoured-0);stroke-width:1.4}',
    '.dpf .dpf-outline{stroke:var(--fig-ink);stroke-width:.9}.dpf .dpf-outline-ee{stroke:var(--fig-accent-0);stroke-width:6;stroke-opacity:.3;stroke-linejoin:round}',
  ].join('\n');
}

/** A short piece of a series' line, for legends. */
export function renderSwatch(style: StyleRole, isPoints: boolean): string {
  const line = style.line === 'solid' ? '' : ` l-${style.line}`;
  const mark = isPoints
    ? `<path class="dpf-marker ${hueClass(style)}" d="M10.8 6a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0"/>`
    : `<path class="dpf-edge dpf-swatch ${hueClass(style)}${line}" d="M0 6H28"/>`;
  return `<svg class="dpf" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">${mark}</svg>`;
}
