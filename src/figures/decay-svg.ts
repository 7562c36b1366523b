import {
  type AxisFrame,
  type PixelPath,
  type PixelPoint,
  projectPath,
  type Size,
  toFraction,
} from '../core/figure/axis-scale.ts';
import { clipLine } from '../core/figure/clip-path.ts';
import type { FigureAxis, Path, StyleRole, TypesetTitle } from '../core/figure/figure-spec.ts';
import { type PlacedLabel, placeLabels, resample } from '../core/figure/place-labels.ts';
import { parsePlainMath } from '../core/figure/plain-math.ts';
import { simplifyPath } from '../core/figure/simplify.ts';
import { estimateTextWidth } from '../core/figure/text-width.ts';
import { listTicks, type Tick } from '../core/figure/ticks.ts';
import { listTitleRuns } from './drawing.ts';
import { writeRuns } from './page-svg.ts';
import { shortenOutline, trim, writePaths, writeRules } from './path-data.ts';
import { escapeXml } from '../core/escape-xml.ts';

/** A line of a figure of decays with what is written on it. */
export interface DecayCurve {
  readonly id: string;
  readonly segments: readonly Path[];
  readonly style: Pick<StyleRole, 'hue' | 'line'>;
  /** In plain letters, and as an outline where it was typeset. */
  readonly label: { readonly plain: string; readonly typeset?: TypesetTitle };
}

/** Curves along mass on two logarithmic axes. */
export interface DecayPlot {
  readonly x: AxisFrame;
  readonly y: AxisFrame;
  readonly curves: readonly DecayCurve[];
}

type Title = Pick<FigureAxis, 'plain' | 'unitLabel' | 'typeset'>;

export interface DecaySvgOptions {
  /** Prefix of the ids inside the drawing, unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly titles: { readonly x: Title; readonly y: Title };
}

/** Measures [px of its own coordinate system]: two drawings side by side on a page, one on a phone. */
const WIDTH = 460;
const MARGIN = { left: 54, right: 12, top: 32, bottom: 44 } as const;
/** Of the frame, which the lines stand in. */
export const DECAY_FRAME: Size = { width: WIDTH - MARGIN.left - MARGIN.right, height: 300 };
const HEIGHT = MARGIN.top + DECAY_FRAME.height + MARGIN.bottom;
const TICK_PX = 13;
const TITLE_PX = 15.5;
const LABEL_PX = 14;
const BOX = { left: 0, top: 0, right: DECAY_FRAME.width, bottom: DECAY_FRAME.height };
const DETAIL = { tolerancePx: 0.15, columnPx: 0.25 } as const;
/** Space around a label that others stay out of [px]. */
const LABEL_PADDING = 2;

/** A curve in pixels of the frame, cut at its border and thinned. */
interface DrawnCurve extends DecayCurve {
  readonly paths: readonly PixelPath[];
}

/** Line and label as they stand in the drawing, and the labels that found no place. */
export interface DecayScene {
  readonly curves: readonly DrawnCurve[];
  readonly labels: readonly PlacedLabel[];
}

/** Lines cut at the frame, thinned to what a screen shows, and a place on each for its label. */
export function layOutDecays({ x, y, curves }: DecayPlot): DecayScene {
  const drawn = curves.map((curve): DrawnCurve => {
    const paths = curve.segments
      .flatMap((segment) => clipLine(projectPath(segment, x, y, DECAY_FRAME), BOX))
      .map((path) => simplifyPath(path, DETAIL).flatMap((i) => path.slice(i, i + 1)));
    return { ...curve, paths };
  });
  // Short lines have few places: they choose first.
  const byLength = drawn.toSorted((a, b) => measureLength(a.paths) - measureLength(b.paths));
  const requests = byLength.map(({ id, label, paths }) => {
    const { width, height, depth } = measureLabel(label);
    return {
      id,
      width: width + 2 * LABEL_PADDING,
      height: height + depth + LABEL_PADDING,
      edges: listBroad(paths),
      areas: [],
      tolerance: 1,
    };
  });
  const obstacles = drawn.flatMap(({ id, paths }) =>
    paths.map((path) => ({ id, path, weight: 1 })),
  );
  return { curves: drawn, labels: placeLabels(requests, obstacles, DECAY_FRAME) };
}

/** Where a label may stand: not beside a sliver of its line, as long as there is more of it. */
function listBroad(paths: readonly PixelPath[]): readonly PixelPath[] {
  const broad = paths.filter((path) => (path.at(-1)?.[0] ?? 0) - (path[0]?.[0] ?? 0) >= SLIVER_PX);
  return broad.length > 0 ? broad : paths;
}
const SLIVER_PX = 12;

const measureLength = (paths: readonly PixelPath[]): number =>
  paths.reduce(
    (sum, path) =>
      path.reduce((length, [px, py], i) => {
        const [beforeX, beforeY] = path[i - 1] ?? [px, py];
        return length + Math.hypot(px - beforeX, py - beforeY);
      }, sum),
    0,
  );

/** Extent of a label above, below and along its baseline [px]. */
function measureLabel({ plain, typeset }: DecayCurve['label']): {
  width: number;
  height: number;
  depth: number;
} {
  const em = LABEL_PX / 1000;
  return typeset === undefined
    ? { width: estimateTextWidth(plain, LABEL_PX), height: LABEL_PX * 0.75, depth: LABEL_PX * 0.25 }
    : { width: typeset.width * em, height: typeset.height * em, depth: typeset.depth * em };
}

/**
 * A figure of decays for the site's pages: looks are classes of `figure.css` and `models.css`. Its axes are
 * written into `data-x` and `data-y`, so that a script can mark a mass.
 */
export function writeDecaySvg(plot: DecayPlot, options: DecaySvgOptions): string {
  const { id, titles } = options;
  const { curves, labels } = layOutDecays(plot);
  const { width, height } = DECAY_FRAME;
  const [x, y] = [plot.x.range.join(' '), plot.y.range.join(' ')];
  return [
    `<svg class="dpf decay-plot" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-labelledby="${id}-title ${id}-desc" data-x="${x}" data-y="${y}">`,
    `<title id="${id}-title">${escapeXml(options.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(options.description)}</desc>`,
    `<g class="decay-frame" transform="translate(${String(MARGIN.left)} ${String(MARGIN.top)})">`,
    writeGrid(plot.y),
    ...curves.map(writeCurve),
    `<rect class="dpf-frame" width="${String(width)}" height="${String(height)}"/>`,
    writeAxes(plot),
    ...labels.map((label) => writeLabel(label, curves)),
    writeTitle(titles.x, 'end', width, height + MARGIN.bottom - TITLE_PX * 0.45),
    writeTitle(titles.y, 'start', TITLE_PX * 0.3 - MARGIN.left, -TITLE_PX * 0.7),
    '</g></svg>',
  ].join('');
}

/** Faint lines at the decades that are named. */
function writeGrid(y: AxisFrame): string {
  const lines = listTicks(y, DECADE_LENGTH, DECADE_SPACING)
    .filter(({ kind, label }) => kind === 'major' && label !== '')
    .map(({ value }) => (1 - toFraction(y, value)) * DECAY_FRAME.height)
    .filter((at) => at > 0.5 && at < DECAY_FRAME.height - 0.5)
    .map((at) => [[0, at] as const, [DECAY_FRAME.width, at] as const]);
  return `<path class="dpf-grid" d="${writeRules(lines)}"/>`;
}
const DECADE_LENGTH = DECAY_FRAME.height;
const DECADE_SPACING = TICK_PX * 2.2;

const writeCurve = ({ id, paths, style }: DrawnCurve): string =>
  `<path class="dpf-edge decay-line h-${style.hue}${style.line === 'solid' ? '' : ` l-${style.line}`}" data-channel="${escapeXml(id)}" d="${writePaths(paths, false)}"/>`;

/** A label stands level or along its line; a short line leads to it where another runs between. */
function writeLabel(placed: PlacedLabel, curves: readonly DrawnCurve[]): string {
  const curve = curves.find(({ id }) => id === placed.id);
  if (curve === undefined) return '';
  const { label, style } = curve;
  const { width, height, depth } = measureLabel(label);
  const turn = placed.angle === 0 ? '' : `rotate(${trim(placed.angle)})`;
  const at = `translate(${trim(placed.x)} ${trim(placed.y)})${turn}`;
  // The middle of the label, not its baseline, is where it was placed.
  const drop = (height - depth) / 2;
  const body =
    label.typeset === undefined
      ? `<text text-anchor="middle" font-size="${String(LABEL_PX)}" transform="${at}" y="${trim(drop)}">${writeRuns(parsePlainMath(label.plain), LABEL_PX)}</text>`
      : `<path transform="${at}translate(${trim(-width / 2)} ${trim(drop)})scale(${String(LABEL_PX / 1000)})" d="${shortenOutline(label.typeset.d)}"/>`;
  const from = placed.leader ?? findFarCurve(placed, curve);
  const leader =
    from === undefined
      ? ''
      : `<path class="dpf-leader" d="${writePaths([[from, findNearEnd(placed, from)]], false)}"/>`;
  return `<g class="decay-label h-${style.hue}">${leader}${body}</g>`;
}

/** The point of a line nearest to its label, where that stands so far off that it could be another's. */
function findFarCurve(
  { x, y, height }: PlacedLabel,
  { paths }: DrawnCurve,
): PixelPoint | undefined {
  const points = paths.flatMap((path) => resample(path, 3));
  const distance = ([px, py]: PixelPoint): number => Math.hypot(px - x, py - y);
  const [first, ...rest] = points;
  if (first === undefined) return undefined;
  const nearest = rest.reduce((a, b) => (distance(b) < distance(a) ? b : a), first);
  // Level with the label its own width is in between.
  const isAside = Math.abs(nearest[1] - y) < height;
  return isAside || distance(nearest) < height / 2 + FAR_PX ? undefined : nearest;
}
const FAR_PX = 14;

/** The edge of a label that faces its leader. */
const findNearEnd = ({ x, y, height }: PlacedLabel, [, fromY]: PixelPoint): PixelPoint => [
  x,
  y + (fromY > y ? height / 2 : -height / 2),
];

function writeAxes({ x, y }: DecayPlot): string {
  const { width, height } = DECAY_FRAME;
  const xTicks = listTicks(x, width, TICK_PX * 3.2);
  const yTicks = listTicks(y, height, DECADE_SPACING);
  const reach = ({ kind }: Tick): number => TICK_PX * (kind === 'major' ? 0.5 : 0.28);
  const xAt = ({ value }: Tick): number => toFraction(x, value) * width;
  const yAt = ({ value }: Tick): number => (1 - toFraction(y, value)) * height;
  const rules = writeRules([
    ...xTicks.map((tick) => [
      [xAt(tick), height] as const,
      [xAt(tick), height - reach(tick)] as const,
    ]),
    ...yTicks.map((tick) => [[0, yAt(tick)] as const, [reach(tick), yAt(tick)] as const]),
  ]);
  return [
    `<path class="dpf-ticks" d="${rules}"/>`,
    `<g class="dpf-tick" font-size="${String(TICK_PX)}">`,
    ...xTicks.map((tick) => writeTickLabel(tick, xAt(tick), height + TICK_PX * 1.45, 'middle')),
    ...yTicks.map((tick) =>
      writeTickLabel(tick, -TICK_PX * 0.5, yAt(tick) + TICK_PX * 0.34, 'end'),
    ),
    '</g>',
  ].join('');
}

/** Numbers stand upright. */
const writeTickLabel = ({ label }: Tick, x: number, y: number, anchor: 'middle' | 'end'): string =>
  label === ''
    ? ''
    : `<text x="${trim(x)}" y="${trim(y)}" text-anchor="${anchor}">${writeRuns(
        parsePlainMath(label).map((run) => ({ ...run, italic: false })),
        TICK_PX,
      )}</text>`;

function writeTitle(
  { typeset, ...title }: Title,
  anchor: 'start' | 'end',
  x: number,
  y: number,
): string {
  if (typeset === undefined)
    return `<text class="dpf-title" font-size="${String(TITLE_PX)}" x="${trim(x)}" y="${trim(y)}" text-anchor="${anchor}">${writeRuns(listTitleRuns(title), TITLE_PX)}</text>`;
  const left = anchor === 'end' ? x - (typeset.width / 1000) * TITLE_PX : x;
  return `<path class="dpf-formula" transform="translate(${trim(left)} ${trim(y)})scale(${String(TITLE_PX / 1000)})" d="${shortenOutline(typeset.d)}"/>`;
}
